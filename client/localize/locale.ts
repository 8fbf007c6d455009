import { msg, str } from '@lit/localize';
import { tagOf } from '../../shared/languages/languages.ts';
import { getLocale } from './localize.ts';

/** @returns the BCP 47 tag by which dates and numbers are said: the interface's language, and in English the day before the month */
export const locale = (): string => tagOf(getLocale());

const numbers = new Map<string, Intl.NumberFormat>();

/** @returns a number as the language writes it: "12,345" */
export function sayNumber(number: number): string {
  const tag = locale();
  const known = numbers.get(tag);
  if (known) return known.format(number);
  const made = new Intl.NumberFormat(tag);
  numbers.set(tag, made);
  return made.format(number);
}

/** @returns things as one phrase: "a, b and c" */
export const sayList = (things: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(things);

/** @returns alternatives as one phrase: "a, b or c" */
export const sayChoice = (things: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'disjunction' }).format(things);

/** @returns words between the language's quotation marks */
export const quoted = (words: string): string => msg(str`“${words}”`);
