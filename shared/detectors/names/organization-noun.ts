import { courtesies } from '../words/opener-words.ts';
import { nameJoins, organizationNouns, slavicNouns } from '../words/organization-words.ts';
import { roleNouns } from '../words/role-words.ts';
import { endingIn, wordSet } from '../words/words.ts';
import { ADJECTIVES, isAdjective } from './adjectives.ts';
import { afterJoins } from './name-joins.ts';
import type { Word } from './words.ts';

/** A name is not longer than so many words. */
export const LONGEST = 18;
/** Nouns that are adjectives where another capitalised word follows: "International Department". */
const weakNouns = wordSet(
  'international internacional internationale internazionale интернационал radio service post times press order unit list general front group',
);
/** Parts of an organization that are written small in its name: "Perm branch of the Workers Party". */
const parts = wordSet(
  'branch section chapter wing отделение отделения секция sección section sezione secção sekcja ogranak огранак осередок',
);
const groupOwners = wordSet(
  'people women men workers peasants children students farmers youth citizens nurses teachers veterans mothers',
);
/** Callings that also stand in the names of their bodies: "Student Union". */
const softRoles = wordSet(
  `general student worker teacher lawyer doctor artist writer journalist actor engineer political executive trade academic scientist expert scientific federal state international doctor author editor senior national prime premier
   генеральный политический юрист политические`,
);
const GERMAN_NOUN = endingIn(
  4,
  `partei stiftung verband verein gewerkschaft bewegung bündnis institut universität ministerium zentrum gesellschaft zeitung bund kommission
   ausschuss akademie`,
);

/** Whether a word names a kind of organization; in a hyphenated word the last part does. */
export function isNoun(word: Word): boolean {
  if (organizationNouns.has(word.key)) return true;
  if (word.isCapital && GERMAN_NOUN.test(word.key)) return true;
  const hyphen = word.key.lastIndexOf('-');
  return hyphen > 0 && word.isCapital && organizationNouns.has(word.key.slice(hyphen + 1));
}

/** Whether a noun of a body is one of a Slavic language, which writes what completes it small. */
export const isSlavicNoun = ({ key, isCyrillic }: Word): boolean => isCyrillic || slavicNouns.has(key);

/** Goes over the words before the noun. @returns its index, -1 where there is none */
export function nounFrom(words: readonly Word[], first: number): number {
  let found = -1;
  let small = 0;
  for (let i = first; i < words.length && i < first + LONGEST; i++) {
    const word = words[i]!;
    if (i > first && word.gap !== 'joined') break;
    const next = words[i + 1];
    const nextIsCapital = next?.gap === 'joined' && next.isCapital && !next.isOpener;
    if (i > first && word.isCapital && (word.isSmall || word.isCyrillic !== words[first]!.isCyrillic)) break;
    if (!word.isCapital && !word.isNumber) {
      if (i === first) break;
      if (isNoun(word)) {
        const isSmallNoun = small > 0 || nextIsCapital || isAdjective(words[i - 1]!) || isPartOf(words, i);
        return isSmallNoun ? i : found;
      }
      if (
        !isAdjective(word) ||
        ++small > ADJECTIVES ||
        nameJoins.has(word.key) ||
        !isAdjective(words[first]!)
      )
        break;
      continue;
    }
    if (small > 0) break;
    if (isHardRole(word)) break;
    if (isNoun(word)) {
      const isWeak = weakNouns.has(word.key) && nextIsCapital;
      if (!isWeak) found = i;
    }
    if (word.hasOwner && !groupOwners.has(word.key)) break;
  }
  return found;
}

/** Whether the words from here on name a body of their own. */
export const hasNounFrom = (words: readonly Word[], from: number): boolean => nounFrom(words, from) >= 0;

/** Whether a word tells the office or calling of a person, and stands in no name of a body. */
export const isHardRole = ({ key }: Word): boolean =>
  courtesies.has(key) || (roleNouns.has(key) && !softRoles.has(key) && !organizationNouns.has(key));

/** "branch of the Workers Party": the part of an organization that is named behind it. */
function isPartOf(words: readonly Word[], at: number): boolean {
  if (!parts.has(words[at]!.key)) return false;
  return afterJoins(words, at, nameJoins) !== undefined;
}
