import { type Remark, remark } from '../../../../shared/derivation/remarks.ts';
import type { Block, Derivation, Stretch } from '../../../../shared/model/derivation.ts';
import { countUnreadable } from './characters.ts';
import { joinOf, type Words, wordsIn } from './hyphens.ts';
import { isOfCells, type Line } from './lines.ts';
import { goesOn, paragraphsOfPage } from './page-text.ts';
import type { Paragraph } from './paragraphs.ts';
import { type Box, type Turned, turnPieces } from './piece.ts';
import type { RawPage } from './read-pages.ts';
import { findRunning } from './running.ts';

/** How a file's text is put together. */
export interface Chosen {
  readonly lines: 'joined' | 'as-printed';
  readonly running: 'left-out' | 'kept';
}

/** Text with what is known of it. */
export interface Composed {
  /** Empty where no page has any. */
  readonly text: string;
  readonly derivation: Derivation;
  readonly remarks: readonly Remark[];
}

/** Letters above this multiple of the usual size make a heading. */
const HEADING = 1.15;
const LONGEST_HEADING = 250;
const MOST_HEADING_LINES = 4;
const DEEPEST = 6;
/** A text of which a larger part cannot be told needs to be recognised from its pictures. */
const MOST_UNREADABLE = 0.1;

/** Puts pages together: a page after another, their paragraphs with a blank line between. */
export function compose(pages: readonly RawPage[], chosen: Chosen): Composed {
  const remarks: Remark[] = [];
  let turned = pages.map(({ page, label, pieces }) => ({ page, label, angles: turnPieces(pieces) }));
  if (chosen.running === 'left-out') {
    const running = findRunning(
      turned.flatMap(({ page, angles: [main] }) => (main ? [{ page, pieces: main.pieces }] : [])),
    );
    // What is nothing but heads and feet is the text after all.
    const rest = turned.map(page => ({ ...page, angles: page.angles.map(without(running.pieces)) }));
    if (
      running.pieces.size > 0 &&
      rest.some(({ angles }) => angles.some(({ pieces }) => pieces.length > 0))
    ) {
      turned = rest;
      remarks.push(...running.remarks);
    }
  }
  const read = turned.map(({ page, label, angles }) => ({
    page,
    label,
    paragraphs: paragraphsOfPage(angles),
  }));
  const level = headingLevels(read.flatMap(({ paragraphs }) => paragraphs));
  const words = wordsIn(linesIn(read.flatMap(({ paragraphs }) => paragraphs)));
  const writer = new Writer(chosen.lines === 'joined', words);
  read.forEach(({ page, label, paragraphs }, at) => {
    const next = read[at + 1]?.paragraphs[0];
    const last = paragraphs.at(-1);
    const following = last && next && goesOn(last, next) ? next.lines[0] : undefined;
    writer.page(paragraphs, { page, ...(label ? { pageLabel: label } : {}) }, level, following);
  });
  const { text, derivation } = writer;
  const unreadable = countUnreadable(text);
  if (unreadable > 0)
    remarks.push(
      remark(unreadable > MOST_UNREADABLE * text.length ? 'unreadable-much' : 'unreadable', {
        count: unreadable,
      }),
    );
  return { text, derivation, remarks };
}

const without =
  (left: ReadonlySet<unknown>) =>
  ({ angle, pieces }: Turned): Turned => ({ angle, pieces: pieces.filter(piece => !left.has(piece)) });

/** @returns what level a paragraph has as a heading, by the size of its letters among those of all headings */
function headingLevels(paragraphs: readonly Paragraph[]): (paragraph: Paragraph) => number | undefined {
  const letters = new Map<number, number>();
  for (const { lines, size } of paragraphs)
    letters.set(
      half(size),
      (letters.get(half(size)) ?? 0) + lines.reduce((sum, { text }) => sum + text.length, 0),
    );
  const usual = [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
  const isHeading = ({ lines, size }: Paragraph): boolean => {
    const text = lines.map(({ text }) => text).join(' ');
    return (
      size >= HEADING * usual &&
      lines.length <= MOST_HEADING_LINES &&
      text.length <= LONGEST_HEADING &&
      /\p{L}\p{L}/u.test(text) &&
      !LEADER.test(text) &&
      !lines.some(isOfCells)
    );
  };
  const sizes = [...new Set(paragraphs.filter(isHeading).map(({ size }) => half(size)))].sort(
    (a, b) => b - a,
  );
  return paragraph =>
    isHeading(paragraph) ? Math.min(DEEPEST, sizes.indexOf(half(paragraph.size)) + 1) : undefined;
}

/** Dots that lead from an entry of a table of contents to its page. */
const LEADER = /(\. ?){5,}|…{2,}/u;

const half = (size: number): number => Math.round(size * 2) / 2;

/** Whether lines of cells are a table: several rows, all of as many cells. */
const isTable = ({ lines }: Paragraph): boolean =>
  lines.length > 1 &&
  isOfCells(lines[0]!) &&
  lines.every(({ runs }) => runs.length === lines[0]!.runs.length);

function* linesIn(paragraphs: readonly Paragraph[]): Generator<string> {
  for (const { lines } of paragraphs) for (const { text } of lines) yield text;
}

class Writer {
  readonly #joins: boolean;
  readonly #words: Words;
  readonly #parts: string[] = [];
  readonly #stretches: Stretch[] = [];
  readonly #blocks: Block[] = [];
  #length = 0;
  /** Whether the last paragraph goes on with the next page. */
  #goesOn = false;

  constructor(joins: boolean, words: Words) {
    this.#joins = joins;
    this.#words = words;
  }

  get text(): string {
    return this.#parts.join('');
  }

  get derivation(): Derivation {
    return { version: 1, stretches: this.#stretches, blocks: this.#blocks, inlines: [] };
  }

  /** @param following the line of the next page with which the last paragraph of this one goes on */
  page(
    paragraphs: readonly Paragraph[],
    at: { page: number; pageLabel?: string },
    level: (paragraph: Paragraph) => number | undefined,
    following: Line | undefined,
  ): void {
    if (paragraphs.length === 0) return;
    if (!this.#goesOn) this.#part();
    this.#goesOn = this.#joins && following !== undefined;
    const start = this.#length;
    const index = this.#blocks.length;
    this.#blocks.push({ kind: 'page', start, end: start, page: at.page });
    let after = '';
    paragraphs.forEach((paragraph, number) => {
      if (number > 0) this.#part();
      const start = this.#length;
      const deep = level(paragraph);
      const isLast = number === paragraphs.length - 1;
      after = this.#lines(paragraph.lines, at, isLast && this.#goesOn ? following : undefined);
      const span = { start, end: this.#length };
      if (deep !== undefined) this.#blocks.push({ kind: 'heading', ...span, level: deep });
      else if (isTable(paragraph)) this.#table(paragraph, span);
      else this.#blocks.push({ kind: 'paragraph', ...span });
    });
    this.#blocks[index] = { kind: 'page', start, end: this.#length, page: at.page };
    this.#write(after);
  }

  /** The rows and cells of what was written last; each of their runs is one stretch. */
  #table({ lines }: Paragraph, span: { start: number; end: number }): void {
    this.#blocks.push({ kind: 'table', ...span });
    const [{ runs }] = lines as [Line];
    const cells = this.#stretches.slice(-lines.length * runs.length);
    lines.forEach((_, row) => {
      const own = cells.slice(row * runs.length, (row + 1) * runs.length);
      this.#blocks.push({ kind: 'row', start: own[0]!.start, end: own.at(-1)!.end });
      for (const { start, end } of own) this.#blocks.push({ kind: 'cell', start, end, header: false });
    });
  }

  /** Writes the lines of a paragraph. @returns what stands between it and the line that follows on the next page */
  #lines(lines: readonly Line[], at: { page: number; pageLabel?: string }, following?: Line): string {
    let between = '';
    lines.forEach((line, number) => {
      this.#write(between);
      const next = lines[number + 1] ?? following;
      const join =
        next && this.#joins && !isOfCells(line) ? joinOf(line.text, next.text, this.#words) : undefined;
      line.runs.forEach(({ joint, text, box }, run) => {
        this.#write(joint);
        const isLast = run === line.runs.length - 1;
        const start = this.#length;
        this.#write(isLast && join?.drop ? text.slice(0, -1) : text);
        if (this.#length > start)
          this.#stretches.push({ start, end: this.#length, at: { ...at, box: rounded(box) } });
      });
      between = join ? join.between : '\n';
    });
    return following ? between : '';
  }

  #part(): void {
    if (this.#length > 0) this.#write('\n\n');
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** To a tenth of a unit, which is finer than a line drawn on a page. */
const rounded = (box: Box): [number, number, number, number] => {
  const [left, bottom, right, top] = box.map(number => Math.round(number * 10) / 10 + 0);
  return [left!, bottom!, right!, top!];
};
