import { msg, str } from '@lit/localize';
import { sayNumber } from '../localize/locale.ts';
import type { Cell, TableRow } from './types.ts';

/** Says which cell of a table it is: "Row 3 of 12, column Delegates"; the row only where that is another one. */
export function sayCell({ number, of, heads }: TableRow, { column }: Cell, isOtherRow: boolean): string {
  const name = heads[column] || sayNumber(column + 1);
  if (!isOtherRow) return msg(str`Column ${name}`);
  return msg(str`${sayRow(number, of)}, column ${name}`);
}

/** Says which row of a table it is: "Row 3 of 12". */
export const sayRow = (number: number, of: number): string =>
  msg(str`Row ${sayNumber(number)} of ${sayNumber(of)}`);
