import type { Range } from '../../model/anchor.ts';
import type { ReadingContext } from '../context.ts';
import { runningTokens } from '../running-tokens.ts';
import type { Token } from '../tokens.ts';
import { isCertainDate } from './certain.ts';
import type { DateValue } from './date.ts';
import { isDayWord } from './day-words.ts';
import { isMonthName } from './months.ts';
import { readDate } from './read-date.ts';
import { isOrdinal } from './read-nth-day.ts';
import { readPoint } from './read-point.ts';
import { readSpan } from './read-span.ts';
import { romanNumber } from './roman.ts';
import { weekdayNamed } from './weekdays.ts';
import {
  aboutWords,
  andWords,
  centuryWords,
  decadeWords,
  fromWords,
  seasonNamed,
  spanArticles,
  spanWords,
} from './words.ts';

/** A date and where it stands, in UTF-16 code units. Its words by themselves are read as the same value. */
export interface FoundDate extends Range {
  readonly value: DateValue;
}

/** Longest words taken for one date, in UTF-16 code units. */
const LONGEST = 120;

/**
 * Finds the dates of a running text, those only that can be nothing else: a lone month and a number that may be no
 * year are passed over. Takes time in proportion to the length.
 * @param tokens those of the text (`runningTokens`), where they are known already
 */
export function findDates(
  text: string,
  context: ReadingContext,
  tokens: readonly Token[] = runningTokens(text),
): readonly FoundDate[] {
  return findWritten(text, tokens, context).flatMap(({ start, end, isImpossible }) => {
    const value = isImpossible ? undefined : readDate(text.slice(start, end), context);
    return value ? [{ start, end, value }] : [];
  });
}

/** Finds what is written as a date and names a day that no calendar has: "31 April 2011", "29.02.2011". */
export function findImpossibleDates(text: string, context: ReadingContext): readonly Range[] {
  return findWritten(text, runningTokens(text), context).flatMap(({ start, end, isImpossible }) =>
    isImpossible ? [{ start, end }] : [],
  );
}

interface Written extends Range {
  readonly isImpossible: boolean;
}

interface Read {
  readonly next: number;
  readonly isSpan: boolean;
  readonly isImpossible: boolean;
}

function findWritten(text: string, tokens: readonly Token[], context: ReadingContext): readonly Written[] {
  const found: Written[] = [];
  /** The index of the last token that was found to be a bare year. */
  let lastYear: number | undefined;
  for (let at = 0; at < tokens.length; ) {
    const read = mayBegin(tokens[at]!) ? readAt(tokens, at, context) : undefined;
    if (!read || !isCertainDate({ text, tokens, at, ...read, lastYear }, context)) {
      at++;
      continue;
    }
    const start = tokens[firstToken(tokens, at, read)]!.start;
    const end = tokens[withoutStop(tokens, read.next) - 1]!.end;
    if (start >= (found.at(-1)?.end ?? 0) && end - start <= LONGEST)
      found.push({ start, end, isImpossible: read.isImpossible });
    lastYear = read.next === at + 1 ? at : undefined;
    at = read.next;
  }
  return found;
}

/** Months that are written out although they are short; other short ones are cut off and bear a point. */
const SHORT_MONTHS = new Set(
  'may mai maj june july juin juni juli mars mart mayo maio marz aout mei мая мај маја мае јун јуна јул јула'.split(
    ' ',
  ),
);

/** The point behind a day or a month that is written out ends the sentence. */
function withoutStop(tokens: readonly Token[], next: number): number {
  const month = tokens[next - 2];
  if (tokens[next - 1]!.text === '.' && month?.kind === 'digits') return next - 1;
  if (tokens[next - 1]!.text !== '.' || month?.kind !== 'word' || !isMonthName(month.key)) return next;
  return month.key.length > 4 || SHORT_MONTHS.has(month.key) ? next - 1 : next;
}

/** Digits, months, seasons and what else a date begins with; other words are passed over at once. */
function mayBegin(token: Token): boolean {
  if (token.kind === 'digits') return token.text.length <= 4;
  if (token.kind !== 'word') return false;
  const { key } = token;
  return (
    isMonthName(key) ||
    isDayWord(key) ||
    isOrdinal(key) ||
    seasonNamed(key) !== undefined ||
    centuryWords.has(key) ||
    decadeWords.has(key) ||
    romanNumber(token) !== undefined
  );
}

function readAt(tokens: readonly Token[], at: number, context: ReadingContext): Read | undefined {
  const span = readSpan(tokens, at, context);
  if (span) return { next: span.next, isSpan: true, isImpossible: false };
  const point = readPoint(tokens, at, context);
  return point && { next: point.next, isSpan: false, isImpossible: point.meanings.length === 0 };
}

/** What stands before a date and belongs to it: "from", "c.", "Monday,", the days of "15, 16 and 17 April". */
function firstToken(tokens: readonly Token[], at: number, { next, isSpan }: Read): number {
  if (isSpan) {
    const isJoinedByWord = tokens
      .slice(at + 1, next - 1)
      .some(({ key }) => spanWords.has(key) || andWords.has(key));
    const before = spanArticles.has(tokens[at - 1]?.key ?? '') ? at - 2 : at - 1;
    return isJoinedByWord && fromWords.has(tokens[before]?.key ?? '') ? before : at;
  }
  const first = weekdayBefore(tokens, firstDay(tokens, at));
  const about = tokens[first - 1]?.text === '.' ? first - 2 : first - 1;
  const isAbout = aboutWords.has(tokens[about]?.key ?? '') || TILDES.has(tokens[about]?.text ?? '');
  return isAbout ? about : first;
}

const TILDES = new Set(['~', '≈']);

/** The first of the days that share month and year with the date: "15, 16 and 17 April 2026". */
function firstDay(tokens: readonly Token[], at: number): number {
  let first = at;
  while (first >= 2 && at - first < 60 && tokens[first]!.kind === 'digits') {
    const join = tokens[first - 1]!;
    const at = tokens[first - 2]!.text === '.' && first >= 3 ? first - 3 : first - 2;
    const day = tokens[at]!;
    const isJoin = join.text === ',' || (join.text === '/' && at === first - 3) || andWords.has(join.key);
    const isDay = day.kind === 'digits' && day.text.length <= 2 && tokens[first]!.text.length <= 2;
    if (!isJoin || !isDay || Number(day.text) >= Number(tokens[first]!.text) || Number(day.text) === 0) break;
    first = at;
  }
  return first;
}

const ARTICLES = new Set(['el', 'le', 'the', 'den', 'dem', 'am', 'il', 'der', 'dia']);

/** "Monday, 27 April", "viernes, el 12 de septiembre", "sexta-feira, 12 de setembro". */
function weekdayBefore(tokens: readonly Token[], at: number): number {
  let i = at - 1;
  if (ARTICLES.has(tokens[i]?.key ?? '')) i--;
  if (tokens[i]?.text === ',') i--;
  if (tokens[i]?.text === '.') i--;
  if (tokens[i]?.key === 'feira') i -= tokens[i - 1]?.text === '-' ? 2 : 1;
  const token = tokens[i];
  return token?.kind === 'word' && weekdayNamed(token.key) !== undefined ? i : at;
}
