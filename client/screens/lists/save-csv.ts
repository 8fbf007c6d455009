import { msg } from '@lit/localize';
import type { Row } from '../../../shared/lists/align.ts';
import { csvOf } from '../../../shared/lists/csv.ts';
import type { Column } from './matrix.ts';
import { sayCell } from './say-list.ts';

/** Lets the person keep the table as it is shown: a line a row, a column a list. */
export function saveCsv(columns: readonly Column[], rows: readonly Row[]): void {
  const head = [
    msg('Who or what'),
    msg('Country'),
    ...columns.map(({ title, from }) => (from ? `${title} (${from})` : title)),
  ];
  const lines = rows.map(({ form, country, cells }) => [
    form,
    country ?? '',
    ...cells.map(({ state, entries }) => sayCell(state, entries.map(entry => entry.form).join('; '))),
  ]);
  const blob = new Blob([csvOf([head, ...lines])], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'lists.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
