import { html, nothing, type TemplateResult } from 'lit';
import { INVISIBLE } from '../../../shared/comparing/explain.ts';
import type { Run } from '../../../shared/comparing/run.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import { shortOf } from '../../localize/say-character.ts';
import { sayNote } from '../../localize/say-note.ts';

/** What is drawn of a side, or of both in one. */
export interface Drawn {
  readonly left: { readonly text: string; readonly span: Span };
  readonly right: { readonly text: string; readonly span: Span };
  readonly show: 'left' | 'right' | 'both';
  /** The runs that touch the row, and the place of the first. */
  readonly runs: readonly Run[];
  readonly first: number;
  /** The runs of the difference that one is at, half-open. */
  readonly current: Span | undefined;
  /** The words of a claim that is pointed at in the margin. */
  readonly lit: Lit | undefined;
}

/** Words of a claim on one side, and its type. */
export interface Lit extends Span {
  readonly side: 'left' | 'right';
  readonly type: string;
}

/** Characters of a change that are shown by a name. */
const HIDDEN = new RegExp(
  `${INVISIBLE.source}|[\\t\\u0085\\u00a0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]|\\r\\n?|\\n`,
  'gu',
);

/** Draws a row's text: what went is struck through, what came is underlined, and in both what cannot be seen is named. */
export function drawText({ left, right, show, runs, first, current, lit }: Drawn): TemplateResult[] {
  return runs.map((run, i) => {
    const of = run.kind === 'come' || (run.kind === 'same' && show === 'right') ? 'right' : 'left';
    if (run.kind !== 'same' && show !== 'both' && show !== of) return html``;
    const side = of === 'left' ? left : right;
    const start = Math.max(run[of].start, side.span.start);
    const end = Math.min(run[of].end, side.span.end);
    if (end <= start) return html``;
    const words = side.text.slice(start, end);
    const shown = (words: string) => (end === side.span.end ? words.replace(/(?:\r\n?|\n)$/, '') : words);
    const at = litIn(run, of, lit);
    if (run.kind === 'same') return html`${inLight(shown(words), start, at, piece => piece)}`;
    const place = first + i;
    const isCurrent = current !== undefined && place >= current.start && place < current.end;
    const title = run.note ? sayNote(run.note) : nothing;
    const isLineEnd = run.note?.differ.includes('line-ends') ?? false;
    const inner = inLight(words, start, at, piece => drawChange(piece, isLineEnd));
    return run.kind === 'gone'
      ? html`<del class=${isCurrent ? 'at' : nothing} title=${title}>${inner}</del>`
      : html`<ins class=${isCurrent ? 'at' : nothing} title=${title}>${inner}</ins>`;
  });
}

/** The words of a claim in the offsets of the side that a run is drawn of. */
function litIn(run: Run, of: Lit['side'], lit: Lit | undefined): Lit | undefined {
  if (!lit || lit.side === of) return lit;
  if (run.kind !== 'same') return undefined;
  const by = run[of].start - run[lit.side].start;
  return { ...lit, start: lit.start + by, end: lit.end + by };
}

/** Draws words in up to three pieces, the one that a claim covers as its mark. */
function inLight(
  words: string,
  start: number,
  lit: Lit | undefined,
  draw: (piece: string) => unknown,
): unknown {
  const from = lit ? Math.max(0, lit.start - start) : 0;
  const to = lit ? Math.min(words.length, lit.end - start) : 0;
  if (!lit || from >= to) return draw(words);
  const before = from > 0 ? draw(words.slice(0, from)) : nothing;
  const after = to < words.length ? draw(words.slice(to)) : nothing;
  return html`${before}<mark class="c focus t-${lit.type}" data-s="open">${draw(words.slice(from, to))}</mark>${after}`;
}

function drawChange(words: string, isLineEnd: boolean): (TemplateResult | string)[] {
  if (/^ +$/.test(words))
    return [html`<span class="inv" aria-hidden="true">${'␣'.repeat(words.length)}</span>`];
  const parts: (TemplateResult | string)[] = [];
  let at = 0;
  for (const { 0: hidden, index } of words.matchAll(HIDDEN)) {
    if (index > at) parts.push(words.slice(at, index));
    at = index + hidden.length;
    const isBreak = /[\r\n]/.test(hidden);
    const isLast = at === words.length;
    const sign = isBreak && !isLineEnd ? '↵' : [...hidden].map(shortOf).join(' ');
    parts.push(html`<span class="inv">${sign}</span>${isBreak && !isLast ? '\n' : nothing}`);
  }
  if (at < words.length) parts.push(words.slice(at));
  return parts;
}
