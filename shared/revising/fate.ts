import { z } from 'zod';
import { Quote, Range } from '../model/anchor.ts';
import { AnchorState } from '../model/claim.ts';

/** A place in the new text where an anchor could stand. */
export const Candidate = z.strictObject({
  ranges: z.array(Range).min(1).max(100),
  quote: Quote,
});
export type Candidate = z.infer<typeof Candidate>;

/** Why an anchor has the fate it has, by code; interfaces say it in their language. */
export const FateReason = z.enum([
  /** Neither the words nor what stands around them changed. */
  'untouched',
  /** The words are unchanged, what stands before them is not. */
  'before-changed',
  'after-changed',
  /** The words stand once in text that came, as they stood in text that went. */
  'moved',
  /** The words stand there several times, or both where they stood and elsewhere. */
  'several-places',
  /** Some of the words were replaced, taken out, or others put between them. */
  'words-changed',
  /** Only spaces, quotation marks, dashes, case or the Unicode form differ. */
  'form-changed',
  /** The words and everything around them are gone. */
  'words-gone',
]);
export type FateReason = z.infer<typeof FateReason>;

/**
 * What became of an anchor in another revision of its document. It is derived from the two texts and the anchor alone.
 * `intact` and `shifted` have one candidate and need nobody; of all others a person is asked: `relocated`,
 * `context-changed` and `edited` have one candidate, `ambiguous` two or more, the likeliest first, `deleted` none.
 */
export const Fate = z.strictObject({
  state: AnchorState,
  reasons: z.array(FateReason).min(1),
  candidates: z.array(Candidate).max(20),
});
export type Fate = z.infer<typeof Fate>;
