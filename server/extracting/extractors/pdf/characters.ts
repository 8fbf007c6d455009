/** Ligatures and forms of letters that fonts have glyphs for; the letters are meant. */
const LETTER_FORMS = /[ﬀ-ﬆﬓ-ﬗיִ-ﭏﭐ-﷿ﹰ-ﻼ]/gu;
/** Control characters, halves of pairs, and what no character is. */
const NO_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\p{Cs}/gu;
/** Accents that some typesetting programs print as marks of their own before the letter, a cedilla after it. */
const ACCENT_BEFORE = /([\u00a8\u00af\u00b4\u02c6\u02c7\u02d8-\u02da\u02dc\u02dd])([\p{L}])/gu;
const CEDILLA_AFTER = /([cCsStT])\u00b8/g;
const COMBINING: Readonly<Record<string, string>> = {
  '\u00a8': '\u0308',
  '\u00af': '\u0304',
  '\u00b4': '\u0301',
  '\u02c6': '\u0302',
  '\u02c7': '\u030c',
  '\u02d8': '\u0306',
  '\u02d9': '\u0307',
  '\u02da': '\u030a',
  '\u02dc': '\u0303',
  '\u02dd': '\u030b',
};
const DOTLESS: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };
const PRIVATE_OR_UNKNOWN = /[\p{Co}\ufffd]/gu;

/** Puts an accent on its letter where there is such a letter, and leaves both as they are where not. */
function accented(both: string, accent: string, letter: string): string {
  const one = ((DOTLESS[letter] ?? letter) + COMBINING[accent]!).normalize('NFC');
  return one.length === 1 ? one : both;
}

/**
 * Cleans what a page's run says: accents that are marks of their own go onto their letters, ligatures and contextual forms become the letters they stand for, what is no character
 * at all becomes U+FFFD; tabs and ends of lines become spaces.
 */
export const cleaned = (text: string): string =>
  text
    .replace(ACCENT_BEFORE, accented)
    .replace(CEDILLA_AFTER, letter => `${letter[0]!}\u0327`.normalize('NFC'))
    .replace(LETTER_FORMS, form => form.normalize('NFKC'))
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(NO_CHARACTER, '\ufffd');

/** @returns how many characters of a text say nothing to others: of private use, or unknown */
export const countUnreadable = (text: string): number => text.match(PRIVATE_OR_UNKNOWN)?.length ?? 0;
