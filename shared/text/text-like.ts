/**
 * The part of a string that the functions of this folder need. A plain string is one; a text that lies in
 * pieces can offer the same without being joined. Offsets are UTF-16 code units.
 */
export interface TextLike {
  readonly length: number;
  slice(start: number, end: number): string;
}

/** Half-open range `[start, end)` in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the unit is the first half of a surrogate pair. */
export const isLead = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** Whether the unit is the second half of a surrogate pair. */
export const isTrail = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether an offset would cut a surrogate pair of `text` in two. */
export function splitsPair(text: TextLike, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const around = text.slice(offset - 1, offset + 1);
  return isLead(around.charCodeAt(0)) && isTrail(around.charCodeAt(1));
}
