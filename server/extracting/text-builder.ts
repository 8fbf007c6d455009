import type { Block, Derivation, Inline, Place, Stretch } from '../../shared/model/derivation.ts';

type Opened<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;
/** What a block or an inline is, before it is known where it begins and ends. */
export type BlockKind = Opened<Block>;
export type InlineKind = Opened<Inline>;

interface Open<T> {
  readonly what: T;
  start: number;
  end: number;
}

/**
 * Builds derived text with its stretches, blocks and inlines from a reading in order.
 *
 * A stretch whose `to - from` equals its length in the text stands for its source unit by unit (white space may stand
 * for other white space). Any other stretch (an entity, a line break of two units) is to be taken as a whole. Only
 * neighbours that read on in the source unit by unit, or that have the very same place without offsets, become one.
 */
export class TextBuilder {
  readonly #parts: string[] = [];
  readonly #stretches: Stretch[] = [];
  readonly #blocks: Open<BlockKind>[] = [];
  readonly #openBlocks: Open<BlockKind>[] = [];
  readonly #inlines: Open<InlineKind>[] = [];
  readonly #openInlines: Open<InlineKind>[] = [];
  #unstarted: Open<unknown>[] = [];
  #length = 0;
  #lines = 0;
  #begun = false;
  #indent = '';

  /** UTF-16 code units so far, without line feeds that are still to come. */
  get length(): number {
    return this.#length;
  }

  /** Whether a line begins here: what comes next stands first in its line. */
  get atLineStart(): boolean {
    return this.#lines > 0 || this.#length === 0;
  }

  /** Text of the file, with the place it came from. */
  add(text: string, at: Place): void {
    if (text === '') return;
    this.#begin();
    this.#stretch(text, at);
  }

  /** A space before what was opened and has not begun yet: of the file where it has a place, otherwise put in. */
  space(at?: Place): void {
    if (at) this.#stretch(' ', at);
    else this.#write(' ');
  }

  #stretch(text: string, at: Place): void {
    const start = this.#length;
    this.#write(text);
    const last = this.#stretches.at(-1);
    if (last && last.end === start && readsOn(last, at, text.length)) {
      last.end = this.#length;
      if (at.to !== undefined) last.at = { ...last.at, to: at.to };
    } else this.#stretches.push({ start, end: this.#length, at });
  }

  /** Text that the extractor puts in: marks of items, tabs between cells. What was opened begins here even if it is empty. */
  mark(text: string): void {
    this.#begin();
    this.#write(text);
  }

  /** What comes next stands at least so many line feeds further down; nothing at the very beginning or end. */
  lines(atLeast: number): void {
    if (this.#length > 0) this.#lines = Math.max(this.#lines, atLeast);
  }

  /** What comes next stands exactly so many line feeds further down. */
  linesExactly(count: number): void {
    if (this.#length > 0) this.#lines = count;
  }

  /** White space with which lines begin from the next one on; no block holds that of its first line. */
  indent(by: string): void {
    this.#indent = by;
  }

  /** Opens a block that begins with the next text or mark. */
  open(what: BlockKind): void {
    const block = { what, start: -1, end: -1 };
    this.#blocks.push(block);
    this.#openBlocks.push(block);
    this.#unstarted.push(block);
  }

  /** Opens a block that begins here even if it stays empty: a cell. */
  openHere(what: BlockKind): void {
    this.open(what);
    this.#begin();
  }

  /** Closes the block opened last. */
  close(): void {
    const block = this.#openBlocks.pop();
    if (block) block.end = this.#length;
  }

  openInline(what: InlineKind): void {
    const inline = { what, start: -1, end: -1 };
    this.#inlines.push(inline);
    this.#openInlines.push(inline);
    this.#unstarted.push(inline);
  }

  closeInline(): void {
    const inline = this.#openInlines.pop();
    if (inline) inline.end = this.#length;
  }

  /** @returns all of it; blocks and inlines that stayed empty, but for cells, are left out. */
  build(): { text: string; derivation: Derivation } {
    const blocks = this.#blocks.filter(
      block => block.start >= 0 && (block.end > block.start || block.what.kind === 'cell'),
    );
    const inlines = this.#inlines.filter(inline => inline.start >= 0 && inline.end > inline.start);
    return {
      text: this.#parts.join(''),
      derivation: {
        version: 1,
        stretches: this.#stretches,
        blocks: placed(blocks) as Block[],
        inlines: placed(inlines) as Inline[],
      },
    };
  }

  #begin(): void {
    if (this.#lines > 0) {
      this.#write('\n'.repeat(this.#lines));
      this.#lines = 0;
      if (this.#indent !== '') this.#write(this.#indent);
    } else if (!this.#begun && this.#indent !== '') this.#write(this.#indent);
    this.#begun = true;
    if (this.#unstarted.length === 0) return;
    for (const opened of this.#unstarted) if (opened.end < 0) opened.start = this.#length;
    this.#unstarted = [];
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** Whether text from a place goes on where the last stretch ended. */
function readsOn(last: Stretch, at: Place, length: number): boolean {
  const { from, to, ...rest } = at;
  const { from: lastFrom, to: lastTo, ...lastRest } = last.at;
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  if (keys.length !== Object.keys(lastRest).length) return false;
  if (!keys.every(key => same(rest[key], lastRest[key]))) return false;
  if (from === undefined || to === undefined) return lastFrom === undefined && lastTo === undefined;
  if (lastFrom === undefined || lastTo !== from) return false;
  return to - from === length && lastTo - lastFrom === last.end - last.start;
}

/** Places hold single values and short rows of numbers. */
function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** What was opened later begins no earlier, and within what began at the same place: they are in order of start, outer before inner. */
function placed<T extends object>(opened: readonly Open<T>[]): (T & { start: number; end: number })[] {
  return opened.map(({ what, start, end }) => ({ ...what, start, end }));
}
