import { firstEndingAfter } from './spans.ts';
import type { Fold, Style, TableRow, TableRows, TextSetting } from './types.ts';

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

/** What is given for a whole text, or for all of a stretch that is asked for. */
export interface SettingParts {
  /** Ascending and apart. */
  readonly folds?: readonly Fold[];
  /** Ascending by start. */
  readonly styles?: readonly Style[];
  readonly tables?: TableRows;
  readonly look?: string;
}

/** How a text is set where all of that is at hand. */
export class WholeSetting implements TextSetting {
  readonly isPlain: boolean;
  readonly look: string | undefined;
  readonly #folds: readonly Fold[];
  readonly #styles: readonly Style[];
  readonly #tables: TableRows;
  readonly #cuts: Float64Array;
  /** For every style, where the last of it and those before it ends. */
  readonly #ends: Float64Array;

  constructor({ folds = [], styles = [], tables = new Map(), look }: SettingParts = {}) {
    this.#folds = folds;
    this.#styles = styles;
    this.#tables = tables;
    this.look = look;
    this.isPlain = folds.length === 0 && styles.length === 0 && tables.size === 0;
    const cuts: number[] = [];
    for (const { start, end, ofRow } of styles) if (!ofRow) cuts.push(start, end);
    this.#cuts = Float64Array.from(cuts).sort();
    let last = 0;
    this.#ends = Float64Array.from(styles, style => {
      last = Math.max(last, style.end);
      return last;
    });
  }

  has(): boolean {
    return true;
  }

  async load(): Promise<void> {}

  *folds(start: number, end: number): Generator<Fold> {
    for (let i = firstEndingAfter(this.#folds, start); i < this.#folds.length; i++) {
      const fold = this.#folds[i]!;
      if (fold.start >= end) return;
      yield fold;
    }
  }

  *styles(start: number, end: number): Generator<Style> {
    for (let i = firstAbove(this.#ends, start); i < this.#styles.length; i++) {
      const style = this.#styles[i]!;
      if (style.start >= end) return;
      if (style.end > start) yield style;
    }
  }

  *cuts(start: number, end: number): Generator<number> {
    for (let i = firstAbove(this.#cuts, start); i < this.#cuts.length && this.#cuts[i]! < end; i++)
      yield this.#cuts[i]!;
  }

  row(start: number): TableRow | undefined {
    return this.#tables.get(start);
  }
}

/** A text as it is. */
export const PLAIN: TextSetting = new WholeSetting();
