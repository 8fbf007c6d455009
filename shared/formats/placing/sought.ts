import type { SoughtQuote } from '../../text/quotes/found-quote.ts';
import type { Span } from '../../text/text-like.ts';

/** What offsets count: UTF-16 code units, Unicode code points, or bytes of UTF-8. */
export type Unit = 'utf16' | 'points' | 'bytes';
export const units: readonly Unit[] = ['utf16', 'points', 'bytes'];

/** A stretch by its numbers, half open. */
export interface Position {
  readonly start: number;
  readonly end: number;
  readonly unit: Unit;
}

/** One stretch of a text, as a file describes it. */
export type Part =
  | {
      readonly by: 'words';
      /** Its numbers; several are alternatives. */
      readonly positions: readonly Position[];
      readonly quote?: SoughtQuote;
      /** The stretch from whose start the numbers count, and within which the words stand. */
      readonly within?: Part;
    }
  /** From the start of one stretch to the start of another. */
  | { readonly by: 'span'; readonly from: Part; readonly to: Part; readonly within?: Part }
  /** Described in a way that means nothing in a plain text. */
  | { readonly by: 'unknown'; readonly says: string };

/** What has to be found in a text. */
export interface Sought {
  /** The stretches that belong together, each with its alternatives: the first that is found counts. */
  readonly parts: readonly (readonly Part[])[];
  /** How the file writes words: white space character by character as spaces, or every run of it as one. */
  readonly spaces?: 'each' | 'runs';
}

/**
 * What was mended: the numbers counted another unit; the words differ in form alone (case, white space, quotation marks,
 * dashes, Unicode form); the words were found elsewhere than the numbers say; they were found although what stands
 * around them is other; what was found is like them, but other words; the text was found by the words.
 */
export type Repair = 'other-unit' | 'folded' | 'by-quote' | 'other-context' | 'edited' | 'by-words';

/** Why words could not be placed. */
export type Lost =
  | 'no-place'
  | 'out-of-range'
  | 'empty'
  | 'not-found'
  | 'ambiguous'
  | 'unknown'
  | 'too-many'
  | 'crossed';

/** What became of something sought. */
export type Placement =
  | {
      readonly found: true;
      /** Ascending, apart, in UTF-16 code units. */
      readonly ranges: readonly Span[];
      readonly repairs: readonly Repair[];
      /** Whether there were words to hold against the numbers. */
      readonly checked: boolean;
    }
  | {
      readonly found: false;
      readonly why: Lost;
      readonly says: string;
      /** Where the words might be, where there are several places. */
      readonly candidates: readonly Span[];
    };
