import { edgeAtOrBefore } from './graphemes.ts';
import type { Span, TextLike } from './text-like.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language);
  if (!found) {
    try {
      found = new Intl.Segmenter(language, { granularity: 'word' });
    } catch {
      found = new Intl.Segmenter('und', { granularity: 'word' });
    }
    segmenters.set(language, found);
  }
  return found;
}

/** How much text on either side is looked at, in UTF-16 code units. A longer word ends there. */
const REACH = 400;

function* wordsAround(text: TextLike, offset: number, language: string): Generator<Span> {
  let from = Math.max(0, offset - REACH);
  const space = /\s/.exec(text.slice(from, offset));
  from = from === 0 ? 0 : space ? from + space.index : edgeAtOrBefore(text, from);
  const to = edgeAtOrBefore(text, Math.min(text.length, offset + REACH));
  for (const part of segmenter(language).segment(text.slice(from, to)))
    if (part.isWordLike) yield { start: from + part.index, end: from + part.index + part.segment.length };
}

/**
 * The end of the first word that ends after `offset`; the end of the text where there is none.
 * `language` is a BCP 47 tag; it matters where words are not divided by spaces.
 */
export function nextWordEnd(text: TextLike, offset: number, language = 'und'): number {
  for (let at = offset; at < text.length; at += REACH)
    for (const word of wordsAround(text, at, language)) if (word.end > offset) return word.end;
  return text.length;
}

/** The start of the last word that starts before `offset`; 0 where there is none. */
export function previousWordStart(text: TextLike, offset: number, language = 'und'): number {
  for (let at = offset; at > 0; at -= REACH) {
    let found = -1;
    for (const word of wordsAround(text, at, language)) if (word.start < offset) found = word.start;
    if (found >= 0) return found;
  }
  return 0;
}

/** The word that holds or touches `offset`, or null between words. */
export function wordAt(text: TextLike, offset: number, language = 'und'): Span | null {
  let touching: Span | null = null;
  for (const word of wordsAround(text, offset, language)) {
    if (word.start <= offset && offset < word.end) return word;
    if (word.end === offset) touching = word;
  }
  return touching;
}
