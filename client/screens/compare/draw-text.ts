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
}

/** Characters of a change that are shown by a name. */
const HIDDEN = new RegExp(
  `${INVISIBLE.source}|[\\t\\u0085\\u00a0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]|\\r\\n?|\\n`,
  'gu',
);

/** Draws a row's text: what went is struck through, what came is underlined, and in both what cannot be seen is named. */
export function drawText({ left, right, show, runs, first, current }: Drawn): TemplateResult[] {
  return runs.map((run, i) => {
    const of = run.kind === 'come' || (run.kind === 'same' && show === 'right') ? 'right' : 'left';
    if (run.kind !== 'same' && show !== 'both' && show !== of) return html``;
    const side = of === 'left' ? left : right;
    const start = Math.max(run[of].start, side.span.start);
    const end = Math.min(run[of].end, side.span.end);
    if (end <= start) return html``;
    const words = side.text.slice(start, end);
    if (run.kind === 'same')
      return html`${end === side.span.end ? words.replace(/(?:\r\n?|\n)$/, '') : words}`;
    const place = first + i;
    const isCurrent = current !== undefined && place >= current.start && place < current.end;
    const title = run.note ? sayNote(run.note) : nothing;
    const inner = drawChange(words, run.note?.differ.includes('line-ends') ?? false);
    return run.kind === 'gone'
      ? html`<del class=${isCurrent ? 'at' : nothing} title=${title}>${inner}</del>`
      : html`<ins class=${isCurrent ? 'at' : nothing} title=${title}>${inner}</ins>`;
  });
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
