import { numberFormat } from '../formatters.ts';
import type { Comparator, CountValue } from './count.ts';

const SIGNS: Readonly<Record<Exclude<Comparator, 'between'>, string>> = {
  exactly: '',
  'at-least': '≥ ',
  'more-than': '> ',
  'at-most': '≤ ',
  'fewer-than': '< ',
  about: '≈ ',
};

/**
 * Says a count: "> 15 member organisations", "10–12 parties". The signs are those of arithmetic, the digits those of
 * the locale; `readCount` reads what is said.
 * @param locale BCP 47 tag
 */
export function sayCount(value: CountValue, locale: string): string {
  const format = numberFormat(locale);
  const number = format.format(value.number);
  const said =
    value.comparator === 'between'
      ? `${number}–${format.format(value.upper!)}`
      : SIGNS[value.comparator] + number;
  return value.unit === undefined ? said : value.unit === '%' ? `${said}%` : `${said} ${value.unit}`;
}
