import { parse } from 'edtf';

/** Longest EDTF string accepted, in UTF-16 code units; sets of several dates fit easily. */
const LONGEST = 200;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** @returns how many days the month has; a year that is not known counts as a leap year. */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2 && year !== undefined && !isLeapYear(year)) return 28;
  return DAYS[month - 1] ?? 0;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** @returns whether the text is an EDTF date of level 0 to 2, and each 29 February in it stands in a leap year. */
export function isEdtf(text: string): boolean {
  if (text.length > LONGEST) return false;
  return isPlainDate(text) ?? (parses(text) && leapDaysExist(text));
}

/** Decides the commonest forms, since the grammar takes a tenth of a millisecond a date; undefined for all others. */
function isPlainDate(text: string): boolean | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return isPlainPoint(text);
  const [start, end] = [text.slice(0, slash), text.slice(slash + 1)].map(
    one => one === '..' || isPlainPoint(one),
  );
  return start && end && text !== '../..' ? true : undefined;
}

function isPlainPoint(text: string): boolean | undefined {
  if (/^\d{3}X$/.test(text)) return true;
  const match = /^(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match as unknown as [string, string, string?, string?];
  if (month === undefined) return year === 'XXXX' ? undefined : true;
  if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? true : undefined;
  const known = year === 'XXXX' ? undefined : Number(year);
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(month), known);
}

/** The grammar knows how long months are, but not which years are leap years. */
function leapDaysExist(text: string): boolean {
  return Array.from(text.matchAll(/(\d{4})-02-29/g), match => Number(match[1])).every(isLeapYear);
}

function parses(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
