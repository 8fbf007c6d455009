import { splitsPair } from '../text/text-like.ts';

/** How an annotation is related to another, for programs that know relations and a desk that has notes. */
export interface Related {
  readonly type: string;
  /** What the other one is called in the file, and its words where they are known. */
  readonly id: string;
  readonly words?: string | undefined;
}

/** Most UTF-16 code units of words that another annotation is named by: the longest may be named by every other. */
const NAMED_BY = 200;

/** @returns words as something is named by them */
export function namedBy(words: string): string {
  if (words.length <= NAMED_BY) return words;
  return `${words.slice(0, splitsPair(words, NAMED_BY) ? NAMED_BY - 1 : NAMED_BY)}…`;
}

/** @returns the words of a note that tells a relation: "foundedBy: Larry Page (2)" */
export function sayRelated({ type, id, words }: Related): string {
  const named = namedBy(words ?? '');
  return `${type || 'related'}: ${named.trim() === '' ? namedBy(id) : `${named} (${namedBy(id)})`}`;
}
