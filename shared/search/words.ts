import { type Folded, Folder } from '../text/fold.ts';
import type { Span } from '../text/text-like.ts';

/** A word as it is sought, without case and accents, and where it stands in its text; UTF-16 code units. */
export interface Word extends Span {
  readonly folded: string;
}

const folder = new Folder({ matchCase: false, matchAccents: false });
const RUN = /[\p{L}\p{N}]+/gu;
/** Scripts that set no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** @returns a text without case and accents, as its words are sought */
export const foldForSearch = (text: string): Folded => folder.fold(text);

/** @returns where a stretch of a folded text stands in the text that it was folded from */
export function unfolded({ origins, text: folded }: Folded, text: string, from: number, to: number): Span {
  if (!origins) return { start: from, end: to };
  // What is one character in the text is taken whole, though it may have become several.
  let next = to;
  while (next < folded.length && origins[next] === origins[to - 1]) next++;
  return { start: origins[from]!, end: next < folded.length ? origins[next]! : text.length };
}

/** Whether a folded word is in a script without spaces, so that where it ends is a guess. */
export const isUnspaced = (folded: string): boolean => UNSPACED.test(folded);

/**
 * The words of a text in order. Of a word in a script without spaces its single characters follow, so that it is
 * found by any part of it however the text was divided.
 */
export function wordsOf(text: string): Word[] {
  const folded = foldForSearch(text);
  const words: Word[] = [];
  const add = (from: number, to: number) =>
    words.push({ folded: folded.text.slice(from, to), ...unfolded(folded, text, from, to) });
  for (const { 0: run, index } of folded.text.matchAll(RUN)) {
    if (!UNSPACED.test(run)) add(index, index + run.length);
    else
      for (const { segment, index: at } of segmenter.segment(run)) {
        add(index + at, index + at + segment.length);
        const characters = isUnspaced(segment) ? [...segment] : [];
        if (characters.length < 2) continue;
        let from = index + at;
        for (const character of characters) {
          add(from, from + character.length);
          from += character.length;
        }
      }
  }
  return words;
}

/** The folded words of a text, for an index. */
export const foldedWords = (text: string): string[] => wordsOf(text).map(({ folded }) => folded);

/** @returns where a text has one of the words, ascending and apart; UTF-16 code units. */
export function placesOf(text: string, words: ReadonlySet<string>): Span[] {
  if (words.size === 0) return [];
  return merged(wordsOf(text).filter(({ folded }) => words.has(folded)));
}

/** @returns spans that touch or overlap joined into one, ascending */
export function merged(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
