import { msg, str } from '@lit/localize';
import type { Remark, RemarkCode, RemarkValues } from '../../shared/derivation/remarks.ts';
import { locale, sayNumber } from './locale.ts';
import { plural } from './plural.ts';

interface Counted {
  readonly count: number;
}

const SAID: { readonly [Code in RemarkCode]: (values: RemarkValues[Code]) => string } = {
  author: ({ author }) => msg(str`It names as its author: ${author}.`),
  published: ({ when }) => msg(str`It says when it was published: ${sayMoment(when)}.`),
  site: ({ site }) => msg(str`It names its site: ${site}.`),
  pictures: ({ count }) =>
    plural(
      count,
      msg(
        str`${sayNumber(count)} {picture was¦pictures were} left behind; what is written in pictures is not read.`,
      ),
    ),
  recordings: ({ count }) =>
    plural(count, msg(str`${sayNumber(count)} {recording was¦recordings were} left behind.`)),
  frames: ({ count }) =>
    plural(count, msg(str`${sayNumber(count)} {embedded page was¦embedded pages were} left behind.`)),
  'hidden-text': ({ count }) =>
    plural(count, msg(str`Hidden text is left out (${sayNumber(count)} {place¦places}).`)),
  'main-too-large': () =>
    msg(
      'This page is too large, or its elements lie too deep within one another, to find its main content; the whole page was read instead.',
    ),
  'main-not-found': () => msg('No main content was found; the whole page was read instead.'),
  'main-share': ({ percent }) =>
    msg(str`The main content is about ${sayShare(percent)} of the page's text; the rest was left out.`),
  'main-share-small': ({ percent }) =>
    msg(
      str`The main content is about ${sayShare(percent)} of the page's text; the rest was left out. What you need may be missing: read the whole page to see.`,
    ),
  'part-missing': ({ path }) => msg(str`${path} is named by the book but missing in the file.`),
  'changes-accepted': () =>
    msg('The document has tracked changes; this is the text with all of them accepted.'),
  'changes-before': () => msg('The document has tracked changes; this is the text as it was before them.'),
  comments: ({ count }) => msg(str`Comments are left out (${sayNumber(count)}).`),
  margins: ({ count }) => msg(str`Headers and footers of pages are left out (${sayNumber(count)}).`),
  drawings: ({ count }) =>
    msg(
      str`Pictures and charts are left out (${sayNumber(count)}); what is written in them is not in the text.`,
    ),
  formulas: ({ count }) => msg(str`Formulas are left out (${sayNumber(count)}); read them in the original.`),
  'text-boxes': ({ count }) =>
    msg(str`Text boxes in a form that is not read are left out (${sayNumber(count)}).`),
  'files-within': ({ count }) =>
    msg(str`Other files that are set into the document are left out (${sayNumber(count)}).`),
  symbols: ({ count }) => msg(str`Symbols of fonts that are not known are left out (${sayNumber(count)}).`),
  'raised-digits': ({ count }) =>
    plural(
      count,
      msg(
        str`Raised or lowered digits stand on the line (${sayNumber(count)} {place¦places}): 10² reads 102.`,
      ),
    ),
  'struck-words': ({ count }) =>
    plural(
      count,
      msg(
        str`Words that are struck through stand in the text like others (${sayNumber(count)} {place¦places}).`,
      ),
    ),
  'end-missing': () =>
    msg('The end of the file is missing: what could be recovered was read, and parts may be lost.'),
  'dynamic-form': () =>
    msg(
      'The file is a form that a program draws (XFA), and its pages only stand in for it. Open it in the program that it is made for, print it to a new PDF, and add that.',
    ),
  'pages-broken': ({ pages, count }) =>
    plural(count, msg(str`{Page¦Pages} ${pages} could not be read: the file is damaged there.`)),
  'pages-empty': ({ pages, count }) =>
    plural(
      count,
      msg(
        str`{Page¦Pages} ${pages}: no text layer. {It is¦They are} empty, or text recognition (OCR) has yet to read the pictures there.`,
      ),
    ),
  'pages-filled': ({ pages, count }) =>
    plural(
      count,
      msg(
        str`{Page¦Pages} ${pages}: fields that are filled in, or notes that lie over the text. What they say is not part of it; print the file to a new PDF to have it there.`,
      ),
    ),
  'running-lines': ({ lines }) => msg(str`Left out because it returns from page to page: ${lines}.`),
  'page-numbers': ({ pages }) => msg(str`Page numbers are left out (pages ${pages}).`),
  unreadable: ({ count }) => sayUnreadable({ count }),
  'unreadable-much': ({ count }) =>
    `${sayUnreadable({ count })} ${msg('Run text recognition (OCR) on the file to have its words.')}`,
  'captions-roll': ({ count }) =>
    msg(
      str`These captions roll up: lines that are only shown again are left out (${sayNumber(count)}). Take each caption as it is shown to have them all.`,
    ),
  'lines-astray': ({ count }) =>
    msg(str`Lines that belong to no subtitle are left out (${sayNumber(count)}).`),
  'rows-uneven': ({ count }) => msg(str`Rows with fewer cells than the longest: ${sayNumber(count)}.`),
  'quote-unclosed': () => msg('A quotation mark is opened and never closed; it is taken as it stands.'),
  'halves-of-characters': ({ count }) =>
    msg(str`Halves of characters and NUL, which are no text, stand as \ufffd (${sayNumber(count)}).`),
  'too-many-texts': ({ count, most }) =>
    msg(
      str`It holds ${sayNumber(count)} texts; up to ${sayNumber(most)} can become a document each. Divide the file to have that.`,
    ),
  'wiki-revision': ({ id, when, by, site }) =>
    msg(str`This is revision ${[String(id), when && sayMoment(when), by, site].filter(Boolean).join(', ')}.`),
  'wiki-redirect': ({ to }) => msg(str`The page only redirects to ${to}.`),
  'wiki-model': ({ model }) => msg(str`The page holds no wikitext but ${model}.`),
};

const sayUnreadable = ({ count }: Counted): string =>
  plural(
    count,
    msg(
      str`${sayNumber(count)} {character¦characters} cannot be told from the file, which gives only the shapes.`,
    ),
  );

const sayShare = (percent: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent' }).format(percent / 100);

/** @returns a moment in ISO 8601 as the language writes it, in UTC; anything else as it is */
function sayMoment(when: string): string {
  if (!/^\d{4}-\d\d-\d\d(?:T|$)/.test(when)) return when;
  const moment = new Date(when);
  if (Number.isNaN(moment.getTime())) return when;
  const time = when.includes('T') ? ({ timeStyle: 'short' } as const) : {};
  return moment.toLocaleString(locale(), { dateStyle: 'medium', ...time, timeZone: 'UTC' });
}

/** @returns what is to be known of a file's text, in the interface's language; in English where it is not known here. */
export function sayRemark({ code, values, says }: Remark): string {
  const said = SAID as unknown as Readonly<Record<string, (values: Remark['values']) => string>>;
  return Object.hasOwn(said, code) ? said[code]!(values) : says;
}
