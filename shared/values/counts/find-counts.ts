import type { Range } from '../../model/anchor.ts';
import { primaryLanguage, type ReadingContext } from '../context.ts';
import { findDates } from '../dates/find-dates.ts';
import { wordKey } from '../folded.ts';
import { runningTokens } from '../running-tokens.ts';
import type { Token } from '../tokens.ts';
import { comparatorAfter, comparatorBefore } from './comparators.ts';
import type { CountValue } from './count.ts';
import { beforeArticle, countedEnd, isTime } from './counted.ts';
import { languageBySmallWords } from './function-words.ts';
import { isJoinedWord, isNamed, isNumberWord, isWholeNumber, type TokenSpan } from './is-count.ts';
import { manyfold } from './manyfold.ts';
import { numberLanguageOf } from './number-language.ts';
import { readCount, upperEnd } from './read-count.ts';
import { readNumber } from './read-number.ts';
import { readVague } from './vague-numbers.ts';

/** A count and where it stands, in UTF-16 code units. Its words by themselves are read as the same value. */
export interface FoundCount extends Range {
  readonly value: CountValue;
}

/** Longest words taken for one count, in UTF-16 code units. */
const LONGEST = 160;

/**
 * Finds how many of something a running text says there are: "over 15 member organisations", "70+ countries", "more than
 * ten regional branches", "45 %". Passed over are dates and years, ordinals, numbers of pages, laws and telephones,
 * lengths of time, and numbers that count nothing. Takes time in proportion to the length.
 * @param tokens those of the text (`runningTokens`), where they are known already
 * @param dates its dates in their order, where they are known already
 */
export function findCounts(
  text: string,
  context: ReadingContext,
  tokens: readonly Token[] = runningTokens(text),
  dates: readonly Range[] = findDates(text, context, tokens),
): readonly FoundCount[] {
  const own = primaryLanguage(context) ?? languageBySmallWords(wordKeys(tokens));
  const found: FoundCount[] = [];
  let nextDate = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    while (nextDate < dates.length && dates[nextDate]!.end <= token.start) nextDate++;
    const isDate = nextDate < dates.length && dates[nextDate]!.start <= token.start;
    const span = isDate || token.kind === 'mark' ? undefined : countAt(tokens, at, own);
    if (!span) {
      at++;
      continue;
    }
    const [start, end] = [tokens[span.from]!.start, tokens[span.next - 1]!.end];
    const isFree = (found.at(-1)?.end ?? 0) <= start && !isDateNear(dates[nextDate], end);
    const value =
      isFree && end - start <= LONGEST
        ? readCount(text.slice(start, end), own === undefined ? context : { ...context, language: own })
        : undefined;
    if (value) found.push({ start, end, value });
    at = span.next;
  }
  return found;
}

const isDateNear = (date: Range | undefined, end: number) => date !== undefined && date.start < end;

function* wordKeys(tokens: readonly Token[]): Iterable<string> {
  for (const token of tokens) if (token.kind === 'word') yield token.key;
}

function countAt(tokens: readonly Token[], at: number, own: string | undefined): TokenSpan | undefined {
  const language = numberLanguageOf(tokens[at]!, own);
  const adjective = manyfold(tokens, at, language);
  if (adjective) return adjective;
  const vague = readVague(tokens, at);
  if (vague) return vagueAt(tokens, at, vague.next, language);
  const read = readNumber(tokens, at, language);
  if (!read) return undefined;
  const upper = upperEnd(tokens, { ...read, at }, language);
  const after = comparatorAfter(tokens, upper?.next ?? read.next);
  const next = after?.next ?? upper?.next ?? read.next;
  const before = comparatorBefore(tokens, at);
  const from = before?.from ?? (upper ? beforeRange(tokens, at) : beforeRound(tokens, at));
  if (tokens[next]?.text === '%')
    return isNamed(tokens, from, language) ? undefined : { from, next: next + 1 };
  const isCompared = before !== undefined || after !== undefined || upper !== undefined;
  const place = { tokens, at, next, from };
  if (
    read.inDigits ? !isWholeNumber(place, isCompared, language) : !isNumberWord(place, read.number, language)
  )
    return undefined;
  const end = countedEnd(tokens, next, language, read.number === 1 && !upper);
  return end === undefined || isTime(tokens, next, end)
    ? undefined
    : { from: beforeArticle(tokens, from, language), next: end };
}

/** "Thousands of workers", "several hundred delegates". */
function vagueAt(
  tokens: readonly Token[],
  at: number,
  next: number,
  language: string,
): TokenSpan | undefined {
  if (isJoinedWord(tokens, at)) return undefined;
  const from = comparatorBefore(tokens, at)?.from ?? at;
  const end = countedEnd(tokens, next, language, false);
  return end === undefined || isTime(tokens, next, end) ? undefined : { from, next: end };
}

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(wordKey));
const RANGE_WORDS = keys(
  'between from entre de del desde du von zwischen tra fra da dal от между від між od między između од између',
);

/** "Between 10 and 12", "от 10 до 12". */
const beforeRange = (tokens: readonly Token[], at: number) =>
  RANGE_WORDS.has(tokens[at - 1]?.key ?? '') ? at - 1 : at;

const ONES = keys('a an un una une um uma ein eine einen');

/** "A dozen", "une centaine", "half a dozen". */
function beforeRound(tokens: readonly Token[], at: number): number {
  return tokens[at]!.kind === 'word' && ONES.has(tokens[at - 1]?.key ?? '') ? at - 1 : at;
}
