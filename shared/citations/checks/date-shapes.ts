/** How a day is written. */
export type Shape = 'iso' | 'numeric' | 'dayFirst' | 'monthFirst';

const SHAPES: readonly [Shape, RegExp][] = [
  ['iso', /^\d{4}-\d{1,2}-\d{1,2}$/],
  ['numeric', /^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})$/],
  [
    'dayFirst',
    /^\d{1,2}\.?(?:st|nd|rd|th|º|er)? (?:of |de |d’|d')?\p{L}{3,14}\.?,?(?: de| del)? \d{4}(?: ?(?:г|р)\.?)?$/iu,
  ],
  ['monthFirst', /^\p{L}{3,14}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}$/iu],
];

/** The shape of a date to the day; undefined where it has none of these. */
export const dateShape = (text: string): Shape | undefined =>
  SHAPES.find(([, pattern]) => pattern.test(text))?.[0];

const ENGLISH = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * Writes a day in a shape.
 * @param like a date of that shape, by whose month one sees the language
 * @returns undefined where the EDTF is no day, or the words would not be English
 */
export function shapedAs(edtf: string, shape: Shape, like: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(edtf) ?? [];
  if (!year || !month || !day) return undefined;
  if (shape === 'iso') return edtf;
  const name = ENGLISH[Number(month) - 1]!;
  if (shape === 'numeric' || !ENGLISH.some(one => like.includes(one))) return undefined;
  return shape === 'dayFirst' ? `${Number(day)} ${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/** The day in the address of a copy kept by a web archive, as EDTF. */
export function dayIn(archive: string): string | undefined {
  const [, year, month, day] =
    /\/web\/(\d{4})(\d\d)(\d\d)\d{0,6}(?:[a-z_]{0,4})?\//.exec(archive.slice(0, 400)) ?? [];
  return year && `${year}-${month}-${day}`;
}
