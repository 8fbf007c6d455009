import { extentOf, type Mark, type Span } from './types.ts';

/** How many claims are drawn on top of one another; more are counted. */
export const LEVELS = 4;

/** One claim's share of a stretch. */
export interface Layer {
  readonly mark: Mark;
  /** Which of the mark's ranges this is. */
  readonly range: number;
  /** 1 is drawn closest to the words; an outer claim lies lower. */
  readonly level: number;
  /** Whether the range truly starts, or ends, here. */
  readonly starts: boolean;
  readonly ends: boolean;
}

/** A stretch of text that the same claims cover from end to end. */
export interface Stretch extends Span {
  /** Outermost first. */
  readonly layers: readonly Layer[];
  /** How many claims cannot be drawn, where they come to be the most; else 0. */
  readonly more: number;
}

const overlap = (a: Mark, b: Mark): boolean =>
  a.ranges.some(x => b.ranges.some(y => x.start < y.end && y.start < x.end));

/**
 * Gives each mark the lowest level that no shorter mark it overlaps has, so that what is inside lies closer
 * to the words. The same neighbours give the same levels, in whatever order they come.
 */
export function levelsOf(marks: readonly Mark[]): Map<string, number> {
  const byExtent = marks
    .map(mark => ({ mark, extent: extentOf(mark), from: mark.ranges[0]!.start, to: mark.ranges.at(-1)!.end }))
    .sort((a, b) => a.extent - b.extent || a.from - b.from || (a.mark.id < b.mark.id ? -1 : 1));
  const levels = new Map<string, number>();
  byExtent.forEach((one, i) => {
    let taken = 0;
    for (let k = 0; k < i; k++) {
      const other = byExtent[k]!;
      if (other.from >= one.to || one.from >= other.to || !overlap(one.mark, other.mark)) continue;
      taken |= 1 << Math.min(30, levels.get(other.mark.id)!);
    }
    let level = 1;
    while (level < 30 && taken & (1 << level)) level++;
    levels.set(one.mark.id, level);
  });
  return levels;
}

interface Piece extends Layer, Span {}

/**
 * Cuts rows where claims begin and end. `rows` are the shown parts of rows, ascending; nothing of the
 * result reaches over the end of one.
 */
export function stretchesOf(
  marks: readonly Mark[],
  levels: ReadonlyMap<string, number>,
  rows: readonly Span[],
): Stretch[] {
  const pieces: Piece[] = marks
    .flatMap(mark =>
      mark.ranges.map((range, i) => ({
        mark,
        range: i,
        level: levels.get(mark.id) ?? 1,
        start: range.start,
        end: range.end,
        starts: true,
        ends: true,
      })),
    )
    .sort((a, b) => a.start - b.start);
  const stretches: Stretch[] = [];
  let open: Piece[] = [];
  let next = 0;
  for (const row of rows) {
    while (next < pieces.length && pieces[next]!.start < row.end) open.push(pieces[next++]!);
    open = open.filter(piece => piece.end > row.start);
    if (open.length) cutRow(open, row, stretches);
  }
  return stretches;
}

function cutRow(pieces: readonly Piece[], row: Span, into: Stretch[]): void {
  const edges = new Set<number>();
  for (const piece of pieces) {
    edges.add(Math.max(row.start, piece.start));
    edges.add(Math.min(row.end, piece.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const covers = cuts.slice(1).map((end, i) => {
    const start = cuts[i]!;
    const here = pieces.filter(piece => piece.start < end && piece.end > start);
    return { start, end, here: here.sort((a, b) => a.level - b.level) };
  });
  const hidden = covers.map(({ here }) => Math.max(0, here.length - LEVELS));
  covers.forEach(({ start, end, here }, i) => {
    if (!here.length) return;
    const layers = here.slice(0, LEVELS).map(p => ({
      mark: p.mark,
      range: p.range,
      level: Math.min(p.level, LEVELS),
      starts: p.start === start,
      // What ends in a line's terminator ends, for the eye, with the line.
      ends: p.end === end || (end === row.end && p.end <= row.end + 2 && p.end > end),
    }));
    layers.reverse();
    const most = hidden[i]! > (hidden[i - 1] ?? 0) && hidden[i]! >= (hidden[i + 1] ?? 0);
    into.push({ start, end, layers, more: most ? hidden[i]! : 0 });
  });
}
