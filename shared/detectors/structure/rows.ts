import type { Span } from '../../text/text-like.ts';
import { bullets, lineBullets } from '../../values/lists/signs.ts';
import type { CheckedText } from '../checked-text.ts';
import { findSeen } from './seen.ts';
import type { View } from './view.ts';

/** A line of what is seen, or a part of one where list entries were flattened into it. Offsets of the view, trimmed. */
export interface Row extends Span {
  /** Where what stands before its words begins: a flag, say. */
  readonly lead: number;
  /** Of a heading: 1 to 6. */
  readonly heading?: number;
  readonly bullet?: RowBullet;
  /** Whether it names the group of the entries below it: "Europe:". */
  readonly isGroup: boolean;
  /** Whether an empty line stands before it. */
  readonly isApart: boolean;
}

interface RowBullet {
  /** 1 for an entry, 2 for one below it … */
  readonly depth: number;
  readonly number?: number;
}

const LINE = /[^\r\n\u0085\u2028\u2029]*(?:\r\n|[\r\n\u0085\u2028\u2029]|$)/gu;
const BULLET = new RegExp(String.raw`^(?:[*·${lineBullets}]|\(?(\d{1,3})[.)]|[a-zа-я]\))\s+`, 'u');
const INLINE_BULLET = new RegExp(String.raw`(?:^|\s)[*·${bullets}]\s`, 'gu');
const INLINE_NUMBER = /(?:^|[\s:;,])\(?(\d{1,3})([.)])\s/gu;
const MARKDOWN_HEADING = /^(#{1,6})\s+/;
/** So many entries must have been flattened into a line before it is cut. */
const FEWEST_INLINE = 2;
const LONGEST_GROUP = 80;

/** Cuts what is seen into rows, in text order. */
export function findRows(text: CheckedText): readonly Row[] {
  return new Rows(text.once(findSeen), text.mediaType === 'text/markdown').find();
}

class Rows {
  readonly #view: View;
  readonly #isMarkdown: boolean;
  readonly #rows: Row[] = [];
  #isApart = true;

  constructor(view: View, isMarkdown: boolean) {
    this.#view = view;
    this.#isMarkdown = isMarkdown;
  }

  find(): readonly Row[] {
    for (const { 0: line, index } of this.#view.text.matchAll(LINE)) {
      if (line === '') break;
      const row = this.#trimmed(index, index + line.length);
      if (row.end > row.start) this.#line(row, index);
      else this.#isApart = true;
    }
    return this.#rows;
  }

  #trimmed(start: number, end: number): Span {
    const { text } = this.#view;
    let from = start;
    let to = end;
    while (from < to && SPACE.test(text[from]!)) from++;
    while (to > from && SPACE.test(text[to - 1]!)) to--;
    return { start: from, end: to };
  }

  #line(row: Span, lineStart: number): void {
    const { text } = this.#view;
    const marks = this.#view.marksIn({ start: lineStart, end: row.end });
    const heading = marks.find(mark => mark.kind === 'heading');
    if (heading?.kind === 'heading') {
      this.#add({ ...row, lead: row.start, heading: heading.level, isGroup: false });
      return;
    }
    const words = text.slice(row.start, Math.min(row.end, row.start + 400));
    const hashes = this.#isMarkdown ? MARKDOWN_HEADING.exec(words) : null;
    if (hashes) {
      const inner = this.#trimmed(row.start + hashes[0].length, row.end);
      this.#add({ ...inner, lead: inner.start, heading: hashes[1]!.length, isGroup: false });
      return;
    }
    const marked = marks.find(mark => mark.kind === 'bullet');
    if (marked?.kind === 'bullet') {
      const isEntry = /[*#]$/.test(marked.sign);
      const bullet = isEntry ? { depth: marked.sign.length } : undefined;
      this.#entry(marked.start, row.end, bullet, marks);
      return;
    }
    const parts = this.#inline(row);
    if (parts) for (const { bullet, start, end } of parts) this.#entry(start, end, bullet, marks);
    else {
      const found = BULLET.exec(words);
      const depth = 1 + Math.floor((row.start - lineStart) / 2);
      const bullet = found
        ? { depth, ...(found[1] === undefined ? {} : { number: Number(found[1]) }) }
        : undefined;
      const start = row.start + (found?.[0].length ?? 0);
      this.#entry(start, row.end, bullet, marks);
    }
  }

  /** Adds an entry, or a row without a bullet; bold words with a colon at its end are the heading of the next group. */
  #entry(
    lead: number,
    end: number,
    bullet: RowBullet | undefined,
    marks: readonly { kind: string; start: number; end: number }[],
  ): void {
    const { text } = this.#view;
    const span = this.#trimmed(lead, end);
    const bold = marks.find(
      mark =>
        mark.kind === 'bold' &&
        mark.start > span.start &&
        mark.end > mark.start &&
        mark.end <= span.end &&
        text.slice(mark.end, span.end).replace(':', '').trim() === '' &&
        text.slice(mark.start, span.end).trimEnd().endsWith(':'),
    );
    const own = bold ? this.#trimmed(span.start, bold.start) : span;
    if (own.end > own.start)
      this.#add({
        ...own,
        lead,
        ...(bullet ? { bullet } : {}),
        isGroup: !bullet && this.#isGroup(own, marks),
      });
    if (bold) this.#add({ ...this.#trimmed(bold.start, span.end), lead: bold.start, isGroup: true });
  }

  #isGroup({ start, end }: Span, marks: readonly { kind: string; start: number; end: number }[]): boolean {
    if (end - start > LONGEST_GROUP) return false;
    const words = this.#view.text.slice(start, end);
    const isBold = marks.some(mark => mark.kind === 'bold' && mark.start <= start && mark.end >= end - 1);
    return isBold || words.endsWith(':') || /^(?:\*\*|__)[^*_]+(?:\*\*|__):?$/.test(words);
  }

  #add(row: Omit<Row, 'isApart'>): void {
    if (row.end > row.start) this.#rows.push({ ...row, isApart: this.#isApart });
    this.#isApart = false;
  }

  /** Entries that stand in one line: the words before the first have no bullet. */
  #inline({ start, end }: Span): (Span & { bullet?: RowBullet })[] | undefined {
    const line = this.#view.text.slice(start, end);
    const cuts = bulletsIn(line) ?? numbersIn(line);
    if (!cuts) return undefined;
    const lead = this.#trimmed(start, start + cuts[0]!.at);
    const parts = cuts.map((cut, i) => ({
      ...this.#trimmed(start + cut.after, start + (cuts[i + 1]?.at ?? line.length)),
      bullet: { depth: 1, ...(cut.number === undefined ? {} : { number: cut.number }) },
    }));
    return lead.end > lead.start ? [lead, ...parts] : parts;
  }
}

const SPACE = /[\s\u200b\u2060\ufeff]/u;

interface Cut {
  readonly at: number;
  readonly after: number;
  readonly number?: number;
}

function bulletsIn(line: string): readonly Cut[] | undefined {
  const found = [...line.matchAll(INLINE_BULLET)];
  const first = found[0]?.[0].trim();
  const same = found.filter(one => one[0].trim() === first);
  if (same.length < FEWEST_INLINE) return undefined;
  return same.map(one => ({ at: one.index, after: one.index + one[0].length }));
}

/** "1) … 2) …" counting up from one; other numbers with a point begin no entry. */
function numbersIn(line: string): readonly Cut[] | undefined {
  const cuts: Cut[] = [];
  let sign = '';
  for (const found of line.matchAll(INLINE_NUMBER)) {
    if (Number(found[1]) !== cuts.length + 1 || (sign !== '' && found[2] !== sign)) continue;
    sign = found[2]!;
    const at = found.index + (/^[\s:;,]/.test(found[0]) ? 1 : 0);
    cuts.push({ at, after: found.index + found[0].length, number: cuts.length + 1 });
  }
  return cuts.length >= (sign === ')' ? FEWEST_INLINE : FEWEST_INLINE + 1) ? cuts : undefined;
}
