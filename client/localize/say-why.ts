import { msg, str } from '@lit/localize';
import { isolated } from './isolated.ts';
import { sayGround } from './say-ground.ts';

type Given = Readonly<Record<string, string>>;

/** Why a detector suggests something, by the ground's rule. */
const SAID: Readonly<Record<string, (given: Given) => string>> = {
  'in-list': ({ number = '', length = '' }) => msg(str`It is entry ${number} of a list of ${length}.`),
  'in-named-list': ({ number = '', length = '', list = '' }) =>
    msg(str`It is entry ${number} of a list of ${length}: “${isolated(list)}”.`),
  noun: ({ noun = '' }) => msg(str`“${isolated(noun)}” names a kind of organization.`),
  label: ({ label = '' }) => msg(str`The word “${isolated(label)}” beside it says what it is.`),
  acronym: ({ acronym = '' }) => msg(str`Its acronym stands behind it: ${isolated(acronym)}.`),
  spelled: ({ acronym = '' }) => msg(str`The acronym behind it has its first letters: ${isolated(acronym)}.`),
  affiliation: ({ name = '' }) => msg(str`It stands behind ${isolated(name)}, who signed.`),
  called: ({ role = '' }) => msg(str`The text calls the person “${isolated(role)}”.`),
  speaks: ({ verb = '' }) => msg(str`A verb of speech stands beside the name: “${isolated(verb)}”.`),
  author: () => msg('A citation names its author here.'),
  'author-of': ({ work = '' }) => msg(str`A citation names its author here: “${isolated(work)}”.`),
  addressed: () => msg('A form of address stands before the name.'),
  initials: () => msg('Initials belong to the name.'),
  patronymic: () => msg('A patronymic belongs to the name.'),
  'given-name': () => msg('It begins with a common given name.'),
  office: () => msg('An office or calling stands beside the name.'),
  speech: () => msg('It is the subject of a verb of speech.'),
  infobox: ({ label = '' }) => msg(str`The infobox has it as “${isolated(label)}”.`),
  'number-of-things': () => msg('A number stands before what is counted.'),
  'small-number': () => msg('Small numbers are seldom worth a check.'),
  'date-in-prose': () => msg('These words are a date.'),
  'date-in-field': () => msg('It is the date in a field of a box.'),
  'date-in-category': () => msg('It is a date in the name of a category.'),
  'date-in-title': () => msg('The title of a source speaks of this day.'),
  'date-ambiguous': () => msg('Day and month could change places.'),
  'date-without-year': () => msg('No year is written.'),
  'quoted-as-said': () => msg('A verb of saying stands beside the quoted words.'),
  'quoted-at-length': () => msg('The quoted words are longer than a name or a title.'),
  reference: () => msg('It is a reference of wikitext.'),
  repeat: () => msg('It repeats a reference by its name.'),
  template: () => msg('It is a template for citing sources.'),
  footnote: () => msg('It is printed as a footnote.'),
  mark: () => msg('It points at a footnote.'),
  link: () => msg('It is an address on the web.'),
};

/** Says a ground of a suggestion in the interface's language; in the detector's own words where these are not known here. */
export const sayWhy = (ground: { rule: string; says: string; given: Given }): string =>
  SAID[ground.rule]?.(ground.given) ?? sayGround(ground);
