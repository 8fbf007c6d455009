import type { Place } from '../../../shared/model/derivation.ts';
import { type BlockKind, TextBuilder } from '../text-builder.ts';
import type { Piece } from './pieces.ts';
import { indentation, isSpace, spaced } from './white-space.ts';

/** The place of what lies between two offsets. */
type PlaceWithin = (from: number, to: number) => Place;

/** What a block holds: blocks, text on one line, or text with lines of its own. */
export type Lines = 'blocks' | 'one line' | 'lines';

interface PendingMark {
  readonly item: { kind: 'item'; depth: number; mark: number };
  readonly mark: string;
}

const DIGIT = /\d/;
const RAISED = /^[\d+\-\u2212]/;

/**
 * The flow of a page's text: collapses white space as browsers do, breaks lines between blocks, makes paragraphs of what
 * stands in no other block of text, and keeps to one line where a block has only one (a heading, a cell).
 */
export class Flow {
  readonly builder = new TextBuilder();
  #space: { readonly at?: Place } | undefined;
  #flat = 0;
  #preformatted = 0;
  #textBlocks = 0;
  #paragraph = false;
  #breaks = 0;
  #depth = 0;
  #pendingMark: PendingMark | undefined;
  /** Whether nothing stands yet behind a mark or at the beginning of a cell. */
  #fresh = false;
  #inFirstLine = false;
  /** White space within text that has lines of its own, until more text comes. */
  #kept: { readonly text: string; readonly at: Place }[] = [];
  #raise = '';
  #last = '';

  /** Whether blocks do not break lines here. */
  get flat(): boolean {
    return this.#flat > 0;
  }

  /** A text of the page. @param place gives the place of a part of it, by offsets in the source */
  text(piece: Piece, place: PlaceWithin): void {
    const { text, from, to } = piece;
    const unitByUnit = to - from === text.length;
    const within: PlaceWithin = unitByUnit
      ? (start, end) => place(from + start, from + end)
      : () => place(from, to);
    if (this.#preformatted > 0 && !this.flat) this.#keepLines(text, within);
    else if (unitByUnit) this.#collapse(text, within);
    else this.#takeWhole(text, within(0, text.length));
  }

  /** Text that the page does not have but shows: quotation marks. */
  mark(text: string): void {
    this.#ready(text);
    this.builder.mark(text);
    this.#last = text.at(-1) ?? '';
  }

  /** What comes next is a block of its own, so many line feeds further down. */
  boundary(lines: number): void {
    this.#endLine();
    if (!this.flat && !this.#pendingMark && !this.#fresh) this.builder.lines(lines);
  }

  breakLine(): void {
    if (this.flat) {
      this.#pend();
      return;
    }
    this.#space = undefined;
    if (this.#pendingMark || this.#fresh) return;
    if (!this.builder.atLineStart) {
      this.#breaks = 1;
      this.builder.lines(1);
    } else if (this.#breaks > 0) {
      // A second one ends the paragraph.
      this.#closeParagraph();
      this.#inFirstLine = false;
      this.builder.lines(2);
    }
  }

  /** Opens a block that is told from its text by nothing but its kind. */
  open(kind: BlockKind, has: Lines): void {
    this.boundary(2);
    this.#emitMark();
    this.#inFirstLine = false;
    if (!this.flat) this.builder.open(kind);
    if (has !== 'blocks') this.#textBlocks++;
    if (has === 'one line') this.#flat++;
    if (has === 'lines') this.#preformatted++;
    this.#kept = [];
  }

  close(has: Lines): void {
    if (has !== 'blocks') this.#textBlocks--;
    if (has === 'one line') {
      this.#flat--;
      this.#space = undefined;
    }
    if (has === 'lines') this.#preformatted--;
    this.#kept = [];
    this.#endLine();
    if (!this.flat) {
      this.builder.close();
      this.builder.lines(2);
    }
  }

  /** Lists within a line have their marks and are no blocks. */
  openList(ordered: boolean): void {
    if (this.#pendingMark) {
      this.#pendingMark.item.mark = 0;
      this.#pendingMark = undefined;
      this.#endLine();
    } else if (this.#depth === 0) this.boundary(2);
    else this.#nextLine();
    this.#depth++;
    if (!this.flat) this.builder.open({ kind: 'list', ordered });
  }

  closeList(): void {
    this.#endLine();
    if (!this.flat) this.builder.close();
    this.#depth--;
    this.#indent(this.#depth);
    if (!this.flat) this.builder.lines(this.#depth === 0 ? 2 : 1);
  }

  /** @param first whether it is its list's first, so that its list has broken the line */
  openItem(mark: string, first: boolean): void {
    if (first) this.#endLine();
    else this.#nextLine();
    const depth = Math.max(1, this.#depth);
    this.#indent(depth - 1);
    const item = { kind: 'item' as const, depth, mark: mark.length };
    if (!this.flat) this.builder.open(item);
    this.#pendingMark = { item, mark };
  }

  closeItem(): void {
    this.#endLine();
    this.#pendingMark = undefined;
    if (!this.flat) this.builder.close();
    this.#indent(Math.max(0, this.#depth - 1));
  }

  openTable(): void {
    this.boundary(2);
    this.#emitMark();
    this.builder.open({ kind: 'table' });
  }

  closeTable(): void {
    this.builder.close();
    this.builder.lines(2);
  }

  /** The line over a table's rows that says what it is. */
  openCaption(): void {
    this.builder.open({ kind: 'caption' });
    this.#textBlocks++;
    this.#flat++;
  }

  closeCaption(): void {
    this.#space = undefined;
    this.#textBlocks--;
    this.#flat--;
    this.builder.close();
    this.builder.lines(1);
  }

  openRow(): void {
    if (!this.#fresh) this.builder.lines(1);
    this.builder.open({ kind: 'row' });
  }

  closeRow(): void {
    this.builder.close();
  }

  openCell(first: boolean, header: boolean): void {
    if (!first) this.builder.mark('\t');
    this.builder.openHere({ kind: 'cell', header });
    this.#fresh = true;
    this.#flat++;
  }

  closeCell(): void {
    this.#space = undefined;
    this.#fresh = false;
    this.#flat--;
    this.builder.close();
  }

  /** What comes is set higher or lower than the line: a sign for it stands between digits, which would read as one number. */
  raise(sign: string): void {
    this.#raise = sign;
  }

  #collapse(text: string, within: PlaceWithin): void {
    let chunk = -1;
    let at = 0;
    while (at < text.length) {
      if (!isSpace(text.charCodeAt(at))) {
        if (chunk < 0) chunk = at;
        at++;
        continue;
      }
      const spaces = at;
      while (at < text.length && isSpace(text.charCodeAt(at))) at++;
      if (chunk >= 0 && at - spaces === 1 && at < text.length) continue;
      if (chunk >= 0) this.#emit(spaced(text.slice(chunk, spaces)), within(chunk, spaces));
      chunk = -1;
      this.#pend(within(spaces, spaces + 1));
    }
    if (chunk >= 0) this.#emit(spaced(text.slice(chunk)), within(chunk, text.length));
  }

  #takeWhole(text: string, at: Place): void {
    const plain = text.replace(/[ \t\n\r\f]+/g, ' ');
    if (plain === ' ') this.#pend(at);
    else this.#emit(plain, at);
  }

  #keepLines(text: string, within: PlaceWithin): void {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.#keepLine(text.slice(start, end), within(start, end));
      this.#kept.push({ text: '\n', at: within(end, end + 1) });
      start = end + 1;
    }
    this.#keepLine(text.slice(start), within(start, text.length));
  }

  /** White space waits for what comes: lines without text are not seen before the first and after the last that has some. */
  #keepLine(text: string, at: Place): void {
    if (!/[^ \t\f]/.test(text)) {
      if (text !== '') this.#kept.push({ text, at });
      return;
    }
    const first = this.builder.atLineStart || this.#pendingMark !== undefined || this.#fresh;
    const lastBreak = this.#kept.findLastIndex(kept => kept.text === '\n');
    const waiting = first ? this.#kept.slice(lastBreak + 1) : this.#kept;
    for (const [i, kept] of waiting.entries()) {
      this.#emit(kept.text, kept.at);
      if (!first && i === lastBreak && this.#depth > 0) this.builder.mark(indentation(this.#depth));
    }
    this.#kept = [];
    this.#emit(text, at);
  }

  #emit(text: string, at: Place): void {
    this.#ready(text);
    this.builder.add(text, at);
    this.#last = text.at(-1)!;
  }

  /** Puts in all that stands before a text that comes. */
  #ready(text: string): void {
    if (this.#space && !this.builder.atLineStart) {
      this.builder.space(this.#space.at);
      this.#last = ' ';
    }
    this.#space = undefined;
    this.#emitMark();
    if (!this.flat && this.#textBlocks === 0 && !this.#paragraph && !this.#inFirstLine) {
      this.builder.open({ kind: 'paragraph' });
      this.#paragraph = true;
    }
    if (this.#raise !== '' && DIGIT.test(this.#last) && RAISED.test(text)) this.builder.mark(this.#raise);
    this.#raise = '';
    this.#fresh = false;
    this.#breaks = 0;
  }

  #emitMark(): void {
    if (!this.#pendingMark) return;
    this.builder.mark(this.#pendingMark.mark);
    this.#pendingMark = undefined;
    this.#indent(this.#depth);
    this.#inFirstLine = true;
    this.#fresh = true;
    this.#last = ' ';
  }

  /** Remembers that white space was met. @param at undefined where the page breaks a line that is kept on one here */
  #pend(at?: Place): void {
    if (this.#space || this.#fresh || this.#pendingMark || this.builder.atLineStart) return;
    this.#space = at ? { at } : {};
  }

  #endLine(): void {
    this.#closeParagraph();
    this.#raise = '';
    if (this.flat) this.#pend();
    else {
      this.#space = undefined;
      this.#breaks = 0;
      if (!this.#pendingMark) this.#inFirstLine = false;
    }
  }

  #nextLine(): void {
    this.#endLine();
    if (!this.flat && !this.#fresh) this.builder.linesExactly(1);
  }

  #closeParagraph(): void {
    if (this.#paragraph) this.builder.close();
    this.#paragraph = false;
  }

  #indent(depth: number): void {
    this.builder.indent(indentation(depth));
  }
}
