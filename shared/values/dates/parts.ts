import type { DateAssumption } from './date.ts';
import { daysInMonth } from './edtf.ts';

/** A point of time as far as the words give it. Seasons are months 21 to 24. */
export interface Parts {
  /** Four characters of EDTF, where written: "2026", "199X", "XX26", "-0043"; a century has two: "19". */
  readonly year?: string;
  readonly month?: number;
  readonly day?: number;
  readonly approximate?: boolean;
  readonly uncertain?: boolean;
}

/** Parts read at a place, with everything they can mean (nothing, where no calendar has such a day), and the index of the token after them. */
export interface Point {
  readonly meanings: readonly Parts[];
  readonly next: number;
  readonly assumed?: readonly DateAssumption[];
}

const two = (number: number) => String(number).padStart(2, '0');

/** @returns the parts as EDTF; what is not written is `X`. */
export function edtfOf(parts: Parts): string {
  const written = [parts.year ?? 'XXXX'];
  if (parts.month !== undefined) written.push(two(parts.month));
  if (parts.day !== undefined) written.push(two(parts.day));
  const quality =
    parts.uncertain && parts.approximate ? '%' : parts.uncertain ? '?' : parts.approximate ? '~' : '';
  return written.join('-') + quality;
}

/** @returns whether a calendar has such a month and day. */
export function exists(parts: Parts): boolean {
  const { year, month, day } = parts;
  if (month === undefined) return day === undefined && year !== undefined;
  if (day === undefined) return (month >= 1 && month <= 12) || (month >= 21 && month <= 24);
  const known = year !== undefined && /^-?\d{4}$/.test(year) ? Number(year) : undefined;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, known);
}
