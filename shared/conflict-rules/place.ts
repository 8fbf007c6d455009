import type { CheckedText } from '../detectors/checked-text.ts';
import type { FoundSpan } from './finding.ts';
import type { Mention } from './mention.ts';

/** Compares by UTF-16 code units, whatever the locale. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders things by document, then by where they stand. */
export function byPlace(
  a: { readonly documentId: string; readonly start: number; readonly end?: number },
  b: { readonly documentId: string; readonly start: number; readonly end?: number },
): number {
  return byCode(a.documentId, b.documentId) || a.start - b.start || (a.end ?? 0) - (b.end ?? 0);
}

/** @returns where a mention begins and ends. */
export function hullOf(mention: Mention): { start: number; end: number } {
  return { start: mention.ranges[0]!.start, end: mention.ranges[mention.ranges.length - 1]!.end };
}

/** Orders mentions by document and place; the id decides between two at one place. */
export function byMention(a: Mention, b: Mention): number {
  return (
    byCode(a.documentId, b.documentId) ||
    a.ranges[0]!.start - b.ranges[0]!.start ||
    a.ranges[a.ranges.length - 1]!.end - b.ranges[b.ranges.length - 1]!.end ||
    byCode(a.id, b.id)
  );
}

/** @returns the spans of a mention: one for each of its ranges. */
export function spansOf(mention: Mention, text: CheckedText | undefined): FoundSpan[] {
  const { documentId, claimId, type, ranges, quote } = mention;
  return ranges.map(({ start, end }) => ({
    documentId,
    start,
    end,
    quote: text?.text.slice(start, end) ?? quote,
    type,
    ...(claimId === undefined ? {} : { claimId }),
  }));
}

/** @returns the span of a stretch of a text. */
export function spanAt(text: CheckedText, start: number, end: number): FoundSpan {
  return { documentId: text.documentId, start, end, quote: text.text.slice(start, end) };
}
