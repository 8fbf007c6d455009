/** Latin stretches and the Cyrillic ones that they are written with, longest first. */
const CYRILLIC: readonly (readonly [string, string])[] = Object.entries({
  ...{
    shch: 'щ',
    zh: 'ж',
    kh: 'х',
    ch: 'ч',
    sh: 'ш',
    ts: 'ц',
    yu: 'ю',
    ya: 'я',
    ck: 'к',
    ph: 'ф',
    th: 'т',
    qu: 'кв',
  },
  ...{
    a: 'а',
    b: 'б',
    c: 'к',
    d: 'д',
    e: 'е',
    f: 'ф',
    g: 'г',
    h: 'х',
    i: 'и',
    j: 'й',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
  },
  ...{ o: 'о', p: 'п', q: 'к', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'в', x: 'кс', y: 'й', z: 'з' },
});
const OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/zh/g, 'ž'],
  [/ch/g, 'č'],
  [/sh/g, 'š'],
  [/kh/g, 'h'],
  [/v/g, 'w'],
  [/sky$/g, 'skij'],
  [/i\b/g, 'y'],
  [/ou/g, 'u'],
  [/Yu/g, 'Ju'],
];

/** A Latin name in Cyrillic letters, as a newspaper would write it down. */
export function inCyrillic(name: string): string {
  const lower = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  let written = '';
  for (let at = 0; at < lower.length; ) {
    const found = CYRILLIC.find(([latin]) => lower.startsWith(latin, at));
    written += found?.[1] ?? lower[at];
    at += found?.[0].length ?? 1;
  }
  return written.replace(/(?<=^|\s)\p{L}/gu, letter => letter.toUpperCase());
}

/** A name as another country romanises it. */
export const otherwiseRomanised = (name: string): string =>
  OTHERWISE.reduce((written, [from, to]) => written.replace(from, to), name);
