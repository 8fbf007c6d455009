import { around, type Box, median, type Piece } from './piece.ts';

/** What stands between two runs of a line: nothing, a space, or a tab where the gap is that of cells. */
export type Joint = '' | ' ' | '\t';

/** A run of text within a line, with what stands before it. */
export interface Run {
  readonly text: string;
  readonly box: Box;
  readonly joint: Joint;
}

/** Pieces that stand beside each other, in the order in which they are read. */
export interface Line {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly top: number;
  readonly bottom: number;
  /** Of most of its letters. */
  readonly size: number;
  readonly isRightToLeft: boolean;
  /** How far its first word reaches along the line. */
  readonly firstWord: number;
}

/** Parts of a size within which baselines are one. */
const SAME_BASE = 0.35;
/** Letters below this part of the usual size are raised or lowered beside others: marks of notes, exponents. */
const SMALL = 0.72;
/** Rows of letters below this part of their neighbours' size may be marks at their words. */
const MARK = 0.85;
/** Letters above this multiple of the usual size may begin a paragraph beside several of its lines. */
const LARGE = 1.7;
/** Gaps between runs, as parts of the size: of words, of cells, and of cells in a line that has some. */
const WORD_GAP = 0.12;
const CELL_GAP = 1.5;
const FURTHER_CELL_GAP = 0.8;
/** A gap of this part of the size parts cells where a cell of the line above or below begins there too. */
const ALIGNED_CELL_GAP = 0.4;
/** Cells begin at the same place where less than this lies between, in the page's units. */
const ALIGNED = 2;
/** What is drawn twice to look bold lies within this part of its size. */
const TWICE = 0.2;

interface Row {
  base: number;
  size: number;
  pieces: Piece[];
}

/** @returns the lines that pieces form, from the top, each read in its own direction */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const rows = rowsOf(pieces);
  const cells = rows.map(({ pieces }) => cellStarts(pieces));
  return rows.map(({ pieces }, at) => lineOf(pieces, [...(cells[at - 1] ?? []), ...(cells[at + 1] ?? [])]));
}

/** @returns pieces that share a baseline, from the top; within a row from the left */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const usual = median(pieces.map(({ size }) => size));
  const plain: Piece[] = [];
  const small: Piece[] = [];
  const initials: Piece[] = [];
  for (const piece of pieces) {
    if (piece.size > LARGE * usual && piece.text.trim().length <= 2) initials.push(piece);
    else (piece.size < SMALL * usual ? small : plain).push(piece);
  }
  const rows = byBase(plain);
  const apart = [
    ...small.filter(piece => !attach(piece, rows, usual, isBesideWord)),
    ...initials.filter(piece => !attach(piece, rows, usual, isBesideFirstLine)),
  ];
  rows.push(...byBase(apart));
  rows.sort((a, b) => a.base - b.base);
  joinMarks(rows);
  for (const row of rows) row.pieces.sort((a, b) => a.left - b.left || a.order - b.order);
  return rows.sort((a, b) => a.base - b.base || a.pieces[0]!.left - b.pieces[0]!.left);
}

/** Puts rows of nothing but raised or lowered marks among the words that they stand at. */
function joinMarks(rows: Row[]): void {
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at]!;
    const words = [rows[at + 1], rows[at - 1]].find(
      other => other && row.size < MARK * other.size && row.pieces.every(piece => isBesideWord(piece, other)),
    );
    if (!words) continue;
    words.pieces.push(...row.pieces);
    rows.splice(at, 1);
  }
}

function byBase(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = [];
  for (const piece of [...pieces].sort((a, b) => a.base - b.base || a.left - b.left || a.order - b.order)) {
    const row = rows.at(-1);
    if (row && piece.base - row.base <= SAME_BASE * Math.min(piece.size, row.size)) row.pieces.push(piece);
    else rows.push({ base: piece.base, size: piece.size, pieces: [piece] });
  }
  return rows;
}

/** Adds a piece to the first row near it in which it stands as `fits` wants. @returns whether there is one */
function attach(
  piece: Piece,
  rows: readonly Row[],
  near: number,
  fits: (piece: Piece, row: Row) => boolean,
): boolean {
  for (let at = firstBelow(rows, piece.top - near); rows[at] && rows[at]!.base < piece.bottom + near; at++)
    if (fits(piece, rows[at]!)) {
      rows[at]!.pieces.push(piece);
      return true;
    }
  return false;
}

/** @returns the index of the first row whose base lies at or below a height */
function firstBelow(rows: readonly Row[], height: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rows[middle]!.base < height) from = middle + 1;
    else to = middle;
  }
  return from;
}

function isBesideWord(piece: Piece, { pieces }: Row): boolean {
  return pieces.some(other => {
    const overlap = Math.min(piece.bottom, other.bottom) - Math.max(piece.top, other.top);
    const gap = Math.max(piece.left - other.right, other.left - piece.right);
    return overlap > 0.4 * (piece.bottom - piece.top) && gap < other.size && gap > -other.size;
  });
}

/** Whether a large letter stands before the upper of the lines beside it. */
function isBesideFirstLine(piece: Piece, { base, pieces }: Row): boolean {
  const gap = Math.min(...pieces.map(({ left }) => left)) - piece.right;
  return base > piece.top && base <= piece.base && gap > -0.2 * piece.size && gap < 0.6 * piece.size;
}

/** @returns where the cells of a row begin, the first aside */
const cellStarts = (pieces: readonly Piece[]): number[] =>
  pieces.flatMap((piece, at) => (at > 0 && gapOf(pieces[at - 1]!, piece) > CELL_GAP ? [piece.left] : []));

/** @param starts where cells of the lines above and below begin */
function lineOf(unsorted: readonly Piece[], starts: readonly number[]): Line {
  const pieces = inReadingOrder(withoutTwice(unsorted));
  const runs: Run[] = [];
  const hasCells = pieces.some((piece, at) => at > 0 && gapOf(pieces[at - 1]!, piece) > CELL_GAP);
  const cellGap = hasCells ? FURTHER_CELL_GAP : CELL_GAP;
  pieces.forEach((piece, at) => {
    const joint: Joint =
      at === 0
        ? ''
        : jointOf(
            pieces[at - 1]!,
            piece,
            starts.some(start => Math.abs(start - piece.left) < ALIGNED) ? ALIGNED_CELL_GAP : cellGap,
          );
    const text = piece.text.replace(/ {2,}/g, ' ').trim();
    const last = runs.at(-1);
    if (!last || joint === '\t') runs.push({ text, box: piece.box, joint });
    else
      runs[runs.length - 1] = { ...last, text: last.text + joint + text, box: around(last.box, piece.box) };
  });
  const most = sizeOfMost(pieces);
  const [first] = pieces;
  const word = first!.text.trim().split(' ')[0]!;
  return {
    runs,
    text: runs.map(({ joint, text }) => joint + text).join(''),
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    base: median(pieces.filter(({ size }) => size === most).map(({ base }) => base)),
    top: Math.min(...pieces.map(({ top }) => top)),
    bottom: Math.max(...pieces.map(({ bottom }) => bottom)),
    size: most,
    isRightToLeft: isMostlyRightToLeft(pieces),
    firstWord: ((first!.right - first!.left) * word.length) / Math.max(1, first!.text.trim().length),
  };
}

/** @returns how far apart two pieces are, in parts of the smaller one's size */
const gapOf = (a: Piece, b: Piece): number =>
  Math.max(b.left - a.right, a.left - b.right) / Math.min(a.size, b.size);

function jointOf(before: Piece, piece: Piece, cellGap: number): Joint {
  const gap = gapOf(before, piece);
  if (gap > cellGap) return '\t';
  const hasSpace =
    before.text.endsWith(' ') ||
    piece.text.startsWith(' ') ||
    (piece.isAfterSpace && piece.order === before.order + 1);
  return hasSpace || gap > WORD_GAP ? ' ' : '';
}

/** Leaves out what is drawn a second time over itself. */
function withoutTwice(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece, at) => {
    for (let other = at - 1; other >= 0 && piece.left - pieces[other]!.left <= TWICE * piece.size; other--) {
      const { text, base } = pieces[other]!;
      if (text === piece.text && Math.abs(base - piece.base) <= TWICE * piece.size) return false;
    }
    return true;
  });
}

/** Pieces from the left, or from the right where most is written so; words of the other direction keep theirs. */
function inReadingOrder(pieces: readonly Piece[]): readonly Piece[] {
  if (!isMostlyRightToLeft(pieces)) return pieces;
  const ordered: Piece[] = [];
  let run: Piece[] = [];
  for (const piece of [...pieces].reverse()) {
    if (piece.isRightToLeft) ordered.push(...run.splice(0), piece);
    else run = [piece, ...run];
  }
  return [...ordered, ...run];
}

function isMostlyRightToLeft(pieces: readonly Piece[]): boolean {
  let balance = 0;
  for (const { text, isRightToLeft } of pieces) balance += (isRightToLeft ? 1 : -1) * text.length;
  return balance > 0;
}

/** @returns the size in which most letters of these are set */
function sizeOfMost(pieces: readonly Piece[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pieces) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Whether a line is of a table, as it seems: cells with gaps between them. */
export const isOfCells = ({ runs }: Line): boolean => runs.length > 1;
