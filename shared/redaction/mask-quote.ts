import type { Anchor, Quote, Range } from '../model/anchor.ts';
import { PART_DIVIDER } from '../text/quote.ts';
import { blockOut } from './block.ts';

/**
 * Blocks out of a quote what stands in ranges of the text it was taken from.
 * @param places the anchor's own ranges in that text
 * @param gone what is taken away of that text, sorted
 */
export function maskQuote(quote: Quote, places: readonly Range[], gone: readonly Range[]): Quote {
  const first = places[0]!;
  const last = places.at(-1)!;
  let at = 0;
  let { exact } = quote;
  for (const { start, end } of places) {
    exact = blockAt(exact, at, { start, end }, gone);
    at += end - start + PART_DIVIDER.length;
  }
  const { prefix, suffix } = quote;
  return {
    exact,
    prefix: blockAt(prefix, 0, { start: first.start - prefix.length, end: first.start }, gone),
    suffix: blockAt(suffix, 0, { start: last.end, end: last.end + suffix.length }, gone),
  };
}

/** Blocks out of words that stand at a span of the text; they begin at `at` in `words`. */
function blockAt(words: string, at: number, span: Range, gone: readonly Range[]): string {
  const inside = gone
    .map(({ start, end }) => ({
      start: Math.max(start, span.start) - span.start + at,
      end: Math.min(end, span.end) - span.start + at,
    }))
    .filter(({ start, end }) => end > start);
  return inside.length === 0 ? words : blockOut(words, inside);
}

/** @returns an anchor with what is gone of its revision's text blocked out of its quote; the same one where nothing is */
export function maskAnchor(anchor: Anchor, gone: readonly Range[] | undefined): Anchor {
  if (!gone) return anchor;
  return { ...anchor, quote: maskQuote(anchor.quote, anchor.ranges, gone) };
}
