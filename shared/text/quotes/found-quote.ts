import type { Span } from '../text-like.ts';

/** The words sought, and what stood before and after them where that is known. */
export interface SoughtQuote {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/**
 * Where a quote was found, in UTF-16 code units, and how: the same words; the same but for their form (case, spaces,
 * quotation marks, dashes, Unicode form); or other words, which stand where the quote's neighbours stand, which are the
 * quote with a part cut out, or which differ in a few letters. What is `edited` must be told to a person.
 */
export interface FoundQuote extends Span {
  readonly found: true;
  readonly how: 'exact' | 'form' | 'edited';
  /** Whether all that the quote says of its neighbours stands there, in whatever form. */
  readonly isAmongSame: boolean;
}

/**
 * Why no place of a quote is told: its words are nowhere; they are in several places, with nothing to tell which is
 * meant; or in one, among other neighbours, and by themselves say too little to be taken for the same.
 */
export interface LostQuote {
  readonly found: false;
  readonly why: 'nowhere' | 'several' | 'elsewhere';
  /** Where the words stand, the likeliest first; not all where there are many. */
  readonly candidates: readonly Span[];
}
