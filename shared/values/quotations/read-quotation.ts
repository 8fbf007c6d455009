import { folded } from '../folded.ts';
import { withoutMarkup } from '../markup.ts';
import type { QuotationValue } from './quotation.ts';

/** Quotation marks of many languages: what may close each opening one. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”“',
  '”': '”',
  '„': '“”"',
  '‚': '‘’',
  '‘': '’',
  '’': '’',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
};

/**
 * Reads quoted words: mark-up aside and outer quotation marks off, the marks inside kept.
 * @returns undefined where no words are left
 */
export function readQuotation(text: string): QuotationValue | undefined {
  let words = folded(withoutMarkup(text));
  while (isWrapped(words)) words = words.slice(1, -1).trim();
  return words === '' ? undefined : { kind: 'quotation', words };
}

/** Whether one pair of marks holds the whole: in “a” and “b” the outer marks belong to two quotations. */
function isWrapped(words: string): boolean {
  const closing = words.length > 1 ? CLOSING[words[0]!] : undefined;
  if (!closing?.includes(words.at(-1)!)) return false;
  let depth = 0;
  for (let i = 0; i < words.length; i++) {
    const isSame = words[0] === words.at(-1);
    if (isSame) {
      if (words[i] === words[0] && i > 0 && i < words.length - 1 && !isApostrophe(words, i)) return false;
    } else if (words[i] === words[0]) depth++;
    else if (closing.includes(words[i]!) && !isApostrophe(words, i) && --depth === 0)
      return i === words.length - 1;
  }
  return true;
}

function isApostrophe(words: string, i: number): boolean {
  return "'’".includes(words[i]!) && /\p{L}/u.test(words[i - 1] ?? '') && /\p{L}/u.test(words[i + 1] ?? '');
}
