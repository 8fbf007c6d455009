import { linesOf, rowsOf } from './lines.ts';
import { median, type Piece } from './piece.ts';

/** Least width of a gutter, as a part of the usual size. */
const GUTTER = 0.8;
/** Most lines that may lie across a gutter, as a part of all: titles, wide figures. */
const ACROSS = 0.25;
/** What may lie over a gap more than where it is clearest, as a part of what may lie over it at all. */
const SLACK = 0.3;
/** Fewer lines on either side are no column. */
const FEWEST = 3;
/** Columns of running text are so wide at least, in multiples of the size, and so full, as a part of their width. */
const WIDTH = 9;
const FULLNESS = 0.55;
const DEEPEST = 4;
/** Least height of a gap between lines that parts what is in columns from what is not, as a part of the usual size. */
const BAND = 0.8;
/** So many gaps are tried, the highest first. */
const MOST_BANDS = 8;

/** Parts of a size within which baselines are one. */
const SAME_LINE = 0.35;

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** A part of a gap, and how many pieces lie over it. */
interface Stripe extends Gap {
  readonly covering: number;
}

/**
 * Divides a page's pieces into the regions in which they are read one after another: columns where there are gutters,
 * with what lies across them as regions of its own. A table is no columns: it is drawn row by row, in short cells.
 */
export function regionsOf(pieces: readonly Piece[], depth = 0): (readonly Piece[])[] {
  const gutter = depth < DEEPEST ? gutterOf(pieces) : undefined;
  if (gutter === undefined) {
    const bands = depth === 0 ? bandsOf(pieces) : undefined;
    if (bands) return bands.flatMap(band => regionsOf(band, depth + 1));
    return pieces.length > 0 ? [pieces] : [];
  }
  const [across, columns] = divide(pieces, piece => isAcross(piece, gutter));
  const regions: (readonly Piece[])[] = [];
  const take = (within: readonly Piece[]) => {
    const [left, right] = divide(within, piece => piece.right <= gutter);
    regions.push(...regionsOf(left, depth + 1), ...regionsOf(right, depth + 1));
  };
  let rest = columns;
  for (const { base, size, pieces: row } of rowsOf(across)) {
    // What stands beside a line that lies across belongs to it.
    const [beside, others] = divide(rest, piece => Math.abs(piece.base - base) <= SAME_LINE * size);
    const [above, below] = divide(others, piece => piece.base < base);
    take(above);
    rest = below;
    const own = [...row, ...beside];
    const last = regions.at(-1);
    if (above.length === 0 && last) regions[regions.length - 1] = [...last, ...own];
    else regions.push(own);
  }
  take(rest);
  return regions;
}

/** @returns what stands above and below a gap between lines, where either is set in columns and the other is in their way */
function bandsOf(pieces: readonly Piece[]): [Piece[], Piece[]] | undefined {
  const rows = rowsOf(pieces);
  const size = median(pieces.map(({ size }) => size));
  const gaps = rows.slice(1).flatMap(({ pieces }, at) => {
    const above = Math.max(...rows[at]!.pieces.map(({ bottom }) => bottom));
    const below = Math.min(...pieces.map(({ top }) => top));
    return below - above >= BAND * size ? [{ at: (above + below) / 2, height: below - above }] : [];
  });
  gaps.sort((a, b) => b.height - a.height || a.at - b.at);
  for (const { at } of gaps.slice(0, MOST_BANDS)) {
    const [above, below] = divide(pieces, ({ base }) => base < at);
    if (isDrawnInColumns(above) || isDrawnInColumns(below)) return [above, below];
  }
  return undefined;
}

/** Whether pieces are running text on both sides of a gutter, drawn one after the other: a table is drawn row by row. */
function isDrawnInColumns(pieces: readonly Piece[]): boolean {
  const gutter = gutterOf(pieces);
  if (gutter === undefined || crossings(pieces, gutter) > FEWEST) return false;
  const size = median(pieces.map(({ size }) => size));
  const sides = divide(pieces, ({ right }) => right <= gutter);
  return sides.every(side => isRunningText(linesOf(side), size));
}

function divide(pieces: readonly Piece[], fits: (piece: Piece) => boolean): [Piece[], Piece[]] {
  const [yes, no]: [Piece[], Piece[]] = [[], []];
  for (const piece of pieces) (fits(piece) ? yes : no).push(piece);
  return [yes, no];
}

const isAcross = ({ left, right }: Piece, x: number): boolean => left < x && right > x;

/** @returns where a gutter runs, or undefined where there is none */
function gutterOf(pieces: readonly Piece[]): number | undefined {
  if (pieces.length < 2 * FEWEST) return undefined;
  const size = median(pieces.map(({ size }) => size));
  const rows = rowsOf(pieces).length;
  return gapsOf(pieces, ACROSS * rows)
    .filter(({ from, to }) => to - from >= GUTTER * size)
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .map(({ from, to }) => (from + to) / 2)
    .find(x => dividesColumns(pieces, x, size));
}

/** @returns where at most so many pieces lie between others: each such gap, narrowed to where it is clearest */
function gapsOf(pieces: readonly Piece[], most: number): Gap[] {
  const edges = pieces
    .flatMap(({ left, right }) => [
      { at: left, by: 1 },
      { at: right, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  const gaps: Gap[] = [];
  let covering = 0;
  let open: Stripe[] | undefined;
  edges.forEach(({ at, by }, index) => {
    covering += by;
    if (covering > most) {
      if (open && open.length > 0) gaps.push(clearest(open, most));
      open = [];
    } else open?.push({ from: at, to: edges[index + 1]?.at ?? at, covering });
  });
  return gaps;
}

/** @returns the widest run of stripes over which hardly more lies than where least does */
function clearest(stripes: readonly Stripe[], most: number): Gap {
  const least = Math.min(...stripes.map(({ covering }) => covering));
  let best: Gap = { from: 0, to: 0 };
  let run: Gap | undefined;
  for (const { from, to, covering } of stripes) {
    run = covering <= least + most * SLACK ? { from: run?.from ?? from, to } : undefined;
    if (run && run.to - run.from > best.to - best.from) best = run;
  }
  return best;
}

function dividesColumns(pieces: readonly Piece[], x: number, size: number): boolean {
  const left = pieces.filter(({ right }) => right <= x);
  const right = pieces.filter(({ left }) => left >= x);
  const across = pieces.length - left.length - right.length;
  const [leftLines, rightLines] = [linesOf(left), linesOf(right)];
  const fewest = Math.min(leftLines.length, rightLines.length);
  if (fewest < FEWEST || rowsOf(pieces).length * ACROSS < across) return false;
  const [top, bottom] = [
    Math.max(leftLines[0]!.top, rightLines[0]!.top),
    Math.min(leftLines.at(-1)!.bottom, rightLines.at(-1)!.bottom),
  ];
  // One above the other is no two columns.
  if (bottom - top < FEWEST * size) return false;
  if (crossings(pieces, x) <= fewest / 2) return true;
  return [leftLines, rightLines].every(lines => isRunningText(lines, size));
}

/** How often the file goes from one side to the other as it draws. */
function crossings(pieces: readonly Piece[], x: number): number {
  let count = 0;
  let side: boolean | undefined;
  for (const { left, right } of [...pieces].sort((a, b) => a.order - b.order)) {
    if (left < x && right > x) continue;
    const next = left >= x;
    if (side !== undefined && next !== side) count++;
    side = next;
  }
  return count;
}

function isRunningText(lines: readonly { left: number; right: number }[], size: number): boolean {
  const width = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
  return width >= WIDTH * size && median(lines.map(({ left, right }) => right - left)) >= FULLNESS * width;
}
