import { dateFormat } from '../formatters.ts';
import type { DateValue } from './date.ts';
import { seasonWord } from './season-words.ts';

/** Says a date in a language: "27 April 2026", "30 August", "1998 – …". */
export function sayDate(value: DateValue, locale: string): string {
  return sayEdtf(value.edtf, locale);
}

/**
 * Says an EDTF date in a language. What has no words of its own is shown as it is written.
 * @param locale BCP 47 tag
 */
export function sayEdtf(edtf: string, locale: string): string {
  const set = /^([[{])(.+)[\]}]$/.exec(edtf);
  if (set) {
    const type = set[1] === '[' ? 'disjunction' : 'conjunction';
    const dates = set[2]!.split(',').map(one => sayEdtf(one, locale));
    return new Intl.ListFormat(locale, { type }).format(dates);
  }
  const slash = edtf.indexOf('/');
  if (slash < 0) return sayPoint(edtf, locale);
  return saySpan(edtf.slice(0, slash), edtf.slice(slash + 1), locale);
}

function saySpan(start: string, end: string, locale: string): string {
  const [first, last] = [wholeDay(start), wholeDay(end)];
  const isAlike = start.startsWith('X') === end.startsWith('X');
  if (first && last && isAlike && first <= last) {
    const style: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
    if (!start.startsWith('X')) style.year = 'numeric';
    return dateFormat(locale, style).formatRange(first, last);
  }
  return `${openOr(start, locale)} – ${openOr(end, locale)}`;
}

function openOr(end: string, locale: string): string {
  return end === '..' || end === '' ? '…' : sayPoint(end, locale);
}

/** The year that stands in for an unknown one; a leap year, so that 29 February can be said. */
const ANY_LEAP_YEAR = 2000;

function wholeDay(edtf: string): Date | undefined {
  const match = /^(\d{4}|XXXX)-(\d{2})-(\d{2})$/.exec(edtf);
  return match ? utc(match[1]!, Number(match[2]), Number(match[3])) : undefined;
}

function utc(year: string, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(/^\d{4}$/.test(year) ? Number(year) : ANY_LEAP_YEAR, month - 1, day);
  return date;
}

function sayPoint(edtf: string, locale: string): string {
  const match = /^(\d{4}|XXXX|XX\d{2}|\d{3}X)(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/.exec(edtf);
  if (!match) return edtf;
  const [, year, month, day, quality] = match as unknown as [string, string, string?, string?, string?];
  const said = sayParts(year, month, day, locale);
  if (said === undefined) return edtf;
  const about = quality === '~' || quality === '%' ? '≈ ' : '';
  return about + said + (quality === '?' || quality === '%' ? ' (?)' : '');
}

function sayParts(
  year: string,
  month: string | undefined,
  day: string | undefined,
  locale: string,
): string | undefined {
  const isKnown = /^\d{4}$/.test(year);
  if (month === undefined) return isKnown ? year : sayDecade(year, locale);
  if (Number(month) > 12) {
    const season = seasonWord(Number(month), locale);
    return season && isKnown ? `${season} ${year}` : undefined;
  }
  const style: Intl.DateTimeFormatOptions = { month: 'long' };
  if (isKnown) style.year = 'numeric';
  if (day !== undefined) style.day = 'numeric';
  const date = utc(year, Number(month), Number(day ?? 1));
  const said = dateFormat(locale, style).format(date);
  return year.startsWith('XX') && year !== 'XXXX' ? `${said} ’${year.slice(2)}` : said;
}

function sayDecade(year: string, locale: string): string | undefined {
  if (!/^\d{3}X$/.test(year)) return undefined;
  return new Intl.Locale(locale).language === 'en' ? `${year.slice(0, 3)}0s` : year;
}
