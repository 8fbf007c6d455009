import type { Query } from '../../shared/search/query.ts';
import { isBlank, placesOfPhrases } from '../../shared/search/query.ts';
import { merged, wordsOf } from '../../shared/search/words.ts';
import type { Span } from '../../shared/text/text-like.ts';

/** @returns where a text has what is sought, each word as the beginning of one of its own; undefined where it lacks something */
export function fits(text: string, query: Query): Span[] | undefined {
  if (isBlank(query)) return [];
  const phrases = placesOfPhrases(text, query.phrases);
  if (!phrases) return undefined;
  const words = wordsOf(text);
  const places = [...phrases];
  for (const sought of query.words) {
    const found = words.filter(({ folded }) => folded.startsWith(sought));
    if (found.length === 0) return undefined;
    for (const { start, folded, end } of found)
      places.push({ start, end: folded.length === end - start ? start + sought.length : end });
  }
  return merged(places);
}
