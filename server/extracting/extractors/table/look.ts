import { readRows, sepLine, type TableCell, textOf } from './read-rows.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
const SAMPLE = 100_000;
const SAMPLE_ROWS = 1000;
/** A cell this long is no name of a column. */
const LONGEST_NAME = 120;
/** Cells of a column that are this long on average are texts. */
const LONG = 60;

/** @returns the character that divides cells: the one by which most rows have the same number of them */
export function guessDelimiter(text: string, name: string | undefined): Delimiter {
  const said = sepLine(text)?.delimiter as Delimiter | undefined;
  if (said) return said;
  const sample = text.slice(0, SAMPLE);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  const order = /\.(?:tsv|tab)$/i.test(name ?? '') ? (['\t', ',', ';', '|'] as const) : DELIMITERS;
  for (const delimiter of order) {
    const { rows } = readRows(sample, delimiter, 200);
    const counts = new Map<number, number>();
    for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    for (const [columns, count] of counts) {
      const score = count / rows.length + Math.min(columns, 20) / 1000;
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}

/** Whether the first row tells what the columns are called. */
export function guessHeader(text: string, rows: readonly (readonly TableCell[])[]): boolean {
  const first = rows[0]?.map(cell => textOf(text, cell).trim()) ?? [];
  if (rows.length < 2) return false;
  const named = first.filter(name => name !== '');
  return (
    named.every(
      name => name.length <= LONGEST_NAME && !/^[\d\s.,:/+-]+$/.test(name) && !/[.!?]$/.test(name),
    ) && new Set(named).size === named.length
  );
}

/** @returns names of columns, each another: as the header has them, or else their numbers */
export function columnNames(
  text: string,
  rows: readonly (readonly TableCell[])[],
  header: boolean,
): string[] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const names: string[] = [];
  const taken = new Set<string>();
  for (let i = 0; i < width; i++) {
    const cell = header ? rows[0]?.[i] : undefined;
    const said = cell ? textOf(text, cell).replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) : '';
    const name = said === '' ? String(i + 1) : said;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    names.push(unique);
  }
  return names;
}

/** @returns columns by how much running text they hold, most first, and whether the first holds texts rather than names */
export function rankColumns(
  text: string,
  rows: readonly (readonly TableCell[])[],
  width: number,
): { order: number[]; isText: boolean } {
  const running = new Array<number>(width).fill(0);
  const filled = new Array<number>(width).fill(0);
  const all = new Array<number>(width).fill(0);
  for (const row of rows.slice(0, SAMPLE_ROWS))
    for (const [i, cell] of row.entries()) {
      const length = cell.to - cell.from;
      if (length === 0) continue;
      filled[i]!++;
      all[i]! += length;
      if (/\S\s+\S/.test(text.slice(cell.from, Math.min(cell.to, cell.from + 1000)))) running[i]! += length;
    }
  const order = Array.from({ length: width }, (_, i) => i).sort(
    (a, b) => running[b]! - running[a]! || all[b]! - all[a]! || a - b,
  );
  const first = order[0] ?? 0;
  return { order, isText: width === 1 || running[first]! / Math.max(1, filled[first]!) >= LONG };
}
