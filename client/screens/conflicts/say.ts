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
  'name-variant': () => msg('name in two forms'),
  'duplicated-entry': () => msg('entry twice'),
  'date-mismatch': () => msg('dates disagree'),
  'date-incomplete': () => msg('date incomplete'),
  'source-predates-event': () => msg('source older than the event'),
  'self-contradiction': () => msg('contradicts itself'),
  'count-mismatch': () => msg('counts disagree'),
  'list-membership': () => msg('lists disagree'),
  'affiliation-mismatch': () => msg('affiliations disagree'),
  'role-mismatch': () => msg('roles disagree'),
  'classification-mismatch': () => msg('under the wrong heading'),
  'implausible-value': () => msg('implausible value'),
  'citation-defect': () => msg('defect of a citation'),
  'duplicate-citation': () => msg('source cited twice'),
  'source-support': () => msg('weak support'),
  'editing-defect': () => msg('slip in editing'),
  'translation-defect': () => msg('slip in translation'),
  attribution: () => msg('attribution'),
  'framing-mismatch': () => msg('link with another meaning'),
  'incomplete-identification': () => msg('person not identified'),
};

/** @returns what disagrees, in a word: "name"; a kind that has no word here as it is written */
export const sayKind = (kind: string): string => KINDS[kind]?.() ?? kind;
