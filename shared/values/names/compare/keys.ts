import { type AnyName, prepared } from './compare.ts';
import type { NameToken } from './name-token.ts';
import type { PrepareOptions } from './prepare.ts';
import { skeletonOf } from './skeleton.ts';

export interface KeyOptions extends PrepareOptions {
  /** Also a key for every single word, so that "Levichev" meets "N. V. Levichev"; for some thousands of names. */
  readonly singleWords?: boolean;
}

/** So many of a name's rarest words make keys. */
const MOST_WORDS = 4;

/**
 * Keys of a name: names that are forms of one nearly always share one, others seldom do. A key is made of two words'
 * consonant classes, of these with one left out, of one word and the first letter of another, or of an acronym.
 */
export function nameKeys(name: AnyName, options: KeyOptions = {}): readonly string[] {
  const { tokens, bearer } = prepared(name, options);
  const words = telling(tokens);
  const bones = words.map(wordBones);
  const keys = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    for (let j = i + 1; j < words.length; j++) {
      keys.add(pairKey(bones[i]!, bones[j]!));
      addShortened(bones[i]!, words[j]!, bones[j]!, keys);
      addShortened(bones[j]!, words[i]!, bones[i]!, keys);
    }
    if (options.singleWords || words.length === 1)
      for (const bone of shortened(bones[i]!)) keys.add(`1 ${bone}`);
    if (bearer === 'person') addInitials(words[i]!, bones[i]!, tokens, keys);
  }
  if (bearer === 'organization') addAcronyms(tokens, keys);
  if (keys.size === 0 && tokens.length > 0) keys.add(`= ${tokens.map(token => token.plain).join(' ')}`);
  return [...keys];
}

/** What a name is found under in an index, and what it looks for there. */
export interface IndexKeys {
  readonly stored: readonly string[];
  readonly asked: readonly string[];
}

/**
 * The same keys for an index of very many names, where a name without initials looks by a word and a first letter for
 * names with initials only: by these alone, half a country shares keys.
 */
export function indexKeys(name: AnyName, options: KeyOptions = {}): IndexKeys {
  const keys = nameKeys(name, options);
  const hasInitials = prepared(name, options).tokens.some(({ role }) => role === 'initial');
  const initialled = (key: string) => (key.startsWith('i ') ? `I${key.slice(1)}` : key);
  const marked = keys.map(initialled);
  if (!hasInitials) return { stored: keys, asked: marked };
  return { stored: marked, asked: [...keys, ...marked.filter(key => key.startsWith('I '))] };
}

/** The words that tell names apart, rarest first; the rest only where there is nothing else. */
function telling(tokens: readonly NameToken[]): readonly NameToken[] {
  const words = tokens.filter(({ role }) => role === 'word' || role === 'acronym' || role === 'number');
  const from = words.length > 0 ? words : tokens.filter(({ role }) => role !== 'initial');
  return from.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_WORDS);
}

const wordBones = (token: NameToken): string =>
  token.role === 'number' ? `#${token.says ?? token.plain}` : (token.meaning ?? skeletonOf(token.fold));

const pairKey = (one: string, other: string): string =>
  one < other ? `2 ${one} ${other}` : `2 ${other} ${one}`;

/** One word with a letter amiss beside another that begins as it should. */
function addShortened(amiss: string, other: NameToken, otherBones: string, keys: Set<string>): void {
  const right = otherBones + other.fold.slice(0, 2);
  for (const bone of shortened(amiss)) keys.add(`3 ${bone} ${right}`);
}

/** The bones of a word and these with one left out, where enough is left. */
function shortened(bones: string): readonly string[] {
  if (bones.length < 4 || bones.length > 6) return [bones];
  const all = [bones];
  for (let i = 1; i < bones.length; i++) all.push(bones.slice(0, i) + bones.slice(i + 1));
  return all;
}

function addInitials(word: NameToken, bones: string, tokens: readonly NameToken[], keys: Set<string>): void {
  for (const other of tokens)
    if (other !== word && (other.role === 'initial' || other.role === 'word'))
      keys.add(`i ${bones}${word.fold.slice(0, 2)} ${other.fold[0] ?? ''}`);
}

/** An acronym and the words whose first letters it may have. */
function addAcronyms(tokens: readonly NameToken[], keys: Set<string>): void {
  for (const { role, plain } of tokens) if (role === 'acronym') keys.add(`a ${plain}`);
  const words = tokens.filter(({ role }) => role !== 'legal-form');
  const firsts = (of: readonly NameToken[]) => of.map(({ plain }) => plain[0]).join('');
  if (words.length < 3) return;
  keys.add(`a ${firsts(words)}`);
  keys.add(`a ${firsts(words.filter(({ role }) => role !== 'particle'))}`);
}
