import { PLAIN } from './setting.ts';
import type { Cell, Fold, Span, Style, TextSetting } from './types.ts';

/** What a fold is opened together with. */
export const wholeOf = (fold: Fold): Span => fold.whole ?? fold;

/** What a lens does to a text, and what of it is opened. */
export class Folded {
  readonly setting: TextSetting;
  /** What is open: where it begins, and where it ends. */
  readonly open: ReadonlyMap<number, number>;

  constructor(setting: TextSetting = PLAIN, open: ReadonlyMap<number, number> = new Map()) {
    this.setting = setting;
    this.open = open;
  }

  /** The same with a whole opened or closed. */
  with(whole: Span, isOpen: boolean): Folded {
    const open = new Map(this.open);
    if (isOpen) open.set(whole.start, whole.end);
    else open.delete(whole.start);
    return new Folded(this.setting, open);
  }

  /** Whether the raw text of a fold is shown, because it or what it lies in was opened. */
  isOpen(fold: Fold): boolean {
    for (const [start, end] of this.open) if (fold.start >= start && fold.end <= end) return true;
    return false;
  }

  /** Folds that touch `[start, end)`. */
  touching(start: number, end: number): Iterable<Fold> {
    return this.setting.folds(start, end);
  }

  /** Styles that touch `[start, end)`. */
  stylesTouching(start: number, end: number): Iterable<Style> {
    return this.setting.styles(start, end);
  }

  /** What hides the unit at an offset. */
  hiding(offset: number): Fold | undefined {
    for (const fold of this.setting.folds(offset, offset + 1))
      return fold.end > offset && !this.isOpen(fold) ? fold : undefined;
    return undefined;
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
    if (this.setting.isPlain) return rows;
    const parts: Span[] = [];
    for (const row of rows) {
      const cells = this.setting.row(row.start)?.cells;
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
    for (const cut of this.#cuts(start, end)) {
      if (cut <= at) continue;
      into.push({ start: at, end: cut });
      at = cut;
    }
    into.push({ start: at, end });
  }

  #cuts(start: number, end: number): Iterable<number> {
    const cuts = this.setting.cuts(start, end);
    const opened = [...this.open.keys()].filter(at => at > start && at < end);
    return opened.length === 0 ? cuts : [...cuts, ...opened].sort((a, b) => a - b);
  }
}
