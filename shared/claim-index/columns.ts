/** The columns that have one number a claim, with their width in bytes. The order is that of the wire. */
export const COLUMNS = [
  ['start', 4],
  ['end', 4],
  ['who', 2],
  ['tags', 2],
  ['type', 1],
  ['workflow', 1],
  ['verdict', 1],
  ['flags', 1],
] as const;
export type ColumnName = (typeof COLUMNS)[number][0];
export type Column = Uint32Array | Uint16Array | Uint8Array;
export type Columns = Record<ColumnName, Column>;

export const FLAG = {
  conflict: 1,
  evidence: 2,
  notes: 4,
  discontinuous: 8,
  deleted: 16,
  waiting: 32,
} as const;

const ARRAYS = { 4: Uint32Array, 2: Uint16Array, 1: Uint8Array } as const;

/** @returns columns with room for so many claims, zero all over. */
export function makeColumns(capacity: number): Columns {
  return Object.fromEntries(COLUMNS.map(([name, width]) => [name, new ARRAYS[width](capacity)])) as Columns;
}

/** @returns the same columns with more room. */
export function growColumns(columns: Columns, capacity: number): Columns {
  const grown = makeColumns(capacity);
  for (const [name] of COLUMNS) grown[name].set(columns[name]);
  return grown;
}

/** @returns columns that are views into a buffer, without copying, and where they end. */
export function viewColumns(
  buffer: ArrayBuffer,
  at: number,
  count: number,
): { columns: Columns; end: number } {
  let end = at;
  const columns: Partial<Columns> = {};
  for (const [name, width] of COLUMNS) {
    columns[name] = new ARRAYS[width](buffer, end, count);
    end += width * count;
  }
  return { columns: columns as Columns, end };
}
