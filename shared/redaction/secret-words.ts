import type { Range } from '../model/anchor.ts';
import { blockOut, united } from './block.ts';

/** So many words in a row are nobody else's. */
const ROW = 4;
// Scripts that put no spaces between words: each character counts as one.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Whether it can tell something by itself: it has a digit, or begins like a name, or its script does not say. */
  readonly tells: boolean;
}

/**
 * The words by which a passage that is taken away would still be known in what people wrote beside the texts: in values,
 * notes, titles, names. Only what the texts that remain no longer say is secret:
 * - four words in a row as they stood in the passage,
 * - all of a passage that is shorter than that,
 * - each word with a digit or a capital.
 * Case, accents and what stands between the words do not matter.
 */
export class SecretWords {
  readonly #rows = new Map<number, Set<string>>([[ROW, new Set()]]);
  readonly #single = new Set<string>();

  /** @param passages what is taken away */
  constructor(passages: Iterable<string>) {
    for (const passage of passages) {
      const words = wordsOf(passage);
      for (const { folded, tells } of words) if (tells && folded.length > 1) this.#single.add(folded);
      const length = Math.min(ROW, words.length);
      if (length === 0) continue;
      let rows = this.#rows.get(length);
      if (!rows) {
        rows = new Set();
        this.#rows.set(length, rows);
      }
      for (let i = 0; i + length <= words.length; i++) rows.add(rowAt(words, i, length));
    }
  }

  /** Whether nothing is secret. */
  get isEmpty(): boolean {
    return this.#single.size === 0 && [...this.#rows.values()].every(rows => rows.size === 0);
  }

  /** Learns of a text that remains: what it says is no secret. */
  stillSaid(text: string): void {
    const words = wordsOf(text);
    for (const { folded } of words) this.#single.delete(folded);
    for (const [length, rows] of this.#rows)
      if (rows.size > 0)
        for (let i = 0; i + length <= words.length; i++) rows.delete(rowAt(words, i, length));
  }

  /** @returns where secret words stand in a text, in UTF-16 code units */
  find(text: string): Range[] {
    const words = wordsOf(text);
    const found: Range[] = words.filter(({ folded }) => this.#single.has(folded));
    for (const [length, rows] of this.#rows)
      for (let i = 0; rows.size > 0 && i + length <= words.length; i++)
        if (rows.has(rowAt(words, i, length)))
          found.push({ start: words[i]!.start, end: words[i + length - 1]!.end });
    return united(found.map(({ start, end }) => ({ start, end })));
  }

  /** @returns the text with its secret words blocked out, of the same length */
  mask(text: string): string {
    const found = this.find(text);
    return found.length === 0 ? text : blockOut(text, found);
  }
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    words.push({
      folded: fold(word),
      start: match.index,
      end: match.index + word.length,
      tells: tells(word),
    });
  }
  return words;
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function tells(word: string): boolean {
  const first = String.fromCodePoint(word.codePointAt(0)!);
  return /\p{N}/u.test(word) || first.toLowerCase() !== first || first.toUpperCase() === first;
}

function rowAt(words: readonly Word[], at: number, length: number): string {
  let row = words[at]!.folded;
  for (let i = 1; i < length; i++) row += ` ${words[at + i]!.folded}`;
  return row;
}
