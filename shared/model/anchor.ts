import { z } from 'zod';
import { Id } from './ids.ts';

/** Half-open `[start, end)` in UTF-16 code units of a revision's decoded text; never empty. */
export const Range = z
  .strictObject({ start: z.int().min(0), end: z.int().min(1) })
  .refine(range => range.end > range.start, { message: 'a range must end after it starts' });
export type Range = z.infer<typeof Range>;

/** Longest quote kept with an anchor, in UTF-16 code units. */
export const QUOTE_LIMIT = 100_000;
/** Units of text kept on either side of a quote. */
export const QUOTE_CONTEXT = 32;

/** The words that pin an anchor: the ranges' own text, and up to 32 units before and after. */
export const Quote = z.strictObject({
  exact: z.string().max(QUOTE_LIMIT),
  prefix: z.string().max(4 * QUOTE_CONTEXT),
  suffix: z.string().max(4 * QUOTE_CONTEXT),
});
export type Quote = z.infer<typeof Quote>;

/** Where words stand: a document, one revision of it, ranges in order without overlap, and the quote. */
export const Anchor = z.strictObject({
  documentId: Id,
  revision: Id,
  ranges: z
    .array(Range)
    .min(1)
    .max(100)
    .refine(ranges => ranges.every((range, i) => i === 0 || range.start >= ranges[i - 1]!.end), {
      message: 'ranges must stand in text order and must not overlap',
    }),
  quote: Quote,
});
export type Anchor = z.infer<typeof Anchor>;

/** @returns the first unit and the one after the last unit that the anchor's ranges cover. */
export function hull(anchor: Anchor): Range {
  return { start: anchor.ranges[0]!.start, end: anchor.ranges[anchor.ranges.length - 1]!.end };
}
