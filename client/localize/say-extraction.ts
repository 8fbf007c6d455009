import { msg, str } from '@lit/localize';
import type { ChoiceName, OwnValues } from '../../shared/derivation/own-values.ts';
import { sayNumber } from './locale.ts';

const READERS: Readonly<Record<string, () => string>> = {
  plain: () => msg('Plain text'),
  html: () => msg('Web page'),
  docx: () => msg('Word document'),
  pdf: () => msg('PDF file'),
  epub: () => msg('E-book'),
  subtitles: () => msg('Subtitles'),
  table: () => msg('Table'),
  json: () => msg('Table in JSON'),
  jsonl: () => msg('Table in JSON'),
  'mediawiki-xml': () => msg('MediaWiki export'),
};

/** @returns what a file is read as by an extractor: "Web page"; as the extractor calls it where it is not known here */
export const sayReader = (extractor: string, label = extractor): string =>
  READERS[extractor]?.() ?? label.charAt(0).toLocaleUpperCase() + label.slice(1);

const CHOICES: { readonly [Name in ChoiceName]: () => string } = {
  content: () => msg('What is taken'),
  column: () => msg('Column with the text'),
  rows: () => msg('Rows'),
  lines: () => msg('Lines'),
  running: () => msg('Heads, feet and page numbers'),
  header: () => msg('First row'),
  delimiter: () => msg('Cells are apart by'),
  changes: () => msg('Tracked changes'),
  join: () => msg('Cues'),
  path: () => msg('Key with the text'),
  part: () => msg('Part'),
  revision: () => msg('Revision'),
};

/** @param name of a choice about how a file becomes text @returns what it is called */
export const sayChoice = (name: string): string =>
  (CHOICES as Readonly<Record<string, () => string>>)[name]?.() ?? name;

type Value = string | number | boolean;

/** What extractors name themselves. */
const VALUES: {
  readonly [Name in ChoiceName]: { readonly [Value in keyof OwnValues[Name]]: () => string };
} = {
  content: {
    main: () => msg('Main content'),
    whole: () => msg('Whole page'),
    column: () => msg('One column'),
    table: () => msg('Whole table'),
  },
  column: {},
  rows: { together: () => msg('One text of all'), each: () => msg('A text for each') },
  lines: { joined: () => msg('Joined to paragraphs'), 'as-printed': () => msg('As printed') },
  running: { 'left-out': () => msg('Left out'), kept: () => msg('Kept') },
  header: { true: () => msg('Names of columns'), false: () => msg('Content') },
  delimiter: {
    ',': () => msg('Comma'),
    ';': () => msg('Semicolon'),
    '|': () => msg('Bar'),
    '\t': () => msg('Tab'),
  },
  changes: { accepted: () => msg('Accepted'), before: () => msg('As before them') },
  join: { paragraphs: () => msg('Joined to paragraphs'), cues: () => msg('A line for each') },
  path: { '$..*': () => msg('All texts') },
  part: { '': () => msg('The whole book') },
  revision: {},
};

/** @returns what a value of a choice is called; as the file or the extractor calls it where it is not known here */
export function sayValue(
  name: string,
  { value, label }: { value: Value; label?: string | undefined },
): string {
  const own: Readonly<Record<string, Readonly<Record<string, () => string>>>> = VALUES;
  const known = own[name]?.[String(value)]?.();
  if (known) return known;
  if (label) return label;
  if (name === 'part' && typeof value === 'number') return msg(str`Part ${sayNumber(value)}`);
  return String(value);
}
