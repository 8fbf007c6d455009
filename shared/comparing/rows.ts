import type { Span } from '../text/text-like.ts';
import { isLineStart, lineEndsOf, type Place } from './cuts.ts';
import type { Run } from './run.ts';

/** Lines of two texts that stand beside each other; ranges are UTF-16 code units, with the lines' terminators. */
export interface Row {
  readonly left: Span;
  readonly right: Span;
  /** Numbers of the first lines, from 1; 0 on a side that has nothing here or goes on with a line begun above. */
  readonly leftLine: number;
  readonly rightLine: number;
  /** The runs that touch it, half-open. */
  readonly runs: Span;
  readonly isChanged: boolean;
  /** How many lines, the same on both sides, are folded away in it; 0 where it is shown. */
  readonly folded: number;
}

/** Unchanged rows that stay in sight before and after a change. */
const CONTEXT = 2;
/** Fewer unchanged rows are not worth folding. */
const FEWEST = 4;

/**
 * @param begin numbers of the lines at the first cut
 * @returns all rows between cuts, none folded
 */
export function layRows(
  left: string,
  right: string,
  runs: readonly Run[],
  cuts: readonly Place[],
  begin: Place = { left: 1, right: 1 },
): Row[] {
  const rows: Row[] = [];
  let first = 0;
  let lines = begin;
  for (let i = 1; i < cuts.length; i++) {
    const [from, to] = [cuts[i - 1]!, cuts[i]!];
    while (first < runs.length && isBefore(runs[first]!, from)) first++;
    let end = first;
    let isChanged = false;
    for (; end < runs.length && begins(runs[end]!, to); end++)
      isChanged = isChanged || (runs[end]!.kind !== 'same' && touches(runs[end]!, from, to));
    const [ours, theirs] = [
      { start: from.left, end: to.left },
      { start: from.right, end: to.right },
    ];
    const starts = (text: string, { start, end: stop }: Span) => stop > start && isLineStart(text, start);
    rows.push({
      left: ours,
      right: theirs,
      leftLine: starts(left, ours) ? lines.left : 0,
      rightLine: starts(right, theirs) ? lines.right : 0,
      runs: { start: first, end },
      isChanged,
      folded: 0,
    });
    lines = {
      left: lines.left + lineEndsOf(left, ours).length,
      right: lines.right + lineEndsOf(right, theirs).length,
    };
  }
  return rows;
}

const isBefore = (run: Run, at: Place): boolean => run.left.end <= at.left && run.right.end <= at.right;

const begins = (run: Run, before: Place): boolean =>
  run.left.start < before.left || run.right.start < before.right;

/** Whether a run lies between two places, if only in part. */
const touches = (run: Run, from: Place, to: Place): boolean =>
  (run.left.start < to.left && run.left.end > from.left) ||
  (run.right.start < to.right && run.right.end > from.right);

/** Where rows are folded: the first of them and the one after the last. */
export type Fold = Span;

/** @returns which rows are to be folded: what is the same, but for a few rows around each change */
export function foldsOf(rows: readonly Row[]): Fold[] {
  const folds: Fold[] = [];
  for (let i = 0; i < rows.length; ) {
    if (rows[i]!.isChanged) {
      i++;
      continue;
    }
    let end = i;
    while (end < rows.length && !rows[end]!.isChanged) end++;
    const fold = { start: i === 0 ? 0 : i + CONTEXT, end: end === rows.length ? end : end - CONTEXT };
    if (fold.end - fold.start >= FEWEST) folds.push(fold);
    i = end;
  }
  return folds;
}

/** @returns one row that stands for folded ones */
export function foldedRow(rows: readonly Row[], { start, end }: Fold): Row {
  const [first, last] = [rows[start]!, rows[end - 1]!];
  const begun = rows.slice(start, end).filter(({ leftLine }) => leftLine > 0);
  return {
    left: { start: first.left.start, end: last.left.end },
    right: { start: first.right.start, end: last.right.end },
    leftLine: begun[0]?.leftLine ?? 1,
    rightLine: begun[0]?.rightLine ?? 1,
    runs: { start: first.runs.start, end: last.runs.end },
    isChanged: false,
    folded: Math.max(1, begun.length),
  };
}
