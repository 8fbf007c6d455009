import type { Column } from '../claim-table/columns.ts';
import { rowsOf } from '../claim-table/rows.ts';
import type { DeskView } from '../format.ts';
import { leaveHalves } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { cellText, oneLine } from './cells.ts';

/**
 * Writes the claims as CSV by RFC 4180, a row each, with the columns' ids in the first; a byte order mark tells
 * spreadsheets that it is UTF-8.
 */
export async function* write(
  desk: DeskView,
  losses: Losses,
  chosen: readonly Column[],
): AsyncGenerator<string> {
  yield `\ufeff${chosen.map(({ id }) => id).join(',')}\r\n`;
  for await (const cells of rowsOf(desk, chosen, losses)) {
    for (const [i, cell] of cells.entries()) {
      if (chosen[i]!.id === 'words' && /\p{Surrogate}/u.test(String(cell)))
        losses.add('half-letters', 'Halves of characters at the ends of claims.');
      else for (const text of [cell ?? ''].flat()) leaveHalves(losses, undefined, String(text));
      if (Array.isArray(cell) && cell.some(text => text !== oneLine(text)))
        losses.add('lines', 'Line ends within tags, fields and notes; they came as spaces.');
    }
    yield `${cells.map(cellText).join(',')}\r\n`;
  }
}
