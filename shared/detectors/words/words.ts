import { wordKey } from '../../values/folded.ts';

/** @returns the words of a text as they are looked up: lower case, without accents. */
export const wordSet = (...words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap(line => line.split(/\s+/).filter(Boolean).map(wordKey)));

/** Phrases apart by bars, as words that are looked up one by one, the longest first. */
export const phraseList = (...phrases: readonly string[]): readonly (readonly string[])[] =>
  phrases
    .flatMap(line => line.split('|').map(phrase => phrase.trim().split(' ').map(wordKey)))
    .sort((a, b) => b.length - a.length);

/** Words that are looked up. */
export interface Words {
  has(key: string): boolean;
}

/** Endings of nouns in the Slavic languages, as they are looked up. */
const ENDINGS = wordSet(
  `а я у ю е и ы о ь ой ей ом ем ам ям ах ях ами ями ов ев і ією єю ию ии ию ія ії ів ого ому им их ых ый
   a u e i y o om em ie ami ach ow ji ii ima ama owi iem ia iu ego emu ej ich ym im og oj ih`,
);
/** What is left of a word without its ending is not shorter. */
const SHORTEST_STEM = 4;

/** Words that are found in whatever case and number they stand in, as in the Slavic languages. */
export function inflected(...lines: readonly string[]): Words {
  const exact = wordSet(...lines);
  const stems = new Set([...exact].map(stemOf).filter(stem => stem.length >= SHORTEST_STEM));
  const known = new Map<string, boolean>();
  const isKnown = (key: string): boolean => {
    if (exact.has(key)) return true;
    for (let length = 0; length <= 3; length++) {
      const cut = key.length - length;
      if (cut < SHORTEST_STEM) return false;
      if (stems.has(key.slice(0, cut)) && (length === 0 || ENDINGS.has(key.slice(cut)))) return true;
    }
    return false;
  };
  return {
    has: key => {
      let found = known.get(key);
      if (found === undefined) {
        found = isKnown(key);
        // Every text has new words; what is kept of them must not grow for ever.
        if (known.size >= 20_000) known.clear();
        known.set(key, found);
      }
      return found;
    },
  };
}

const stemOf = (key: string): string => key.replace(/(?:ий|ый|ія|[аяеиоіьуыaeoyi])$/u, '');

/** @returns words that are in any of several collections */
export const anyOf = (...some: readonly Words[]): Words => ({
  has: key => some.some(words => words.has(key)),
});

/**
 * Endings of words as they are looked up, without accents.
 * @param least so many letters stand before the ending at least
 */
export const endingIn = (least: number, ...lines: readonly string[]): RegExp =>
  new RegExp(`.{${least}}(?:${[...wordSet(...lines)].sort((a, b) => b.length - a.length).join('|')})$`, 'u');
