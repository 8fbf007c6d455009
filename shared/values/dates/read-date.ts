import type { ReadingContext } from '../context.ts';
import { folded } from '../folded.ts';
import { withoutMarkup } from '../markup.ts';
import { type Token, tokensOf } from '../tokens.ts';
import type { DateValue } from './date.ts';
import { isEdtf } from './edtf.ts';
import { withHanDigits } from './han.ts';
import { edtfOf, type Point } from './parts.ts';
import { readPoint } from './read-point.ts';
import { readSpan } from './read-span.ts';
import { dateTemplate } from './templates.ts';
import { aboutWords, andWords, sinceWords, untilWords } from './words.ts';

/** Longest words read as a date, in UTF-16 code units; more is prose. */
const LONGEST = 1000;

/**
 * Reads the one date that the words hold: "on Monday, 27 April 2026", "from 2007 to 2012", "c. 1984",
 * "{{start date and age|2026|4|27}}", or EDTF itself.
 * @returns undefined where there is no date, more than one, or one that no calendar has
 */
export function readDate(text: string, context: ReadingContext): DateValue | undefined {
  if (text.length > LONGEST) return undefined;
  const written = folded(text);
  if (looksLikeEdtf(written) && isEdtf(written)) return { kind: 'date', edtf: written, text: written };
  const template = dateTemplate(written);
  if (template !== undefined)
    return isEdtf(template) ? { kind: 'date', edtf: template, text: written } : undefined;
  const tokens = tokensOf(withHanDigits(withoutMarkup(written)));
  const found = onlyDate(datesIn(tokens, context));
  if (!found || !isEdtf(found.edtf)) return undefined;
  const value: DateValue = { kind: 'date', edtf: found.edtf, text: written };
  return found.assumed?.length ? { ...value, assumed: [...found.assumed] } : value;
}

/** EDTF that no prose would be taken for: full years throughout. "2006/07" is two years to a reader. */
function looksLikeEdtf(text: string): boolean {
  return /^[[{]?(\.\.|-?[\dX]{4}(-[\dX]{2}){0,2}[?~%]?)([/,]?(\.\.|-?[\dX]{4}(-[\dX]{2}){0,2}[?~%]?)){0,9}[\]}]?$/.test(
    text,
  );
}

interface Found {
  /** Empty where the words name a day that no calendar has. */
  readonly edtf: string;
  readonly next: number;
  readonly assumed?: Point['assumed'];
  /** A month alone, which may be another word ("may", "mars"). */
  readonly weak?: boolean;
}

function datesIn(tokens: readonly Token[], context: ReadingContext): readonly Found[] {
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; ) {
    const date = dateAt(tokens, i, context);
    if (date) found.push(withDaysBefore(tokens, i, date));
    i = date?.next ?? i + 1;
  }
  return found;
}

const DAY_JOINS = new Set([',', '/']);

/** "15, 16 and 17 April 2026", "14./15. Juli 2007": the days before take month and year from the last, as an EDTF list of all of them. */
function withDaysBefore(tokens: readonly Token[], at: number, date: Found): Found {
  if (!/^[\dX]{4}-\d\d-\d\d$/.test(date.edtf) || tokens[at]?.kind !== 'digits') return date;
  const days: string[] = [date.edtf.slice(-2)];
  for (let i = at - 1; i > 0 && days.length < 32; i -= 2) {
    const isJoin = DAY_JOINS.has(tokens[i]!.text) || andWords.has(tokens[i]!.key);
    if (tokens[i - 1]!.text === '.' && i > 1) i--;
    const day = tokens[i - 1]!;
    const isDay = day.kind === 'digits' && day.text.length <= 2 && Number(day.text) < Number(days[0]);
    if (!isJoin || !isDay) break;
    days.unshift(day.text.padStart(2, '0'));
  }
  if (days.length === 1) return date;
  return { edtf: `{${days.map(day => date.edtf.slice(0, -2) + day).join(',')}}`, next: date.next };
}

function onlyDate(found: readonly Found[]): Found | undefined {
  const strong = found.filter(date => !date.weak);
  if (strong.length > 0) return strong.length === 1 ? strong[0] : undefined;
  return found.length === 1 ? found[0] : undefined;
}

function dateAt(tokens: readonly Token[], at: number, context: ReadingContext): Found | undefined {
  const span = readSpan(tokens, at, context);
  if (span) return span;
  const point = readPoint(tokens, at, context);
  return point && qualified(tokens, at, point);
}

/** Adds what stands around a point: "c.", "?", "since", "until". */
function qualified(tokens: readonly Token[], at: number, point: Point): Found {
  const before = wordBefore(tokens, at);
  const isQuestion = tokens[point.next]?.text === '?' && !tokens[point.next]!.apart;
  const quality = { approximate: before !== undefined && aboutWords.has(before), uncertain: isQuestion };
  const written = point.meanings.map(parts => edtfOf({ ...parts, ...quality }));
  const next = isQuestion ? point.next + 1 : point.next;
  if (written.length === 0) return { edtf: '', next };
  if (written.length > 1) return { edtf: `[${written.join(',')}]`, next };
  const [parts] = point.meanings;
  const [edtf] = written as [string];
  const isKnownYear = parts!.year !== undefined;
  if (isKnownYear && before !== undefined && sinceWords.has(before)) return { edtf: `${edtf}/..`, next };
  if (isKnownYear && before !== undefined && untilWords.has(before)) return { edtf: `../${edtf}`, next };
  const weak = parts!.year === undefined && parts!.day === undefined;
  return { edtf, next, assumed: point.assumed, weak };
}

/** The word before a date, past a full stop, a tilde standing for "about", and an article. */
function wordBefore(tokens: readonly Token[], at: number): string | undefined {
  let i = at - 1;
  if (tokens[i]?.text === '~' || tokens[i]?.text === '≈') return 'circa';
  if (tokens[i]?.text === '.') i--;
  if (tokens[i]?.key === 'el' || tokens[i]?.key === 'the') i--;
  return tokens[i]?.kind === 'word' ? tokens[i]!.key : undefined;
}
