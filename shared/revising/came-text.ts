import type { Alignment } from './alignment.ts';

/** Shorter passages, in UTF-16 code units, are not found. */
export const SHORTEST_FOUND = 4;
const GRAM = SHORTEST_FOUND;
/** Places compared for one passage before it counts as standing everywhere. */
const MOST_LOOKED_AT = 1000;

/**
 * What came with a revision, searchable: the later side of all gaps. Every run of four units is indexed by a hash, so
 * that a passage is found by its rarest run however much came; memory is eight bytes a unit that came.
 */
export class CameText {
  readonly #text: string;
  /** Offsets of indexed runs, bucket after bucket, and where each bucket begins. */
  readonly #places: Int32Array;
  readonly #buckets: Int32Array;
  readonly #mask: number;
  readonly #ends: { readonly starts: Int32Array; readonly ends: Int32Array };

  constructor(alignment: Alignment) {
    this.#text = alignment.after;
    const came = alignment.gaps.map(gap => gap.after).filter(({ start, end }) => end - start >= GRAM);
    this.#ends = {
      starts: Int32Array.from(came, run => run.start),
      ends: Int32Array.from(came, run => run.end),
    };
    let size = 0;
    for (const { start, end } of came) size += end - start - GRAM + 1;
    let bits = 8;
    while (bits < 22 && 1 << bits < size) bits++;
    this.#mask = (1 << bits) - 1;
    const buckets = new Int32Array((1 << bits) + 1);
    for (const { start, end } of came)
      for (let at = start; at <= end - GRAM; at++) buckets[this.#hash(this.#text, at) + 1]!++;
    for (let i = 1; i < buckets.length; i++) buckets[i] = buckets[i]! + buckets[i - 1]!;
    const places = new Int32Array(size);
    const next = buckets.slice(0, -1);
    for (const { start, end } of came)
      for (let at = start; at <= end - GRAM; at++) places[next[this.#hash(this.#text, at)]!++] = at;
    this.#places = places;
    this.#buckets = buckets;
  }

  /**
   * Where a passage stands in text that came, whole and letter for letter, in order.
   * @returns at most `limit` offsets in the later text; none for a passage of less than four units
   */
  find(passage: string, limit: number): number[] {
    let rarest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let i = 0; i <= passage.length - GRAM && i < 200; i++) {
      const bucket = this.#hash(passage, i);
      const count = this.#buckets[bucket + 1]! - this.#buckets[bucket]!;
      if (count < fewest) [rarest, fewest] = [i, count];
    }
    if (rarest < 0 || fewest === 0) return [];
    const bucket = this.#hash(passage, rarest);
    const found: number[] = [];
    const to = Math.min(this.#buckets[bucket + 1]!, this.#buckets[bucket]! + MOST_LOOKED_AT);
    for (let i = this.#buckets[bucket]!; i < to && found.length < limit; i++) {
      const start = this.#places[i]! - rarest;
      if (start >= 0 && this.#text.startsWith(passage, start) && this.#came(start, start + passage.length))
        found.push(start);
    }
    return found;
  }

  /** Whether a range of the later text came as a whole. */
  #came(start: number, end: number): boolean {
    const { starts, ends } = this.#ends;
    let low = -1;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= start) low = middle;
      else high = middle - 1;
    }
    return low >= 0 && end <= ends[low]!;
  }

  #hash(text: string, at: number): number {
    let hash = text.charCodeAt(at);
    hash = Math.imul(hash, 0x9e3779b1) + text.charCodeAt(at + 1);
    hash = Math.imul(hash, 0x9e3779b1) + text.charCodeAt(at + 2);
    hash = Math.imul(hash, 0x9e3779b1) + text.charCodeAt(at + 3);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    return (hash ^ (hash >>> 13)) & this.#mask;
  }
}
