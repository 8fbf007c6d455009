import { particles } from '../../values/names/name-words.ts';
import { isGivenName } from '../words/given-names.ts';
import { abbreviations, courtesies } from '../words/opener-words.ts';
import { calendarWords, placeWords } from '../words/place-words.ts';
import { roleNouns } from '../words/role-words.ts';
import { isNoun } from './organization-noun.ts';
import { isKnownPersonName, isPersonShaped } from './person-shape.ts';
import type { Word } from './words.ts';

/** A name is not longer than so many words. */
const LONGEST = 7;

interface ParsedPerson {
  readonly last: number;
  readonly kind: 'person' | 'shaped';
  readonly isAddressed: boolean;
}

/** Reads a person's name that begins with a capitalised word; a form of address may open it. */
export function personAt(words: readonly Word[], first: number, text: string): ParsedPerson | undefined {
  const isAddressed = courtesies.has(words[first]!.key) && !words[first]!.isInitial;
  const from = isAddressed ? first + 1 : first;
  const last = lastOf(words, from, isAddressed);
  if (last < from) return undefined;
  if (isAddressed) return { last, kind: 'person', isAddressed };
  const name = text.slice(words[from]!.start, words[last]!.end);
  if (!isPersonShaped(name)) return undefined;
  return { last, kind: isKnownPersonName(name) ? 'person' : 'shaped', isAddressed };
}

/** @returns the index of the last word of a person's name, less than `from` where there is none */
function lastOf(words: readonly Word[], from: number, isAddressed: boolean): number {
  let last = from - 1;
  let named = 0;
  for (let i = from; i < words.length && i < from + LONGEST; i++) {
    const word = words[i]!;
    if ((i > from || isAddressed) && word.gap !== 'joined') break;
    if (i > from && words[i - 1]!.hasOwner) break;
    if (!word.isCapital) {
      const next = words[i + 1];
      const opens =
        i > from &&
        particles.has(word.key) &&
        next?.gap === 'joined' &&
        (next.isCapital || particles.has(next.key)) &&
        !isJoin(words, i);
      if (!opens) break;
      continue;
    }
    if (!word.isInitial && !canName(word, named)) break;
    last = i;
    named++;
  }
  return last;
}

/** "y" and its like join two people, unless a single family name follows: "Ortega y Gasset". */
function isJoin(words: readonly Word[], at: number): boolean {
  if (words[at]!.key.length > 1) return false;
  const behind = words[at + 2];
  return (
    words[at]!.key !== 'y' ||
    isGivenName(words[at + 1]!.key) ||
    (behind?.gap === 'joined' && behind.isCapital)
  );
}

function canName({ key, isSmall }: Word, named: number): boolean {
  if (isGivenName(key)) return true;
  if (isSmall && named === 0) return false;
  if (abbreviations.has(key) && key.length <= 4 && named > 0) return false;
  return !(roleNouns.has(key) || calendarWords.has(key) || placeWords.has(key) || isNounKey(key));
}

const isNounKey = (key: string): boolean => isNoun({ key, isCapital: false } as Word);
