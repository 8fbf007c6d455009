import { citationsOf } from '../found-citation.ts';
import { type CitationCheck, checkOf, sideOf } from './check.ts';

/** Words of one letter, in many languages. */
const ONE_LETTER = /^[aeiouyòàèìéáíóúêkvszwоаиуяксвіeŷ]$/iu;

const cutWord: CitationCheck = checkOf({
  id: 'cite-quote-cut',
  severity: 'warning',
  label: 'Quotations that begin within a word',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const quote = citation.field('quote');
      const first = quote && /^\p{Ll}(?=[ ,])/u.exec(quote.text)?.[0];
      if (!first || ONE_LETTER.test(first)) continue;
      yield {
        message: `The quotation begins with “${first}”, which is no word: its beginning is cut off.`,
        given: { letter: first },
        about: [quote!.text.slice(0, 80)],
        sides: [sideOf(checked.text, quote!.whole)],
      };
    }
  },
});

const unclosedQuote: CitationCheck = checkOf({
  id: 'cite-quote-open',
  severity: 'info',
  label: 'Quotations or titles with a bracket or quotation mark that nothing closes',
  *find(checked) {
    for (const citation of checked.once(citationsOf))
      for (const key of ['quote', 'title'] as const) {
        const field = citation.field(key);
        const sign = field && openSign(field.text);
        if (!field || !sign) continue;
        yield {
          message: `Nothing goes with “${sign}”.`,
          given: { sign },
          about: [field.text.slice(0, 80), sign],
          sides: [sideOf(checked.text, field.whole)],
        };
      }
  },
});

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '»': '«', '”': '“' };

/** The first bracket or quotation mark without its other half; undefined where all have one. Lists such as "a)" do not count. */
export function openSign(text: string): string | undefined {
  const open: string[] = [];
  const plain = text.replace(/(?:^|[\s(])[\p{L}\d]{1,2}\)/gu, ' ').replace(/[:;]-?[()]/g, ' ');
  const hasGerman = plain.includes('„');
  for (const sign of plain) {
    if (sign === '“' && hasGerman) continue;
    if ('([«“'.includes(sign)) open.push(sign);
    const other = PAIRS[sign];
    if (other === undefined || (sign === '”' && !plain.includes('“')) || (sign === '”' && hasGerman))
      continue;
    if (open.at(-1) === other) open.pop();
    else return sign;
  }
  return open[0];
}

export const quoteChecks: readonly CitationCheck[] = [cutWord, unclosedQuote];
