import type { Range } from '../../model/anchor.ts';
import { primaryLanguage, type ReadingContext } from '../context.ts';
import { findDates } from '../dates/find-dates.ts';
import { beforeNumbers, inWords } from '../dates/words.ts';
import { wordKey } from '../folded.ts';
import { BREAK, runningTokens } from '../running-tokens.ts';
import type { Token } from '../tokens.ts';
import { comparatorAfter, comparatorBefore } from './comparators.ts';
import type { CountValue } from './count.ts';
import { functionWords, languageBySmallWords } from './function-words.ts';
import { nounClass } from './noun-classes.ts';
import { NounPhrases } from './noun-phrase.ts';
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

interface TokenSpan {
  readonly from: number;
  readonly next: number;
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

/** The nouns behind a number, "of the" before them and all. */
function countedEnd(
  tokens: readonly Token[],
  next: number,
  language: string,
  isOne: boolean,
): number | undefined {
  let from = next;
  if (PARTITIVES.has(tokens[from]?.key ?? '') && !isOne) {
    from++;
    if (isDefinite(tokens[from], language)) from++;
    from = readNumber(tokens, from, language)?.next ?? from;
  }
  if (SHARES.has(tokens[from]?.key ?? '')) {
    const whole = readNumber(tokens, tokens[from + 1]?.key === 'of' ? from + 2 : from + 1, language);
    if (whole?.inDigits) return new NounPhrases(tokens, language).end(whole.next);
  }
  if (PERCENT_OF.has(tokens[from]?.key ?? '') && PERCENT.has(tokens[from + 1]?.key ?? '')) return from + 2;
  if (isOne) return new NounPhrases(tokens, language).singularEnd(from);
  return new NounPhrases(tokens, language).end(from);
}

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(wordKey));
const PERCENT_OF = keys('por per pour');
const PERCENT = keys('ciento cent cento');
const SHARES = keys('na sur su auf out');
const PARTITIVES = keys('of de des dos das dei degli delle из von di od од із з z');
const DEFINITE: Readonly<Record<string, ReadonlySet<string>>> = {
  ...{ en: keys('the'), es: keys('los las'), fr: keys('les'), de: keys('die der den'), it: keys('i gli le') },
  pt: keys('os as'),
};
const isDefinite = (token: Token | undefined, language: string) =>
  token !== undefined && DEFINITE[language]?.has(token.key) === true;
const ALL = keys('all todos todas tous toutes alle tutti tutte todos все усі всі wszystkie sve svih');

/** "The two organisations", "all the G-20 countries": the article belongs to what is counted. */
function beforeArticle(tokens: readonly Token[], from: number, language: string): number {
  let first = from;
  if (isDefinite(tokens[first - 1], language)) first--;
  return ALL.has(tokens[first - 1]?.key ?? '') ? first - 1 : first;
}

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

const TIMES = new Set(['day', 'month', 'year']);
const TIME_WORDS = keys(
  'week weeks hour hours minute minutes second seconds decade decades century centuries semana semanas hora horas minuto minutos décadas siglos semaine semaines heure heures minutes décennies siècles settimane ore minuti decenni secoli séculos woche wochen stunde stunden minuten jahrzehnte jahrhunderte неделя недели недель час часа часов минут минуты десятилетий десятилетия веков века тиждень тижні тижнів година години годин хвилин хвилини століть tygodni tygodnie godzin godziny minut minuty wieków sati minuta nedelja недеља сати минута minuta thirds quarters halves tercios tiers terzi terços drittel viertel трети четверти третини чверті trzecie trećine trećina трећине трећина утра вечера ночи дня ранку вечора ночі rano wieczorem ujutro navečer uveče увече am pm uhr hrs h km kg cm mm m kb mb gb hz khz mhz px км кг см мм times',
);

/** Lengths of time and measures are no counts of things. */
function isTime(tokens: readonly Token[], from: number, end: number): boolean {
  const last = tokens[end - 1]!.key;
  const first = tokens[from]?.key ?? '';
  return (
    TIME_WORDS.has(last) ||
    TIME_WORDS.has(first) ||
    TIMES.has(nounClass(last) ?? '') ||
    TIMES.has(nounClass(first) ?? '')
  );
}

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
function isWholeNumber(
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
function isNamed(tokens: readonly Token[], from: number, language: string): boolean {
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
function isNumberWord({ tokens, at, next, from }: NumberPlace, number: number, language: string): boolean {
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
const isJoinedWord = (tokens: readonly Token[], at: number) =>
  tokens[at - 1]?.text === '-' && !tokens[at]!.apart && tokens[at - 2]?.kind === 'word';

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

const MANYFOLD = keys(
  'tripartite trilateral quadripartite tripartito tripartita trilaterale dreiseitige трёхсторонняя трёхсторонней трёхсторонний тристороння тристоронній trójstronna trójstronny trostrana тространа',
);
const TWICE = keys(
  'twice thrice дважды трижды двічі тричі dwukrotnie trzykrotnie zweimal dreimal dvaput triput двапут трипут',
);
const AS_MUCH = keys('as the more a daily weekly yearly больше меньше so mehr');
const GROUPS = new Set(['g']);

/** "Tripartite working group", "twice", "the G-20 countries": numbers within other words. */
function manyfold(tokens: readonly Token[], at: number, language: string): TokenSpan | undefined {
  const token = tokens[at]!;
  if (token.kind !== 'word') return undefined;
  if (MANYFOLD.has(token.key)) {
    const end = new NounPhrases(tokens, language).singularEnd(at + 1);
    return end === undefined ? undefined : { from: at, next: end };
  }
  if (TWICE.has(token.key))
    return AS_MUCH.has(tokens[at + 1]?.key ?? '') ? undefined : { from: at, next: at + 1 };
  if (!GROUPS.has(token.key) || token.text !== 'G') return undefined;
  const digits = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  if (tokens[digits]?.kind !== 'digits' || tokens[digits]!.apart || tokens[digits]!.text.length > 2)
    return undefined;
  const noun = nounClass(tokens[digits + 1]?.key ?? '');
  return noun === 'country' || noun === 'state' || noun === 'member'
    ? { from: beforeArticle(tokens, at, language), next: digits + 2 }
    : undefined;
}
