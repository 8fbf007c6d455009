import type { ReadingContext } from '../context.ts';
import type { Token } from '../tokens.ts';
import { edtfOf, exists, type Parts, type Point } from './parts.ts';
import { afterJoining, readDay, readFollowingYear, readMonthName } from './read-parts.ts';
import { readPoint } from './read-point.ts';
import { andWords, betweenWords, nowWords, spanArticles, spanWords } from './words.ts';

/** A span of time as EDTF interval and the index of the token after it. */
interface Span {
  readonly edtf: string;
  readonly next: number;
  readonly assumed?: Point['assumed'];
}

const DASHES = new Set(['-', '–', '—', '‒', '−', '‐', '‑']);

/**
 * Reads a span that begins at the token: "15–17 April 2026", "April 25-29", "28 December – 3 January 2012",
 * "1919–1943", "2006–07", "1998–present". What one end leaves out is taken from the other.
 */
export function readSpan(tokens: readonly Token[], at: number, context: ReadingContext): Span | undefined {
  return (
    readDaysOfMonth(tokens, at, context) ??
    readMonthDays(tokens, at, context) ??
    readYears(tokens, at) ??
    readTwoPoints(tokens, at, context)
  );
}

/** @returns the index after a dash or a word that joins the ends of a span beginning at `from`. */
function afterConnector(tokens: readonly Token[], after: number, from: number): number | undefined {
  const isOrdinal = tokens[after]?.text === '.' && tokens[after + 1]?.kind === 'word';
  const at = isOrdinal ? after + 1 : after;
  const token = tokens[at];
  if (!token) return undefined;
  if (DASHES.has(token.text)) return DASHES.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  if (token.kind !== 'word') return undefined;
  const before = spanArticles.has(tokens[from - 1]?.key ?? '') ? from - 2 : from - 1;
  const isBetween = betweenWords.has(tokens[before]?.key ?? '') && andWords.has(token.key);
  if (!spanWords.has(token.key) && !isBetween) return undefined;
  return spanArticles.has(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1;
}

function span(start: Parts, end: Parts, next: number): Span | undefined {
  return exists(start) && exists(end) ? { edtf: `${edtfOf(start)}/${edtfOf(end)}`, next } : undefined;
}

/** A day that takes month and year from the date after the dash: "15–17 April 2026", "27–29.04.2026". */
function readDaysOfMonth(tokens: readonly Token[], at: number, context: ReadingContext): Span | undefined {
  const first = readDay(tokens, at);
  const connector = first && afterConnector(tokens, first.next, at);
  const end = connector === undefined ? undefined : readPoint(tokens, connector, context);
  if (!first || end?.meanings.length !== 1) return undefined;
  const [last] = end.meanings as [Parts];
  if (last.day === undefined || last.day <= first.day) return undefined;
  return span({ ...last, day: first.day }, last, end.next);
}

function readMonthDays(tokens: readonly Token[], at: number, context: ReadingContext): Span | undefined {
  const month = readMonthName(tokens, at, context);
  const first = month?.months.length === 1 ? readDay(tokens, month.next) : undefined;
  const second = first && readDay(tokens, afterConnector(tokens, first.next, at) ?? tokens.length);
  if (!month || !first || !second) return undefined;
  if (readMonthName(tokens, afterJoining(tokens, second.next), context)) return undefined;
  const year = readFollowingYear(tokens, second.next);
  const rest = { year: year?.year, month: month.months[0]! };
  return span({ ...rest, day: first.day }, { ...rest, day: second.day }, year?.next ?? second.next);
}

/** "2006–07", "2006/07", "1998–99", "1998–present". A hyphen before a number up to 12 writes a month, not a year. */
function readYears(tokens: readonly Token[], at: number): Span | undefined {
  const year = tokens[at];
  if (year?.kind !== 'digits' || year.text.length !== 4 || year.text < '1000' || year.text > '2199')
    return undefined;
  const connector = tokens[at + 1]?.text === '/' ? at + 2 : afterConnector(tokens, at + 1, at);
  const end = connector === undefined ? undefined : tokens[connector];
  if (!end) return undefined;
  if (end.kind === 'word' && nowWords.has(end.key)) return { edtf: `${year.text}/..`, next: connector! + 1 };
  if (end.kind !== 'digits' || end.text.length !== 2) return undefined;
  const isMonth = tokens[at + 1]!.text === '-' && Number(end.text) <= 12;
  const full = year.text.slice(0, 2) + end.text;
  return isMonth || full <= year.text ? undefined : { edtf: `${year.text}/${full}`, next: connector! + 1 };
}

function readTwoPoints(tokens: readonly Token[], at: number, context: ReadingContext): Span | undefined {
  const first = readPoint(tokens, at, context);
  if (first?.meanings.length !== 1) return undefined;
  const connector = afterConnector(tokens, first.next, at);
  if (connector === undefined) return undefined;
  const start = first.meanings[0]!;
  if (start.year !== undefined && nowWords.has(tokens[connector]?.key ?? '')) {
    return { edtf: `${edtfOf(start)}/..`, next: connector + 1 };
  }
  const second = readPoint(tokens, connector, context);
  if (second?.meanings.length !== 1) return undefined;
  const end = second.meanings[0]!;
  const assumed = [...new Set([...(first.assumed ?? []), ...(second.assumed ?? [])])];
  const found = span(withYearOf(start, end), end, second.next);
  return found && assumed.length > 0 ? { ...found, assumed } : found;
}

/** The start's year where only the end has one: the same, or the year before when the months run over its turn. */
function withYearOf(start: Parts, end: Parts): Parts {
  if (start.year !== undefined || end.year === undefined || !/^\d{4}$/.test(end.year)) return start;
  const runsOver =
    start.month! > (end.month ?? 12) || (start.month === end.month && (start.day ?? 0) > (end.day ?? 31));
  return { ...start, year: runsOver ? String(Number(end.year) - 1).padStart(4, '0') : end.year };
}
