import { msg, str } from '@lit/localize';
import { sayEdtf } from '../../shared/values/dates/say-date.ts';
import { locale } from './locale.ts';

/** What is wrong or doubtful, as shared says it: by a rule with what it found, and in English. */
export interface Problem {
  readonly rule: string;
  readonly given?: Readonly<Record<string, string>>;
  readonly says: string;
  readonly mend: string;
}

const HOW_TO_WRITE: Readonly<Record<string, () => string>> = {
  date: () => msg('Write it as 2026-04-27, 27 April 2026, 2011-04 or 2006/2018.'),
  count: () => msg('Write it as 15, ≥ 70 countries or 10–12.'),
  name: () => msg('Write the name alone.'),
  list: () => msg('Write the items apart by semicolons or on lines of their own.'),
  quotation: () => msg('Give the words that were said.'),
  citation: () => msg('Give a title or an address.'),
};

const KINDS: Readonly<Record<string, () => string>> = {
  date: () => msg('The words were not read as a date.'),
  count: () => msg('The words were not read as a number.'),
  name: () => msg('The words were not read as a name.'),
  list: () => msg('The words were not read as a list.'),
  quotation: () => msg('The words were not read as a quotation.'),
  citation: () => msg('The words were not read as a citation.'),
};

type Said = (given: Readonly<Record<string, string>>) => readonly [says: string, mend: string];

const howToWrite = (kind: string | undefined): string =>
  HOW_TO_WRITE[kind ?? '']?.() ?? msg('Write it anew.');
const wholeAddress = (): string => msg('Give the whole address: https://example.org/page.');

const SAID: Readonly<Record<string, Said>> = {
  'no-value': ({ kind }) => [msg('It has no value yet.'), HOW_TO_WRITE[kind ?? '']?.() ?? msg('Write one.')],
  misformed: ({ kind }) => [msg('This cannot be read as a value.'), howToWrite(kind)],
  'other-kind': ({ kind = '' }) => [
    KINDS[kind]?.() ?? msg('The words were read as something else.'),
    howToWrite(kind),
  ],
  'family-assumed': ({ family }) => [
    msg(str`“${family}” was taken for the family name.`),
    msg('Correct the parts of the name if it is not.'),
  ],
  'several-dates': ({ text, edtf = '' }) => [
    msg(str`“${text}” can be ${sayEdtf(edtf, locale())}.`),
    msg('Choose one of them.'),
  ],
  'no-year': () => [msg('No year is written.'), msg('Add the year where another source gives it.')],
  'no-century': () => [msg('The century is not written.'), msg('Write the year with four digits.')],
  'date-assumed': ({ text, edtf = '' }) => [
    msg(str`“${text}” was taken for ${sayEdtf(edtf, locale())}.`),
    msg('Correct the date if it is not.'),
  ],
  'not-a-date': ({ text }) => [msg(str`“${text}” is not a date.`), HOW_TO_WRITE.date!()],
  'two-dates': ({ text }) => [msg(str`“${text}” can be two dates.`), msg('Write the date as 2026-04-27.')],
  'not-a-number': ({ text }) => [msg(str`“${text}” is not a number.`), HOW_TO_WRITE.count!()],
  'not-offered': ({ text }) => [msg(str`“${text}” is not offered.`), msg('Choose from the list.')],
  'nothing-given': () => [msg('Neither title nor address is given.'), msg('Give one of them.')],
  'address-missing': () => [msg('No address is given.'), wholeAddress()],
  'address-long': () => [msg('The address is too long.'), wholeAddress()],
  'address-space': () => [msg('The address holds a space or an invisible character.'), wholeAddress()],
  'address-scheme-missing': () => [msg('The address must begin with https:// or http://.'), wholeAddress()],
  'address-scheme': () => [
    msg('Only addresses that begin with https:// or http:// are opened.'),
    wholeAddress(),
  ],
  'address-user': () => [msg('The address hides its host behind a user name.'), wholeAddress()],
  'address-host': () => [msg('The address names no host.'), wholeAddress()],
};

/** Says a problem, and how to mend it, in the interface's language; one whose rule is not known here as it came. */
export function sayProblem({ rule, given = {}, says, mend }: Problem): { says: string; mend: string } {
  const said = SAID[rule]?.(given);
  return said ? { says: said[0], mend: said[1] } : { says, mend };
}

/** Says a problem in one breath: what is wrong, and how to mend it. */
export function sayProblemInFull(problem: Problem): string {
  const { says, mend } = sayProblem(problem);
  return `${says} ${mend}`;
}

/** Says why an address is not opened. */
export const sayRefusedAddress = ({ rule, refused }: { rule: string; refused: string }): string =>
  SAID[rule]?.({})[0] ?? refused;
