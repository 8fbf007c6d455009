import type { CheckedText } from '../../detectors/checked-text.ts';
import { findSeen } from '../../detectors/structure/seen.ts';
import type { View } from '../../detectors/structure/view.ts';
import type { Span } from '../../text/text-like.ts';
import { type Token, tokensOf } from '../../values/tokens.ts';

/** Words after whose full stop a sentence goes on. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st sr jr vs etc no nr fig vol gen col sen rep rev hon approx ca cf eg ie bzw usw vgl sog d m mme mlle av bd art núm dra sra av г гг ул стр тов проф им др пр т п д тыс млн млрд см ред prof dott sig gosp tzv tzw np ok ul r w'.split(
    ' ',
  ),
);
/** A stretch longer than this is cut, so that hostile texts cost no more than others. */
const LONGEST = 3000;

/** A text as it is seen, cut into sentences; offsets are those of the view. */
interface Sentences {
  readonly view: View;
  /** Where each sentence begins, ascending from 0. */
  readonly starts: readonly number[];
}

/** Cuts what is seen of a text at line ends and at the ends of sentences. Linear in the text's length. */
export function findSentences(text: CheckedText): Sentences {
  const view = text.once(findSeen);
  const seen = view.text;
  const starts = [0];
  const ends = /[.!?…。]{1,8}["'”’»)\]]{0,4}(?:\[\d{1,3}\]){0,12}(?=\s)|[\n\r]+/gu;
  for (const end of seen.matchAll(ends)) {
    const next = end.index + end[0].length;
    const last = starts[starts.length - 1]!;
    for (let at = last + LONGEST; at < next; at += LONGEST) starts.push(at);
    if (/[\n\r]/.test(end[0]) || endsSentence(seen, end.index, end[0], next)) starts.push(next);
  }
  return { view, starts };
}

function endsSentence(text: string, stop: number, sign: string, next: number): boolean {
  if (sign[0] !== '.') return true;
  const following = /^\s*["'“«(]*(\p{Ll})?/u.exec(text.slice(next, next + 12));
  if (following?.[1] !== undefined) return false;
  const word = /[\p{L}\p{N}]{1,12}$/u.exec(text.slice(Math.max(0, stop - 14), stop))?.[0] ?? '';
  // "6. Februar", "12. jula" and initials; a year ends a sentence.
  return !/^(?:\p{L}|\d{1,2})$/u.test(word) && !ABBREVIATIONS.has(word.toLowerCase());
}

/** @returns the sentence that an offset of the view lies in */
export function sentenceOf({ view, starts }: Sentences, at: number): Span {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return { start: starts[low]!, end: starts[low + 1] ?? view.text.length };
}

/** @returns the words of the sentence that begins at an offset of the view, in offsets of the view; worked out once */
export function wordsOf(text: CheckedText, { start, end }: Span): readonly Token[] {
  const kept = text.once(keptWords);
  let words = kept.get(start);
  if (!words) {
    words = tokensOf(text.once(findSeen).text.slice(start, end)).map(token => ({
      ...token,
      start: token.start + start,
      end: token.end + start,
    }));
    kept.set(start, words);
  }
  return words;
}

const keptWords = (_text: CheckedText): Map<number, readonly Token[]> => new Map();
