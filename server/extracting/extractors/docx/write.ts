import { addPieces, type Piece } from '../../pieces.ts';
import { roman } from '../../roman.ts';
import { TextBuilder } from '../../text-builder.ts';
import type { Cell, Element, Note, NoteReference, Paragraph, Row, Table, WordDocument } from './model.ts';
import type { Numbering } from './numbering.ts';
import { type Reading, type ReadParagraph, readParagraph } from './read-paragraph.ts';

/** As many columns as Word has. */
const MOST_COLUMNS = 63;
const QUOTES = /^(?:intense )?quote$|^quotations?$/i;
const HEADING = /^heading ([1-9])$/i;

/** The parts that text comes from. */
export interface Parts {
  readonly document: string;
  readonly footnote: string;
  readonly endnote: string;
}

interface NotedNote {
  readonly mark: string;
  readonly note: Note;
  readonly type: NoteReference['noteType'];
}

/** Writes a document that mammoth has read as text, notes at its end. */
export class Writer {
  readonly #builder = new TextBuilder();
  readonly #notes: WordDocument['notes'];
  readonly #reading: Reading;
  readonly #parts: Parts;
  readonly #numbering: Numbering;
  readonly #noted = new Map<string, NotedNote>();
  /** For each list that is open, from the outermost, whether an item is open in it. */
  readonly #lists: { ordered: boolean }[] = [];
  #raised = 0;
  #struck = 0;

  constructor(notes: WordDocument['notes'], parts: Parts, numbering: Numbering) {
    this.#notes = notes;
    this.#parts = parts;
    this.#numbering = numbering;
    this.#reading = this.#readingOf(parts.document);
  }

  /** Writes what comes next in the body. */
  add(elements: readonly Element[]): void {
    for (const element of elements) {
      if (element.type === 'paragraph') this.#paragraph(element, readParagraph(element, this.#reading));
      else if (element.type === 'table') this.#table(element, this.#reading);
    }
  }

  /** @returns all of the text, how often digits that were raised or lowered stand beside others on the line, and how many runs are struck through */
  finish(): { builder: TextBuilder; raised: number; struck: number } {
    this.#closeLists(0);
    this.#raised += this.#reading.raised;
    this.#struck += this.#reading.struck;
    // A note may itself refer to notes, which come after it then.
    for (const { mark, note, type } of this.#noted.values()) this.#note(mark, note, this.#parts[type]);
    return { builder: this.#builder, raised: this.#raised, struck: this.#struck };
  }

  #readingOf(part: string): Reading {
    return { part, paragraph: 0, raised: 0, struck: 0, noteMark: reference => this.#noteMark(reference) };
  }

  #paragraph({ styleName, numbering }: Paragraph, { pieces, outline, list }: ReadParagraph): void {
    if (pieces.length === 0) return;
    const level = headingLevel(styleName, outline);
    if (level !== undefined) this.#block({ kind: 'heading', level }, pieces);
    else if (numbering) this.#item(Number(numbering.level) || 0, numbering.isOrdered, list ?? '', pieces);
    else if (styleName !== null && QUOTES.test(styleName)) this.#block({ kind: 'quote' }, pieces);
    else this.#block({ kind: 'paragraph' }, pieces);
  }

  #block(block: Parameters<TextBuilder['open']>[0], pieces: readonly Piece[]): void {
    this.#closeLists(0);
    this.#builder.lines(2);
    this.#builder.open(block);
    addPieces(this.#builder, pieces);
    this.#builder.close();
  }

  #item(level: number, ordered: boolean, list: string, pieces: readonly Piece[]): void {
    const depth = Math.min(level, 8) + 1;
    const number = ordered ? this.#numbering.next(list, depth - 1) : 0;
    this.#closeLists(depth);
    // Another kind of list at the same depth is another list.
    if (this.#lists.length === depth && this.#lists.at(-1)!.ordered !== ordered) this.#closeLists(depth - 1);
    const begins = this.#lists.length === 0;
    if (this.#lists.length === depth) this.#builder.close();
    while (this.#lists.length < depth) {
      this.#builder.open({ kind: 'list', ordered });
      this.#lists.push({ ordered });
      if (this.#lists.length < depth)
        this.#builder.open({ kind: 'item', depth: this.#lists.length, mark: 0 });
    }
    const mark = ordered ? `${number}. ` : '- ';
    this.#builder.lines(begins ? 2 : 1);
    this.#builder.indent('  '.repeat(depth - 1));
    this.#builder.open({ kind: 'item', depth, mark: mark.length });
    this.#builder.mark(mark);
    this.#builder.indent('  '.repeat(depth));
    addPieces(this.#builder, pieces);
    this.#builder.indent('');
  }

  /** Closes lists, and the items open in them, until so many are open. */
  #closeLists(depth: number): void {
    while (this.#lists.length > depth) {
      this.#builder.close();
      this.#builder.close();
      this.#lists.pop();
    }
  }

  #table({ children }: Table, reading: Reading): void {
    this.#closeLists(0);
    this.#builder.lines(2);
    this.#builder.open({ kind: 'table' });
    /** For each column, in how many further rows a cell from above stands. */
    const spanned: number[] = [];
    for (const row of children) if (row.type === 'tableRow') this.#row(row, spanned, reading);
    this.#builder.close();
  }

  #row({ children, isHeader }: Row, spanned: number[], reading: Reading): void {
    this.#builder.lines(1);
    this.#builder.open({ kind: 'row' });
    let column = 0;
    const cell = (pieces: readonly Piece[]): void => {
      if (column > 0) this.#builder.mark('\t');
      this.#builder.openHere({ kind: 'cell', header: isHeader });
      addPieces(this.#builder, pieces);
      this.#builder.close();
      column++;
    };
    const skip = (): void => {
      while ((spanned[column] ?? 0) > 0) {
        spanned[column]!--;
        cell([]);
      }
    };
    for (const child of children) {
      if (child.type !== 'tableCell') continue;
      skip();
      const columns = Math.min(child.colSpan > 0 ? child.colSpan : 1, MOST_COLUMNS);
      for (let i = 0; i < columns; i++) spanned[column + i] = child.rowSpan - 1;
      cell(this.#cell(child, reading));
      for (let i = 1; i < columns; i++) cell([]);
    }
    skip();
    this.#builder.close();
  }

  /** All that a cell holds, on one line. */
  #cell({ children }: Cell, reading: Reading): Piece[] {
    const pieces: Piece[] = [];
    const add = (elements: readonly Element[]): void => {
      for (const element of elements) {
        if (element.type === 'paragraph') {
          const read = readParagraph(element, reading).pieces;
          if (read.length > 0 && pieces.length > 0) pieces.push({ text: ' ', inlines: [] });
          for (const piece of read) pieces.push({ ...piece, text: piece.text.replace(/[\t\n]/g, ' ') });
        } else if (element.type === 'table' || element.type === 'tableRow' || element.type === 'tableCell')
          add(element.children);
      }
    };
    add(children);
    return pieces;
  }

  #noteMark(reference: NoteReference): string | undefined {
    const key = `${reference.noteType} ${reference.noteId}`;
    const known = this.#noted.get(key);
    if (known) return known.mark;
    const note = this.#notes.resolve(reference);
    if (!note) return undefined;
    const type = reference.noteType;
    const number = 1 + [...this.#noted.values()].filter(noted => noted.type === type).length;
    const mark = `[${type === 'endnote' ? roman(number) : number}]`;
    this.#noted.set(key, { mark, note, type });
    return mark;
  }

  #note(mark: string, note: Note, part: string): void {
    const reading = this.#readingOf(part);
    this.#builder.lines(2);
    this.#builder.open({ kind: 'note' });
    this.#builder.mark(`${mark} `);
    for (const [i, element] of note.body.entries()) {
      if (i > 0) this.#builder.lines(1);
      if (element.type === 'paragraph') addPieces(this.#builder, readParagraph(element, reading).pieces);
      else if (element.type === 'table') this.#table(element, reading);
    }
    this.#builder.close();
    this.#raised += reading.raised;
    this.#struck += reading.struck;
  }
}

/** The level of a heading by its outline, or by its style where that has none; Word has nine levels, pages have six. */
function headingLevel(
  styleName: string | null,
  outline: number | undefined,
): 1 | 2 | 3 | 4 | 5 | 6 | undefined {
  if (outline !== undefined) return outline >= 0 && outline < 9 ? limited(outline + 1) : undefined;
  const style = styleName?.trim() ?? '';
  const heading = HEADING.exec(style)?.[1];
  if (heading !== undefined) return limited(Number(heading));
  if (/^title$/i.test(style)) return 1;
  return /^subtitle$/i.test(style) ? 2 : undefined;
}

const limited = (level: number) => Math.min(level, 6) as 1 | 2 | 3 | 4 | 5 | 6;
