import { msg, str } from '@lit/localize';
import { sayFound } from '../../shared/found-words/say-found.ts';
import type { Ground } from '../../shared/model/conflict.ts';
import { sayEdtf } from '../../shared/values/dates/say-date.ts';
import { foundWords } from './found-words.ts';
import { isolated } from './isolated.ts';
import { locale } from './locale.ts';
import { plural } from './plural.ts';

type Given = Readonly<Record<string, string>>;

/** Says how a part of two names differs; the sentences are whole, since languages inflect the part. */
interface PartWords {
  readonly equal: () => string;
  readonly only: (only: string) => string;
  readonly letters: (count: string, a: string, b: string) => string;
  readonly differ: (a: string, b: string) => string;
}

const PARTS: Readonly<Record<string, PartWords>> = {
  given: {
    equal: () => msg('Given names are equal'),
    only: only => msg(str`Given names: only one side has “${only}”`),
    letters: (count, a, b) => msg(str`Given names differ in ${count} {letter¦letters}: ${a}, ${b}`),
    differ: (a, b) => msg(str`Given names differ: ${a}, ${b}`),
  },
  family: {
    equal: () => msg('Family names are equal'),
    only: only => msg(str`Family names: only one side has “${only}”`),
    letters: (count, a, b) => msg(str`Family names differ in ${count} {letter¦letters}: ${a}, ${b}`),
    differ: (a, b) => msg(str`Family names differ: ${a}, ${b}`),
  },
  patronymic: {
    equal: () => msg('Patronymics are equal'),
    only: only => msg(str`Patronymics: only one side has “${only}”`),
    letters: (count, a, b) => msg(str`Patronymics differ in ${count} {letter¦letters}: ${a}, ${b}`),
    differ: (a, b) => msg(str`Patronymics differ: ${a}, ${b}`),
  },
  title: {
    equal: () => msg('Titles before the name are equal'),
    only: only => msg(str`Titles before the name: only one side has “${only}”`),
    letters: (count, a, b) =>
      msg(str`Titles before the name differ in ${count} {letter¦letters}: ${a}, ${b}`),
    differ: (a, b) => msg(str`Titles before the name differ: ${a}, ${b}`),
  },
  full: {
    equal: () => msg('Names are equal'),
    only: only => msg(str`Names: only one side has “${only}”`),
    letters: (count, a, b) => msg(str`Names differ in ${count} {letter¦letters}: ${a}, ${b}`),
    differ: (a, b) => msg(str`Names differ: ${a}, ${b}`),
  },
};

function sayLetters(part: PartWords, { same, only, letters, a = '', b = '' }: Given): string {
  if (same !== undefined) return part.equal();
  if (only !== undefined) return part.only(only);
  return letters === undefined ? part.differ(a, b) : plural(Number(letters), part.letters(letters, a, b));
}

const sayDates = ({ same, a = '', b = '' }: Given): string =>
  same === undefined
    ? msg(str`The dates read as ${sayEdtf(a, locale())} and ${sayEdtf(b, locale())}`)
    : msg(str`Both read as ${sayEdtf(same, locale())}`);

const sayCounts = ({ same, a, b }: Given): string =>
  same === undefined ? msg(str`The numbers are ${a} and ${b}`) : msg('The numbers are the same');

const withIsolated = (given: Given): Given =>
  Object.fromEntries(Object.entries(given).map(([name, words]) => [name, isolated(words)]));

/** Says a ground in the interface's language, by its rule and what that found; a person's own words as they were written. */
export function sayGround({ rule, says, given }: Pick<Ground, 'rule' | 'says' | 'given'>): string {
  const part = /^letters\.(\w+)$/.exec(rule)?.[1];
  if (!given) return says;
  if (part === undefined) return sayFound(foundWords(), rule, withIsolated(given)) ?? says;
  if (part === 'date') return sayDates(given);
  if (part === 'count') return sayCounts(given);
  return PARTS[part] ? sayLetters(PARTS[part], given) : says;
}
