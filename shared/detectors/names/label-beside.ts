import type { View } from '../structure/view.ts';
import { organizationLabels, organizationNouns } from '../words/organization-words.ts';
import { placeWords } from '../words/place-words.ts';
import { wordSet } from '../words/words.ts';
import type { Name } from './name.ts';
import type { Word } from './words.ts';

/** Words that say behind a name what it is: "the X party". */
const behindNames = wordSet(
  'party movement faction league union newspaper magazine agency group foundation company institute conference',
);
/** Adjectives written with a capital name nothing by themselves: "a Marxist organization". */
const ADJECTIVE = /(?:ist|ian|ean|ish|ese|ic|an|al|ern)$/u;

/** Whether a word is a noun of a body, in the plural too: "foundations". */
function isBodyNoun(key: string): boolean {
  return organizationNouns.has(key) || organizationNouns.has(key.replace(/(?:es|s)$/u, ''));
}

/**
 * Finds the small word that says that a name is a body's: "партия «X»", "le parti X", "the X party", "the X and Y
 * foundations".
 * @param index of the name among the names
 */
export function labelBeside(
  view: View,
  words: readonly Word[],
  names: readonly Name[],
  index: number,
): string | undefined {
  const name = names[index]!;
  const own = words.slice(name.first, name.last + 1);
  if (
    name.kind === 'organization' ||
    own.some(({ isInitial }) => isInitial) ||
    own.every(({ isSmall }) => isSmall)
  )
    return undefined;
  const label =
    before(view.text, words, name) ?? behind(words, name) ?? behindBoth(words, name, names[index + 1]);
  return label && view.text.slice(label.start, label.end);
}

function before(text: string, words: readonly Word[], name: Name): Word | undefined {
  const word = words[name.first - 1];
  const first = words[name.first]!;
  if (!word || word.isCapital || !organizationLabels.has(word.key) || word.isCyrillic !== first.isCyrillic)
    return undefined;
  const between = text.slice(word.end, name.start);
  const isQuoted = /^ ["“„«‘]$/u.test(between) && /^["”“»’]/u.test(text.slice(name.end, name.end + 1));
  const isBare = first.gap === 'joined' && name.kind === 'proper' && !isPlace(words, name);
  return isQuoted || isBare ? word : undefined;
}

function behind(words: readonly Word[], name: Name): Word | undefined {
  const next = words[name.last + 1];
  if (next?.gap !== 'joined' || next.isCapital || words[name.last]!.hasOwner) return undefined;
  const isSingle = name.first === name.last;
  if (isSingle && (isPlace(words, name) || ADJECTIVE.test(words[name.first]!.key))) return undefined;
  if (behindNames.has(next.key) && name.kind !== 'person') return next;
  return !isSingle && isPluralBody(next) ? next : undefined;
}

/** The first of two names before one noun: "the X and Y foundations". */
function behindBoth(words: readonly Word[], name: Name, other: Name | undefined): Word | undefined {
  if (
    !other ||
    name.first === name.last ||
    other.first !== name.last + 2 ||
    words[other.first]!.gap !== 'joined'
  )
    return undefined;
  const join = words[name.last + 1]!;
  const plural = words[other.last + 1];
  const isJoined = join.gap === 'joined' && /^(?:and|y|et|und|e|и|та|i)$/u.test(join.key);
  return isJoined && plural?.gap === 'joined' && isPluralBody(plural) ? plural : undefined;
}

const isPluralBody = ({ key, isCapital }: Word): boolean =>
  !isCapital && /s$/u.test(key) && isBodyNoun(key) && !organizationNouns.has(key);

const isPlace = (words: readonly Word[], { first, last }: Name): boolean =>
  first === last && placeWords.has(words[first]!.key);
