import type { Span } from '../../text/text-like.ts';

/** A sentence: a line of the text with its tokens, which neither overlap nor begin or end with white space. */
export interface Sentence extends Span {
  readonly tokens: readonly Span[];
}

/** @returns the sentences of a text: its lines without the white space around them; what is between them is white space */
export function* sentencesOf(text: string, language: string): Generator<Sentence> {
  const words = segmenter(language);
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const start = index + line.length - line.trimStart().length;
    const end = index + line.trimEnd().length;
    if (end <= start) continue;
    const tokens: Span[] = [];
    for (const { segment, index: at } of words.segment(text.slice(start, end)))
      if (segment.trim() !== '') tokens.push(...apart(segment, start + at));
    yield { start, end, tokens };
  }
}

/** A segment may hold white space beside other characters; none of its parts does. */
function apart(segment: string, at: number): Span[] {
  return [...segment.matchAll(/\S+/g)].map(({ 0: part, index }) => ({
    start: at + index,
    end: at + index + part.length,
  }));
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}
