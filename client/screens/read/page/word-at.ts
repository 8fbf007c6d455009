import type { Span, TextLike } from '../../../../shared/text/text-like.ts';

/** How far to either side a word is looked for, in UTF-16 code units. */
const REACH = 120;
let words: Intl.Segmenter | undefined;

/** @returns the word at an offset, or the sign there where it is none */
export function wordAt(text: TextLike, offset: number): Span {
  words ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  const from = Math.max(0, offset - REACH);
  const around = text.slice(from, Math.min(text.length, offset + REACH));
  const found = words.segment(around).containing(offset - from);
  const start = from + (found?.index ?? offset - from);
  return { start, end: start + (found?.segment.length ?? 1) };
}
