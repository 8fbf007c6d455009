import type { Cell } from '../claim-table/columns.ts';

/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection), and the apostrophe that tells it is none. */
const FORMULA = /^['=+\-@\t\r\n|%＝＋－＠]/;

/** @returns a cell as it stands in the file: a list with its texts on lines of their own, never a formula. */
export function cellText(cell: Cell): string {
  const text = Array.isArray(cell) ? cell.map(oneLine).join('\n') : String(cell ?? '');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @returns what a cell says, without the apostrophe that keeps it from being a formula. */
export function readCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

export const oneLine = (text: string): string => text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ');
