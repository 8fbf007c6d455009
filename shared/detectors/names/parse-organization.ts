import { wordSet } from '../words/words.ts';
import { completed } from './complete-organization.ts';
import { nounFrom } from './organization-noun.ts';
import type { Word } from './words.ts';

/** Gatherings: with an ordinal before it they are events, not bodies. */
const gatherings = wordSet(
  `congress conference forum meeting summit assembly session congreso conferencia foro asamblea congresso conferência assembleia congrès conférence assemblée kongress konferenz versammlung
   conferenza assemblea съезд съезда съезде конгресс конгресса конференция конференции форум форума ассамблея зʼїзд з'їзд конгрес конференція kongres kongresu konferencja zjazd zjazdu конференција kongresa skupština`,
);
const ordinals = wordSet(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth founding inaugural constituent extraordinary annual primer segundo tercer cuarto quinto fundacional constituyente premier deuxième troisième
   primo secondo terzo ersten zweiten dritten gründungs первый второй третий учредительный внеочередной учредительного перший другий установчий pierwszy drugi założycielski prvi drugi treći osnivački први други трећи оснивачки`,
);

/** A name of an organization that begins at a word. */
interface ParsedOrganization {
  readonly last: number;
  readonly noun: number;
}

/**
 * Reads the name of an organization that begins with a capitalised word: the noun that tells its kind, the words before
 * it, and what completes it.
 * @returns undefined where there is no such noun, or nothing beside it
 */
export function organizationAt(
  words: readonly Word[],
  first: number,
  smallParts: boolean,
): ParsedOrganization | undefined {
  const noun = nounFrom(words, first);
  if (noun < 0 || isEvent(words, first, noun)) return undefined;
  const last = completed(words, noun, first, smallParts);
  const isAlone = last === noun && noun === first;
  if (isAlone && !words[noun]!.key.includes('-')) return undefined;
  return { last, noun };
}

/** "the 23rd Congress", "sixth congress", "IV Конгресс". */
function isEvent(words: readonly Word[], first: number, noun: number): boolean {
  if (!gatherings.has(words[noun]!.key)) return false;
  const before = [...(words[first]!.gap === 'joined' ? [words[first - 1]] : []), ...words.slice(first, noun)];
  return before.some(
    word => word && (word.isNumber || ordinals.has(word.key) || /^[ivxl]+$/u.test(word.key)),
  );
}
