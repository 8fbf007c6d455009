import type { Block } from '../model/derivation.ts';
import type { WholeTable } from './excerpt.ts';
import { TableColumns } from './table-columns.ts';

/** Longer heads of columns are cut; UTF-16 code units. */
const LONGEST_HEAD = 80;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly columns: TableColumns;
  readonly heads: string[];
  rows: number;
  cells: number;
}

/**
 * The tables of a derived text, each with what its rows and columns are. One that lies within a cell is read as a part
 * of its words.
 * @param text all of it
 */
export function wholeTables(text: string, blocks: readonly Block[]): WholeTable[] {
  const tables: Found[] = [];
  let table: Found | undefined;
  for (const block of blocks) {
    if (table && block.start >= table.end && block.end > table.end) table = undefined;
    if (block.kind === 'table' && !table) {
      table = {
        start: block.start,
        end: block.end,
        columns: new TableColumns(),
        heads: [],
        rows: 0,
        cells: 0,
      };
      tables.push(table);
    } else if (block.kind === 'row' && table) {
      table.rows++;
      table.cells = 0;
    } else if (block.kind === 'cell' && table && table.rows > 0) {
      const words = text.slice(block.start, block.end);
      table.columns.take(table.cells, words, block.header);
      if (block.header && table.rows === 1) table.heads[table.cells] = words.slice(0, LONGEST_HEAD).trim();
      table.cells++;
    }
  }
  return tables.map(({ start, end, columns, heads, rows }) => ({
    ...{ start, end, rows, columns: columns.columns },
    heads: columns.columns.map((_, column) => heads[column] ?? ''),
  }));
}
