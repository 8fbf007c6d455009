/** Case endings of Slavic names as the Cyrillic tables write them, longest first; the empty one is the nominative. */
const NOUN = [
  'ami',
  'yami',
  'oyu',
  'eyu',
  'yem',
  'iem',
  'om',
  'em',
  'ym',
  'im',
  'oy',
  'ey',
  'ov',
  'akh',
  'am',
  'yu',
  'ya',
  'a',
  'u',
  'e',
  'y',
  'i',
  'o',
  '',
];
const ADJECTIVE = [
  'ogo',
  'oho',
  'ego',
  'omu',
  'emu',
  'oyu',
  'ymi',
  'imi',
  'ykh',
  'ikh',
  'yy',
  'iy',
  'yi',
  'ij',
  'oy',
  'aya',
  'uyu',
  'oe',
  'om',
  'ym',
  'im',
  'yye',
  'ye',
  'aia',
  'ii',
  'i',
  'y',
  'a',
  'e',
];

const SHORTEST_STEM = 3;

/**
 * Whether two Slavic words made plain are one word in two cases: "mironova" and "mironov", "moskovskogo" and
 * "moskovskiy".
 */
export function differInCase(one: string, other: string): boolean {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common++;
  if (common === one.length && common === other.length) return false;
  return [common, common - 1, common - 2].some(
    stem =>
      stem >= SHORTEST_STEM &&
      (isPair(one.slice(stem), other.slice(stem), NOUN) ||
        isPair(one.slice(stem), other.slice(stem), ADJECTIVE)),
  );
}

const isPair = (one: string, other: string, endings: readonly string[]): boolean =>
  endings.includes(one) && endings.includes(other);
