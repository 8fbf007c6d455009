import { plain, romanise } from './transliterate.ts';

/** @returns the form under which a word of a list is looked up: plain letters a to z and digits */
export const listKey = (word: string): string => plain(romanise(word));

/** Words of a list, split at white space, as they are looked up. */
export const listOf = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter(Boolean).map(listKey));
