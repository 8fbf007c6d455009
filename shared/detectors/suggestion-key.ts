import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Range } from '../model/anchor.ts';
import { folded } from '../values/folded.ts';

/** So many words on either side tell equal words apart. */
const BESIDE = 3;
/** So far they are looked for, in UTF-16 code units. */
const REACH = 160;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** @returns words as they are compared: in lower case, one space between them */
export const foldedWords = (words: string): string => folded(words).toLowerCase();

/** @returns the words on either side of a place, folded, with "…" where it stands itself */
export function wordsBeside(text: string, ranges: readonly Range[]): string {
  const first = ranges[0]!;
  const last = ranges.at(-1)!;
  const before = text.slice(Math.max(0, first.start - REACH), first.start).match(WORD) ?? [];
  const after = text.slice(last.end, last.end + REACH).match(WORD) ?? [];
  return foldedWords([...before.slice(-BESIDE), '…', ...after.slice(0, BESIDE)].join(' '));
}

/**
 * The key by which a refusal of a suggestion is remembered: SHA-256, shortened, over document, type, words and the words
 * beside them.
 * @param ordinal from 2 where the same stands in the text before
 */
export function suggestionKey(
  documentId: string,
  type: string,
  quote: string,
  beside: string,
  ordinal = 1,
): string {
  const parts = [documentId, type, foldedWords(quote), beside, ...(ordinal > 1 ? [String(ordinal)] : [])];
  return bytesToHex(sha256(utf8ToBytes(parts.join('\n')))).slice(0, 32);
}
