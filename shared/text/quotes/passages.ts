import type { Span } from '../text-like.ts';
import { GramIndex, MOST_LOOKED_AT } from './gram-index.ts';
import { indexesOf } from './indexes-of.ts';

/** In a shorter text an index does not pay. */
const LONG = 50_000;
/** Passages that are sought in a long text before an index of it is made. */
const SOUGHT_BEFORE = 8;
/** Every so many units of a whole text are indexed. */
const STEP = 4;

/** Where passages stand letter for letter: in a whole text, or in parts of one. */
export class Passages {
  readonly text: string;
  readonly #parts: readonly Span[] | undefined;
  #index: GramIndex | undefined;
  #sought = 0;

  /** @param parts ascending and apart, in UTF-16 code units; the whole text where none are given */
  constructor(text: string, parts?: readonly Span[]) {
    this.text = text;
    this.#parts = parts;
  }

  /**
   * @returns at most `most` offsets, ascending; they may overlap. In parts of a text nothing of less than four units is
   * found, and of what stands there a thousand times some may be missing.
   */
  places(passage: string, most: number): number[] {
    if (this.#parts) {
      this.#index ??= new GramIndex(this.text, this.#parts, 1);
      return this.#index.places(passage, most);
    }
    const index = this.#worthwhile;
    if (index && passage.length >= index.shortest && index.looksFor(passage) <= MOST_LOOKED_AT)
      return index.places(passage, most);
    const found: number[] = [];
    for (const at of indexesOf(this.text, passage)) {
      if (found.length === most) break;
      found.push(at);
    }
    return found;
  }

  /** What stands between two passages, if they stand so once: the second at most `reach` units after the first. */
  between(head: string, tail: string, reach: number, most: number): Span | undefined {
    const found: Span[] = [];
    for (const at of this.places(head, most)) {
      const start = at + head.length;
      const length = this.text.slice(start, start + reach + tail.length).indexOf(tail);
      if (length > 0) found.push({ start, end: start + length });
    }
    return found.length === 1 ? found[0] : undefined;
  }

  get #worthwhile(): GramIndex | undefined {
    if (!this.#index && this.text.length >= LONG && ++this.#sought > SOUGHT_BEFORE)
      this.#index = new GramIndex(this.text, [{ start: 0, end: this.text.length }], STEP);
    return this.#index;
  }
}
