import { msg, str } from '@lit/localize';
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

const CHOICES: Readonly<Record<string, () => string>> = {
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
export const sayChoice = (name: string): string => CHOICES[name]?.() ?? name;

type Value = string | number | boolean;

const VALUES: Readonly<Record<string, () => string>> = {
  'content main': () => msg('Main content'),
  'content whole': () => msg('Whole page'),
  'content column': () => msg('One column'),
  'content table': () => msg('Whole table'),
  'rows together': () => msg('One text of all'),
  'rows each': () => msg('A text for each'),
  'lines joined': () => msg('Joined to paragraphs'),
  'lines as-printed': () => msg('As printed'),
  'running left-out': () => msg('Left out'),
  'running kept': () => msg('Kept'),
  'header true': () => msg('Names of columns'),
  'header false': () => msg('Content'),
  'changes accepted': () => msg('Accepted'),
  'changes before': () => msg('As before them'),
  'join paragraphs': () => msg('Joined to paragraphs'),
  'join cues': () => msg('A line for each'),
  'delimiter ,': () => msg('Comma'),
  'delimiter ;': () => msg('Semicolon'),
  'delimiter |': () => msg('Bar'),
  'delimiter \t': () => msg('Tab'),
};

/** @returns what a value of a choice is called; as the file or the extractor calls it where it is not known here */
export function sayValue(
  name: string,
  { value, label }: { value: Value; label?: string | undefined },
): string {
  const known = VALUES[`${name} ${value}`]?.();
  if (known) return known;
  if (label) return label;
  if (name === 'part' && typeof value === 'number') return msg(str`Part ${sayNumber(value)}`);
  return String(value);
}
