import type { ReadingContext } from '../values/context.ts';
import { readDate } from '../values/dates/read-date.ts';
import { folded } from '../values/folded.ts';
import { present } from '../values/present.ts';
import type { CitationValue } from './citation.ts';
import { cslDate } from './csl-date.ts';
import { cslName } from './csl-name.ts';

/** Longest footnote read, in UTF-16 code units. */
const LONGEST = 2000;
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  spanish: 'es',
  french: 'fr',
  russian: 'ru',
  german: 'de',
  italian: 'it',
  portuguese: 'pt',
  ukrainian: 'uk',
  serbian: 'sr',
  croatian: 'hr',
  polish: 'pl',
};

/**
 * Reads a numbered footnote as encyclopedias print it: "11. ^ (in Russian) L. Pravin. The split … (27 July 2011)":
 * number, language, author with initials, title, date in brackets.
 * @returns undefined where there is no number with a caret
 */
export function readFootnote(text: string, context: ReadingContext): CitationValue | undefined {
  const line = text.length > LONGEST ? '' : folded(text);
  const head = /^(?:(\d{1,4})\. ?)?\^ ?(?:[a-z] (?=[a-z] |\())*(?:[a-z] (?=\())?/.exec(line);
  if (!head?.[1]) return undefined;
  let rest = line.slice(head[0].length);
  const language = /^\(in (\w{3,20})\) ?/i.exec(rest);
  if (language) rest = rest.slice(language[0].length);
  const author = /^((?:\p{Lu}\. ?){1,3}\p{Lu}[\p{L}’'-]{1,40})\. /u.exec(rest);
  if (author) rest = rest.slice(author[0].length);
  const { title, issued } = titleAndDate(rest, context);
  if (title === '') return { kind: 'citation', ref: head[1] };
  const csl = present({
    type: 'document',
    title,
    language: language ? (LANGUAGES[language[1]!.toLowerCase()] ?? language[1]!) : undefined,
    author: author ? [cslName(author[1]!, context)] : undefined,
    issued: issued === undefined ? undefined : cslDate(issued),
  });
  return { kind: 'citation', ref: head[1], csl };
}

/** The title runs to an archive note or to brackets that hold a date or close the line. */
function titleAndDate(text: string, context: ReadingContext): { title: string; issued?: string } {
  const archived = text.search(/ Archived \d{4}-\d\d-\d\d at /);
  const whole = archived < 0 ? text : text.slice(0, archived);
  const open = whole.lastIndexOf('(');
  if (open < 0 || !whole.trimEnd().endsWith(')')) return { title: whole.trim() };
  const issued = readDate(whole.slice(open + 1, whole.lastIndexOf(')')), context)?.edtf;
  return issued === undefined
    ? { title: whole.slice(0, open).trim() }
    : { title: whole.slice(0, open).trim(), issued };
}
