import { primaryLanguage, type ReadingContext } from '../context.ts';
import type { Token } from '../tokens.ts';
import type { DateAssumption } from './date.ts';
import { exists, type Parts, type Point } from './parts.ts';

/** Languages whose numeric dates never put the month first. English is not among them. */
const DAY_FIRST = new Set(
  'es fr ru de it pt uk be bg mk sr hr bs sl cs sk pl ro nl da nb no fi et el tr ca gl id'.split(' '),
);
/** Languages that write "2021/3" for a month. */
const YEAR_FIRST = new Set(['ja', 'zh', 'ko', 'hu']);
const SEPARATORS = new Set(['-', '/', '.', '|', '‑', '−']);

/**
 * Reads a date that is all digits: "2026-04-27", "2026|4|27", "27.04.2026", "06-01-2026", "20 02 2014", "4/2013". Where day and
 * month could change places it means both, unless the context's language writes days first.
 */
export function readNumericDate(
  tokens: readonly Token[],
  at: number,
  context: ReadingContext,
): Point | undefined {
  const numbers = spacedGroups(tokens, at) ?? digitGroups(tokens, at);
  if (numbers.groups.length === 3) return threeGroups(numbers, at, context);
  return numbers.groups.length === 2 ? yearAndMonth(numbers, at, context) : undefined;
}

interface Groups {
  readonly groups: readonly string[];
  readonly separator: string;
}

/** Up to three runs of digits with the same separator between, nothing in the way; four or more are no date. */
function digitGroups(tokens: readonly Token[], at: number): Groups {
  const separator = tokens[at + 1]?.text ?? '';
  const groups: string[] = [];
  if (
    tokens[at - 1]?.kind === 'mark' &&
    tokens[at]?.apart === false &&
    SEPARATORS.has(tokens[at - 1]!.text) &&
    tokens[at - 2]?.kind === 'digits'
  ) {
    return { groups, separator };
  }
  for (let i = at; tokens[i]?.kind === 'digits' && groups.length < 4; i += 2) {
    groups.push(tokens[i]!.text);
    const joins =
      SEPARATORS.has(separator) && tokens[i + 1]?.text === separator && tokens[i + 2]?.kind === 'digits';
    if (!joins || tokens[i + 1]!.apart || (tokens[i + 2]!.apart && separator !== '.')) break;
  }
  return { groups, separator };
}

/** "20 02 2014": day, month and year with nothing but spaces between. */
function spacedGroups(tokens: readonly Token[], at: number): Groups | undefined {
  const groups = tokens.slice(at, at + 3);
  const [day, month, year] = groups.map(token => (token.kind === 'digits' ? token.text : ''));
  const isSpaced = groups.length === 3 && groups[1]!.apart && groups[2]!.apart;
  if (!isSpaced || !day || !month || day.length > 2 || month.length > 2 || year?.length !== 4)
    return undefined;
  return { groups: [day, month, year], separator: ' ' };
}

function threeGroups({ groups, separator }: Groups, at: number, context: ReadingContext): Point | undefined {
  const [first, second, third] = groups as [string, string, string];
  const next = separator === ' ' ? at + 3 : at + 5;
  if (first.length === 4) {
    const parts = { year: first, month: Number(second), day: Number(third) };
    return { meanings: [parts].filter(exists), next };
  }
  const isShort = third.length === 2;
  if (first.length > 2 || second.length > 2 || !(isShort || third.length === 4)) return undefined;
  const { year, assumed } = isShort ? shortYear(third, context) : { year: third, assumed: [] };
  const dayFirst = { year, month: Number(second), day: Number(first) };
  const monthFirst = { year, month: Number(first), day: Number(second) };
  const meanings = [monthFirst, dayFirst].filter(exists);
  if (meanings.length < 2 || first === second) return { meanings: meanings.slice(0, 1), next, assumed };
  if (!DAY_FIRST.has(primaryLanguage(context) ?? '')) {
    return { meanings: byTime(monthFirst, dayFirst), next, assumed };
  }
  const byLanguage: readonly DateAssumption[] = separator === '.' ? [] : ['day-first-by-language'];
  return { meanings: [dayFirst], next, assumed: [...byLanguage, ...assumed] };
}

/** A year of two digits stays open (`XX26`) unless the document's date says which century is near. */
function shortYear(
  digits: string,
  context: ReadingContext,
): { year: string; assumed: readonly DateAssumption[] } {
  const own = /^\d{4}/.exec(context.documentDate ?? '')?.[0];
  if (own === undefined) return { year: `XX${digits}`, assumed: [] };
  const candidates = [-100, 0].map(shift => Math.floor(Number(own) / 100) * 100 + shift + Number(digits));
  const year = candidates.filter(candidate => candidate <= Number(own) + 10).at(-1)!;
  return { year: String(year), assumed: ['century-by-document'] };
}

function byTime(a: Parts, b: Parts): readonly Parts[] {
  return a.month! <= b.month! ? [a, b] : [b, a];
}

/** "2011-04", "2014/10", "04/2011". */
function yearAndMonth({ groups, separator }: Groups, at: number, context: ReadingContext): Point | undefined {
  const [first, second] = groups as [string, string];
  const next = at + 3;
  const isShort = second.length === 1 && YEAR_FIRST.has(primaryLanguage(context) ?? '');
  if (first.length === 4 && (second.length === 2 || isShort) && separator !== '|') {
    return only({ year: first, month: Number(second) }, next);
  }
  const monthFirst = first.length <= 2 && second.length === 4 && second >= '1000' && second <= '2199';
  return monthFirst ? only({ year: second, month: Number(first) }, next) : undefined;
}

function only(parts: Parts, next: number): Point | undefined {
  return exists(parts) && (parts.month ?? 0) <= 12 ? { meanings: [parts], next } : undefined;
}
