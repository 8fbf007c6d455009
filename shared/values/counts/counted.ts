import { wordKey } from '../folded.ts';
import type { Token } from '../tokens.ts';
import { nounClass } from './noun-classes.ts';
import { NounPhrases } from './noun-phrase.ts';
import { readNumber } from './read-number.ts';

/** @returns the index after the nouns behind a number, "of the" before them and all; undefined where there are none. */
export function countedEnd(
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
export function beforeArticle(tokens: readonly Token[], from: number, language: string): number {
  let first = from;
  if (isDefinite(tokens[first - 1], language)) first--;
  return ALL.has(tokens[first - 1]?.key ?? '') ? first - 1 : first;
}

const TIMES = new Set(['day', 'month', 'year']);
const TIME_WORDS = keys(
  'week weeks hour hours minute minutes second seconds decade decades century centuries semana semanas hora horas minuto minutos décadas siglos semaine semaines heure heures minutes décennies siècles settimane ore minuti decenni secoli séculos woche wochen stunde stunden minuten jahrzehnte jahrhunderte неделя недели недель час часа часов минут минуты десятилетий десятилетия веков века тиждень тижні тижнів година години годин хвилин хвилини століть tygodni tygodnie godzin godziny minut minuty wieków sati minuta nedelja недеља сати минута minuta thirds quarters halves tercios tiers terzi terços drittel viertel трети четверти третини чверті trzecie trećine trećina трећине трећина утра вечера ночи дня ранку вечора ночі rano wieczorem ujutro navečer uveče увече am pm uhr hrs h km kg cm mm m kb mb gb hz khz mhz px км кг см мм times',
);

/** Lengths of time and measures are no counts of things. */
export function isTime(tokens: readonly Token[], from: number, end: number): boolean {
  const last = tokens[end - 1]!.key;
  const first = tokens[from]?.key ?? '';
  return (
    TIME_WORDS.has(last) ||
    TIME_WORDS.has(first) ||
    TIMES.has(nounClass(last) ?? '') ||
    TIMES.has(nounClass(first) ?? '')
  );
}
