import type { DocumentSummary } from '../../../shared/api/routes/documents.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { collator } from '../../localize/formatters.ts';

const columns = ['title', 'size', 'claims', 'conflicts', 'ticked', 'added'] as const;
export type Column = (typeof columns)[number];

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
  const { compare: inWords } = collator();
  const compare = (a: DocumentSummary, b: DocumentSummary): number => {
    if (by === 'title') return inWords(a.held.object.title, b.held.object.title);
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

/** Writes a sorting as an address has it: `claims`, or `-claims` for the most first. */
export const sortingToText = ({ by, descending }: Sorting): string => (descending ? `-${by}` : by);

/** @returns the sorting that an address names; undefined where it names none */
export function sortingFromText(text: string | null): Sorting | undefined {
  const by = columns.find(column => column === text?.replace(/^-/, ''));
  return by && { by, descending: text!.startsWith('-') };
}
