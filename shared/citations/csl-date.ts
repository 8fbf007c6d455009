import type { ReadingContext } from '../values/context.ts';
import { readDate } from '../values/dates/read-date.ts';
import type { CslDate } from './csl.ts';

const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$/;

/**
 * Writes an EDTF date as CSL-JSON: a point or a closed span as `date-parts`, everything else as `raw`.
 * @param edtf a valid EDTF string
 */
export function cslDate(edtf: string): CslDate {
  const ends = edtf.split('/').map(end => POINT.exec(end));
  const isClosed = ends.length <= 2 && ends.every(end => end !== null);
  if (!isClosed) return { raw: edtf };
  const [first] = ends;
  const season = Number(first![2] ?? 0) > 12 ? Number(first![2]) - 20 : undefined;
  if (season !== undefined && ends.length === 1) return { 'date-parts': [[Number(first![1])]], season };
  const parts = ends.map(end =>
    end!
      .slice(1, 4)
      .filter(part => part !== undefined)
      .map(Number),
  );
  return first![4] === '~' ? { 'date-parts': parts, circa: true } : { 'date-parts': parts };
}

/** @returns the words as a CSL date: as date where they are one, else kept as `raw`. */
export function cslDateFrom(text: string, context: ReadingContext): CslDate {
  const value = readDate(text, context);
  return value && !value.edtf.startsWith('[') ? cslDate(value.edtf) : { raw: text };
}

/** @returns the CSL date as EDTF, or undefined where it does not say one. */
export function edtfOfCsl(date: CslDate, context: ReadingContext = {}): string | undefined {
  const parts = date['date-parts'];
  if (!parts?.length) {
    const words = date.raw ?? date.literal;
    return words === undefined ? undefined : readDate(words, context)?.edtf;
  }
  const ends = parts.map(([year, month, day]) => {
    const season = date.season === undefined ? undefined : 20 + Number(date.season);
    return [String(year).padStart(4, '0'), month ?? season, day]
      .filter(part => part !== undefined)
      .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
      .join('-');
  });
  const written = ends.join('/') + (date.circa ? '~' : '');
  return readDate(written, {})?.edtf;
}
