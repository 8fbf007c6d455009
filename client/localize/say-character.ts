import { msg, str } from '@lit/localize';
import { locale } from './locale.ts';

/** What characters that cannot be seen are called for short, as Unicode has it; the same in every language. */
const SHORT: Readonly<Record<string, string>> = {
  '\t': 'TAB',
  '\n': 'LF',
  '\r': 'CR',
  '\u0085': 'NEL',
  '\u00a0': 'NBSP',
  '\u00ad': 'SHY',
  '\u034f': 'CGJ',
  '\u061c': 'ALM',
  '\u2028': 'LS',
  '\u2029': 'PS',
  '\u202f': 'NNBSP',
  '\u2009': 'THSP',
  '\u200a': 'HSP',
  '\u2003': 'EMSP',
  '\u2002': 'ENSP',
  '\u3000': 'IDSP',
  '\u200b': 'ZWSP',
  '\u200c': 'ZWNJ',
  '\u200d': 'ZWJ',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\ufeff': 'BOM',
};

const codeOf = (point: string): string =>
  `U+${point.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** @returns a few letters that stand for a character that cannot be seen: "NBSP", else its number: "U+FE0F" */
export const shortOf = (point: string): string => SHORT[point] ?? codeOf(point);

const SCRIPTS = [
  'Latn',
  'Cyrl',
  'Grek',
  'Armn',
  'Cher',
  'Hebr',
  'Arab',
  'Geor',
  'Hani',
  'Hira',
  'Kana',
  'Hang',
  'Thai',
  'Deva',
];
const tests = new Map(SCRIPTS.map(code => [code, new RegExp(`^\\p{Script=${code}}`, 'u')]));

/** @returns the script that a letter belongs to, in the interface's language: "Cyrillic"; undefined where it is of none */
export function scriptOf(letter: string): string | undefined {
  const code = SCRIPTS.find(script => tests.get(script)!.test(letter));
  return code && new Intl.DisplayNames([locale()], { type: 'script' }).of(code);
}

/** Says a character by what it is called and its number, where it cannot be told by looking: "no-break space (U+00A0)". */
export function sayCharacter(point: string): string {
  const name = nameOf(point);
  if (name) return msg(str`${name} (${codeOf(point)})`);
  return /^[\p{C}\p{Z}\p{M}]/u.test(point) ? codeOf(point) : msg(str`“${point}” (${codeOf(point)})`);
}

function nameOf(point: string): string | undefined {
  switch (point) {
    case ' ':
      return msg('space');
    case '\t':
      return msg('tab');
    case '\r':
      return msg('carriage return');
    case '\n':
      return msg('line feed');
    case '\u00a0':
      return msg('no-break space');
    case '\u202f':
      return msg('narrow no-break space');
    case '\u2009':
      return msg('thin space');
    case '\u3000':
      return msg('ideographic space');
    case '\u00ad':
      return msg('soft hyphen');
    case '\u200b':
      return msg('zero-width space');
    case '\u200c':
      return msg('zero-width non-joiner');
    case '\u200d':
      return msg('zero-width joiner');
    case '\u200e':
      return msg('left-to-right mark');
    case '\u200f':
      return msg('right-to-left mark');
    case '\u2060':
      return msg('word joiner');
    case '\ufeff':
      return msg('byte-order mark');
    default:
      return undefined;
  }
}
