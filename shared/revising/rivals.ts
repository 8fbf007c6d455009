import type { Span } from '../text/text-like.ts';
import type { Mapping } from './mapping.ts';

/** How long a passage may be that is looked for once more beside itself, in UTF-16 code units. */
const LONGEST = 4096;
/** How much of a gap is searched for it. */
const SEARCHED = 1_000_000;

/**
 * Tells where a difference could as well have been drawn otherwise: of two equal lines one went, or one of two equal
 * lines is new, and the texts alone do not say which. For each gap it knows how much of the stretch on either side of
 * it stands once more within the gap.
 */
export class Rivals {
  readonly #mapping: Mapping;
  readonly #before: Int32Array;
  readonly #after: Int32Array;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    const { length } = mapping.alignment.gaps;
    this.#before = new Int32Array(length).fill(-1);
    this.#after = new Int32Array(length).fill(-1);
  }

  /** How many units right before a gap stand once more within it, on either side. */
  repeatedBefore(gap: number): number {
    const known = this.#before[gap]!;
    if (known >= 0) return known;
    const { alignment } = this.#mapping;
    const { before, after } = alignment.gaps[gap]!;
    const stretch = alignment.stretches[this.#mapping.stretchBefore(gap)];
    let repeated = 0;
    if (stretch) {
      const most = Math.min(LONGEST, stretch.length, Math.max(lengthOf(before), lengthOf(after)));
      const needle = reversed(alignment.before, before.start - most, before.start);
      for (const [text, { start, end }] of sides(this.#mapping, gap))
        repeated = Math.max(
          repeated,
          longestHead(needle, reversed(text, Math.max(start, end - SEARCHED), end)),
        );
    }
    this.#before[gap] = repeated;
    return repeated;
  }

  /** How many units right after a gap stand once more within it, on either side. */
  repeatedAfter(gap: number): number {
    const known = this.#after[gap]!;
    if (known >= 0) return known;
    const { alignment } = this.#mapping;
    const { before, after } = alignment.gaps[gap]!;
    const stretch = alignment.stretches[this.#mapping.stretchBefore(gap) + 1];
    let repeated = 0;
    if (stretch) {
      const most = Math.min(LONGEST, stretch.length, Math.max(lengthOf(before), lengthOf(after)));
      const needle = units(alignment.before, before.end, before.end + most);
      for (const [text, { start, end }] of sides(this.#mapping, gap))
        repeated = Math.max(
          repeated,
          longestHead(needle, units(text, start, Math.min(end, start + SEARCHED))),
        );
    }
    this.#after[gap] = repeated;
    return repeated;
  }
}

const lengthOf = ({ start, end }: Span): number => end - start;

function sides(mapping: Mapping, gap: number): [string, Span][] {
  const { alignment } = mapping;
  const { before, after } = alignment.gaps[gap]!;
  return [
    [alignment.before, before],
    [alignment.after, after],
  ];
}

function units(text: string, start: number, end: number): Uint16Array {
  const list = new Uint16Array(end - start);
  for (let i = start; i < end; i++) list[i - start] = text.charCodeAt(i);
  return list;
}

const reversed = (text: string, start: number, end: number): Uint16Array => units(text, start, end).reverse();

/** The length of the longest head of `needle` that stands anywhere in `hay`; Knuth, Morris and Pratt's search. */
function longestHead(needle: Uint16Array, hay: Uint16Array): number {
  if (needle.length === 0 || hay.length === 0) return 0;
  const back = new Int32Array(needle.length);
  for (let i = 1, k = 0; i < needle.length; i++) {
    while (k > 0 && needle[i] !== needle[k]) k = back[k - 1]!;
    if (needle[i] === needle[k]) k++;
    back[i] = k;
  }
  let longest = 0;
  for (let i = 0, k = 0; i < hay.length; i++) {
    while (k > 0 && (k === needle.length || hay[i] !== needle[k])) k = back[k - 1]!;
    if (hay[i] === needle[k]) k++;
    if (k > longest) longest = k;
  }
  return longest;
}
