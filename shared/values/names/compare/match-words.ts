import { differInCase } from './case-ending.ts';
import { type Chunks, chunkSimilarity, cyrillicChunks, latinChunks } from './chunk-cost.ts';
import { bitCount, editSimilarity, LEAST_SIMILAR } from './edit-similarity.ts';
import type { NameToken } from './name-token.ts';

/** How two words of names were found to be the same. */
export type MatchedBy =
  | 'equal'
  | 'accents'
  | 'fold'
  | 'transliteration'
  | 'edit'
  | 'initial'
  | 'nickname'
  | 'case-ending'
  | 'feminine-ending'
  | 'meaning'
  | 'number'
  | 'legal-form'
  | 'vowels-left-out'
  | 'acronym'
  | 'merged';

/** How alike two words are, and by what. */
export interface WordMatch {
  readonly by: MatchedBy;
  /** 0 to 1. */
  readonly similarity: number;
}

const EQUAL: WordMatch = { by: 'equal', similarity: 1 };
const ACCENTS: WordMatch = { by: 'accents', similarity: 1 };
const FOLD: WordMatch = { by: 'fold', similarity: 0.98 };
const TRANSLITERATION: WordMatch = { by: 'transliteration', similarity: 1 };
const INITIAL: WordMatch = { by: 'initial', similarity: 0.85 };
const NICKNAME: WordMatch = { by: 'nickname', similarity: 0.88 };
const CASE_ENDING: WordMatch = { by: 'case-ending', similarity: 0.96 };
const FEMININE: WordMatch = { by: 'feminine-ending', similarity: 0.92 };
const MEANING: WordMatch = { by: 'meaning', similarity: 0.9 };
const NUMBER: WordMatch = { by: 'number', similarity: 1 };
const LEGAL_FORM: WordMatch = { by: 'legal-form', similarity: 1 };
const GENERATION: WordMatch = { by: 'meaning', similarity: 1 };

/** @returns the best that makes two words of names the same; undefined where nothing does */
export function matchWords(one: NameToken, other: NameToken): WordMatch | undefined {
  if (one.romanised === other.romanised) return one.script === other.script ? EQUAL : TRANSLITERATION;
  if (one.role === 'number' || other.role === 'number')
    return one.says !== undefined && one.says === other.says ? NUMBER : undefined;
  if (one.role === 'legal-form' || other.role === 'legal-form')
    return one.role === other.role && one.says === other.says && one.says !== undefined
      ? LEGAL_FORM
      : undefined;
  if (one.role === 'generation' || other.role === 'generation')
    return one.role === other.role && one.says === other.says ? GENERATION : undefined;
  if (one.role === 'initial' || other.role === 'initial') return matchInitial(one, other);
  if (one.script === 'signs' && other.script === 'signs') return undefined;
  if (one.plain === other.plain) return one.script === other.script ? ACCENTS : TRANSLITERATION;
  if (one.fold === other.fold) return one.script === other.script ? FOLD : TRANSLITERATION;
  return matchUnlike(one, other);
}

function matchInitial(one: NameToken, other: NameToken): WordMatch | undefined {
  if (one.plain[0] === other.plain[0] || one.fold[0] === other.fold[0]) return INITIAL;
  return undefined;
}

function matchUnlike(one: NameToken, other: NameToken): WordMatch | undefined {
  const by = matchByKnowledge(one, other);
  const edit = editMatch(one, other);
  return by && by.similarity >= (edit?.similarity ?? 0) ? by : edit;
}

function matchByKnowledge(one: NameToken, other: NameToken): WordMatch | undefined {
  const isCyrillic = one.script === 'cyrillic' || other.script === 'cyrillic';
  if (isCyrillic && differInCase(one.plain, other.plain)) return CASE_ENDING;
  if (isFeminine(one, other) || isFeminine(other, one)) return FEMININE;
  if (one.callsFor?.has(other.fold) || other.callsFor?.has(one.fold)) return NICKNAME;
  return one.meaning !== undefined && one.meaning === other.meaning ? MEANING : undefined;
}

/** "Merkelová" is Merkel in Czech and Slovak. */
function isFeminine(one: NameToken, other: NameToken): boolean {
  if (!one.romanised.endsWith('ová')) return false;
  const stem = one.plain.slice(0, -3);
  return (
    stem.length > 2 && (stem === other.plain || `${stem}a` === other.plain || `${stem}o` === other.plain)
  );
}

function editMatch(one: NameToken, other: NameToken): WordMatch | undefined {
  if (one.fold.length < 2 || other.fold.length < 2) return undefined;
  if ((one.script === 'abjad') !== (other.script === 'abjad')) return abjadMatch(one, other);
  if (isHopeless(one, other)) return undefined;
  const similarity = Math.max(
    editSimilarity(one.fold, other.fold, one.letters, other.letters),
    acrossCyrillic(one, other),
  );
  if (similarity < LEAST_SIMILAR) return undefined;
  if (
    one.script === other.script &&
    (isOtherGender(one.fold, other.fold) || isOtherGender(other.fold, one.fold))
  )
    return { by: 'edit', similarity: Math.min(similarity, OTHER_GENDER) };
  return { by: one.script === other.script ? 'edit' : 'transliteration', similarity };
}

/** In so many classes of consonants two words that are one hardly ever differ: 1 of 100 Latin and Cyrillic pairs does. */
const FAR = 4;
const FAR_IN_SHORT = 3;
const SHORT = 5;

function isHopeless(one: NameToken, other: NameToken): boolean {
  const isShort = one.fold.length <= SHORT || other.fold.length <= SHORT;
  return bitCount(one.classes ^ other.classes) >= (isShort ? FAR_IN_SHORT : FAR);
}

/** What "Mario" and "Maria", "Ivan" and "Ivana" have in common, who are two. */
const OTHER_GENDER = 0.72;

function isOtherGender(feminine: string, masculine: string): boolean {
  if (feminine.length < 4 || !feminine.endsWith('a')) return false;
  const stem = feminine.slice(0, -1);
  return stem === masculine || `${stem}o` === masculine;
}

/** How alike a Latin and a Cyrillic word are by what was learned; 0 for any other two. */
function acrossCyrillic(one: NameToken, other: NameToken): number {
  if (one.script === 'cyrillic') return other.script === 'latin' ? acrossCyrillic(other, one) : 0;
  if (one.script !== 'latin' || other.script !== 'cyrillic') return 0;
  return chunkSimilarity(chunksOf(one), chunksOf(other));
}

const cutTokens = new WeakMap<NameToken, Chunks>();

function chunksOf(token: NameToken): Chunks {
  let chunks = cutTokens.get(token);
  if (!chunks) {
    chunks =
      token.script === 'latin' ? latinChunks(token.romanised) : cyrillicChunks(token.text.toLowerCase());
    cutTokens.set(token, chunks);
  }
  return chunks;
}

/** What is left without vowels may be another word's as well. */
const VOWELS_UNKNOWN = 0.9;
const VOWELS = /(?<!^)[aeiou]+/g;

/** Where one side is written without vowels, what is left without them is compared. */
function abjadMatch(one: NameToken, other: NameToken): WordMatch | undefined {
  const bare = bones(one.fold);
  const otherBare = bones(other.fold);
  if (bare.length < 2 || otherBare.length < 2) return undefined;
  const similarity = editSimilarity(bare, otherBare, -1, -1) * VOWELS_UNKNOWN;
  return similarity < LEAST_SIMILAR ? undefined : { by: 'vowels-left-out', similarity };
}

/** Long vowels are written with the letters for v and i, which therefore go with the vowels, p as b, v as f. */
const bones = (fold: string): string =>
  fold
    .replace(VOWELS, '')
    .replace(/(?<!^)[vi]/g, '')
    .replaceAll('p', 'b')
    .replace(/^v/, 'f')
    .replace(/(.)\1/g, '$1');
