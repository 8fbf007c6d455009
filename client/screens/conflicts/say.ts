import { msg, str } from '@lit/localize';
import type { Conflict } from '../../../shared/model/conflict.ts';
import { dateFormat, sayDaysAgo } from '../../localize/formatters.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';

/** @returns a day as a reader writes it: 7 May 2026 */
export function sayDay(instant: string): string {
  return dateFormat({ dateStyle: 'medium' }).format(new Date(instant));
}

/** @returns how long ago, in whole days: "today", "5 days ago" */
export function sayAge(instant: string, now: Date): string {
  const days = Math.round((now.getTime() - Date.parse(instant)) / 86_400_000);
  return sayDaysAgo(Math.max(0, days));
}

export const placesOf = (conflict: Conflict): number =>
  conflict.sides.reduce((sum, side) => sum + side.claimIds.length, 0);

export const sayPlaces = (count: number): string =>
  plural(count, msg(str`${sayNumber(count)} {place¦places}`));

export const sayDocuments = (count: number): string =>
  plural(count, msg(str`${sayNumber(count)} {document¦documents}`));

/** The letter by which a side is called: A, B, … */
export const sideLetter = (index: number): string =>
  String.fromCodePoint(65 + (index % 26)) + (index >= 26 ? String(Math.floor(index / 26)) : '');

export const severitySign = { high: '!', medium: '≠', low: '~' } as const;

const KINDS: Readonly<Record<string, () => string>> = {
  name: () => msg('name', { id: 'conflict.name' }),
  date: () => msg('date', { id: 'conflict.date' }),
  count: () => msg('count', { id: 'conflict.count' }),
  'by-hand': () => msg('by hand'),
};

/** @returns what disagrees, in a word: "name"; a kind that has no word here as it is written */
export const sayKind = (kind: string): string => KINDS[kind]?.() ?? kind;
