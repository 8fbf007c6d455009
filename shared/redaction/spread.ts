import type { Range } from '../model/anchor.ts';
import type { Carry } from '../model/carry.ts';
import { meet, united, wholeCharacters } from './block.ts';
import { SecretWords } from './secret-words.ts';

/** How the texts of two revisions hang together. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly stretches: Carry['stretches'];
}

/** Words shorter than that are looked for together with what stands around them, in UTF-16 code units. */
const SHORT = 12;
const AROUND = 16;

/**
 * Finds what is to be taken away in every revision of a document: units that stand in a stretch of unchanged text are
 * the same in both revisions; in what was changed between two stretches, the words of the passage are looked for; and the
 * passage as it stands is looked for everywhere.
 * @param asked by revision
 * @param texts of all revisions
 * @returns ranges by revision, sorted and apart from one another; revisions without any are left out
 */
export function spread(
  asked: ReadonlyMap<string, readonly Range[]>,
  texts: ReadonlyMap<string, string>,
  links: readonly Link[],
): Map<string, Range[]> {
  const found = new Map<string, Range[]>();
  const waiting: { revision: string; range: Range }[] = [];
  const put = (revision: string, ranges: readonly Range[]) => {
    const text = texts.get(revision);
    if (text === undefined) return;
    const before = found.get(revision) ?? [];
    const fresh = wholeCharacters(text, ranges).filter(range => !covers(before, range));
    if (fresh.length === 0) return;
    found.set(revision, united([...before, ...fresh]));
    for (const range of fresh) waiting.push({ revision, range });
  };
  for (const [revision, ranges] of asked) {
    put(revision, ranges);
    for (const { start, end } of ranges)
      for (const [other, text] of texts)
        put(other, sameWords(texts.get(revision) ?? '', { start, end }, text));
  }
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const link of links) {
      const { revision, range } = next;
      const words = () => new SecretWords([texts.get(revision)!.slice(range.start, range.end)]);
      if (link.from === revision)
        put(link.to, mapped(link.stretches, range, texts.get(link.to) ?? '', words));
      if (link.to === revision)
        put(link.from, mapped(link.stretches.map(turned), range, texts.get(link.from) ?? '', words));
    }
  return found;
}

const turned = ([from, length, to]: Carry['stretches'][number]): Carry['stretches'][number] => [
  to,
  length,
  from,
];

function covers(ranges: readonly Range[], { start, end }: Range): boolean {
  return ranges.some(range => range.start <= start && range.end >= end);
}

/** Where a range of one text stands in the other. */
function mapped(
  stretches: Carry['stretches'],
  range: Range,
  other: string,
  words: () => SecretWords,
): Range[] {
  const out: Range[] = [];
  let [own, theirs] = [0, 0];
  for (const [from, length, to] of [...stretches, [Number.POSITIVE_INFINITY, 0, other.length] as const]) {
    const gap = { start: theirs, end: to };
    if (from > own && meet([{ start: own, end: from }], [range]) && gap.end > gap.start)
      for (const { start, end } of words().find(other.slice(gap.start, gap.end)))
        out.push({ start: gap.start + start, end: gap.start + end });
    const start = Math.max(from, range.start);
    const end = Math.min(from + length, range.end);
    if (end > start) out.push({ start: start - from + to, end: end - from + to });
    own = from + length;
    theirs = to + length;
    if (own >= range.end) break;
  }
  return out;
}

/** Where the words of a range of one text stand in another, letter by letter. */
function sameWords(text: string, { start, end }: Range, other: string): Range[] {
  const around = end - start < SHORT ? AROUND : 0;
  const from = Math.max(0, start - around);
  const words = text.slice(from, end + around);
  if (words.trim() === '') return [];
  const found: Range[] = [];
  for (let at = other.indexOf(words); at >= 0; at = other.indexOf(words, at + 1))
    found.push({ start: at + start - from, end: at + end - from });
  return found;
}
