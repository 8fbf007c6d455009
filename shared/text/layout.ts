import { edgeAtOrBefore } from './graphemes.ts';
import { rowsOf } from './rows.ts';
import { splitsPair } from './text-like.ts';

/**
 * How a text is divided for display and transport. Offsets are UTF-16 code units of the decoded text and
 * never change: nothing is added, removed or normalised.
 *
 * - A *line* ends at LF, CR LF or a lone CR, which belongs to it. NEL, LS, PS, VT and FF do not end a line:
 *   browsers, ProseMirror, git and most tools do not end one there either, and 0x85 in old files is often
 *   an ellipsis. A text ending in a terminator has an empty last line.
 * - A *row* is a line, or a piece of a very long one.
 * - A *chunk* is a run of whole rows of about 2,000 units, what the reader mounts at once.
 * - A *piece* is a run of whole chunks of about 64 K units, what travels at once.
 */
export interface TextMap {
  /** Length of the text. */
  readonly length: number;
  /** Number of rows, at least 1. */
  readonly rows: number;
  /** Offset of each chunk's first unit; strictly ascending, the first is 0. */
  readonly chunkStarts: readonly number[];
  /** Index of each chunk's first row. */
  readonly chunkRows: readonly number[];
  /** Index of each piece's first chunk. */
  readonly pieceChunks: readonly number[];
}

const CHUNK = 2_000;
const PIECE = 65_536;
const LONGEST_ROW = 16_000;
/** Not less than CHUNK: a cut row must end its chunk, so that rows can be found from a chunk's text alone. */
const SHORTEST_CUT = 8_000;

const EXTENDS = /^[\p{Grapheme_Extend}\p{Mc}\p{Emoji_Modifier}\u200d]/u;

/** Where to cut a line that begins at `start` and is too long for a row. */
function cutAfter(text: string, start: number): number {
  const latest = start + LONGEST_ROW;
  const earliest = start + SHORTEST_CUT;
  const candidates = text.slice(earliest, latest);
  for (let space = candidates.lastIndexOf(' '); space >= 0; space = candidates.lastIndexOf(' ', space - 1)) {
    const after = earliest + space + 1;
    if (!EXTENDS.test(text.slice(after, after + 2))) return after;
    if (space === 0) break;
  }
  const edge = edgeAtOrBefore(text, latest);
  if (edge > earliest) return edge;
  return splitsPair(text, latest) ? latest - 1 : latest;
}

/**
 * Divides a text. Pure and quick (one pass; 10 MB take some 20 ms). The result can be sent as JSON; rows
 * inside a chunk are found again with `rowsOf`.
 */
export function layOut(text: string): TextMap {
  const chunkStarts = [0];
  const chunkRows = [0];
  const pieceChunks = [0];
  let rows = 0;
  let chunkStart = 0;
  let pieceStart = 0;
  const begin = (offset: number) => {
    if (offset - chunkStart < CHUNK) return;
    chunkStart = offset;
    if (offset - pieceStart >= PIECE) {
      pieceStart = offset;
      pieceChunks.push(chunkStarts.length);
    }
    chunkStarts.push(offset);
    chunkRows.push(rows);
  };
  let cr = text.indexOf('\r');
  let lf = text.indexOf('\n');
  let start = 0;
  while (start < text.length) {
    if (cr >= 0 && cr < start) cr = text.indexOf('\r', start);
    if (lf >= 0 && lf < start) lf = text.indexOf('\n', start);
    let contentEnd = text.length;
    let end = text.length;
    if (lf >= 0 && (cr < 0 || lf < cr)) {
      contentEnd = lf;
      end = lf + 1;
    } else if (cr >= 0) {
      contentEnd = cr;
      end = lf === cr + 1 ? cr + 2 : cr + 1;
    }
    while (contentEnd - start > LONGEST_ROW) {
      begin(start);
      rows++;
      start = cutAfter(text, start);
    }
    begin(start);
    rows++;
    start = end;
  }
  if (text === '' || text.endsWith('\n') || text.endsWith('\r')) rows++;
  return { length: text.length, rows, chunkStarts, chunkRows, pieceChunks };
}

/** Index of the last entry that is not greater than `value`; entries ascend and the first is not greater. */
function lastNotAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the chunk that holds an offset; the last one for the end of the text. */
export const chunkAt = (map: TextMap, offset: number): number =>
  lastNotAfter(map.chunkStarts, Math.max(0, offset));

/** Index of the piece that holds a chunk. */
export const pieceOfChunk = (map: TextMap, chunk: number): number => lastNotAfter(map.pieceChunks, chunk);

/** Index of the piece that holds an offset. */
export const pieceAt = (map: TextMap, offset: number): number => pieceOfChunk(map, chunkAt(map, offset));

/** Offset at which a chunk ends. */
export const chunkEnd = (map: TextMap, chunk: number): number => map.chunkStarts[chunk + 1] ?? map.length;

/** Where a piece begins and ends in the text: what a server sends for it. */
export function pieceSpan(map: TextMap, piece: number): { start: number; end: number } {
  const first = map.pieceChunks[piece];
  if (first === undefined)
    throw new RangeError(`There is no piece ${piece}; the text has ${map.pieceChunks.length}.`);
  const next = map.pieceChunks[piece + 1];
  return { start: map.chunkStarts[first]!, end: next === undefined ? map.length : map.chunkStarts[next]! };
}

/** Index of the row that holds an offset, given the text of the offset's chunk. */
export function rowAt(map: TextMap, offset: number, chunkText: string): number {
  const chunk = chunkAt(map, offset);
  const rows = rowsOf(chunkText, chunk === map.chunkStarts.length - 1);
  return map.chunkRows[chunk]! + lastNotAfter(rows.starts, offset - map.chunkStarts[chunk]!);
}
