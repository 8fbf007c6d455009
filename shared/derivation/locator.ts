import type { Block, Derivation, Place } from '../model/derivation.ts';
import type { Span } from '../text/text-like.ts';
import { placesOf } from './places.ts';

/** A page as it is counted, and what is printed on it as its number where that differs. */
export interface PageName {
  readonly page: number;
  readonly label?: string;
}

/** Where in the original some words stand, in the terms that its form has; pairs are the first and the last. */
export interface Locator {
  readonly pages?: readonly [PageName, PageName];
  /** Begin and end in a recording, in milliseconds. */
  readonly time?: readonly [number, number];
  readonly rows?: readonly [number, number];
  /** The column that all of the words stand in. */
  readonly column?: string;
  readonly paragraphs?: readonly [number, number];
  readonly pointer?: string;
  /** The file within an archive. */
  readonly part?: string;
  /** The heading that they stand under, in the derived text. */
  readonly heading?: Span;
}

/** Headings of a derived text in order. */
export type HeadingBlock = Extract<Block, { kind: 'heading' }>;
type PageBlock = Extract<Block, { kind: 'page' }>;

export const headingsOf = ({ blocks }: Derivation): HeadingBlock[] =>
  blocks.filter(block => block.kind === 'heading');

/** Index of the last of some places, ascending by start, that begins at an offset or before it; -1 where none does. */
export function lastStartingBy(spans: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Says of ranges of a derived text where in the original they stand. */
export class Locating {
  readonly #derivation: Derivation;
  readonly #headings: readonly HeadingBlock[];
  readonly #pages: readonly PageBlock[];

  constructor(derivation: Derivation) {
    this.#derivation = derivation;
    this.#headings = headingsOf(derivation);
    this.#pages = derivation.blocks.filter(block => block.kind === 'page');
  }

  /** @param ranges of the derived text, ascending, in UTF-16 code units */
  of(ranges: readonly Span[]): Locator {
    const places = ranges.flatMap(range => placesOf(this.#derivation, range));
    const numbers = (name: 'row' | 'paragraph') => extent(places.map(place => place[name]));
    const columns = new Set(places.map(({ column }) => column));
    const pointers = new Set(places.map(({ pointer }) => pointer));
    const [only] = columns;
    const [pointer] = pointers;
    const time = extent(places.flatMap(place => place.time ?? []));
    const heading = this.#headings[lastStartingBy(this.#headings, ranges[0]!.start)];
    return {
      ...optional('pages', this.#pagesOf(places, ranges)),
      ...optional('time', time),
      ...optional('rows', numbers('row')),
      ...(columns.size === 1 ? optional('column', only) : {}),
      ...optional('paragraphs', numbers('paragraph')),
      ...(pointers.size === 1 ? optional('pointer', pointer) : {}),
      ...optional('part', places[0]?.part),
      ...optional('heading', heading && { start: heading.start, end: heading.end }),
    };
  }

  #pagesOf(places: readonly Place[], ranges: readonly Span[]): [PageName, PageName] | undefined {
    const named = places.flatMap(({ page, pageLabel }): PageName[] =>
      page === undefined ? [] : [{ page, ...optional('label', pageLabel) }],
    );
    if (named.length === 0) {
      const first = this.#pages[lastStartingBy(this.#pages, ranges[0]!.start)];
      const end = ranges[ranges.length - 1]!.end;
      const last = this.#pages[lastStartingBy(this.#pages, Math.max(ranges[0]!.start, end - 1))];
      return first && last && [{ page: first.page }, { page: last.page }];
    }
    const byPage = (a: PageName, b: PageName) => (b.page < a.page ? b : a);
    const least = named.reduce(byPage);
    return [least, named.reduce((a, b) => (b.page > a.page ? b : a))];
  }
}

const optional = <K extends string, V>(name: K, value: V | undefined): { readonly [N in K]?: V } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [N in K]?: V };

function extent(values: readonly (number | undefined)[]): [number, number] | undefined {
  let least: number | undefined;
  let most: number | undefined;
  for (const value of values) {
    if (value === undefined) continue;
    if (least === undefined || value < least) least = value;
    if (most === undefined || value > most) most = value;
  }
  return least === undefined || most === undefined ? undefined : [least, most];
}

/** @returns a page as it is cited: by what is printed on it, where that is known. */
export const nameOfPage = ({ page, label }: PageName): string => label ?? String(page);

/** @returns milliseconds as `00:01:23`, what is less than a second left out */
export function writeTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** @returns both as one where they are the same, else with a dash between. */
export const fromTo = (first: string, last: string): string => (first === last ? first : `${first}–${last}`);

/**
 * A locator for files that leave the desk, in the same words whatever the language of the interface: `p. 3`,
 * `00:01:23–00:01:27`, `row 5, column text`, `paragraph 12`. Where the form has no such terms, the heading's words.
 * @param heading the words of the heading that it names
 */
export function writeLocator(locator: Locator, heading?: string): string {
  const { pages, time, rows, column, paragraphs, pointer, part } = locator;
  const said: string[] = [];
  if (pages) {
    const all = fromTo(nameOfPage(pages[0]), nameOfPage(pages[1]));
    said.push(pages[0].page === pages[1].page ? `p. ${all}` : `pp. ${all}`);
  }
  if (time) said.push(fromTo(writeTime(time[0]), writeTime(time[1])));
  if (rows) said.push(rows[0] === rows[1] ? `row ${rows[0]}` : `rows ${rows[0]}–${rows[1]}`);
  if (column !== undefined) said.push(`column ${column}`);
  if (paragraphs)
    said.push(
      paragraphs[0] === paragraphs[1]
        ? `paragraph ${paragraphs[0]}`
        : `paragraphs ${paragraphs[0]}–${paragraphs[1]}`,
    );
  if (said.length === 0 && heading) said.push(`“${heading}”`);
  if (said.length === 0 && (pointer ?? part) !== undefined) said.push((pointer ?? part)!);
  return said.join(', ');
}
