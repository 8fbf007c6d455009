import type { Span } from '../text/text-like.ts';
import { foldForSearch, isUnspaced, unfolded, wordsOf } from './words.ts';

/** What is sought: words that must all be there, and phrases, words in a row. All are without case and accents. */
export interface Query {
  readonly words: readonly string[];
  readonly phrases: readonly Phrase[];
}

/** Words in a row. One that is still being written may end within a word. */
export interface Phrase {
  readonly text: string;
  readonly isOpen: boolean;
}

const MOST_WORDS = 16;

/** Reads what somebody has typed: words, and phrases in quotation marks of any kind; the last one may be unclosed. */
export function readQuery(typed: string): Query {
  const words: string[] = [];
  const phrases: Phrase[] = [];
  const parts = foldForSearch(typed).text.split('"');
  parts.forEach((part, i) => {
    const text = part.trim().replace(/ +/g, ' ');
    if (i % 2 === 0) words.push(...wordsIn(text));
    else if (wordsIn(text).length > 0) phrases.push({ text, isOpen: i === parts.length - 1 });
  });
  return { words: [...new Set(words)].slice(0, MOST_WORDS), phrases: phrases.slice(0, MOST_WORDS) };
}

/** Whether nothing is sought. */
export const isBlank = ({ words, phrases }: Query): boolean => words.length === 0 && phrases.length === 0;

/** The words of a folded text, without the characters of those in scripts without spaces. */
export function wordsIn(folded: string): string[] {
  let reached = 0;
  const whole: string[] = [];
  for (const { folded: word, start, end } of wordsOf(folded)) {
    if (start < reached) continue;
    whole.push(word);
    reached = end;
  }
  return whole;
}

/** @returns where phrases stand in a text, in UTF-16 code units; undefined where one of them does not */
export function placesOfPhrases(text: string, phrases: readonly Phrase[]): Span[] | undefined {
  if (phrases.length === 0) return [];
  const folded = foldForSearch(text);
  const places: Span[] = [];
  for (const phrase of phrases) {
    const found = [...folded.text.matchAll(patternOf(phrase))];
    if (found.length === 0) return undefined;
    for (const { 0: words, index } of found) places.push(unfolded(folded, text, index, index + words.length));
  }
  return places;
}

/**
 * What finds a phrase in a folded text. Spaces stand for any number of them; it begins and ends where words
 * do, as far as the script shows where that is.
 */
function patternOf({ text, isOpen }: Phrase): RegExp {
  const words = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', ' +');
  const edge = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character) && !isUnspaced(character);
  const characters = [...text];
  const before = edge(characters[0]) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = !isOpen && edge(characters.at(-1)) ? '(?![\\p{L}\\p{N}])' : '';
  return new RegExp(before + words + after, 'gu');
}
