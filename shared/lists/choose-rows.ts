import type { Row } from './align.ts';
import { formKey } from './form-key.ts';

export const rowFilters = ['all', 'differ', 'shared', 'single', 'uncertain', 'conflict'] as const;
/** All rows; those on which lists differ; in every list; in one only; with an uncertain cell; in conflict. */
export type RowFilter = (typeof rowFilters)[number];

export const rowOrders = ['lists', 'name', 'most', 'country'] as const;
/** As the lists have them; by name; those in most lists first; by country, then as the lists have them. */
export type RowOrder = (typeof rowOrders)[number];

/** What rows are shown, and how. */
interface RowChoice {
  readonly filter: RowFilter;
  readonly order: RowOrder;
  /** Words that a form of the row has; empty asks nothing. */
  readonly words: string;
}

/** @param compare compares names as the reader's language sorts them */
export function chooseRows(
  rows: readonly Row[],
  { filter, order, words }: RowChoice,
  compare: (a: string, b: string) => number,
): Row[] {
  const wanted = formKey(words);
  const chosen = rows.filter(row => passes(row, filter) && (wanted === '' || has(row, wanted)));
  switch (order) {
    case 'lists':
      return chosen;
    case 'name':
      return chosen.sort((a, b) => compare(a.form, b.form));
    case 'most':
      return chosen.sort((a, b) => there(b) - there(a));
    case 'country':
      return chosen.sort((a, b) => {
        if ((a.country === undefined) !== (b.country === undefined)) return a.country === undefined ? 1 : -1;
        return compare(a.country ?? '', b.country ?? '');
      });
  }
}

const there = ({ cells }: Row) => cells.filter(({ state }) => state !== 'absent').length;
const some = ({ cells }: Row, wanted: string) => cells.some(({ state }) => state === wanted);

function passes(row: Row, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'differ':
      return row.cells.some(({ state }) => state !== 'present');
    case 'shared':
      return there(row) === row.cells.length;
    case 'single':
      return there(row) === 1;
    default:
      return some(row, filter);
  }
}

const has = (row: Row, words: string): boolean =>
  formKey(row.form).includes(words) ||
  row.cells.some(({ entries }) => entries.some(({ form }) => formKey(form).includes(words)));
