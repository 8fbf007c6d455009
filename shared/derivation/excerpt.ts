import type { Block, Derivation } from '../model/derivation.ts';
import type { Span } from '../text/text-like.ts';
import type { TableColumn } from './table-columns.ts';

/** A table as all of its rows say: what setting some of them needs. Offsets are UTF-16 code units of the derived text. */
export interface WholeTable extends Span {
  readonly columns: readonly TableColumn[];
  /** What stands at the head of each column; empty where nothing does. */
  readonly heads: readonly string[];
  readonly rows: number;
}

/** A table that an excerpt has rows of. */
export interface ExcerptTable extends WholeTable {
  /** How many of its rows lie before the excerpt. */
  readonly before: number;
}

/**
 * What is known of a stretch of a derived text: of stretches, blocks and inlines those that touch it, with the heading
 * that it stands under, and what its first and last words are near to.
 */
export interface Excerpt {
  readonly derivation: Derivation;
  /** By where each begins. */
  readonly tables: readonly ExcerptTable[];
  /** Who spoke last before it. */
  readonly speaker?: string;
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

/** Spans in order of start, of which those that touch a stretch are found without looking at all. */
export class Touching<T extends Span> {
  readonly #all: readonly T[];
  /** For every span, where the last of it and those before it ends. */
  readonly #ends: Float64Array;

  constructor(all: readonly T[]) {
    this.#all = all;
    this.#ends = new Float64Array(all.length);
    let last = 0;
    for (let i = 0; i < all.length; i++) {
      last = Math.max(last, all[i]!.end);
      this.#ends[i] = last;
    }
  }

  /** Index of the first that may touch what begins at an offset. */
  from(offset: number): number {
    return firstAbove(this.#ends, offset - 1);
  }

  /** Those that touch `[start, end]`, empty ones at its ends too. */
  of({ start, end }: Span): T[] {
    const found: T[] = [];
    for (let i = this.from(start); i < this.#all.length && this.#all[i]!.start <= end; i++)
      if (this.#all[i]!.end >= start) found.push(this.#all[i]!);
    return found;
  }
}

/** The last of some blocks of a kind that begins before an offset. */
export function lastBefore<K extends Block['kind']>(
  blocks: readonly Extract<Block, { kind: K }>[],
  offset: number,
): Extract<Block, { kind: K }> | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}
