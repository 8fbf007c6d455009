import { firstEndingAfter } from './spans.ts';
import { type Cell, type Fold, NO_TABLES, type Span, type Style, type TableRows } from './types.ts';

/** What a fold is opened together with. */
export const wholeOf = (fold: Fold): Span => fold.whole ?? fold;

/** What a lens does to a text, and what of it is opened. */
export class Folded {
  /** Ascending and apart. */
  readonly folds: readonly Fold[];
  /** Ascending by start. */
  readonly styles: readonly Style[];
  /** What is open: where it begins, and where it ends. */
  readonly open: ReadonlyMap<number, number>;
  readonly tables: TableRows;
  readonly #cuts: Float64Array;
  /** For every style, where the last of it and those before it ends. */
  readonly #ends: readonly number[];

  constructor(
    folds: readonly Fold[] = [],
    styles: readonly Style[] = [],
    open: ReadonlyMap<number, number> = new Map(),
    tables: TableRows = NO_TABLES,
  ) {
    this.folds = folds;
    this.tables = tables;
    this.styles = styles;
    this.open = open;
    const cuts = [...open.keys()];
    for (const { start, end, ofRow } of styles) if (!ofRow) cuts.push(start, end);
    this.#cuts = Float64Array.from(cuts).sort();
    let last = 0;
    this.#ends = styles.map(style => {
      last = Math.max(last, style.end);
      return last;
    });
  }

  /** The same with a whole opened or closed. */
  with(whole: Span, isOpen: boolean): Folded {
    const open = new Map(this.open);
    if (isOpen) open.set(whole.start, whole.end);
    else open.delete(whole.start);
    return new Folded(this.folds, this.styles, open, this.tables);
  }

  /** Whether the raw text of a fold is shown, because it or what it lies in was opened. */
  isOpen(fold: Fold): boolean {
    for (const [start, end] of this.open) if (fold.start >= start && fold.end <= end) return true;
    return false;
  }

  /** Folds that touch `[start, end)`. */
  *touching(start: number, end: number): Generator<Fold> {
    for (let i = firstEndingAfter(this.folds, start); i < this.folds.length; i++) {
      const fold = this.folds[i]!;
      if (fold.start >= end) return;
      yield fold;
    }
  }

  /** Styles that touch `[start, end)`. */
  *stylesTouching(start: number, end: number): Generator<Style> {
    for (let i = firstAbove(this.#ends, start); i < this.styles.length; i++) {
      const style = this.styles[i]!;
      if (style.start >= end) return;
      if (style.end > start) yield style;
    }
  }

  /** What hides the unit at an offset. */
  hiding(offset: number): Fold | undefined {
    const fold = this.folds[firstEndingAfter(this.folds, offset)];
    return fold && fold.start <= offset && !this.isOpen(fold) ? fold : undefined;
  }

  /** A span without what is hidden at its ends, as far as `counts`; null where all of it is. */
  shown({ start, end }: Span, counts: (fold: Fold) => boolean = () => true): Span | null {
    const hiding = (offset: number) => {
      const fold = this.hiding(offset);
      return fold && counts(fold) ? fold : undefined;
    };
    let from = start;
    let to = end;
    for (let fold = hiding(from); fold && from < to; fold = hiding(from)) from = fold.end;
    if (from >= to) return start === end ? { start, end } : null;
    for (let fold = hiding(to - 1); fold && to > from; fold = hiding(to - 1)) to = fold.start;
    return { start: from, end: to };
  }

  /** Whether a fold begins what was opened itself. */
  heads(fold: Fold): boolean {
    return fold.start === wholeOf(fold).start && this.open.get(fold.start) === wholeOf(fold).end;
  }

  /** Whether nothing of some ranges can be seen. */
  hides(ranges: readonly Span[]): boolean {
    return ranges.every(range => this.shown(range) === null);
  }

  /** Cuts rows, ascending, into what is shown without a break in style. */
  cut(rows: readonly Span[]): readonly Span[] {
    if (this.folds.length === 0 && this.#cuts.length === 0 && this.tables.size === 0) return rows;
    const parts: Span[] = [];
    for (const row of rows) {
      const cells = this.tables.get(row.start);
      if (cells) {
        this.#splitCells(row, cells, parts);
        continue;
      }
      let at = row.start;
      for (const fold of this.touching(row.start, row.end)) {
        if (this.isOpen(fold)) continue;
        if (fold.start > at) this.#split(at, fold.start, parts);
        at = Math.max(at, fold.end);
      }
      if (at < row.end) this.#split(at, row.end, parts);
    }
    return parts;
  }

  /** The signs between cells are shown in none. */
  #splitCells(row: Span, cells: readonly Cell[], into: Span[]): void {
    for (const { start, end } of cells) {
      const to = Math.min(end, row.end);
      if (start < to) this.#split(start, to, into);
    }
  }

  #split(start: number, end: number, into: Span[]): void {
    let at = start;
    for (let i = firstAbove(this.#cuts, start); i < this.#cuts.length && this.#cuts[i]! < end; i++) {
      const cut = this.#cuts[i]!;
      if (cut === at) continue;
      into.push({ start: at, end: cut });
      at = cut;
    }
    into.push({ start: at, end });
  }
}

/** Index of the first of some numbers, ascending, that is greater than a value. */
function firstAbove(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
