/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n|%＝＋－＠]/;

/**
 * Writes rows as CSV by RFC 4180: commas, CRLF, quotes doubled. Cells that a spreadsheet would run as a formula get an
 * apostrophe in front; a byte order mark tells it that the text is UTF-8.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
