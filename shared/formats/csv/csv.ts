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
  encode: (desk, losses, { columns }) => inPieces(write(desk, losses, columnsOf(columns))),
  read,
  recognises,
};
