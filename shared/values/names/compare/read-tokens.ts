import type { Bearer } from '../name.ts';
import { foldOf } from './fold.ts';
import { legalFormAt } from './legal-forms.ts';
import { isCountry, meaningOf } from './meanings.ts';
import { letterBits, type NameToken, type TokenRole, tokenScript } from './name-token.ts';
import { calledFor } from './nicknames.ts';
import { numberIn, roman } from './numbers.ts';
import type { Piece } from './pieces.ts';
import { type RarityTable, rarityOf } from './rarity.ts';
import { classBits } from './skeleton.ts';
import { generations, particleWords, personTitles } from './titles.ts';
import type { TokenMemory } from './token-memory.ts';
import { plain, romanise } from './transliterate.ts';

/** Words that are looked at; a name has hardly more. */
const MOST_WORDS = 24;

/** What words count for that say little of who is meant. */
const SMALL: Readonly<Partial<Record<TokenRole, number>>> = {
  particle: 0.12,
  title: 0.08,
  generation: 0.3,
  'legal-form': 0.1,
  initial: 0.3,
};

/** How the words of a name are read. */
export interface Reading {
  readonly bearer: Bearer;
  readonly language: string | undefined;
  readonly rarity: RarityTable;
  readonly memory: TokenMemory | undefined;
}

/** @returns what each word of a name does in it, ready for comparing; the first 24 */
export function readTokens(pieces: readonly Piece[], reading: Reading): readonly NameToken[] {
  const words = pieces
    .slice(0, MOST_WORDS)
    .flatMap(piece => (piece.acronym ? spelled(piece, reading.bearer) : [piece]))
    .slice(0, MOST_WORDS)
    .map(piece => wordOf(piece, reading))
    .filter(word => word.plain !== '');
  return reading.bearer === 'person' ? personTokens(words, reading) : properTokens(words, reading);
}

/** "S.M." is two initials in a person's name and one word in another's. */
function spelled(piece: Piece, bearer: Bearer): readonly Piece[] {
  const letters = piece.text.split('.').filter(Boolean);
  return bearer === 'person'
    ? letters.map(text => ({ text, dotted: true, acronym: false }))
    : [{ text: letters.join(''), dotted: false, acronym: false }];
}

interface Word {
  readonly piece: Piece;
  readonly romanised: string;
  readonly plain: string;
}

function wordOf(piece: Piece, { language, memory }: Reading): Word {
  const letters = memory?.letters(piece.text, language) ?? lettersOf(piece.text, language);
  return { piece, ...letters };
}

/** @returns a word in Latin letters, and made plain */
export function lettersOf(text: string, language: string | undefined): Omit<Word, 'piece'> {
  const romanised = romanise(text, language);
  return { romanised, plain: plain(romanised) };
}

function personTokens(words: readonly Word[], reading: Reading): readonly NameToken[] {
  return words.map(word => {
    const generation = generations.get(word.plain);
    if (isInitial(word)) return token(word, 'initial', reading);
    if (isJoinedInitials(word, words)) return token(word, 'acronym', reading);
    if (words.length > 1 && personTitles.has(word.plain)) return token(word, 'title', reading);
    if (generation !== undefined && words.length > 1) return token(word, 'generation', reading, generation);
    if (particleWords.has(word.plain)) return token(word, 'particle', reading);
    if (/^\d+$/.test(word.plain)) return token(word, 'number', reading, Number(word.plain));
    if (words.length > 2 && legalFormAt([word.plain], 0) && isCapital(word.piece.text))
      return token(word, 'legal-form', reading);
    return token(word, 'word', reading);
  });
}

const LETTER = /^\p{L}\p{M}*$/u;

function isInitial({ piece }: Word): boolean {
  if (LETTER.test(piece.text)) return tokenScript(piece.text) !== 'signs' && isCapital(piece.text);
  return piece.dotted && [...piece.text].length === 2 && /^\p{Lu}\p{Ll}$/u.test(piece.text);
}

const isCapital = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** "JC" in a name that is not all in capitals. */
function isJoinedInitials({ piece }: Word, words: readonly Word[]): boolean {
  return /^\p{Lu}{2,3}$/u.test(piece.text) && words.some(other => /\p{Ll}/u.test(other.piece.text));
}

function properTokens(words: readonly Word[], reading: Reading): readonly NameToken[] {
  const plains = words.map(word => word.plain);
  const tokens: NameToken[] = [];
  for (let at = 0; at < words.length; ) {
    const form = reading.bearer === 'organization' ? legalFormAt(plains, at) : undefined;
    const count = form?.words.length ?? 1;
    const isEdge = at === 0 || at + count >= words.length || count > 1 || isEdgeOfForms(plains, at + count);
    if (form && isEdge && count < words.length) {
      const text = words
        .slice(at, at + count)
        .map(word => word.piece.text)
        .join(' ');
      tokens.push({ ...token(words[at]!, 'legal-form', reading, form.kind), text });
      at += count;
    } else tokens.push(properToken(words[at++]!, words.length, reading));
  }
  return tokens;
}

/** Whether nothing but legal forms follows. */
function isEdgeOfForms(plains: readonly string[], at: number): boolean {
  while (at < plains.length) {
    const form = legalFormAt(plains, at);
    if (!form) return false;
    at += form.words.length;
  }
  return true;
}

function properToken(word: Word, count: number, reading: Reading): NameToken {
  const number =
    numberIn(word.plain) ?? (isCapital(word.piece.text) && count > 1 ? roman(word.plain) : undefined);
  if (number !== undefined) return token(word, 'number', reading, number);
  if (particleWords.has(word.plain) && count > 1) return token(word, 'particle', reading);
  return token(word, isAcronym(word.piece.text) ? 'acronym' : 'word', reading);
}

const isAcronym = (text: string): boolean => /^\p{Lu}{2,6}$/u.test(text);

function token(word: Word, role: TokenRole, reading: Reading, says?: string | number): NameToken {
  return (
    reading.memory?.token(word.piece.text, role, reading, () => makeToken(word, role, reading, says)) ??
    makeToken(word, role, reading, says)
  );
}

function makeToken(word: Word, role: TokenRole, reading: Reading, says?: string | number): NameToken {
  const fold = foldOf(word.romanised) || word.plain;
  const meaning = reading.bearer === 'organization' ? meaningIn(word.plain, role) : undefined;
  const callsFor = reading.bearer === 'person' ? calledFor(fold) : undefined;
  return {
    text: word.piece.text,
    role,
    romanised: word.romanised,
    plain: word.plain,
    fold,
    script: tokenScript(word.piece.text),
    ...(says === undefined ? {} : { says }),
    ...(meaning === undefined ? {} : { meaning }),
    ...(callsFor === undefined ? {} : { callsFor }),
    weight: SMALL[role] ?? weightOf(fold, meaning, reading.rarity),
    letters: letterBits(fold),
    classes: classBits(fold),
  };
}

/** Articles and prepositions stand for one another: "of" for "de". */
function meaningIn(word: string, role: TokenRole): string | undefined {
  return role === 'word' ? meaningOf(word) : role === 'particle' ? role : undefined;
}

/** What a word counts for that stands in many organizations' names. */
const MEANT = 0.5;

function weightOf(fold: string, meaning: string | undefined, rarity: RarityTable): number {
  if (meaning === undefined) return rarityOf(fold, rarity);
  return isCountry(meaning) ? 1 : MEANT;
}
