import { isGivenName } from '../words/given-names.ts';
import { looseJoins, nameJoins } from '../words/organization-words.ts';
import { placeWords } from '../words/place-words.ts';
import { wordSet } from '../words/words.ts';
import { afterJoins } from './name-joins.ts';
import { hasNounFrom, isHardRole, isNoun, isSlavicNoun, LONGEST } from './organization-noun.ts';
import { smallBehind, smallComplement, upToPlace } from './small-parts.ts';
import type { Word } from './words.ts';

/** Bodies that are named by what they are about: "Commission on …". */
const topical = wordSet('commission committee council conference center centre institute congress');
const withLoose = new Set([...nameJoins, ...looseJoins]);

/** @returns the index of the last word that belongs to a name whose noun is at `noun` */
export function completed(words: readonly Word[], noun: number, first: number, smallParts: boolean): number {
  let last = direct(words, noun);
  for (let steps = 0; steps < 6 && last - first < LONGEST; steps++) {
    const small = Math.max(
      smallBehind(words, last, smallParts),
      isSlavicNoun(words[noun]!) && last === noun ? upToPlace(words, last) : last,
    );
    if (small > last) {
      last = direct(words, small);
      continue;
    }
    const complement = smallParts ? smallComplement(words, last, noun) : last;
    if (complement > last) {
      last = complement;
      continue;
    }
    const next = continued(words, last, first);
    if (next < 0) break;
    last = direct(words, next);
  }
  return last;
}

/** Goes over capitalised words that follow one another. */
function direct(words: readonly Word[], from: number): number {
  let last = from;
  while (last - from < LONGEST) {
    const next = words[last + 1];
    if (!isPart(next) || words[last]!.hasOwner) break;
    if (next.isNumber && !isPart(words[last + 2])) break;
    if (next.isSmall || (next.isCyrillic !== words[from]!.isCyrillic && !next.isNumber)) break;
    if (isHardRole(next) || next.isInitial || beginsPerson(words, last + 1)) break;
    last++;
  }
  return last;
}

/** Whether a person's name begins behind the name of a body: "Председатель Союза … Нина Белова". */
function beginsPerson(words: readonly Word[], at: number): boolean {
  const behind = words[at + 1];
  return isGivenName(words[at]!.key) && isPart(behind) && !isNoun(behind);
}

/** @returns the index of the word with which a name goes on behind "of", "for the", "and"; -1 where it ends */
function continued(words: readonly Word[], last: number, first: number): number {
  if (words[last]!.hasOwner) return -1;
  const join = afterJoins(words, last, nameJoins);
  if (!join) {
    const loose = afterJoins(words, last, withLoose);
    if (!loose || loose.isAnd) return -1;
    const isTopic = words[last + 1]!.key === 'on' && topical.has(words[last]!.key);
    return isTopic || hasNounFrom(words, loose.at) ? loose.at : -1;
  }
  const next = words[join.at]!;
  if (isHardRole(next) || (next.isOpener && next.end - next.start > 1)) return -1;
  if (!join.isAnd) return join.at;
  if (leadsToRole(words, join.at)) return -1;
  const isPlace = placeWords.has(next.key);
  const followsPlace = placeWords.has(words[last]!.key);
  if (join.hasArticle) return isPlace && followsPlace ? join.at : -1;
  if (followsPlace && isPlace) return -1;
  const hasComplement = words.slice(first, last).some(({ isCapital }) => !isCapital);
  const isCompound = hasComplement || last === first;
  return isCompound && !hasNounFrom(words, join.at) && !words[last]!.isInitial ? join.at : -1;
}

/** Whether an office follows: "and Regional Coordinator". */
function leadsToRole(words: readonly Word[], from: number): boolean {
  for (let i = from; i < from + 4 && (i === from || isPart(words[i])); i++)
    if (isHardRole(words[i]!)) return true;
  return false;
}

/** Whether a capitalised word goes on with a name. */
const isPart = (word: Word | undefined): word is Word =>
  word !== undefined && word.gap === 'joined' && (word.isCapital || word.isNumber);
