import { type Column, columns } from '../claim-table/columns.ts';
import { columnsOf, rowsOf } from '../claim-table/rows.ts';
import type { DeskView, Format } from '../format.ts';
import type { Losses } from '../losses.ts';
import { inPieces } from '../pieces.ts';

/** The claims as JSON Lines: an object a line, with the chosen columns as its members. What is empty is left out. */
export const jsonl: Format = {
  id: 'jsonl',
  label: 'JSON Lines, one claim a line',
  extension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  columns: columns.map(({ id }) => id),
  encode: (desk, losses, chosen) => inPieces(write(desk, losses, columnsOf(chosen.columns))),
};

async function* write(desk: DeskView, losses: Losses, chosen: readonly Column[]): AsyncGenerator<string> {
  for await (const cells of rowsOf(desk, chosen, losses)) {
    const members = chosen
      .map(({ id }, i) => [id, cells[i]] as const)
      .filter(([, cell]) => cell !== undefined && !(Array.isArray(cell) && cell.length === 0));
    yield `${JSON.stringify(Object.fromEntries(members))}\n`;
  }
}
