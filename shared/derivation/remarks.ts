import { z } from 'zod';

/** What is left behind of a file or may be wrong in its text: the codes, and the values that go with each. */
export interface RemarkValues {
  readonly author: { readonly author: string };
  readonly published: { readonly when: string };
  readonly site: { readonly site: string };
  readonly pictures: { readonly count: number };
  readonly recordings: { readonly count: number };
  readonly frames: { readonly count: number };
  readonly 'hidden-text': { readonly count: number };
  readonly 'main-too-large': None;
  readonly 'main-not-found': None;
  readonly 'main-share': { readonly percent: number };
  readonly 'main-share-small': { readonly percent: number };
  readonly 'part-missing': { readonly path: string };
  readonly 'changes-accepted': None;
  readonly 'changes-before': None;
  readonly comments: { readonly count: number };
  readonly margins: { readonly count: number };
  readonly drawings: { readonly count: number };
  readonly formulas: { readonly count: number };
  readonly 'text-boxes': { readonly count: number };
  readonly 'files-within': { readonly count: number };
  readonly symbols: { readonly count: number };
  readonly 'raised-digits': { readonly count: number };
  readonly 'struck-words': { readonly count: number };
  readonly 'end-missing': None;
  readonly 'dynamic-form': None;
  readonly 'pages-broken': Pages;
  readonly 'pages-empty': Pages;
  readonly 'pages-filled': Pages;
  readonly 'running-lines': { readonly lines: string };
  readonly 'page-numbers': { readonly pages: string };
  readonly unreadable: { readonly count: number };
  readonly 'unreadable-much': { readonly count: number };
  readonly 'captions-roll': { readonly count: number };
  readonly 'lines-astray': { readonly count: number };
  readonly 'rows-uneven': { readonly count: number };
  readonly 'quote-unclosed': None;
  readonly 'halves-of-characters': { readonly count: number };
  readonly 'too-many-texts': { readonly count: number; readonly most: number };
  /** What is not known is empty; `when` is ISO 8601. */
  readonly 'wiki-revision': {
    readonly id: number;
    readonly when: string;
    readonly by: string;
    readonly site: string;
  };
  readonly 'wiki-redirect': { readonly to: string };
  readonly 'wiki-model': { readonly model: string };
}
type None = Readonly<Record<never, never>>;
interface Pages {
  /** As runs: "3–5, 9". */
  readonly pages: string;
  readonly count: number;
}
export type RemarkCode = keyof RemarkValues;

/** A remark as it travels: by its code and values, and in English. */
export const Remark = z.strictObject({
  code: z.string().max(40),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  says: z.string(),
});
export type Remark = z.infer<typeof Remark>;

/** @returns a number of things in English: "One picture", "3 pictures" */
const of = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `One ${one}` : `${count.toLocaleString('en')} ${many}`;

const places = (count: number): string => `${count} ${count === 1 ? 'place' : 'places'}`;

const pagesOf = ({ pages, count }: Pages, one: string, many: string): string =>
  count === 1 ? `Page ${pages} ${one}` : `Pages ${pages} ${many}`;

const SAYS: { readonly [Code in RemarkCode]: (values: RemarkValues[Code]) => string } = {
  author: ({ author }) => `It names as its author: ${author}.`,
  published: ({ when }) => `It says when it was published: ${when}.`,
  site: ({ site }) => `It names its site: ${site}.`,
  pictures: ({ count }) =>
    `${of(count, 'picture')} ${count === 1 ? 'was' : 'were'} left behind; what is written in pictures is not read.`,
  recordings: ({ count }) => `${of(count, 'recording')} ${count === 1 ? 'was' : 'were'} left behind.`,
  frames: ({ count }) => `${of(count, 'embedded page')} ${count === 1 ? 'was' : 'were'} left behind.`,
  'hidden-text': ({ count }) => `Hidden text is left out (${places(count)}).`,
  'main-too-large': () =>
    'This page is too large, or its elements lie too deep within one another, to find its main content; the whole page was read instead.',
  'main-not-found': () => 'No main content was found; the whole page was read instead.',
  'main-share': ({ percent }) =>
    `The main content is about ${percent}\u00a0% of the page's text; the rest was left out.`,
  'main-share-small': ({ percent }) =>
    `The main content is about ${percent}\u00a0% of the page's text; the rest was left out. What you need may be missing: read the whole page to see.`,
  'part-missing': ({ path }) => `${path} is named by the book but missing in the file.`,
  'changes-accepted': () => 'The document has tracked changes; this is the text with all of them accepted.',
  'changes-before': () => 'The document has tracked changes; this is the text as it was before them.',
  comments: ({ count }) => `Comments are left out (${count}).`,
  margins: ({ count }) => `Headers and footers of pages are left out (${count}).`,
  drawings: ({ count }) =>
    `Pictures and charts are left out (${count}); what is written in them is not in the text.`,
  formulas: ({ count }) => `Formulas are left out (${count}); read them in the original.`,
  'text-boxes': ({ count }) => `Text boxes in a form that is not read are left out (${count}).`,
  'files-within': ({ count }) => `Other files that are set into the document are left out (${count}).`,
  symbols: ({ count }) => `Symbols of fonts that are not known are left out (${count}).`,
  'raised-digits': ({ count }) =>
    `Raised or lowered digits stand on the line (${places(count)}): 10² reads 102.`,
  'struck-words': ({ count }) =>
    `Words that are struck through stand in the text like others (${places(count)}).`,
  'end-missing': () =>
    'The end of the file is missing: what could be recovered was read, and parts may be lost.',
  'dynamic-form': () =>
    'The file is a form that a program draws (XFA), and its pages only stand in for it. Open it in the program that it is made for, print it to a new PDF, and add that.',
  'pages-broken': pages =>
    `${pagesOf(pages, 'could not be read', 'could not be read')}: the file is damaged there.`,
  'pages-empty': pages =>
    `${pagesOf(pages, 'has', 'have')} no text layer: empty, or pictures that text recognition (OCR) has yet to read.`,
  'pages-filled': pages =>
    `${pagesOf(pages, 'has', 'have')} fields that are filled in or notes that lie over the text; what they say is not part of it. Print the file to a new PDF to have it there.`,
  'running-lines': ({ lines }) => `Left out because it returns from page to page: ${lines}.`,
  'page-numbers': ({ pages }) => `Page numbers are left out (pages ${pages}).`,
  unreadable: ({ count }) =>
    `${of(count, 'character')} cannot be told from the file, which gives only their shapes.`,
  'unreadable-much': ({ count }) =>
    `${of(count, 'character')} cannot be told from the file, which gives only their shapes. Run text recognition (OCR) on it to have its words.`,
  'captions-roll': ({ count }) =>
    `These captions roll up: lines that are only shown again are left out (${count}). Take each caption as it is shown to have them all.`,
  'lines-astray': ({ count }) => `Lines that belong to no subtitle are left out (${count}).`,
  'rows-uneven': ({ count }) => `Rows with fewer cells than the longest: ${count}.`,
  'quote-unclosed': () => 'A quotation mark is opened and never closed; it is taken as it stands.',
  'halves-of-characters': ({ count }) =>
    `Halves of characters and NUL, which are no text, stand as \ufffd (${count}).`,
  'too-many-texts': ({ count, most }) =>
    `It holds ${count.toLocaleString('en')} texts; up to ${most.toLocaleString('en')} can become a document each. Divide the file to have that.`,
  'wiki-revision': ({ id, when, by, site }) =>
    `This is revision ${[id, when, by, site].filter(Boolean).join(', ')}.`,
  'wiki-redirect': ({ to }) => `The page only redirects to ${to}.`,
  'wiki-model': ({ model }) => `The page holds no wikitext but ${model}.`,
};

/** Every code that a remark can have. */
export const remarkCodes = Object.keys(SAYS) as readonly RemarkCode[];

/** @returns a remark with what it says in English */
export function remark<Code extends RemarkCode>(
  code: Code,
  ...[values]: RemarkValues[Code] extends None ? [values?: RemarkValues[Code]] : [values: RemarkValues[Code]]
): Remark {
  const given = (values ?? {}) as RemarkValues[Code];
  return { code, values: { ...given } as Remark['values'], says: SAYS[code](given) };
}
