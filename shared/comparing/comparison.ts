import { type CompareOptions, compareTexts } from './compare.ts';
import { cutsOf, isLineStart, type Place } from './cuts.ts';
import { foldedRow, foldsOf, layRows, type Row } from './rows.ts';
import type { Run } from './run.ts';

/** Two texts laid beside each other, ready to be shown: what differs, and their lines in rows. */
export interface Comparison {
  readonly runs: readonly Run[];
  /** With what is the same folded away but for a few lines around each change. */
  readonly rows: readonly Row[];
  /** Where rows end that may be shown: left, right, left, right …, UTF-16 code units. */
  readonly cuts: Int32Array;
  /** The first run of each difference. */
  readonly differences: readonly number[];
}

/** Compares two texts and lays their lines into rows. */
export function compareWhole(left: string, right: string, options: CompareOptions): Comparison {
  const runs = compareTexts(left, right, options);
  const cuts = cutsOf(left, right, runs);
  const all = layRows(left, right, runs, cuts);
  const rows: Row[] = [];
  let at = 0;
  for (const fold of foldsOf(all)) {
    for (; at < fold.start; at++) rows.push(all[at]!);
    rows.push(foldedRow(all, fold));
    at = fold.end;
  }
  for (; at < all.length; at++) rows.push(all[at]!);
  const differences = runs.flatMap((run, i) =>
    run.kind === 'same' || (i > 0 && runs[i - 1]!.kind !== 'same') ? [] : [i],
  );
  return { runs, rows, cuts: Int32Array.from(cuts.flatMap(cut => [cut.left, cut.right])), differences };
}

/** @returns the rows that a folded one stands for */
export function unfold(left: string, right: string, { runs, cuts }: Comparison, row: Row): Row[] {
  const places: Place[] = [];
  for (let i = firstAt(cuts, row); i < cuts.length && cuts[i]! <= row.left.end; i += 2) {
    if (cuts[i + 1]! > row.right.end) break;
    places.push({ left: cuts[i]!, right: cuts[i + 1]! });
  }
  const [run] = runs.slice(row.runs.start, row.runs.end);
  const begun = (line: number, text: string, at: number) => (isLineStart(text, at) ? line : line - 1);
  return layRows(left, right, run ? [run] : [], places, {
    left: begun(row.leftLine, left, row.left.start),
    right: begun(row.rightLine, right, row.right.start),
  }).map(one => ({ ...one, runs: row.runs }));
}

function firstAt(cuts: Int32Array, { left, right }: Row): number {
  let low = 0;
  let high = cuts.length / 2 - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[2 * middle]! < left.start || cuts[2 * middle + 1]! < right.start) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
