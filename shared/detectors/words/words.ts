import { wordKey } from '../../values/folded.ts';

/** @returns the words of a text as they are looked up: lower case, without accents. */
export const wordSet = (...words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap(line => line.split(/\s+/).filter(Boolean).map(wordKey)));

/** Phrases apart by bars, as words that are looked up one by one, the longest first. */
export const phraseList = (...phrases: readonly string[]): readonly (readonly string[])[] =>
  phrases
    .flatMap(line => line.split('|').map(phrase => phrase.trim().split(' ').map(wordKey)))
    .sort((a, b) => b.length - a.length);
