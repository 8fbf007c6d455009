import { daysInMonth } from './edtf.ts';

/** The days that one meaning of a date covers, counted from 1970-01-01, both ends included; infinite where open. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
  /** No year is written: the days are those of a leap year and stand for the same days of any year. */
  readonly anyYear: boolean;
  /** "About", "perhaps", a season, or a century that is not written: the ends are not to be taken at their word. */
  readonly hedged: boolean;
}

const DAY = 86_400_000;
/** The year that stands in for one that is not written. */
const ANY_YEAR = 2000;
const CENTURIES = ['18', '19', '20'];

/** @returns days since 1970-01-01 of a day in the proleptic Gregorian calendar. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  return Math.round(date.setUTCFullYear(year, month - 1, day) / DAY);
}

/**
 * Everything that an EDTF date can mean: one span, or several where it is a set (`[2026-01-06,2026-06-01]`).
 * @returns none where the date is not understood
 */
export function timeSpans(edtf: string): readonly TimeSpan[] {
  const set = /^([[{])([^\][{}]{1,200})[\]}]$/.exec(edtf);
  if (!set) return spansOf(edtf);
  const spans = set[2]!.split(',').map(spansOf);
  if (spans.some(meanings => meanings.length === 0)) return [];
  const all = spans.flat();
  return set[1] === '[' ? all : [hull(all)];
}

function hull(spans: readonly TimeSpan[]): TimeSpan {
  return {
    from: Math.min(...spans.map(span => span.from)),
    to: Math.max(...spans.map(span => span.to)),
    anyYear: spans.some(span => span.anyYear),
    hedged: spans.some(span => span.hedged),
  };
}

function spansOf(edtf: string): readonly TimeSpan[] {
  const slash = edtf.indexOf('/');
  if (slash < 0) return centuriesOf(edtf).flatMap(point => pointSpan(point) ?? []);
  const [first, last] = [edtf.slice(0, slash), edtf.slice(slash + 1)];
  const isOpen = (end: string) => end === '' || end === '..';
  const start = isOpen(first) ? OPEN : pointSpan(first);
  const end = isOpen(last) ? OPEN : pointSpan(last);
  if (!start || !end) return [];
  const anyYear = start.anyYear || end.anyYear;
  // A span over the turn of a year that is not written ends in the next.
  const turn = anyYear && end.to < start.from ? 366 : 0;
  return [{ from: start.from, to: end.to + turn, anyYear, hedged: start.hedged || end.hedged }];
}

const OPEN: TimeSpan = {
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  anyYear: false,
  hedged: false,
};

/** `XX26-04-27` may stand in any of the centuries that people write of so. */
function centuriesOf(point: string): readonly string[] {
  return /^XX\d\d/.test(point) ? CENTURIES.map(century => `${century}${point.slice(2)}~`) : [point];
}

const POINT = /^(-?\d{4}|\d{3}X|\d{2}XX|XXXX|\d{2})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[?~%]{0,2}$/;

function pointSpan(point: string): TimeSpan | undefined {
  const match = POINT.exec(point);
  if (!match) return undefined;
  const [, year, month, day] = match as unknown as [string, string, string?, string?];
  const hedged = /[?~%]$/.test(point);
  const anyYear = year === 'XXXX';
  const [first, last] = yearsOf(year);
  if (month === undefined || month === 'XX')
    return { from: dayNumber(first, 1, 1), to: dayNumber(last, 12, 31), anyYear, hedged };
  if (first !== last) return undefined;
  if (Number(month) > 12) return seasonSpan(first, Number(month), anyYear);
  const number = Number(month);
  const [from, to] =
    day === undefined || day === 'XX' ? [1, daysInMonth(number, first)] : [Number(day), Number(day)];
  return { from: dayNumber(first, number, from), to: dayNumber(first, number, to), anyYear, hedged };
}

function yearsOf(year: string): readonly [number, number] {
  if (year === 'XXXX') return [ANY_YEAR, ANY_YEAR];
  if (/^\d\d$/.test(year)) return [Number(year) * 100, Number(year) * 100 + 99];
  return [Number(year.replaceAll('X', '0')), Number(year.replaceAll('X', '9'))];
}

/** Northern seasons; winter reaches into the next year. Hedged, since half the world has them the other way round. */
function seasonSpan(year: number, season: number, anyYear: boolean): TimeSpan | undefined {
  if (season < 21 || season > 24) return undefined;
  const month = (season - 20) * 3;
  const last = month === 12 ? dayNumber(year + 1, 3, 1) : dayNumber(year, month + 3, 1);
  return { from: dayNumber(year, month, 1), to: last - 1, anyYear, hedged: true };
}

/** @returns the span in the given year, where it has none of its own. */
export function inYear(span: TimeSpan, year: number): TimeSpan {
  const moved = (day: number) => {
    const date = new Date(day * DAY);
    return dayNumber(year + date.getUTCFullYear() - ANY_YEAR, date.getUTCMonth() + 1, date.getUTCDate());
  };
  return { ...span, from: moved(span.from), to: moved(span.to), anyYear: false };
}

/** @returns the year of a day counted from 1970-01-01. */
export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}
