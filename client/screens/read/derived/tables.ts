import type { Excerpt, ExcerptTable } from '../../../../shared/derivation/excerpt.ts';
import type { TableColumn } from '../../../../shared/derivation/table-columns.ts';
import type { Block } from '../../../../shared/model/derivation.ts';
import type { Span } from '../../../../shared/text/text-like.ts';
import { sayRow } from '../../../reader/say-cell.ts';
import type { Cell, TableRow } from '../../../reader/types.ts';

/** Space between two columns, in widths of a digit. */
const GAP = 3;
/** How much wider than a digit a letter may be on the average: capitals are, and dates. */
const LETTER = 1.15;

/** The width of some letters with the space beside them, in widths of a digit. */
const widthOf = (letters: number): number => Math.ceil(letters * LETTER) + GAP;

/** A row of a table with several columns. */
export interface SetRow extends TableRow {
  readonly css: string;
  /** How wide the columns of its table are, and which table it is. */
  readonly attributes: Readonly<Record<string, string>>;
}

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/**
 * How the tables of a derived text are set: every row of a table has the same columns, however far apart on the page.
 * @returns the rows that begin in a span, by the offset where they do
 */
export function setTables({ derivation, tables }: Excerpt, span: Span): ReadonlyMap<number, SetRow> {
  const rows = new Map<number, SetRow>();
  let next = 0;
  let table: Rows | undefined;
  let row: Of<'row'> | undefined;
  let cells: Of<'cell'>[] = [];
  const end = () => {
    if (row && table?.isWide && row.start >= span.start && row.start < span.end)
      rows.set(row.start, table.set(cells));
    row = undefined;
    cells = [];
  };
  for (const block of derivation.blocks) {
    if (block.kind === 'table' && tables[next]?.start === block.start) {
      end();
      table = new Rows(tables[next++]!);
    } else if (block.kind === 'row' && table && block.start < table.end) {
      end();
      row = block;
      if (block.start >= span.start) table.next();
    } else if (block.kind === 'cell' && row) cells.push(block);
  }
  end();
  return rows;
}

/** The rows of one table, one after the other. */
class Rows {
  readonly #table: ExcerptTable;
  readonly #style: string;
  #number: number;

  constructor(table: ExcerptTable) {
    this.#table = table;
    this.#number = table.before;
    this.#style = styleOf(table.columns);
  }

  get end(): number {
    return this.#table.end;
  }

  get isWide(): boolean {
    return this.#table.columns.length > 1;
  }

  next(): void {
    this.#number++;
  }

  set(blocks: readonly Of<'cell'>[]): SetRow {
    const { columns, heads, rows, start } = this.#table;
    const isHead = blocks.length > 0 && blocks.every(({ header }) => header);
    const [isFirst, isLast] = [this.#number === 1, this.#number === rows];
    const cells = blocks.map(({ start, end, header }, column): Cell => {
      const css = [header ? 'th' : '', columns[column]?.isNumeric ? 'num' : ''];
      return { start, end, column, css: css.filter(Boolean).join(' ') };
    });
    const css = ['trow', isHead ? 'head' : '', isFirst ? 'first' : '', isLast ? 'last' : ''];
    return {
      ...{ cells, heads, number: this.#number, of: rows },
      css: css.filter(Boolean).join(' '),
      attributes: {
        style: this.#style,
        'data-table': String(start),
        // Rows that are far from one another, or not on the page, cannot be those of one element.
        role: 'group',
        'aria-label': sayRow(this.#number, rows),
        // What scrolls across is reached by the caret, as all of the text is.
        contenteditable: 'true',
      },
    };
  }
}

function styleOf(columns: readonly TableColumn[]): string {
  const least = columns.reduce((sum, column) => sum + widthOf(column.least), 0);
  const wish = columns.reduce((sum, column) => sum + widthOf(column.wish), 0);
  const tracks = columns.map(column => `minmax(${widthOf(column.least)}ch, ${widthOf(column.wish)}fr)`);
  // On paper nothing scrolls: there the columns share what there is.
  const shares = columns.map(column => `minmax(0, ${widthOf(column.wish)}fr)`);
  return `--columns: ${tracks.join(' ')}; --shares: ${shares.join(' ')}; --least: ${least}; --wish: ${wish}ch`;
}
