import { type Span, splitsPair, type TextLike } from './text-like.ts';

/** The words at an anchor and some of the text on either side, as the W3C text quote selector has them. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Stands between the parts of a discontinuous quote. The parts are never compared through it. */
export const PART_DIVIDER = ' … ';

/** Length of prefix and suffix, in UTF-16 code units. */
export const CONTEXT = 32;

const exactOf = (text: TextLike, ranges: readonly Span[]): string =>
  ranges.map(range => text.slice(range.start, range.end)).join(PART_DIVIDER);

/**
 * The quote that pins `ranges` (sorted, at least one): their words, joined by " … " where there are
 * several, the text before the first and the text after the last, up to `context` UTF-16 code units each.
 * Neither side begins or ends within a surrogate pair, so one may be a unit shorter.
 */
export function quoteOf(text: TextLike, ranges: readonly Span[], context: number = CONTEXT): Quote {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last) throw new RangeError('A quote needs at least one range.');
  let from = Math.max(0, first.start - context);
  if (splitsPair(text, from)) from++;
  let to = Math.min(text.length, last.end + context);
  if (splitsPair(text, to)) to--;
  return {
    exact: exactOf(text, ranges),
    prefix: text.slice(Math.min(from, first.start), first.start),
    suffix: text.slice(last.end, Math.max(to, last.end)),
  };
}

/** Which parts of a quote are still found at its ranges. */
export interface QuoteCheck {
  readonly exact: boolean;
  readonly prefix: boolean;
  readonly suffix: boolean;
}

/**
 * Compares a stored quote with what stands at the ranges. A prefix or suffix shorter than the text around
 * is compared as far as it goes. Ranges outside the text are found nowhere.
 */
export function verifyQuote(text: TextLike, ranges: readonly Span[], quote: Quote): QuoteCheck {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last || ranges.some(r => r.start < 0 || r.end > text.length || r.start > r.end))
    return { exact: false, prefix: false, suffix: false };
  return {
    exact: exactOf(text, ranges) === quote.exact,
    prefix: text.slice(Math.max(0, first.start - quote.prefix.length), first.start) === quote.prefix,
    suffix: text.slice(last.end, last.end + quote.suffix.length) === quote.suffix,
  };
}
