import { beforeNumbers, inWords } from '../dates/words.ts';
import { wordKey } from '../folded.ts';
import { BREAK } from '../running-tokens.ts';
import type { Token } from '../tokens.ts';
import { functionWords } from './function-words.ts';
import { nounClass } from './noun-classes.ts';

/** Tokens from the first to the one before `next`. */
export interface TokenSpan {
  readonly from: number;
  readonly next: number;
}

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(wordKey));

/** A number among the tokens: `at` its first, `from` that of the words before it that belong to it. */
interface NumberPlace extends TokenSpan {
  readonly tokens: readonly Token[];
  readonly at: number;
}

const STICKING = new Set([
  '-',
  '/',
  '.',
  ':',
  ',',
  '_',
  '=',
  '+',
  '#',
  '№',
  '$',
  '€',
  '£',
  '§',
  '‑',
  '@',
  '^',
  '*',
]);

/** Whether digits are a number of things by what stands beside them. */
export function isWholeNumber(
  { tokens, at, next, from }: NumberPlace,
  isCompared: boolean,
  language: string,
): boolean {
  const [before, after] = [tokens[at - 1], tokens[next]];
  if (before && !tokens[at]!.apart && (before.kind !== 'mark' || STICKING.has(before.text))) return false;
  if (before && ['$', '€', '£', '№', '#', '§'].includes(before.text)) return false;
  if (after && !after.apart && after.kind !== 'mark' && tokens[next - 1]!.kind === 'digits') return false;
  if (after?.text === '-' && !after.apart) return false;
  if (isNamed(tokens, from, language)) return false;
  const isYear = next === at + 1 && /^(?:1[5-9]|20)\d\d$/.test(tokens[at]!.text);
  if (isCompared || !isYear) return true;
  return nounClass(after?.key ?? '') !== undefined && !inWords.has(before?.key ?? '');
}

const ENDS = new Set(['.', '!', '?', ':', ';', '"', '“', '«', '(', '—', '–', '•', '*', '-', BREAK]);

/** "Article 5", "Boeing 747", "p. 15": the number names what stands before it. */
export function isNamed(tokens: readonly Token[], from: number, language: string): boolean {
  const before = tokens[from - 1]?.text === '.' ? tokens[from - 2] : tokens[from - 1];
  if (before?.kind !== 'word') return false;
  if (beforeNumbers.has(before.key)) return true;
  // Languages that leave out their pronouns begin sentences with verbs: "Obtuvo 12 escaños".
  const isFirst = from < 2 || ENDS.has(tokens[from - 2]!.text);
  const isCapital = /^\p{Lu}/u.test(before.text) && !(isFirst && language !== 'en');
  return isCapital && before === tokens[from - 1] && !functionWords(undefined).has(before.key);
}

const NO_ONES = keys(
  'no every any each this that some which number another only not neither either last next first day',
);
const ONE_OF = keys(
  'another day of time hand side way thing more such can could would who must should has is was',
);

/** Number words are counts from two on; "one" only in English, where it is no article. */
export function isNumberWord(
  { tokens, at, next, from }: NumberPlace,
  number: number,
  language: string,
): boolean {
  const hangs = tokens[next]?.text === '-' && !tokens[next]!.apart;
  if (hangs || isJoinedWord(tokens, at) || isNameWord(tokens, at)) return false;
  if (number > 1) return Number.isInteger(number) && !isNamed(tokens, from, language);
  if (number !== 1 || language !== 'en' || tokens[at]!.key !== 'one') return false;
  const before = tokens[at - 1];
  if (NO_ONES.has(before?.key ?? '') || before?.key === 'the' || before?.text === '-') return false;
  return (
    tokens[next]?.kind === 'word' && !ONE_OF.has(tokens[next]!.key) && /^\p{Ll}/u.test(tokens[next]!.text)
  );
}

/** "The Big Three": a number with a capital within a sentence is part of a name. */
function isNameWord(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    /^\p{Lu}/u.test(tokens[at]!.text) && before !== undefined && !ENDS.has(before.text) && tokens[at]!.apart
  );
}

/** "Twenty-first", "forty-fold": a word that hangs on another is none by itself. */
export const isJoinedWord = (tokens: readonly Token[], at: number) =>
  tokens[at - 1]?.text === '-' && !tokens[at]!.apart && tokens[at - 2]?.kind === 'word';
