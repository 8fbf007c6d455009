import type { ReadingContext } from '../context.ts';
import { wordKey } from '../folded.ts';
import type { Token } from '../tokens.ts';
import { daysInMonth } from './edtf.ts';
import type { Point } from './parts.ts';
import { readFollowingYear, readMonthName } from './read-parts.ts';
import { weekdayNamed, weekdayOf } from './weekdays.ts';

/** "First" to "fifth" and "last" beside a weekday, in the languages whose weekdays are known. */
const TABLE: Readonly<Record<number, string>> = {
  1: 'first primer primero primera premier première erster erste ersten primo prima primeiro primeira первый первая первое первую перший перша перше першу pierwszy pierwsza pierwszą prvi prva prvu први прва прву første første första eerste πρώτη πρώτος πρώτο',
  2: 'second segundo segunda deuxième seconde zweiter zweite zweiten secondo seconda второй вторая второе вторую другий друга друге другу drugi druga drugą drugu други другу anden andre andra tweede δεύτερη δεύτερος δεύτερο',
  3: 'third tercer tercero tercera troisième dritter dritte dritten terzo terza terceiro terceira третий третья третье третью третій третя третє третю trzeci trzecia trzecią treći treća treću трећи трећа трећу tredje derde τρίτη τρίτος τρίτο',
  4: 'fourth cuarto cuarta quatrième vierter vierte vierten quarto quarta четвёртый четвёртая четвёртое четвёртую четвертий четверта четверте четверту czwarty czwarta czwartą četvrti četvrta četvrtu четврти четврта четврту fjerde fjärde vierde τέταρτη τέταρτος τέταρτο',
  5: 'fifth quinto quinta cinquième fünfter fünfte fünften пятый пятая пятое пятую п’ятий п’ята п’яте п’яту piąty piąta piątą peti peta petu пети пета пету femte vijfde πέμπτη πέμπτος πέμπτο',
  [-1]: 'last último última dernier dernière letzter letzte letzten letztes ultimo ultima последний последняя последнее последнюю останній остання останнє останню ostatni ostatnia ostatnią zadnji zadnja zadnju poslednji poslednja poslednju posljednji posljednja posljednju последњи последња последњу посљедњи посљедња sidste siste sista laatste τελευταία τελευταίος τελευταίο',
};
const nth: ReadonlyMap<string, number> = new Map(
  Object.entries(TABLE).flatMap(([number, words]) =>
    words.split(' ').map(word => [wordKey(word), Number(number)] as const),
  ),
);
const keys = (words: string) => new Set(words.split(' ').map(wordKey));
const dayWords = keys('day día jour tag giorno dia день dzień dan дан dag dagen dan μέρα ημέρα');
const between = keys('of in de du des del di im i u w we v у в у во του den der');

/** Reads a day by its place in a month: "the second Wednesday of October 2014", "последний день октября 2015 года". */
export function readNthDay(tokens: readonly Token[], at: number, context: ReadingContext): Point | undefined {
  const which = tokens[at]?.kind === 'word' ? ordinal(tokens[at].key) : undefined;
  if (which === undefined) return undefined;
  const named = tokens[at + 1]?.kind === 'word' ? tokens[at + 1]!.key : '';
  const weekday = weekdayNamed(named);
  if (weekday === undefined && !dayWords.has(named)) return undefined;
  const isFair = tokens[at + 3]?.key === 'feira' && tokens[at + 2]?.text === '-';
  const from = isFair ? at + 4 : at + 2;
  let next = from;
  while (next < from + 2 && between.has(tokens[next]?.key ?? '')) next++;
  const month = readMonthName(tokens, next, context);
  const year = month?.months.length === 1 ? readFollowingYear(tokens, month.next) : undefined;
  if (!month || !year) return undefined;
  const [number] = month.months as [number];
  const day = dayInMonth(Number(year.year), number, which, weekday);
  const parts = { year: year.year, month: number, day };
  return { meanings: day > daysInMonth(number, Number(year.year)) ? [] : [parts], next: year.next };
}

/** "L'ultimo" and the like begin with an article. */
function ordinal(key: string): number | undefined {
  return nth.get(key) ?? (key.startsWith('l') ? nth.get(key.slice(1)) : undefined);
}

/** Whether a day's place in a month can begin with the word: "second", "last". */
export function isOrdinal(key: string): boolean {
  return ordinal(key) !== undefined;
}

function dayInMonth(year: number, month: number, which: number, weekday: number | undefined): number {
  const last = daysInMonth(month, year);
  if (weekday === undefined) return which === -1 ? last : which;
  if (which === -1) return last - ((weekdayOf(year, month, last) - weekday + 7) % 7);
  return 1 + ((weekday - weekdayOf(year, month, 1) + 7) % 7) + (which - 1) * 7;
}
