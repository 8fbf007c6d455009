import type { ReadingContext } from '../context.ts';
import type { Token } from '../tokens.ts';
import { readDayInWords } from './day-words.ts';
import { exists, type Parts, type Point } from './parts.ts';
import { readNthDay } from './read-nth-day.ts';
import { readNumericDate } from './read-numeric.ts';
import { afterJoining, afterYearWord, readDay, readFollowingYear, readMonthName } from './read-parts.ts';
import { romanNumber } from './roman.ts';
import { beforeChrist, centuryWords, decadeEndings, decadeWords, seasonNamed } from './words.ts';

/** Reads the point of time that begins at the token, the longest way there is; undefined where none does. */
export function readPoint(tokens: readonly Token[], at: number, context: ReadingContext): Point | undefined {
  return (
    readNumericDate(tokens, at, context) ??
    readNthDay(tokens, at, context) ??
    readYearMonthDay(tokens, at, context) ??
    readDayMonth(tokens, at, context) ??
    readMonth(tokens, at, context) ??
    readSeason(tokens, at) ??
    readCentury(tokens, at) ??
    readDecade(tokens, at) ??
    readYear(tokens, at)
  );
}

/** A point that no calendar has (30 February) has no meanings. */
function point(months: readonly number[], rest: Parts, next: number): Point {
  return { meanings: months.map(month => ({ ...rest, month })).filter(exists), next };
}

/** "2015 April 3", "2015. április 3.", "2015年4月3日". */
function readYearMonthDay(tokens: readonly Token[], at: number, context: ReadingContext): Point | undefined {
  const year = tokens[at];
  if (year?.kind !== 'digits' || year.text.length !== 4) return undefined;
  const han = readCounted(tokens, at);
  if (han) return han;
  const start = tokens[at + 1]?.text === '.' || tokens[at + 1]?.text === ',' ? at + 2 : at + 1;
  const month = readMonthName(tokens, start, context);
  const day = month && readDay(tokens, month.next);
  if (!month || !day || day.next - month.next < 1) return undefined;
  return point(month.months, { year: year.text, day: day.day }, day.next);
}

/** Years, months and days each followed by its own sign, as in Chinese, Japanese and Korean. */
function readCounted(tokens: readonly Token[], at: number): Point | undefined {
  const sign = (index: number, signs: string) => signs.includes(tokens[index]?.text.charAt(0) || ' ');
  if (!sign(at + 1, '年년')) return undefined;
  const year = tokens[at]!.text;
  if (tokens[at + 2]?.kind !== 'digits' || !sign(at + 3, '月월'))
    return { meanings: [{ year }], next: at + 2 };
  const month = Number(tokens[at + 2]!.text);
  if (tokens[at + 4]?.kind !== 'digits' || !sign(at + 5, '日号號일')) return point([month], { year }, at + 4);
  return point([month], { year, day: Number(tokens[at + 4]!.text) }, at + 6);
}

/** "27 April 2026", "30 мая 2011 г.", "27 de abril de 2026", "1er mai". */
function readDayMonth(tokens: readonly Token[], at: number, context: ReadingContext): Point | undefined {
  const day = readDay(tokens, at) ?? readDayInWords(tokens, at);
  if (!day) return undefined;
  const between = tokens[day.next]?.text === '-' || tokens[day.next]?.text === '/' ? day.next + 1 : day.next;
  const month = readMonthName(tokens, afterJoining(tokens, between), context);
  if (!month) return readRomanMonth(tokens, day);
  const year = readFollowingYear(tokens, month.next);
  return point(month.months, { year: year?.year, day: day.day }, year?.next ?? month.next);
}

/** "12.IV.2014", "12 IV 2014 r.": a month in Roman capitals needs a year. */
function readRomanMonth(
  tokens: readonly Token[],
  { day, next }: { readonly day: number; readonly next: number },
): Point | undefined {
  const month = romanNumber(tokens[next]);
  if (month === undefined || month > 12) return undefined;
  const year = readFollowingYear(tokens, tokens[next + 1]?.text === '.' ? next + 2 : next + 1);
  return year && point([month], { year: year.year, day }, year.next);
}

/** "April 27, 2026", "April 27", "April 2011", "апрель 2011 года"; a month alone is the last resort. */
function readMonth(tokens: readonly Token[], at: number, context: ReadingContext): Point | undefined {
  const month = readMonthName(tokens, at, context);
  if (!month) return undefined;
  const day = readDay(tokens, afterJoining(tokens, month.next));
  const year = readFollowingYear(tokens, day?.next ?? month.next);
  if (day) return point(month.months, { year: year?.year, day: day.day }, year?.next ?? day.next);
  return year ? point(month.months, { year: year.year }, year.next) : point(month.months, {}, month.next);
}

/** "spring 2011", "2011 spring", "весной 2011 года"; a season without a year is no date. */
function readSeason(tokens: readonly Token[], at: number): Point | undefined {
  const token = tokens[at];
  const season = token?.kind === 'word' ? seasonNamed(token.key) : undefined;
  const year = season === undefined ? undefined : readFollowingYear(tokens, at + 1);
  return year && point([season!], { year: year.year }, year.next);
}

/** "2011", "2011 г.", "1990s", "44 BC", "20th century". */
function readYear(tokens: readonly Token[], at: number): Point | undefined {
  const token = tokens[at];
  if (token?.kind !== 'digits' || token.text.length > 4) return undefined;
  const after = tokens[at + 1];
  if (beforeChrist.has(after?.key ?? '')) {
    const year = `-${String(Number(token.text) - 1).padStart(4, '0')}`;
    return Number(token.text) > 1 ? { meanings: [{ year }], next: at + 2 } : undefined;
  }
  if (token.text.length !== 4 || token.text < '1000' || token.text > '2199') return undefined;
  const dash = after?.text === '-' || after?.text === '’' || after?.text === "'" ? at + 2 : at + 1;
  const ending = tokens[dash];
  const isDecade = token.text.endsWith('0') && decadeEndings.has(ending?.key ?? '') && !ending!.apart;
  if (isDecade)
    return { meanings: [{ year: `${token.text.slice(0, 3)}X` }], next: afterYearWord(tokens, dash + 1) };
  return { meanings: [{ year: token.text }], next: afterYearWord(tokens, at + 1) };
}

/** "Década de 1980", "années 1980"; but "años 2010 y 2011" are two years. */
function readDecade(tokens: readonly Token[], at: number): Point | undefined {
  if (!decadeWords.has(tokens[at]?.key ?? '')) return undefined;
  const from = afterJoining(tokens, at + 1);
  const year = tokens[from];
  if (year?.kind !== 'digits' || !/^(?:1[0-9]|20)\d0$/.test(year.text)) return undefined;
  const isFirst = tokens[from + 2]?.kind === 'digits' && tokens[from + 2]!.text.length === 4;
  return isFirst ? undefined : { meanings: [{ year: `${year.text.slice(0, 3)}X` }], next: from + 1 };
}

/** "20th century", "XIX век", "siglo XX". */
function readCentury(tokens: readonly Token[], at: number): Point | undefined {
  if (centuryWords.has(tokens[at]?.key ?? '')) return century(romanNumber(tokens[at + 1]), at + 2);
  const roman = romanNumber(tokens[at]);
  const day = roman === undefined ? readDay(tokens, at) : { day: roman, next: at + 1 };
  return day && centuryWords.has(tokens[day.next]?.key ?? '') ? century(day.day, day.next + 1) : undefined;
}

function century(number: number | undefined, next: number): Point | undefined {
  if (number === undefined || number > 22) return undefined;
  return { meanings: [{ year: String(number - 1).padStart(2, '0') }], next };
}
