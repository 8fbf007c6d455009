import { primaryLanguage, type ReadingContext } from '../context.ts';
import type { Token } from '../tokens.ts';
import { monthsNamed } from './months.ts';
import { joining, ordinalEndings, theYear, yearWords } from './words.ts';

/** @returns the day's number at the token and the index after its ordinal ending: "1st", "3.", "14.º". */
export function readDay(tokens: readonly Token[], at: number): { day: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'digits' || token.text.length > 2) return undefined;
  const day = Number(token.text);
  if (day < 1 || day > 31) return undefined;
  let next = at + 1;
  const isJoin = tokens[next]?.text === '-' || tokens[next]?.text === ':';
  if (isJoin && ordinalEndings.has(tokens[next + 1]?.key ?? '') && !tokens[next + 1]!.apart) next += 2;
  if (tokens[next]?.text === '.') next++;
  if (ordinalEndings.has(tokens[next]?.key ?? '') && !tokens[next]!.apart) next++;
  return { day, next };
}

/** @returns the months that the word at the token can mean, and the index after it and its full stop. */
export function readMonthName(
  tokens: readonly Token[],
  at: number,
  context: ReadingContext,
): { months: readonly number[]; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const months = monthsNamed(token.key, primaryLanguage(context));
  if (months.length === 0) return undefined;
  return { months, next: tokens[at + 1]?.text === '.' ? at + 2 : at + 1 };
}

/** @returns the index after one comma, dash or joining word ("of", "de"), or two in "of the". */
export function afterJoining(tokens: readonly Token[], at: number): number {
  let next = at;
  if (tokens[next]?.text === ',') next++;
  while (next < at + 3 && tokens[next]?.kind === 'word' && joining.has(tokens[next]!.key)) next++;
  if (next > at && theYear.has(tokens[next]?.key ?? '')) next++;
  return next;
}

/** @returns a four-digit year that may follow a month, past joining words, and the index after it. */
export function readFollowingYear(
  tokens: readonly Token[],
  at: number,
): { year: string; next: number } | undefined {
  const start = afterJoining(tokens, tokens[at]?.text === '-' || tokens[at]?.text === '/' ? at + 1 : at);
  const token = tokens[start];
  if (token?.kind !== 'digits' || token.text.length !== 4) return undefined;
  return { year: token.text, next: afterYearWord(tokens, start + 1) };
}

/** @returns the index after "года", "г." and the like, where one follows a year. */
export function afterYearWord(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.text === '.' ? at + 1 : at;
  const key = tokens[word]?.key ?? '';
  if (!yearWords.has(key)) return at;
  return tokens[word + 1]?.text === '.' && key.length <= 2 ? word + 2 : word + 1;
}
