import type { QuotationValue } from './quotation.ts';

/** Quotation marks by language; a language without a row takes the English ones. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  es: ['«', '»'],
  fr: ['«\u202f', '\u202f»'],
  ru: ['«', '»'],
};

/**
 * Says a quotation in one line: its words in quotation marks, and who said them.
 * @param locale BCP 47 tag
 */
export function sayQuotation({ words, speaker }: QuotationValue, locale: string): string {
  const [open, close] = MARKS[new Intl.Locale(locale).language] ?? ['“', '”'];
  const said = `${open}${words}${close}`;
  return speaker ? `${said} (${speaker})` : said;
}
