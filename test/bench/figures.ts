/** @returns the value below which a share (0 to 1) of the values lies; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

const digits = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2);

/** Prints rows of a table, numbers right, columns as wide as they need. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const cells = [head, ...rows].map(row => row.map(cell => (typeof cell === 'number' ? digits(cell) : cell)));
  const widths = head.map((_, i) => Math.max(...cells.map(row => row[i]!.length)));
  console.log(`\n${title}`);
  cells.forEach((row, r) => {
    console.log(
      row
        .map((cell, i) =>
          typeof rows[0]?.[i] === 'number' ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!),
        )
        .join('  '),
    );
    if (r === 0) console.log(widths.map(width => '-'.repeat(width)).join('  '));
  });
}
