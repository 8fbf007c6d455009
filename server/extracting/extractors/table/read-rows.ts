/** A cell of a table, and where its text stands in the file: without the quotation marks around it. */
export interface TableCell {
  readonly from: number;
  readonly to: number;
  /** Whether two quotation marks in it stand for one. */
  readonly quoted: boolean;
}

export interface TableRows {
  readonly rows: readonly (readonly TableCell[])[];
  /** Whether a quotation mark was opened and never closed; it is taken for a part of its cell. */
  readonly unclosed: boolean;
}

/**
 * Reads delimited text (RFC 4180) with the place of each cell, which no library tells. As lenient as spreadsheets are:
 * lines end in LF, CR or both, a quotation mark within a cell is one of its characters, and so are those around a cell
 * that goes on after them. Rows without any text are left out.
 * @param most so many rows at most, from the beginning
 */
export function readRows(text: string, delimiter: string, most = Number.POSITIVE_INFINITY): TableRows {
  const rows: TableCell[][] = [];
  let row: TableCell[] = [];
  let unclosed = false;
  let at = sepLine(text)?.end ?? 0;
  const plainEnd = new RegExp(`[\\r\\n${delimiter === '|' ? '\\|' : delimiter}]`, 'g');
  const endRow = (): void => {
    if (row.some(({ from, to }) => to > from)) rows.push(row);
    row = [];
  };
  while (at < text.length && rows.length < most) {
    let cell: TableCell | undefined;
    let end = at;
    if (text[at] === '"' && !unclosed) {
      const close = closing(text, at + 1);
      if (close === undefined) unclosed = true;
      else if (endsCell(text, close + 1, delimiter)) {
        cell = { from: at + 1, to: close, quoted: true };
        end = close + 1;
      }
    }
    if (!cell) {
      plainEnd.lastIndex = at;
      end = plainEnd.exec(text)?.index ?? text.length;
      cell = { from: at, to: end, quoted: false };
    }
    row.push(cell);
    if (text[end] === delimiter) {
      at = end + 1;
      if (at === text.length) row.push({ from: at, to: at, quoted: false });
    } else {
      endRow();
      at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    }
  }
  endRow();
  return { rows, unclosed };
}

/** @returns what a first line `sep=;` says, as Excel reads and writes it, and where the next begins */
export function sepLine(text: string): { delimiter: string; end: number } | undefined {
  const found = /^sep=([,;\t|])(?:\r\n?|\n)/i.exec(text.slice(0, 10));
  return found ? { delimiter: found[1]!, end: found[0].length } : undefined;
}

/** @returns the quotation mark that closes a cell: the next that does not stand for one itself */
function closing(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return undefined;
}

const endsCell = (text: string, at: number, delimiter: string): boolean =>
  at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';

/** @returns the text of a cell as it is meant */
export function textOf(text: string, { from, to, quoted }: TableCell): string {
  const there = text.slice(from, to);
  return quoted ? there.replaceAll('""', '"') : there;
}
