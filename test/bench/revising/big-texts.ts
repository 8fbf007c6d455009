import type { Anchored } from '../../../shared/revising/fate-of.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import { texts } from '../../support/revisions/corpus.ts';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORD = /[\p{L}\p{N}]+/gu;
const vocabulary = [...new Set(texts.join(' ').match(WORD))];

/** A text of so many UTF-16 units: paragraphs of the seeds, in which three words in ten are others'. */
export function bigText(length: number): string {
  const next = numbers(3);
  const word = () => vocabulary[Math.floor(next() * vocabulary.length)]!;
  const paragraphs = texts
    .join('\n')
    .split('\n')
    .filter(line => line.trim() !== '');
  const lines: string[] = [];
  for (let size = 0; size < length; ) {
    const line = paragraphs[Math.floor(next() * paragraphs.length)]!;
    lines.push(line.replace(WORD, found => (next() < 0.3 ? word() : found)));
    size += lines.at(-1)!.length + 1;
  }
  return lines.join('\n').slice(0, length);
}

/** The text with a share of its words replaced, left out, or with another put in after them. */
export function withWordsChanged(text: string, share: number): string {
  const next = numbers(5);
  const word = () => vocabulary[Math.floor(next() * vocabulary.length)]!;
  return text.replace(WORD, found => {
    if (next() >= share) return found;
    const way = next();
    return way < 0.5 ? word() : way < 0.75 ? `${found} ${word()}` : '';
  });
}

/** So many anchors of one to four words, evenly over a text. */
export function anchorsIn(text: string, count: number): Anchored[] {
  const next = numbers(9);
  const words = [...text.matchAll(WORD)];
  return Array.from({ length: count }, (_, i) => {
    const first = Math.floor(((i + next()) * words.length) / count);
    const last = Math.min(words.length - 1, first + Math.floor(next() * 4));
    const start = words[first]!.index;
    const whole = words[last]!.index + words[last]![0].length;
    const end = /\n/.test(text.slice(start, whole)) ? start + words[first]![0].length : whole;
    const ranges = [{ start, end }];
    return { ranges, quote: quoteOf(text, ranges) };
  });
}
