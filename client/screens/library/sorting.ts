import type { DocumentSummary } from '../../../shared/api/routes/documents.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { locale } from '../../localize/locale.ts';

export type Column = 'title' | 'size' | 'claims' | 'conflicts' | 'ticked' | 'added';

export interface Sorting {
  readonly by: Column;
  readonly descending: boolean;
}

/** In order of addition, until somebody wants it otherwise. */
export const usual: Sorting = { by: 'added', descending: false };

const measures: Record<Exclude<Column, 'title' | 'added'>, (row: DocumentSummary) => number> = {
  size: row => currentRevision(row.held.object).length,
  claims: row => row.claims,
  conflicts: row => row.openConflicts,
  ticked: row => (row.claims === 0 ? 0 : row.ticked / row.claims),
};

/** @returns the rows in order; equal ones stay as they were */
export function sorted(rows: readonly DocumentSummary[], { by, descending }: Sorting): DocumentSummary[] {
  const collator = new Intl.Collator(locale(), { numeric: true });
  const compare = (a: DocumentSummary, b: DocumentSummary): number => {
    if (by === 'title') return collator.compare(a.held.object.title, b.held.object.title);
    if (by === 'added') return addedAt(a).localeCompare(addedAt(b));
    return measures[by](a) - measures[by](b);
  };
  return [...rows].sort((a, b) => (descending ? -compare(a, b) : compare(a, b)));
}

const addedAt = (row: DocumentSummary): string => row.held.object.revisions[0]!.addedAt;

/** @returns the sorting after its column's heading was pressed: the other way round, or by the new column, most first for numbers */
export function pressed(sorting: Sorting, column: Column): Sorting {
  return sorting.by === column
    ? { by: column, descending: !sorting.descending }
    : { by: column, descending: column !== 'title' };
}
