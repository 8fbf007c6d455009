import { primaryLanguage } from '../../values/context.ts';
import type { CheckedText } from '../checked-text.ts';
import { findSeen } from '../structure/seen.ts';
import { isGivenName } from '../words/given-names.ts';
import { courtesies } from '../words/opener-words.ts';
import { organizationLabels } from '../words/organization-words.ts';
import { calendarWords } from '../words/place-words.ts';
import { roleModifiers, roleNouns } from '../words/role-words.ts';
import type { Name } from './name.ts';
import { isNoun } from './organization-noun.ts';
import { organizationAt } from './parse-organization.ts';
import { personAt } from './parse-person.ts';
import { findWords, type Word } from './words.ts';

/** A run of capitalised words that names nothing in particular is not longer than so many words. */
const LONGEST = 8;

/** The names in what is seen of a text, in text order, apart from one another. */
export function findNames(text: CheckedText): readonly Name[] {
  return namesOf(text.once(findSeen).text, text.once(findWords), hasSmallParts(text));
}

/** Whether names of organizations have words written small in them in the language of a text, as in the Romance languages. */
export function hasSmallParts({ context }: CheckedText): boolean {
  const language = primaryLanguage(context);
  return language === undefined || SMALL_PARTS.has(language);
}

const SMALL_PARTS = new Set(['fr', 'it', 'es', 'pt', 'ca', 'gl', 'ro']);

/** @param smallParts whether small adjectives of Romance languages complete names */
export function namesOf(text: string, words: readonly Word[], smallParts: boolean): readonly Name[] {
  const names: Name[] = [];
  for (let i = 0; i < words.length; ) {
    const name = words[i]!.isCapital
      ? (quotedAt(text, words, i, names.at(-1)) ?? nameAt(text, words, i, smallParts))
      : undefined;
    if (name) names.push(name);
    i = name ? name.last + 1 : i + 1;
  }
  return names;
}

/** A name in quotation marks behind a word that says what bears it: "движение «Чистый город»". */
function quotedAt(
  text: string,
  words: readonly Word[],
  first: number,
  before: Name | undefined,
): Name | undefined {
  const label = words[first - 1];
  const word = words[first]!;
  if (!label || word.gap !== 'sign' || !(organizationLabels.has(label.key) || isNoun(label)))
    return undefined;
  const open = /^ (["“„«‘])$/u.exec(text.slice(label.end, word.start))?.[1];
  if (open === undefined) return undefined;
  const close = text.slice(word.start, word.start + LONGEST_QUOTED).search(CLOSING[open]!);
  if (close < 2) return undefined;
  let last = first;
  while (last + 1 < words.length && words[last + 1]!.end <= word.start + close) last++;
  // A slogan of several parts is a title.
  if (/\s[—–-]\s.*\s[—–-]\s/u.test(text.slice(word.start, word.start + close))) return undefined;
  // Behind the name of a body a longer quotation is what it published.
  if (before?.last === first - 1 && last - first >= TITLE_WORDS) return undefined;
  return { first, last, start: word.start, end: word.start + close, kind: 'organization', label: first - 1 };
}

const TITLE_WORDS = 2;
const LONGEST_QUOTED = 120;
const CLOSING: Readonly<Record<string, RegExp>> = {
  '"': /["\n]/,
  '“': /[”"\n]/,
  '„': /[“”"\n]/,
  '«': /[»\n]/,
  '‘': /[’\n]/,
};

/** Reads the name that begins with a capitalised word. */
function nameAt(text: string, words: readonly Word[], first: number, smallParts: boolean): Name | undefined {
  const word = words[first]!;
  const isShouting =
    word.end - word.start === 1 && words[first + 1]?.gap === 'joined' && words[first + 1]!.isShouted;
  if (word.isOpener && !isShouting) return undefined;
  const named = (last: number) => ({ first, last, start: word.start, end: words[last]!.end });
  const organization = organizationAt(words, first, smallParts);
  if (organization) return { ...named(organization.last), kind: 'organization', noun: organization.noun };
  const person = personAt(words, first, text);
  if (person)
    return { ...named(person.last), kind: person.kind, ...(person.isAddressed ? { isAddressed: true } : {}) };
  if (isSkipped(word)) return undefined;
  let last = first;
  for (let i = first + 1; i < words.length && i < first + LONGEST; i++) {
    const next = words[i]!;
    if (next.gap !== 'joined' || !next.isCapital || words[i - 1]!.hasOwner || isSkipped(next)) break;
    if (next.isOpener || next.isCyrillic !== word.isCyrillic) break;
    if (isNoun(next) && organizationAt(words, i, smallParts)) break;
    if (isGivenName(next.key) && personAt(words, i, text)?.kind === 'person') break;
    last = i;
  }
  return { ...named(last), kind: 'proper' };
}

/** Offices, forms of address and months begin no name of their own. */
const isSkipped = ({ key, isInitial }: Word): boolean =>
  !isInitial &&
  (roleNouns.has(key) ||
    courtesies.has(key) ||
    calendarWords.has(key) ||
    (key.length > 3 && roleModifiers.has(key)));
