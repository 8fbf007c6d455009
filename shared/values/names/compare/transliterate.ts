import anyAscii from 'any-ascii';
import { romaniseCyrillic } from './cyrillic.ts';

const MARKS = /\p{M}+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const PLAIN = /^[\x20-\x7e]*$/;
const NOT_PLAIN = /[^a-z0-9]+/g;

/** Letters of Latin scripts that are no accented plain letter. */
const LETTERS = new Map(
  Object.entries({
    đ: 'dj',
    ð: 'd',
    ø: 'o',
    ł: 'l',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ı: 'i',
    ŋ: 'ng',
    ə: 'a',
  }),
);

/** @returns the word in lower case with the letters of other scripts as Latin ones, with their accents */
export function romanise(word: string, language?: string): string {
  const lower = word.toLowerCase();
  return CYRILLIC.test(lower) ? romaniseCyrillic(lower.normalize('NFC'), language) : lower;
}

/** @returns a romanised word in a to z and digits alone; empty where nothing of it can be read */
export function plain(romanised: string): string {
  if (PLAIN.test(romanised)) return romanised.replace(NOT_PLAIN, '');
  let bare = '';
  for (const letter of romanised.normalize('NFD').replace(MARKS, '')) bare += LETTERS.get(letter) ?? letter;
  return (PLAIN.test(bare) ? bare : anyAscii(bare).toLowerCase()).replace(NOT_PLAIN, '');
}
