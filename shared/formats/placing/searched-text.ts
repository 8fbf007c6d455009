import { CodePoints } from '../../text/code-points.ts';
import { QuoteFinder } from '../../text/quotes/quote-finder.ts';
import { type Span, splitsPair } from '../../text/text-like.ts';
import type { Position } from './sought.ts';

/** A text in which stretches are looked up by numbers of any unit. */
export class SearchedText {
  readonly text: string;
  #points: CodePoints | undefined;
  #bytes: Uint32Array | undefined;
  #quotes: QuoteFinder | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** @returns the stretch in UTF-16 code units, or undefined where the text has no such stretch. */
  at({ start, end, unit }: Position): Span | undefined {
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start) return undefined;
    const span = { start: this.#toUtf16(start, unit), end: this.#toUtf16(end, unit) };
    if (span.start < 0 || span.end < 0) return undefined;
    return splitsPair(this.text, span.start) || splitsPair(this.text, span.end) ? undefined : span;
  }

  /** Finds quotes in the text. */
  get quotes(): QuoteFinder {
    this.#quotes ??= new QuoteFinder(this.text);
    return this.#quotes;
  }

  get #codePoints(): CodePoints {
    this.#points ??= new CodePoints(this.text);
    return this.#points;
  }

  #toUtf16(offset: number, unit: Position['unit']): number {
    if (unit === 'utf16') return offset <= this.text.length ? offset : -1;
    if (unit === 'points') return offset <= this.#codePoints.length ? this.#codePoints.toUtf16(offset) : -1;
    return this.#fromByte(offset);
  }

  /** Looks the byte up among the offsets at which each UTF-16 unit begins. */
  #fromByte(offset: number): number {
    this.#bytes ??= byteStarts(this.text);
    let low = 0;
    let high = this.#bytes.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#bytes[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return this.#bytes[low] === offset ? low : -1;
  }
}

function byteStarts(text: string): Uint32Array {
  const starts = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    starts[i] = bytes;
    const unit = text.charCodeAt(i);
    // Either half of a pair is two bytes of four.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  starts[text.length] = bytes;
  return starts;
}
