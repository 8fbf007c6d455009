import { primaryLanguage, type ReadingContext } from '../context.ts';
import { folded, wordKey } from '../folded.ts';
import { withoutMarkup } from '../markup.ts';
import { present } from '../present.ts';
import { type Token, tokensOf } from '../tokens.ts';
import { comparatorAfter, comparatorBefore } from './comparators.ts';
import type { Comparator, CountValue } from './count.ts';
import { numberLanguages } from './number-words.ts';
import { type NumberRead, readNumber } from './read-number.ts';
import { isRound, readVague, type VagueNumber } from './vague-numbers.ts';

/** Longest words read as a count, in UTF-16 code units; more is prose. */
const LONGEST = 1000;

/**
 * Reads how many of what the words say: "over 15 member organisations", "70+ countries", "10–12", "thirty",
 * "более двадцати партий". Of several numbers the first is meant, years and the word "one" last.
 * Vague ones keep their width: "thousands" is at least 1,000, "несколько сотен" between 200 and 900.
 * @returns undefined where there is no number
 */
export function readCount(text: string, context: ReadingContext): CountValue | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = folded(withoutMarkup(text));
  const tokens = tokensOf(bare);
  for (const language of numberLanguages(primaryLanguage(context))) {
    const found = numbersIn(tokens, language);
    const meant = found.find(one => !isWeak(one, tokens)) ?? found[0];
    if (meant) return countOf(tokens, meant, language, bare);
  }
  return undefined;
}

interface Found extends NumberRead {
  readonly at: number;
  readonly vague?: VagueNumber;
}

function numbersIn(tokens: readonly Token[], language: string): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; ) {
    const vague = readVague(tokens, at);
    const read = vague ? { ...vague, inDigits: false, vague } : readNumber(tokens, at, language);
    if (read) found.push({ ...read, at });
    at = read?.next ?? at + 1;
  }
  return found;
}

/** "One" is often an article, and four digits may be a year. */
function isWeak(found: Found, tokens: readonly Token[]): boolean {
  const isYear =
    found.inDigits && /^(19|20)\d\d$/.test(tokens[found.at]!.text) && found.next === found.at + 1;
  return isYear || (!found.inDigits && found.number <= 1);
}

const DASHES = new Set(['-', '–', '—', '−', '‑']);
const TO = new Set(['to', 'a', 'до', 'bis', 'do', 'al', 'til', 'or', 'o', 'ou', 'или']);
const AND = new Set(['and', 'y', 'et', 'и', 'und', 'e', 'i', 'та', 'і']);

function countOf(tokens: readonly Token[], found: Found, language: string, text: string): CountValue {
  if (found.vague) return vagueCount(tokens, found, found.vague, text);
  const upper = upperEnd(tokens, found, language);
  if (upper) {
    const unit = unitAt(tokens, upper.next, text);
    return present({
      kind: 'count' as const,
      number: found.number,
      upper: upper.number,
      comparator: 'between' as const,
      unit,
      text,
    });
  }
  const after = comparatorAfter(tokens, found.next);
  const comparator: Comparator =
    after?.comparator ?? comparatorBefore(tokens, found.at)?.comparator ?? ownComparator(tokens, found);
  const unit = unitAt(tokens, after?.next ?? found.next, text);
  return present({ kind: 'count' as const, number: found.number, comparator, unit, text });
}

function vagueCount(
  tokens: readonly Token[],
  found: Found,
  { number, upper }: VagueNumber,
  text: string,
): CountValue {
  const unit = unitAt(tokens, found.next, text);
  const comparator: Comparator = upper === undefined ? 'at-least' : 'between';
  return present({ kind: 'count' as const, number, upper, comparator, unit, text });
}

const ARTICLE_ONES = new Set(['ein', 'eine', 'un', 'una', 'une', 'um', 'uma']);

/** "A dozen" by itself is about twelve; two dozen are twenty-four. */
function ownComparator(tokens: readonly Token[], found: Found): Comparator {
  const [first, last] = [tokens[found.at]!, tokens[found.next - 1]!];
  const isAlone = found.next === found.at + 1 || (found.next === found.at + 2 && ARTICLE_ONES.has(first.key));
  return isAlone && !found.inDigits && isRound(last.key) ? 'about' : 'exactly';
}

/** Reads the upper end of "10–12", "10 to 12", "between 10 and 12", "от 10 до 12". */
export function upperEnd(
  tokens: readonly Token[],
  found: NumberRead & { readonly at: number },
  language: string,
): NumberRead | undefined {
  const join = tokens[found.next];
  if (!join) return undefined;
  const isBetween = comesAfterBetween(tokens, found.at) && AND.has(join.key);
  if (!DASHES.has(join.text) && !TO.has(join.key) && !isBetween) return undefined;
  const upper = readNumber(tokens, found.next + 1, language);
  return upper && upper.number > found.number ? upper : undefined;
}

const BETWEEN = new Set(
  ['between', 'entre', 'между', 'zwischen', 'tra', 'fra', 'između', 'између', 'між'].map(wordKey),
);

function comesAfterBetween(tokens: readonly Token[], at: number): boolean {
  return BETWEEN.has(tokens[at - 1]?.key ?? '');
}

const OF = new Set('na sur su auf out of de des dos das dei degli delle из von di od од з із z'.split(' '));
const ARTICLES = new Set(['the', 'los', 'las', 'les', 'die', 'den']);
const STOPS = new Set(['.', ';', ':', '(', ')', '!', '?', '—', '–', '"', '“', '”', '[', '|']);

/** What is counted: the words up to the next number or stop, without a leading "of the". */
function unitAt(tokens: readonly Token[], from: number, text: string): string | undefined {
  if (tokens[from]?.text === '%') return '%';
  let start = from;
  if (tokens[start]?.text === '-') start++;
  if (OF.has(tokens[start]?.key ?? '')) start++;
  if (ARTICLES.has(tokens[start]?.key ?? '')) start++;
  // "12 of 60 seats" counts seats.
  if (tokens[start]?.kind === 'digits') start++;
  let end = start;
  while (end < tokens.length && tokens[end]!.kind !== 'digits' && !STOPS.has(tokens[end]!.text)) end++;
  while (end > start && tokens[end - 1]!.kind === 'mark') end--;
  return end > start ? text.slice(tokens[start]!.start, tokens[end - 1]!.end) : undefined;
}
