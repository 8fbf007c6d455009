import type { ListValue } from './list.ts';

/** Items named before the rest is only counted. */
const NAMED = 3;

/** Says a list in one line: its heading, how long it is, and its first items. */
export function sayList(value: ListValue): string {
  const { items } = value;
  const rest = items.length > NAMED ? ` … (${items.length})` : '';
  const named = items.slice(0, NAMED).join('; ') + rest;
  return value.heading ? `${value.heading}: ${named}` : named;
}
