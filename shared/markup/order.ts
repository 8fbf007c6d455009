import type { Span } from '../text/text-like.ts';

/** Sorts spans by start, what holds another one first. */
export const inOrder = <T extends Span>(spans: T[]): T[] =>
  spans.sort((a, b) => a.start - b.start || b.end - a.end);

/** A span without the white space at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
