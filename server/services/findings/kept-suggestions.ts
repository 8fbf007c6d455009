import type { Suggestion } from '../../../shared/detectors/suggestion.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import type { Kept, KeptSuggestions } from './messages.ts';

/** Most suggestions that are kept of one document. */
const MOST_KEPT = 5000;

/**
 * Takes those suggestions that are most worth checking, in text order, each with the text around it.
 * @param text that they were made of
 * @returns as many as are kept, and how many there were
 */
export function keptOf(
  suggestions: Iterable<Suggestion>,
  text: string,
  most: number = MOST_KEPT,
): KeptSuggestions {
  const all = [...suggestions];
  const worthiest =
    all.length > most ? all.sort((a, b) => b.worth - a.worth || byPlace(a, b)).slice(0, most) : all;
  return { found: all.length, suggestions: worthiest.sort(byPlace).map(one => kept(one, text)) };
}

function kept({ documentId: _, ...suggestion }: Suggestion, text: string): Kept {
  const { prefix, suffix } = quoteOf(text, suggestion.ranges);
  return { ...(suggestion as unknown as Omit<Kept, 'prefix' | 'suffix'>), prefix, suffix };
}

function byPlace(a: Suggestion, b: Suggestion): number {
  const [one, other] = [a.ranges[0]!, b.ranges[0]!];
  return one.start - other.start || other.end - one.end || (a.key < b.key ? -1 : 1);
}
