import type { Span } from '../../shared/text/text-like.ts';

/** Writes a stretch of a text, in UTF-16 code units, as the query of an address has it: `120-164`. */
export const rangeToText = ({ start, end }: Span): string => `${start}-${end}`;

/** @returns the stretch that stands in a query; undefined where it is none */
export function rangeFromText(text: string | null): Span | undefined {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? [];
  const range = { start: Number(start), end: Number(end) };
  return range.start < range.end ? range : undefined;
}
