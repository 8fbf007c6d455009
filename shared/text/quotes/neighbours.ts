import { headLikeness } from '../approximate.ts';
import { formOf } from '../form.ts';
import type { Span } from '../text-like.ts';

/** Units next to the words that must agree where the words alone do not tell. */
const ADJOINING = 12;
const HALF = 0.5;

/** What stood before and after a quote, in its form, held against what stands around places. */
export class Neighbours {
  readonly prefix: string;
  readonly suffix: string;
  readonly #text: string;

  /** @param text in which the places lie */
  constructor(text: string, prefix: string | undefined, suffix: string | undefined) {
    this.#text = text;
    this.prefix = formOf(prefix ?? '');
    this.suffix = formOf(suffix ?? '');
  }

  /** Whether nothing is known of them. */
  get areUnknown(): boolean {
    return this.prefix.trim() === '' && this.suffix.trim() === '';
  }

  /** @returns whether all of them stand around a place, and how many letters next to it agree */
  agreement(place: Span): { readonly whole: boolean; readonly letters: number } {
    const before = agreeing(backwards(this.prefix), backwards(this.#before(place)));
    const after = agreeing(this.suffix.trim(), this.#after(place).trimStart());
    return { whole: before.whole && after.whole, letters: before.letters + after.letters };
  }

  /** @returns how like them what stands around a place is, 0 to 1 */
  likeness(place: Span): number {
    const sides: number[] = [];
    if (this.prefix) sides.push(headLikeness(backwards(this.prefix), backwards(this.#before(place))));
    if (this.suffix) sides.push(headLikeness(this.suffix, this.#after(place)));
    return sides.reduce((sum, side) => sum + side, 0) / Math.max(1, sides.length);
  }

  /** Whether every side that is known agrees with a place next to it, as far as there is text to say so. */
  mayBeAround(place: Span): boolean {
    const agrees = (known: string, there: string) => {
      const length = Math.min(ADJOINING, known.length, there.length);
      return length === 0 || headLikeness(known.slice(0, length), there) >= HALF;
    };
    return (
      agrees(backwards(this.prefix), backwards(this.#before(place))) &&
      agrees(this.suffix, this.#after(place))
    );
  }

  #before({ start }: Span): string {
    return formOf(this.#text.slice(Math.max(0, start - 2 * this.prefix.length - 8), start));
  }

  #after({ end }: Span): string {
    return formOf(this.#text.slice(end, end + 2 * this.suffix.length + 8));
  }
}

function agreeing(known: string, there: string): { whole: boolean; letters: number } {
  let letters = 0;
  while (letters < Math.min(known.length, there.length) && known[letters] === there[letters]) letters++;
  // White space at the far end is often cut or folded away.
  return { whole: known.slice(letters).trim() === '', letters };
}

const backwards = (text: string): string => [...text.trimEnd()].reverse().join('');
