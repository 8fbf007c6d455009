/** What a word does in a name. */
export type TokenRole =
  | 'word'
  | 'initial'
  | 'particle'
  | 'title'
  | 'generation'
  | 'legal-form'
  | 'number'
  | 'acronym';

/** A word of a name, made ready for comparing. */
export interface NameToken {
  /** As written. */
  readonly text: string;
  readonly role: TokenRole;
  /** In lower case with Latin letters and their accents. */
  readonly romanised: string;
  /** a to z and digits. */
  readonly plain: string;
  /** Where competing romanisations meet. */
  readonly fold: string;
  readonly script: TokenScript;
  /** What a number says, the class of a legal form, the generation. */
  readonly says?: string | number;
  /** What the word means where organizations' names have the same word in many languages. */
  readonly meaning?: string;
  /** Folds of the names that it can be a calling of. */
  readonly callsFor?: ReadonlySet<string>;
  /** What it counts for: its rarity, less for words that are no part of the name itself. */
  readonly weight: number;
  /** One bit for each letter in the fold, for telling quickly how much two words can have in common. */
  readonly letters: number;
  /** One bit for each class of consonants in the fold. */
  readonly classes: number;
  /** Its number among the words of a `TokenMemory`. */
  readonly serial?: number;
}

/** Scripts as far as comparing treats them apart: an abjad leaves vowels out, signs stand for whole syllables. */
type TokenScript = 'latin' | 'cyrillic' | 'abjad' | 'signs' | 'other';

const SCRIPTS: readonly (readonly [TokenScript, RegExp])[] = [
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['abjad', /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u],
  ['signs', /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/u],
  ['latin', /\p{Script=Latin}/u],
];
const PLAIN = /^[\x20-\x7e]*$/;

/** @returns which of them a word is written in */
export function tokenScript(word: string): TokenScript {
  if (PLAIN.test(word)) return 'latin';
  return SCRIPTS.find(([, letters]) => letters.test(word))?.[0] ?? 'other';
}

/** One bit for each of the letters of a fold, digits sharing the last. */
export function letterBits(fold: string): number {
  let bits = 0;
  for (let i = 0; i < fold.length; i++) {
    const code = fold.charCodeAt(i);
    if (code >= 97) bits |= 1 << (code - 97);
    else if (code >= 65) bits |= SOUND_BITS[code] ?? 0;
    else bits |= 1 << 26;
  }
  return bits;
}

const SOUND_BITS: Readonly<Record<number, number>> = { 83: 1 << 27, 67: 1 << 28, 90: 1 << 29, 74: 1 << 30 };
