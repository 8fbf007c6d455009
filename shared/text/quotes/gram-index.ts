import type { Span } from '../text-like.ts';

/** Units of the runs that are indexed. */
const GRAM = 4;
/** Places compared for one passage and each phase of the index before it counts as standing everywhere. */
export const MOST_LOOKED_AT = 1000;
/** How far into a long passage its rarest run is sought. */
const SOUGHT = 200;

/**
 * Finds passages letter for letter in parts of a text, by a hash of every run of four units that begins at a multiple
 * of `step`: a passage is looked for at the places of its rarest runs only. Memory is about eight bytes for each such
 * run.
 */
export class GramIndex {
  /** Shorter passages, in UTF-16 code units, are not found. */
  readonly shortest: number;
  readonly #text: string;
  readonly #step: number;
  /** Offsets of indexed runs, bucket after bucket, and where each bucket begins. */
  readonly #places: Int32Array;
  readonly #buckets: Int32Array;
  readonly #mask: number;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;

  /** @param parts ascending and apart, in UTF-16 code units: what is found lies within one of them */
  constructor(text: string, parts: readonly Span[], step: number) {
    this.shortest = GRAM + step - 1;
    this.#text = text;
    this.#step = step;
    const long = parts.filter(({ start, end }) => end - start >= GRAM);
    this.#starts = Int32Array.from(long, part => part.start);
    this.#ends = Int32Array.from(long, part => part.end);
    let size = 0;
    for (const part of long) size += Math.ceil((part.end - GRAM + 1 - this.#firstIn(part)) / step);
    let bits = 8;
    while (bits < 22 && (1 << bits) * step < size) bits++;
    this.#mask = (1 << bits) - 1;
    const buckets = new Int32Array((1 << bits) + 1);
    for (const part of long)
      for (let at = this.#firstIn(part); at <= part.end - GRAM; at += step)
        buckets[this.#hash(text, at) + 1]!++;
    for (let i = 1; i < buckets.length; i++) buckets[i] = buckets[i]! + buckets[i - 1]!;
    const places = new Int32Array(size);
    const next = buckets.slice(0, -1);
    for (const part of long)
      for (let at = this.#firstIn(part); at <= part.end - GRAM; at += step)
        places[next[this.#hash(text, at)]!++] = at;
    this.#places = places;
    this.#buckets = buckets;
  }

  /** How many places have to be compared to find a passage. */
  looksFor(passage: string): number {
    return this.#rarestIn(passage).reduce((sum, { from, to }) => sum + to - from, 0);
  }

  /**
   * Where a passage stands, in order; they may overlap. Of one that has to be compared at more than `MOST_LOOKED_AT`
   * places some may be missing.
   * @returns at most `most` offsets; none for a passage that is too short
   */
  places(passage: string, most: number): number[] {
    const found: number[] = [];
    for (const { at, from, to } of this.#rarestIn(passage)) {
      let here = 0;
      for (let i = from; i < Math.min(to, from + MOST_LOOKED_AT) && here < most; i++) {
        const start = this.#places[i]! - at;
        if (start < 0 || !this.#text.startsWith(passage, start)) continue;
        if (!this.#isWithin(start, start + passage.length)) continue;
        found.push(start);
        here++;
      }
    }
    return this.#step === 1 ? found : found.sort((a, b) => a - b).slice(0, most);
  }

  /** The rarest run of a passage for each phase in which the passage can stand to the index. */
  #rarestIn(passage: string): { at: number; from: number; to: number }[] {
    const rarest: { at: number; from: number; to: number }[] = [];
    for (let at = 0; at <= passage.length - GRAM && at < SOUGHT; at++) {
      const bucket = this.#hash(passage, at);
      const from = this.#buckets[bucket]!;
      const to = this.#buckets[bucket + 1]!;
      const phase = at % this.#step;
      const best = rarest[phase];
      if (!best || to - from < best.to - best.from) rarest[phase] = { at, from, to };
    }
    return passage.length < this.shortest ? [] : rarest;
  }

  #firstIn({ start }: Span): number {
    return Math.ceil(start / this.#step) * this.#step;
  }

  #isWithin(start: number, end: number): boolean {
    let low = -1;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= start) low = middle;
      else high = middle - 1;
    }
    return low >= 0 && end <= this.#ends[low]!;
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
