import { primaryLanguage, type ReadingContext } from '../context.ts';
import { BREAK } from '../running-tokens.ts';
import type { Token } from '../tokens.ts';
import { type DatePlace, isAfterNumberWord, isCounted, isLikelyYear, isYear } from './bare-year.ts';
import { isEnglishMonth, isMonthName, isTellingMonth } from './months.ts';
import { andWords, fromWords, inWords, spanArticles, spanWords } from './words.ts';

/** Whether words that can be read as a date are surely meant so in running text. */
export function isCertainDate(place: DatePlace, context: ReadingContext): boolean {
  if (isGlued(place)) return false;
  const own = place.tokens.slice(place.at, place.next);
  const months = own.filter(token => token.kind === 'word' && isMonthName(token.key));
  const digits = own.filter(token => token.kind === 'digits');
  if (digits.length === 0 && own.length < 2) return false;
  if (months.length > 0) {
    const isSure = months.every(month => isMeant(month, digits, context)) && isWhole(own);
    return isSure && !isCutMonthFirst(place, own);
  }
  if (digits.length === 0) return own.length > 1;
  if (place.isSpan) return isYears(place, own);
  if (digits.length === 3) return isNumericDay(place, own, digits);
  if (digits.length === 2) return !place.isImpossible && isYearAndMonth(own, digits, context);
  return own.length > 1 ? !isFall(own) : isYear(place, context);
}

const JOINING_MARKS = new Set(['.', '-', '/', '_', '=', '+', ':', '\\', '@', '#', '&', '‑']);
const SIGNS = new Set(['$', '€', '£', '¥', '₽', '№', '#', '§', '%', '‰', '°']);

/** Whether letters, digits or a sign hang on either side: "A2011", "2011x", "1.2011.3", "€2000". */
function isGlued({ tokens, at, next }: DatePlace): boolean {
  const [before, after] = [tokens[at - 1], tokens[next]];
  if (SIGNS.has(before?.text ?? '') || SIGNS.has(after?.text ?? '')) return true;
  if (before && !tokens[at]!.apart) {
    if (before.kind !== 'mark') return !isHan(tokens[next - 1]!);
    const hangs = JOINING_MARKS.has(before.text) && !before.apart && tokens[at - 2]?.kind !== 'mark';
    if (hangs && at >= 2 && tokens[at - 2]!.text !== BREAK) return true;
  }
  if (!after || after.apart) return false;
  if (after.kind !== 'mark') return !isHan(tokens[next - 1]!) && tokens[next - 1]!.kind === 'digits';
  const following = tokens[next + 1];
  if (!JOINING_MARKS.has(after.text) || !following || following.apart || following.kind === 'mark')
    return false;
  return following.kind === 'digits' || after.text !== '-';
}

const isHan = ({ text }: Token) => /^[\u3040-\u9fff\uac00-\ud7af]/u.test(text);

/** Whether a word is a month here: one of the text's language, and in English with its capital. */
function isMeant(month: Token, digits: readonly Token[], context: ReadingContext): boolean {
  const language = primaryLanguage(context);
  if (!isTellingMonth(month.key, language)) return false;
  const isSmall = month.text.charAt(0) === month.text.charAt(0).toLowerCase();
  const isVerb = language === undefined && (month.key === 'may' || month.key === 'march');
  if (isSmall && (isVerb || (language === 'en' && isEnglishMonth(month.key)))) return digits.length > 1;
  return true;
}

/** "Się 15 kwietnia": a day belongs to the month behind it; a month of few letters first needs a year, but in English. */
function isCutMonthFirst({ tokens, next }: DatePlace, own: readonly Token[]): boolean {
  const [first] = own as [Token];
  if (!isMonthName(first.key)) return false;
  if (own.length === 2 && isMonthName(tokens[next]?.key ?? '')) return true;
  const hasYear = own.some(token => token.kind === 'digits' && token.text.length === 4);
  return first.key.length < 4 && !hasYear && !isEnglishMonth(first.key);
}

/** A month needs a day or a year beside it. */
const isWhole = (own: readonly Token[]) =>
  own.some(token => token.kind === 'digits') || own.filter(token => token.kind === 'word').length > 1;

/** "Fall of 1989" is seldom a season. */
const isFall = (own: readonly Token[]) => own[0]!.key === 'fall' && own[1]!.key === 'of';

function isNumericDay(place: DatePlace, own: readonly Token[], digits: readonly Token[]): boolean {
  const [first, second, third] = digits.map(({ text }) => text) as [string, string, string];
  const year = first.length === 4 ? first : third;
  if (place.isImpossible) {
    const others = first.length === 4 ? [second, third] : [first, second];
    const couldBe = others.some(other => Number(other) <= 12) && others.every(other => Number(other) <= 31);
    return couldBe && year.length === 4 && isLikelyYear(year) && own.length === 5;
  }
  if (year.length === 4) return isLikelyYear(year);
  return own[1]?.text === '/' || (first.length === 2 && second.length === 2 && own[1]?.text === '.');
}

function isYearAndMonth(own: readonly Token[], digits: readonly Token[], context: ReadingContext): boolean {
  const [first, second] = digits.map(({ text }) => text) as [string, string];
  if (!isLikelyYear(first.length === 4 ? first : second)) return false;
  if (own[1]?.text !== '.') return true;
  return Math.min(first.length, second.length) === 2 && primaryLanguage(context) !== 'en';
}

/** "1919–1943", "from 2007 to 2012", "1998–present"; not "1500–2000 people" and not "pp. 1919–1943". */
function isYears(place: DatePlace, own: readonly Token[]): boolean {
  const { tokens, at, next } = place;
  if (isCounted(tokens[next]) || isAfterNumberWord(tokens, at)) return false;
  const isJoinedByWord = own.some(
    (token, i) => i > 0 && i < own.length - 1 && (spanWords.has(token.key) || andWords.has(token.key)),
  );
  const before = tokens[spanArticles.has(tokens[at - 1]?.key ?? '') ? at - 2 : at - 1]?.key ?? '';
  return !isJoinedByWord || fromWords.has(before) || inWords.has(before);
}
