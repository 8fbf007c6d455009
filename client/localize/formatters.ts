import { locale } from './locale.ts';

/** Formatters cost a millisecond to make and a microsecond to use; each is made once. */
const made = new Map<string, unknown>();

function once<T>(kind: string, options: object, make: (tag: string) => T): T {
  const tag = locale();
  const key = `${kind} ${tag} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known as T;
  const fresh = make(tag);
  made.set(key, fresh);
  return fresh;
}

/** @returns the formatter of dates and times in the interface's language and the person's own time zone */
export const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once('date', options, tag => new Intl.DateTimeFormat(tag, options));

/** @returns the formatter of numbers in the interface's language */
export const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  once('number', options, tag => new Intl.NumberFormat(tag, options));

/** @returns what compares words as the interface's language sorts them, numbers in them by their value */
export const collator = (): Intl.Collator =>
  once('collator', {}, tag => new Intl.Collator(tag, { numeric: true }));

/** @returns a language's name in the interface's language, or its tag where it has none */
export function languageName(tag: string): string {
  try {
    return once('languages', {}, own => new Intl.DisplayNames([own], { type: 'language' })).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** @returns how many days ago something was: "today", "5 days ago" */
export const sayDaysAgo = (days: number): string =>
  once('ago', {}, tag => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })).format(-days, 'day');
