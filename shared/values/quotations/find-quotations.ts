import type { Range } from '../../model/anchor.ts';
import { type Attribution, attributionOf } from './attribution.ts';
import type { QuotationValue } from './quotation.ts';
import { readQuotation } from './read-quotation.ts';

/** Words in quotation marks and where they stand, marks and all, in UTF-16 code units. */
export interface FoundQuotation extends Range {
  readonly value: QuotationValue;
  /** 0 for one in no other. */
  readonly depth: number;
  readonly attribution?: Attribution;
}

/** Longest passage taken for one quotation, in UTF-16 code units. */
const LONGEST = 5000;
/** Most quotations in one another. */
const DEEPEST = 4;
const MARKS = /["“”„«»‘’‚‹›]|\n[^\S\n]*\n/gu;
/** What closes an opening mark. */
const CLOSERS: Readonly<Record<string, string>> = {
  ...{
    '“': '”',
    '„': '“”"',
    '«': '»',
    '»': '«',
    '‘': '’',
    '‚': '‘’',
    '‹': '›',
    '›': '‹',
    '"': '"',
    '”': '”',
  },
};

/**
 * Finds what stands in quotation marks, whatever the language's style, nested ones too; nothing is quoted across an empty
 * line, and an apostrophe closes nothing. In the order of their ends. Takes time in proportion to the length.
 */
export function findQuotations(text: string): readonly FoundQuotation[] {
  const found: FoundQuotation[] = [];
  let open: { readonly mark: string; readonly at: number }[] = [];
  for (const match of text.matchAll(MARKS)) {
    const [mark, at] = [match[0], match.index];
    if (mark.startsWith('\n')) {
      open = [];
      continue;
    }
    const closed = closes(text, at) ? open.findLastIndex(one => CLOSERS[one.mark]!.includes(mark)) : -1;
    if (closed >= 0) {
      const quotation = quotationAt(text, open[closed]!.at, at + 1, closed);
      if (quotation) found.push(quotation);
      open = open.slice(0, closed);
    } else if (opens(text, at, mark)) {
      // A straight mark that opens once more shows that the one before was never closed.
      if (mark === '"') open = open.filter(one => one.mark !== '"');
      if (open.length === DEEPEST) open.shift();
      open.push({ mark, at });
    }
  }
  return found;
}

const isSpace = (char: string | undefined) => char === undefined || /\s/u.test(char);
const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** French sets its marks apart by spaces, so that « and » tell their side by their shape alone. */
function closes(text: string, at: number): boolean {
  const mark = text[at]!;
  if (mark === '»' || mark === '›') return true;
  if (isSpace(text[at - 1])) return false;
  return mark === '’' || mark === '"' ? !isLetter(text[at + 1]) : true;
}

function opens(text: string, at: number, mark: string): boolean {
  if (!(mark in CLOSERS)) return false;
  if (mark === '«' || mark === '‹') return true;
  return !isSpace(text[at + 1]) && !isLetter(text[at - 1]);
}

/** One or two words are a name or a term, and nobody's saying. */
const hasWords = (words: string) => words.split(' ', 3).length === 3;

function quotationAt(text: string, start: number, end: number, depth: number): FoundQuotation | undefined {
  if (end - start > LONGEST) return undefined;
  const value = readQuotation(text.slice(start, end));
  if (!value) return undefined;
  const attribution = hasWords(value.words) ? attributionOf(text, start, end) : undefined;
  const { speaker } = attribution ?? {};
  const said = speaker === undefined ? value : { ...value, speaker };
  return { start, end, value: said, depth, ...(attribution ? { attribution } : {}) };
}
