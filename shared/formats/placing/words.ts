import type { Span } from '../../text/text-like.ts';
import type { FoldedText } from './folded-text.ts';
import { indexesOf } from './indexes-of.ts';
import type { SoughtQuote } from './sought.ts';

/** Marks that stand for an apostrophe or a quotation mark. */
export const SINGLE = "'‘’‛′";
export const DOUBLE = '"“”„‟«»″';
/** Most places of the same words that are looked at. */
const MOST = 1000;

/** @returns the text with every white space character a space; its length stays. */
export const spacesEach = (text: string): string => text.replace(/\s/g, ' ');

/** @returns the text with every run of white space one space, without any at its ends. */
export const spacesRun = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** @returns the words in the form in which they are the same for readers: NFC, plain quotation marks, white space folded. */
export function foldWords(text: string): string {
  return spacesRun(text.normalize('NFC'))
    .replace(new RegExp(`[${SINGLE}]`, 'g'), "'")
    .replace(new RegExp(`[${DOUBLE}]`, 'g'), '"');
}

/** @returns every place at which words stand letter by letter; undefined where there are too many to choose from. */
export function exactPlaces(text: string, words: string): Span[] | undefined {
  const found: Span[] = [];
  for (const at of indexesOf(text, words)) {
    if (found.length === MOST) return undefined;
    found.push({ start: at, end: at + words.length });
  }
  return found;
}

/** @returns every place at which words stand but for white space, quotation marks and composed or decomposed letters. */
export function foldedPlaces(text: FoldedText, words: string): Span[] | undefined {
  const found = new Map<number, Span>();
  for (const form of new Set([words, words.normalize('NFC'), words.normalize('NFD')]))
    for (const span of text.places(form)) {
      if (found.size === MOST) return undefined;
      found.set(span.start, span);
    }
  return [...found.values()];
}

/** How well the text around a place agrees with what a quote says about it. */
export interface Agreement {
  /** Whether all that the quote has on both sides stands there. */
  readonly whole: boolean;
  /** How many letters next to the place agree. */
  readonly letters: number;
}

/** Compares the text around a place with a quote's prefix and suffix; white space is folded. */
export function agreement(
  text: string,
  { start, end }: Span,
  { prefix = '', suffix = '' }: SoughtQuote,
): Agreement {
  const reach = 2 * Math.max(prefix.length, suffix.length) + 64;
  const before = ending(text.slice(Math.max(0, start - reach), start), prefix);
  const after = ending(reversed(text.slice(end, end + reach)), reversed(suffix));
  return { whole: before.whole && after.whole, letters: before.letters + after.letters };
}

function ending(text: string, expected: string): Agreement {
  const here = text.replace(/\s+/g, ' ');
  const there = expected.replace(/\s+/g, ' ');
  let letters = 0;
  while (letters < Math.min(here.length, there.length) && here.at(-1 - letters) === there.at(-1 - letters))
    letters++;
  // White space at the far end of a context is often cut or folded away.
  const whole = letters >= there.length || there.slice(0, there.length - letters).trim() === '';
  return { whole, letters };
}

const reversed = (text: string): string => text.split('').reverse().join('');
