import type { ReadingContext } from '../values/context.ts';
import { readDate } from '../values/dates/read-date.ts';
import { folded } from '../values/folded.ts';
import { present } from '../values/present.ts';
import type { CitationValue } from './citation.ts';
import { cslDate } from './csl-date.ts';
import { cslName } from './csl-name.ts';
import { findLanguages } from './language-notes.ts';

/** Longest footnote read, in UTF-16 code units. */
const LONGEST = 2000;
/** Number and links back before a note's words: "11. ^ a b ", "[3] ", "[^name]: ", "² ". */
const HEAD =
  /^(?:(\d{1,4})\.? ?[\^↑](?: ?Jump up(?: to)?:?| ?Перейти(?: обратно| к)?:?)?|[\^↑](?= )|\[(\d{1,4})\](?= )|\[\^([^\s\]]{1,60})\]:|([⁰¹²³⁴-⁹]{1,3})(?= ?\p{L})|(\d{1,4})[.)](?= )) ?(?:[a-zа-е],? (?=[a-zа-е],? |\()|\d\.\d |1(?: \d{1,2}){1,20} )*(?:[a-zа-е],? (?=[\p{Lu}("«“]))?/u;

/**
 * Reads a numbered footnote as encyclopedias print it: "11. ^ (in Russian) L. Pravin. The split … (27 July 2011)":
 * number, language, author with initials, title, and in brackets where and when it appeared.
 * @returns undefined where there is neither number nor caret
 */
export function readFootnote(text: string, context: ReadingContext): CitationValue | undefined {
  const line = text.length > LONGEST ? '' : folded(text);
  const head = HEAD.exec(line);
  if (!head) return undefined;
  const number = head.slice(1).find(one => one !== undefined);
  const ref = number?.normalize('NFKC');
  let rest = line.slice(head[0].length);
  const [note] = findLanguages(rest);
  const language = note?.start === 0 ? note : undefined;
  if (language) rest = rest.slice(language.end).trimStart();
  const author = /^((?:\p{Lu}\. ?){1,3}\p{Lu}[\p{L}’'-]{1,40})\. /u.exec(rest);
  if (author) rest = rest.slice(author[0].length);
  // A bracket that nothing closes is a remnant of a link.
  if (rest.startsWith('[ ') && !rest.includes(']')) rest = rest.slice(2);
  const url = /\bhttps?:\/\/[^\s<>"«»]{1,2000}/i.exec(rest)?.[0].replace(/[.,;)]+$/, '');
  const { title, issued, place } = titleAndDate(url ? rest.replace(url, ' ').trim() : rest, context);
  if (title === '' && url === undefined) return ref === undefined ? undefined : { kind: 'citation', ref };
  const csl = present({
    type: url === undefined ? 'document' : 'webpage',
    title: title || undefined,
    'container-title': place,
    URL: url,
    language: language?.language,
    author: author ? [cslName(author[1]!, context)] : undefined,
    issued: issued === undefined ? undefined : cslDate(issued),
  });
  return { kind: 'citation', ...(ref === undefined ? {} : { ref }), csl };
}

interface Rest {
  readonly title: string;
  readonly issued?: string;
  readonly place?: string;
}

/** The title runs to an archive note or to brackets that hold a date or close the line. */
function titleAndDate(text: string, context: ReadingContext): Rest {
  const archived = text.search(/ Archived \d{4}-\d\d-\d\d at /);
  const open = text.lastIndexOf('(');
  const title = (end: number) => text.slice(0, archived < 0 ? end : Math.min(end, archived)).trim();
  if (open < 0 || !text.trimEnd().endsWith(')')) return { title: title(text.length) };
  const inside = text.slice(open + 1, text.lastIndexOf(')'));
  const issued = readDate(inside, context)?.edtf;
  if (issued === undefined) return { title: title(open) };
  const comma = placeEnd(inside, issued, context);
  const place = comma === undefined ? '' : inside.slice(0, comma).replace(/^[«"“'\s]+|[»"”'\s]+$/g, '');
  return { title: title(open), issued, ...(place === '' ? {} : { place }) };
}

/** The first comma behind which the date still stands. */
function placeEnd(inside: string, issued: string, context: ReadingContext): number | undefined {
  for (let i = inside.indexOf(','), tried = 0; i >= 0 && tried < 6; i = inside.indexOf(',', i + 1), tried++)
    if (readDate(inside.slice(i + 1), context)?.edtf === issued) return i;
  return undefined;
}
