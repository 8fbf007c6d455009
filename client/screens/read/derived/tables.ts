import { TableColumns } from '../../../../shared/derivation/table-columns.ts';
import type { Block } from '../../../../shared/model/derivation.ts';
import type { Cell } from '../../../reader/types.ts';

/** Space between two columns, in widths of a digit. */
const GAP = 3;
/** How much wider than a digit a letter may be on the average: capitals are, and dates. */
const LETTER = 1.15;

/** The width of some letters with the space beside them, in widths of a digit. */
const widthOf = (letters: number): number => Math.ceil(letters * LETTER) + GAP;

/** A row of a table with several columns. */
export interface SetRow {
  readonly cells: readonly Cell[];
  readonly css: string;
  /** How wide the columns of its table are. */
  readonly style: string;
}

interface Found {
  readonly columns: TableColumns;
  readonly rows: {
    readonly start: number;
    readonly cells: { start: number; end: number; header: boolean }[];
  }[];
  readonly end: number;
}

/**
 * How the tables of a derived text are set: every row of a table has the same columns, however far apart on the page.
 * @returns rows by the offset where they begin, and how many letters the widest table takes at least
 */
export function setTables(
  text: string,
  blocks: readonly Block[],
): { rows: ReadonlyMap<number, SetRow>; widest: number } {
  const rows = new Map<number, SetRow>();
  let widest = 0;
  for (const found of tablesIn(text, blocks)) {
    const { columns } = found.columns;
    if (columns.length < 2) continue;
    const least = columns.reduce((sum, column) => sum + widthOf(column.least), 0);
    const wish = columns.reduce((sum, column) => sum + widthOf(column.wish), 0);
    const tracks = columns.map(column => `minmax(${widthOf(column.least)}ch, ${widthOf(column.wish)}fr)`);
    // On paper nothing scrolls: there the columns share what there is.
    const shares = columns.map(column => `minmax(0, ${widthOf(column.wish)}fr)`);
    const style = `--columns: ${tracks.join(' ')}; --shares: ${shares.join(' ')}; --least: ${least}ch; --wish: ${wish}ch`;
    widest = Math.max(widest, least);
    found.rows.forEach(({ start, cells }, i) => {
      const isHead = cells.length > 0 && cells.every(({ header }) => header);
      rows.set(start, {
        cells: cells.map((cell, column) => ({
          start: cell.start,
          end: cell.end,
          column,
          css: [cell.header ? 'th' : '', columns[column]!.isNumeric ? 'num' : ''].filter(Boolean).join(' '),
        })),
        css: ['trow', isHead ? 'head' : '', i === 0 ? 'first' : ''].filter(Boolean).join(' '),
        style,
      });
    });
  }
  return { rows, widest };
}

/** Tables that lie within a cell are read as a part of its words. */
function tablesIn(text: string, blocks: readonly Block[]): Found[] {
  const tables: Found[] = [];
  let table: Found | undefined;
  for (const block of blocks) {
    if (table && block.start >= table.end && block.end > table.end) table = undefined;
    if (block.kind === 'table' && !table) {
      table = { columns: new TableColumns(), rows: [], end: block.end };
      tables.push(table);
    } else if (block.kind === 'row' && table) table.rows.push({ start: block.start, cells: [] });
    else if (block.kind === 'cell' && table) {
      const row = table.rows[table.rows.length - 1];
      if (!row) continue;
      table.columns.take(row.cells.length, text.slice(block.start, block.end), block.header);
      row.cells.push({ start: block.start, end: block.end, header: block.header });
    }
  }
  return tables;
}
