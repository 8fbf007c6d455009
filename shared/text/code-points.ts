import { isLead, isTrail } from './text-like.ts';

/** A checkpoint is kept for every so many UTF-16 code units. */
const STEP = 4096;

/**
 * Converts between UTF-16 offsets and code point offsets of one text. Building it reads the text once; a
 * conversion then reads at most 4,096 units. A surrogate without its other half counts as one code point.
 */
export class CodePoints {
  readonly #text: string;
  /** Code points before unit `i * STEP`; a pair that straddles the checkpoint counts before it. */
  readonly #before: Uint32Array;
  /** Length of the text in code points. */
  readonly length: number;

  constructor(text: string) {
    this.#text = text;
    this.#before = new Uint32Array(Math.floor(text.length / STEP) + 1);
    let points = 0;
    for (let i = 0; i < text.length; i++) {
      if (i % STEP === 0) this.#before[i / STEP] = points;
      if (!this.#isInner(i)) points++;
    }
    if (text.length % STEP === 0) this.#before[text.length / STEP] = points;
    this.length = points;
  }

  /** The code points that begin before a UTF-16 offset. Inside a pair it gives the end of the pair. */
  fromUtf16(offset: number): number {
    const to = Math.min(Math.max(0, offset), this.#text.length);
    const block = Math.floor(to / STEP);
    let points = this.#before[block]!;
    for (let i = block * STEP; i < to; i++) if (!this.#isInner(i)) points++;
    return points;
  }

  /** The UTF-16 offset at which the code point with this number begins; the end of the text beyond it. */
  toUtf16(point: number): number {
    if (point >= this.length) return this.#text.length;
    let low = 0;
    let high = this.#before.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#before[middle]! <= point) low = middle;
      else high = middle - 1;
    }
    let points = this.#before[low]!;
    for (let i = low * STEP; i < this.#text.length; i++) {
      if (this.#isInner(i)) continue;
      if (points === point) return i;
      points++;
    }
    return this.#text.length;
  }

  #isInner(i: number): boolean {
    return i > 0 && isTrail(this.#text.charCodeAt(i)) && isLead(this.#text.charCodeAt(i - 1));
  }
}
