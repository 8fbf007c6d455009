import type { Place } from '../../../shared/model/derivation.ts';
import { TextBuilder } from '../text-builder.ts';
import type { Piece } from './pieces.ts';
import { indentation, isSpace, spaced } from './white-space.ts';

/** The place of what lies between two offsets. */
type PlaceWithin = (from: number, to: number) => Place;

export interface PendingMark {
  readonly item: { kind: 'item'; depth: number; mark: number };
  readonly mark: string;
}

const DIGIT = /\d/;
const RAISED = /^[\d+\-\u2212]/;

/**
 * The text of a page as it comes, line by line: collapses white space as browsers do, breaks lines, and makes paragraphs
 * of what stands in no other block of text.
 */
export class TextFlow {
  readonly builder = new TextBuilder();
  protected pendingSpace: { readonly at?: Place } | undefined;
  protected flatness = 0;
  protected preformatted = 0;
  protected textBlocks = 0;
  #paragraph = false;
  #breaks = 0;
  protected depth = 0;
  protected pendingMark: PendingMark | undefined;
  /** Whether nothing stands yet behind a mark or at the beginning of a cell. */
  protected isFresh = false;
  protected isInFirstLine = false;
  /** White space within text that has lines of its own, until more text comes. */
  protected kept: { readonly text: string; readonly at: Place }[] = [];
  #raise = '';
  #last = '';

  /** Whether blocks do not break lines here. */
  get flat(): boolean {
    return this.flatness > 0;
  }

  /** A text of the page. @param place gives the place of a part of it, by offsets in the source */
  text(piece: Piece, place: PlaceWithin): void {
    const { text, from, to } = piece;
    const unitByUnit = to - from === text.length;
    const within: PlaceWithin = unitByUnit
      ? (start, end) => place(from + start, from + end)
      : () => place(from, to);
    if (this.preformatted > 0 && !this.flat) this.#keepLines(text, within);
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
    this.endLine();
    if (!this.flat && !this.pendingMark && !this.isFresh) this.builder.lines(lines);
  }

  breakLine(): void {
    if (this.flat) {
      this.#pend();
      return;
    }
    this.pendingSpace = undefined;
    if (this.pendingMark || this.isFresh) return;
    if (!this.builder.atLineStart) {
      this.#breaks = 1;
      this.builder.lines(1);
    } else if (this.#breaks > 0) {
      // A second one ends the paragraph.
      this.#closeParagraph();
      this.isInFirstLine = false;
      this.builder.lines(2);
    }
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
      this.kept.push({ text: '\n', at: within(end, end + 1) });
      start = end + 1;
    }
    this.#keepLine(text.slice(start), within(start, text.length));
  }

  /** White space waits for what comes: lines without text are not seen before the first and after the last that has some. */
  #keepLine(text: string, at: Place): void {
    if (!/[^ \t\f]/.test(text)) {
      if (text !== '') this.kept.push({ text, at });
      return;
    }
    const first = this.builder.atLineStart || this.pendingMark !== undefined || this.isFresh;
    const lastBreak = this.kept.findLastIndex(kept => kept.text === '\n');
    const waiting = first ? this.kept.slice(lastBreak + 1) : this.kept;
    for (const [i, kept] of waiting.entries()) {
      this.#emit(kept.text, kept.at);
      if (!first && i === lastBreak && this.depth > 0) this.builder.mark(indentation(this.depth));
    }
    this.kept = [];
    this.#emit(text, at);
  }

  #emit(text: string, at: Place): void {
    this.#ready(text);
    this.builder.add(text, at);
    this.#last = text.at(-1)!;
  }

  /** Puts in all that stands before a text that comes. */
  #ready(text: string): void {
    if (this.pendingSpace && !this.builder.atLineStart) {
      this.builder.space(this.pendingSpace.at);
      this.#last = ' ';
    }
    this.pendingSpace = undefined;
    this.emitMark();
    if (!this.flat && this.textBlocks === 0 && !this.#paragraph && !this.isInFirstLine) {
      this.builder.open({ kind: 'paragraph' });
      this.#paragraph = true;
    }
    if (this.#raise !== '' && DIGIT.test(this.#last) && RAISED.test(text)) this.builder.mark(this.#raise);
    this.#raise = '';
    this.isFresh = false;
    this.#breaks = 0;
  }

  protected emitMark(): void {
    if (!this.pendingMark) return;
    this.builder.mark(this.pendingMark.mark);
    this.pendingMark = undefined;
    this.indent(this.depth);
    this.isInFirstLine = true;
    this.isFresh = true;
    this.#last = ' ';
  }

  /** Remembers that white space was met. @param at undefined where the page breaks a line that is kept on one here */
  #pend(at?: Place): void {
    if (this.pendingSpace || this.isFresh || this.pendingMark || this.builder.atLineStart) return;
    this.pendingSpace = at ? { at } : {};
  }

  protected endLine(): void {
    this.#closeParagraph();
    this.#raise = '';
    if (this.flat) this.#pend();
    else {
      this.pendingSpace = undefined;
      this.#breaks = 0;
      if (!this.pendingMark) this.isInFirstLine = false;
    }
  }

  #closeParagraph(): void {
    if (this.#paragraph) this.builder.close();
    this.#paragraph = false;
  }

  protected indent(depth: number): void {
    this.builder.indent(indentation(depth));
  }
}
