import { columns } from '../claim-table/columns.ts';
import { columnsOf } from '../claim-table/rows.ts';
import type { Format } from '../format.ts';
import { inPieces } from '../pieces.ts';
import { read, recognises } from './read.ts';
import { write } from './write.ts';

/** The claims as a table, one row each; and tables of quotes from elsewhere. Offsets are UTF-16 code units. */
export const csv: Format = {
  id: 'csv',
  label: 'CSV, one claim a row',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  columns: columns.map(({ id }) => id),
  encode: (desk, losses, chosen) => inPieces(write(desk, losses, columnsOf(chosen.columns))),
  read,
  recognises,
};
