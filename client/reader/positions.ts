import type { ChunkRows } from '../../shared/text/rows.ts';
import type { Span } from '../../shared/text/text-like.ts';

/** A chunk in the window. */
export interface MountedChunk {
  readonly index: number;
  /** Offset of its first unit in the text. */
  readonly start: number;
  readonly rows: ChunkRows;
  /** Whether it is the text's last. */
  readonly last: boolean;
  /** Size of its node. */
  readonly size: number;
  /** Where each row's content begins, from the chunk's node. */
  readonly rowPositions: readonly number[];
}

/** Works out what a chunk's node will measure: a row is its shown text and two borders, a chunk two more. */
export function mountedChunk(index: number, start: number, rows: ChunkRows, last: boolean): MountedChunk {
  const rowPositions: number[] = [];
  let at = 1;
  for (let i = 0; i < rows.starts.length; i++) {
    rowPositions.push(at + 1);
    at += rows.ends[i]! - rows.starts[i]! + 2;
  }
  return { index, start, rows, last, size: at + 1, rowPositions };
}

/** Index of the last of some numbers, ascending, that is not greater than a value; 0 where all are. */
export function lastNotAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Translates between offsets of the text (UTF-16 code units) and ProseMirror positions of a window, which
 * is a run of whole chunks. What lies outside the window becomes its nearest end; what lies inside a line's
 * terminator becomes the end of the line.
 */
export class Positions {
  readonly chunks: readonly MountedChunk[];
  readonly #starts: readonly number[];
  readonly #nodes: readonly number[];

  constructor(chunks: readonly MountedChunk[]) {
    this.chunks = chunks;
    this.#starts = chunks.map(chunk => chunk.start);
    let at = 0;
    this.#nodes = chunks.map(chunk => {
      const here = at;
      at += chunk.size;
      return here;
    });
  }

  /** Index of the first chunk in the window. */
  get first(): number {
    return this.chunks[0]!.index;
  }

  /** Index of the chunk after the window. */
  get end(): number {
    return this.chunks.at(-1)!.index + 1;
  }

  /** Offsets that the window shows. */
  get span(): Span {
    const last = this.chunks.at(-1)!;
    return { start: this.chunks[0]!.start, end: last.start + last.rows.length };
  }

  chunk(index: number): MountedChunk | undefined {
    return this.chunks[index - this.first];
  }

  /** Position before a chunk's node; that of the end for the chunk after the window. */
  nodePosition(index: number): number {
    const i = index - this.first;
    const last = this.chunks.length - 1;
    return i > last ? this.#nodes[last]! + this.chunks[last]!.size : this.#nodes[i]!;
  }

  /** Position of an offset, always inside a row. */
  positionOf(offset: number): number {
    const i = lastNotAfter(this.#starts, offset);
    const chunk = this.chunks[i]!;
    const within = Math.max(0, offset - chunk.start);
    const row = lastNotAfter(chunk.rows.starts, within);
    const start = chunk.rows.starts[row]!;
    const shown = Math.min(within, chunk.rows.ends[row]!) - start;
    return this.#nodes[i]! + chunk.rowPositions[row]! + shown;
  }

  /** Offset of a position. Between two rows or chunks it is where the next row begins, or the last ends. */
  offsetOf(position: number): number {
    const i = lastNotAfter(this.#nodes, position);
    const chunk = this.chunks[i]!;
    const within = position - this.#nodes[i]!;
    const row = lastNotAfter(chunk.rowPositions, within);
    const start = chunk.rows.starts[row]!;
    const length = chunk.rows.ends[row]! - start;
    const past = within - chunk.rowPositions[row]!;
    if (past > length && row + 1 < chunk.rows.starts.length) return chunk.start + chunk.rows.starts[row + 1]!;
    return chunk.start + start + Math.min(Math.max(0, past), length);
  }
}
