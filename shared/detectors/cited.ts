import { citationsOf } from '../citations/found-citation.ts';
import type { Span } from '../text/text-like.ts';
import type { CheckedText } from './checked-text.ts';

/**
 * The stretches of a text that are citations, in its order and apart: dates and numbers in them are fields of theirs.
 * Addresses are among them; the words that are shown for a link are not.
 */
export function citedSpans(text: CheckedText): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end, form, address } of text.once(citationsOf)) {
    const span = form === 'link' && address ? address : { start, end };
    const last = spans.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else spans.push({ start: span.start, end: span.end });
  }
  return spans;
}

/** @returns whether a stretch lies in one of the spans, which stand in order and apart; asked in any order */
export function liesIn(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < end;
}
