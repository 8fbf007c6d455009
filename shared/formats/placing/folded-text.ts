import { indexesOf } from './indexes-of.ts';
import { DOUBLE, SINGLE } from './words.ts';

const FOLDED = new RegExp(`\\s+|[${SINGLE}]|[${DOUBLE}]`, 'g');

/** A text in which each run of white space is one space and all quotation marks are plain ones. */
export class FoldedText {
  readonly #text: string;
  /** Where each unit of the folded text begins in the text, and the end of the text. */
  readonly #starts: Uint32Array;

  constructor(text: string) {
    const starts = new Uint32Array(text.length + 1);
    let folded = '';
    let at = 0;
    let count = 0;
    const keep = (to: number) => {
      for (let i = at; i < to; i++) starts[count++] = i;
    };
    for (const { 0: found, index } of text.matchAll(FOLDED)) {
      keep(index);
      folded += text.slice(at, index) + foldedSign(found);
      starts[count++] = index;
      at = index + found.length;
    }
    keep(text.length);
    starts[count++] = text.length;
    this.#text = folded + text.slice(at);
    this.#starts = starts.subarray(0, count);
  }

  /** @returns every place of words, half-open in units of the text itself, whatever white space and quotation marks they have */
  *places(words: string): Generator<{ start: number; end: number }> {
    const sought = words.trim().replace(FOLDED, foldedSign);
    for (const index of indexesOf(this.#text, sought))
      yield { start: this.#starts[index]!, end: this.#starts[index + sought.length - 1]! + 1 };
  }
}

const foldedSign = (found: string): string =>
  SINGLE.includes(found) ? "'" : DOUBLE.includes(found) ? '"' : ' ';
