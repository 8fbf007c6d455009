import { wordKey } from '../folded.ts';
import type { Token } from '../tokens.ts';

/** How days of the month are written out, first to twentieth and thirtieth; the rest are put together. */
const TABLE: readonly string[] = [
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth',
  'primero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta',
  'primeiro dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte trinta',
  'premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente',
  'первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого тридцатого',
  'первое второе третье четвёртое пятое шестое седьмое восьмое девятое десятое одиннадцатое двенадцатое тринадцатое четырнадцатое пятнадцатое шестнадцатое семнадцатое восемнадцатое девятнадцатое двадцатое тридцатое',
];
const SPECIAL =
  'uno:1 um:1 veintiuno:21 veintidós:22 veintitrés:23 veinticuatro:24 veinticinco:25 veintiséis:26 veintisiete:27 veintiocho:28 veintinueve:29';
/** Tens that units follow: "twenty-first", "treinta y uno", "двадцать первого". */
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty:20 thirty:30 treinta:30 vinte:20 trinta:30 vingt:20 trente:30 двадцать:20 тридцать:30'
    .split(' ')
    .map(pair => [wordKey(pair.split(':')[0]!), Number(pair.split(':')[1])]),
);

const days: ReadonlyMap<string, number> = new Map([
  ...TABLE.flatMap(row => row.split(' ').map((word, i) => [wordKey(word), i === 20 ? 30 : i + 1] as const)),
  ...SPECIAL.split(' ').map(pair => [wordKey(pair.split(':')[0]!), Number(pair.split(':')[1])] as const),
]);

/** @returns the day of a month that is written out at the token, and the index after it: "the twenty-first". */
export function readDayInWords(
  tokens: readonly Token[],
  at: number,
): { day: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const tens = TENS.get(token.key);
  if (tens !== undefined) {
    const join = tokens[at + 1];
    const isJoin = join !== undefined && ['-', 'y', 'e', 'et'].includes(join.key);
    const unitAt = isJoin ? at + 2 : at + 1;
    const unit = days.get(tokens[unitAt]?.key ?? '');
    if (unit !== undefined && unit < 10 && tens + unit <= 31) return { day: tens + unit, next: unitAt + 1 };
  }
  const day = days.get(token.key);
  return day === undefined ? undefined : { day, next: at + 1 };
}
