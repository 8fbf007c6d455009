import { primaryLanguage, type ReadingContext } from '../context.ts';
import { functionWords, nounJoins } from '../counts/function-words.ts';
import { nounClass } from '../counts/noun-classes.ts';
import { BREAK } from '../running-tokens.ts';
import type { Token } from '../tokens.ts';
import { aboutWords, andWords, beforeNumbers, inWords, nearWords } from './words.ts';

/** Tokens that can be read as a date, and what was found before them. */
export interface DatePlace {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly at: number;
  /** The index after the last of them. */
  readonly next: number;
  readonly isSpan: boolean;
  /** No calendar has such a day. */
  readonly isImpossible: boolean;
  /** The index of the bare year found last, where nothing was found since. */
  readonly lastYear: number | undefined;
}

/** Years that prose speaks of; numbers beyond them are rarely years. */
export const isLikelyYear = (text: string) => text.length === 4 && text >= '1000' && text <= '2199';

/** Whether a word is something that is often counted. */
export const isCounted = (token: Token | undefined) =>
  token?.kind === 'word' && nounClass(token.key) !== undefined;

/** "p. 2011", "No. 2011", "ISSN 2011". */
export function isAfterNumberWord(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1];
  return beforeNumbers.has(before?.key ?? '');
}

const ORIGINS = new Set([
  'est',
  'b',
  'd',
  'род',
  'ум',
  'осн',
  'geb',
  'gest',
  'gegr',
  'ur',
  'zm',
  'zal',
  'rod',
  'nar',
  'нар',
  'n',
  'm',
]);

/** "(est. 1946)", "(род. 1972)". */
const isBracketedOrigin = (tokens: readonly Token[], at: number) =>
  ORIGINS.has(tokens[at - 2]?.key ?? '') && tokens[at - 3]?.text === '(';

const SOUTH_SLAVIC = new Set(['hr', 'sr', 'bs', 'sl', 'me']);

/** "Na izborima 2019. stranka": South Slavic years are ordinals, with a point before a small letter. */
function isOrdinalYear({ tokens, next }: DatePlace, context: ReadingContext): boolean {
  const following = tokens[next + 1];
  const isOrdinal = tokens[next]?.text === '.' && !tokens[next]!.apart && following?.kind === 'word';
  return isOrdinal && SOUTH_SLAVIC.has(primaryLanguage(context) ?? '') && /^\p{Ll}/u.test(following.text);
}

const EVENTS = new Set(['conference', 'congress', 'meeting', 'forum']);

/** "Bei den Wahlen 2019", "der 2015 gewählt wurde": German years need no preposition. */
function isGermanYear(before: Token, after: Token | undefined, context: ReadingContext): boolean {
  if (primaryLanguage(context) !== 'de') return false;
  const { key } = before;
  if (/(?:wahl|wahlen|parteitag|gipfel|herbst|fruhjahr)$/.test(key) || EVENTS.has(nounClass(key) ?? ''))
    return true;
  return /^\p{Ll}/u.test(before.text) && (after === undefined || !/^\p{Lu}/u.test(after.text));
}

/** "c. 1984", "around 1984". */
function isAbout(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1];
  return aboutWords.has(before?.key ?? '');
}

/** Behind a year with which a paragraph or a field begins. */
const AFTER_FIRST = new Set([':', '–', '(', ',']);
/** Entries of a chronicle: "1999 – founded". */
const LINE_MARKS = new Set([':', '–', '—', '-']);

function isLineStart({ text, tokens, at }: DatePlace): boolean {
  const from = tokens[at - 1]?.end ?? 0;
  return at === 0 || text.slice(from, tokens[at]!.start).includes('\n');
}

const AFTER_IN_BRACKETS = new Set([')', ']', ',', ';', '–', '—', ':', '/']);

/** Whether four digits by themselves are a year, by what stands beside them. */
export function isYear(place: DatePlace, context: ReadingContext): boolean {
  const { tokens, at, next, lastYear } = place;
  const [before, after] = [tokens[at - 1], tokens[next]];
  if (!isLikelyYear(tokens[at]!.text) || isCounted(after) || isAfterNumberWord(tokens, at)) return false;
  const isEnd = after === undefined || after.kind === 'mark';
  if (isLineStart(place) && after?.kind === 'mark' && LINE_MARKS.has(after.text)) return true;
  if (before === undefined || before.text === BREAK || before.text === '.') {
    const isVerbNext = after?.kind === 'word' && /^\p{Ll}/u.test(after.text);
    if (isVerbNext && primaryLanguage(context) === 'de') return true;
  }
  if (before === undefined || before.text === BREAK)
    return after !== undefined && (after.kind === 'word' || AFTER_FIRST.has(after.text));
  if (lastYear === at - 2 && (before.text === ',' || andWords.has(before.key))) return true;
  if (before.text === '©') return true;
  if (before.text === '(' || before.text === '[')
    return after === undefined || AFTER_IN_BRACKETS.has(after.text);
  if (isAbout(tokens, at))
    return (
      isEnd ||
      nounJoins(primaryLanguage(context)).has(after.key) ||
      functionWords(primaryLanguage(context)).has(after.key)
    );
  if (before.text === ',') return isEnd && tokens[at - 2]?.kind === 'word';
  if (before.text === '.') return isBracketedOrigin(tokens, at);
  if (before.kind !== 'word') return false;
  if (isOrdinalYear(place, context) || isGermanYear(before, after, context)) return true;
  if (inWords.has(before.key)) return true;
  if (!nearWords.has(before.key)) return false;
  const isRecent = tokens[at]!.text >= '1800' && tokens[at]!.text <= '2100';
  if (before.key === 'the') return isRecent;
  return (
    isEnd ||
    nounJoins(primaryLanguage(context)).has(after.key) ||
    functionWords(primaryLanguage(context)).has(after.key)
  );
}
