import { primaryLanguage, type ReadingContext } from '../context.ts';
import { wordKey } from '../folded.ts';
import type { NameAssumption, NameValue } from './name.ts';
import {
  eastAsianFamilyNames,
  endsAsFamilyName,
  iberianGivenNames,
  isIberianFamilyName,
  isPatronymic,
  particles,
} from './name-words.ts';

/** The parts of a name that a person's name is split into. */
type PersonParts = Pick<NameValue, 'given' | 'patronymic' | 'family' | 'particles' | 'initials' | 'assumed'>;

/** Languages in which the family name comes first. */
const FAMILY_FIRST = new Set(['zh', 'ja', 'ko', 'vi', 'hu']);
/** Languages in which a person has two family names. */
const TWO_FAMILY_NAMES = new Set(['es', 'pt', 'gl', 'ca']);

/** Splits a name without title, suffix and brackets into its parts. */
export function splitPerson(name: string, context: ReadingContext): PersonParts {
  const comma = name.indexOf(',');
  if (comma > 0) return fromComma(name.slice(0, comma).trim(), name.slice(comma + 1).trim());
  const words = name.split(' ').filter(Boolean);
  const initials = words.filter(isInitials);
  const full = words.filter(word => !isInitials(word));
  if (initials.length > 0 && full.length > 0) return withInitials(words, initials, full);
  if (words.length === 1) return singleWord(words[0]!);
  return byCapitals(words) ?? byPatronymic(words) ?? byLanguage(words, context);
}

function fromComma(family: string, rest: string): PersonParts {
  const words = rest.split(' ').filter(Boolean);
  const given = words.filter(word => !isInitials(word));
  const patronymic = given.length > 1 && isPatronymic(given.at(-1)!) ? given.pop() : undefined;
  const initials = words.filter(isInitials);
  return {
    ...familyParts(family.split(' ')),
    ...named('given', given),
    ...(patronymic === undefined ? {} : { patronymic }),
    ...named('initials', initials),
  };
}

/** "S.", "S.M.", "V.-P.", a lone capital, "Yu."; a dot must follow more than one letter. */
function isInitials(word: string): boolean {
  return /^(?:\p{Lu}\p{Ll}?\.-?){1,4}$/u.test(word) || /^\p{Lu}$/u.test(word);
}

function withInitials(
  words: readonly string[],
  initials: readonly string[],
  full: readonly string[],
): PersonParts {
  const written = named('initials', [initials.flatMap(word => word.match(/\p{L}+\.?-?/gu) ?? []).join(' ')]);
  const opens = isInitials(words[0]!);
  const closes = isInitials(words.at(-1)!);
  if (opens || closes) return { ...familyParts(full), ...written };
  const middle = words.findIndex(isInitials);
  const family = words.slice(middle).filter(word => !isInitials(word));
  const given = words.slice(0, middle);
  return { ...named('given', given), ...written, ...familyParts(family) };
}

/** One word: by far most often the family name ("Putin", "Mr. Aksakov"); in Han or Hangul its first sign is. */
function singleWord(word: string): PersonParts {
  if (/^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(word)) {
    const [family, ...given] = word;
    return { family: family!, given: given.join(''), assumed: ['family-first-by-script'] };
  }
  return { family: word, assumed: ['single-word-is-family'] };
}

/** "DJENIC Aleksandar", "Aleksandar DJENIC": capitals mark the family name where not all is in capitals. */
function byCapitals(words: readonly string[]): PersonParts | undefined {
  const isCapital = (word: string) =>
    word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  const family = words.filter(isCapital);
  const rest = words.filter(word => !isCapital(word));
  const isSplit = family.length > 0 && rest.some(word => !particles.has(wordKey(word)));
  if (!isSplit) return undefined;
  const isContiguous = isCapital(words[0]!) || isCapital(words.at(-1)!);
  return isContiguous ? { ...givenParts(rest), ...familyParts(family) } : undefined;
}

/** "Миронов Сергей Михайлович", "Сергей Михайлович Миронов", "Сергей Михайлович". */
function byPatronymic(words: readonly string[]): PersonParts | undefined {
  const last = words.length - 1;
  if (words.length === 3 && isPatronymic(words[last]!)) {
    return { given: words[1]!, patronymic: words[2]!, ...familyParts([words[0]!]) };
  }
  if (words.length === 3 && isPatronymic(words[1]!)) {
    return { given: words[0]!, patronymic: words[1]!, ...familyParts([words[2]!]) };
  }
  return undefined;
}

function byLanguage(words: readonly string[], context: ReadingContext): PersonParts {
  const language = primaryLanguage(context) ?? '';
  const firstKey = wordKey(words[0]!);
  if (FAMILY_FIRST.has(language)) return familyFirst(words, 'family-first-by-language');
  const isEastAsian = words.length <= 3 && eastAsianFamilyNames.has(firstKey);
  if (isEastAsian && !iberianGivenNames.has(firstKey)) return familyFirst(words, 'family-first-by-surname');
  if (words.length === 2 && endsAsFamilyName(words[0]!) && !endsAsFamilyName(words[1]!)) {
    return familyFirst(words, 'family-first-by-ending');
  }
  const particle = words.findIndex((word, i) => i > 0 && isParticle(word));
  const hasTwo = iberianFamilies(words, language, particle);
  if (hasTwo) return hasTwo;
  const cut = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return { ...givenParts(words.slice(0, cut)), ...familyParts(words.slice(cut)), assumed: ['family-last'] };
}

function familyFirst(words: readonly string[], assumed: NameAssumption): PersonParts {
  return { ...familyParts(words.slice(0, 1)), ...givenParts(words.slice(1)), assumed: [assumed] };
}

/** Lower-case particles, and "De Jesús" of Spanish only where lower-case: a capital one may open a given name. */
function isParticle(word: string): boolean {
  return (word === word.toLowerCase() && particles.has(wordKey(word))) || /^(?:al|el)-\p{L}/iu.test(word);
}

/**
 * Two family names, as in Spanish and Portuguese: known by the language, by the first given name or by the first
 * family name, where there are at least three words.
 */
function iberianFamilies(
  words: readonly string[],
  language: string,
  particle: number,
): PersonParts | undefined {
  const byGivenName = iberianGivenNames.has(wordKey(words[0]!));
  const byTongue = TWO_FAMILY_NAMES.has(language);
  const byFamilyName = words.length > 2 && isIberianFamilyName(words.at(-2)!);
  if (words.length < 3 || !(byGivenName || byTongue || byFamilyName)) return undefined;
  const assumed: NameAssumption = byTongue
    ? 'double-surname-by-language'
    : byGivenName
      ? 'double-surname-by-given-name'
      : 'double-surname-by-family-name';
  const groups = particle > 0 ? groupsOf(words) : words.map(word => [word]);
  if (groups.length < 3) return undefined;
  let given = groups.length - 2;
  const secondIsGiven = given === 1 && iberianGivenNames.has(wordKey(groups[1]!.at(-1)!));
  if (secondIsGiven && groups.length === 3) given = 2;
  return {
    ...givenParts(groups.slice(0, given).flat()),
    ...familyParts(groups.slice(given).flat()),
    assumed: [assumed],
  };
}

/** Words with the particles before them: [Miguel] [Suárez] [del Cerro]. */
function groupsOf(words: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let open: string[] = [];
  for (const word of words) {
    open.push(word);
    if (isParticle(word) && !word.includes('-')) continue;
    groups.push(open);
    open = [];
  }
  return open.length > 0 ? [...groups.slice(0, -1), [...(groups.at(-1) ?? []), ...open]] : groups;
}

function named(part: 'given' | 'initials', words: readonly string[]): object {
  const text = words.join(' ').trim();
  return text === '' ? {} : { [part]: text };
}

function givenParts(words: readonly string[]): object {
  return named('given', words);
}

function familyParts(words: readonly string[]): { family?: string; particles?: string } {
  let count = 0;
  while (
    count < words.length - 1 &&
    words[count] === words[count]!.toLowerCase() &&
    isParticle(words[count]!)
  )
    count++;
  const family = words.join(' ');
  return count === 0 ? { family } : { family, particles: words.slice(0, count).join(' ') };
}
