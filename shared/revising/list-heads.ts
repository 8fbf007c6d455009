import { formOf } from '../text/form.ts';
import { Numbers } from './numbers.ts';

const ITEM = /^[ \t]*(?:[*•‣◦–—-]+[ \t]*\S|\d{1,3}[.)][ \t])/;
const COLON = /[:：][*_'"”»\])]*$/;
/** As much of a head is compared, from its end, in UTF-16 code units. */
const LONGEST = 120;

/**
 * What the lists of a text stand under: a line that ends in a colon, or a heading. An item says another thing under
 * "Present:" than under "Absent:", though nothing on its own line changed.
 */
export class ListHeads {
  /** Where items begin and end, and which head each has: the number of one of `#heads`, 0 for none. */
  readonly #starts = new Numbers();
  readonly #ends = new Numbers();
  readonly #under = new Numbers();
  readonly #heads: string[] = [''];

  constructor(text: string) {
    let head = 0;
    for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
      if (line.trim() === '') continue;
      if (ITEM.test(line)) {
        this.#starts.push(index);
        this.#ends.push(index + line.length);
        this.#under.push(head);
      } else {
        const end = line.slice(-LONGEST).trimEnd();
        const isHead =
          COLON.test(end) || line.startsWith('# ') || line.startsWith('##') || isWikiHeading(line, end);
        head = isHead ? this.#heads.push(formOf(end).trim()) - 1 : 0;
      }
    }
  }

  /** The form of the line under which the item stands that holds an offset; empty where there is none. */
  headOf(offset: number): string {
    let low = -1;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts.at(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    if (low < 0 || offset >= this.#ends.at(low)) return '';
    return this.#heads[this.#under.at(low)]!;
  }
}

const isWikiHeading = (line: string, end: string): boolean => line.startsWith('=') && end.endsWith('=');
