const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth';

const WORDS = new Map<string, number>([
  ...ONES.split(' ').map((word, value) => [word, value] as const),
  ...TENS.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
  ...ORDINALS.split(' ').map((word, value) => [word, value] as const),
  ['fourty', 40],
]);

const DIGITS = /^\d{1,9}$/;
const ORDINAL = /^(\d{1,6})(?:st|nd|rd|th|e|er|eme|o|a|i|y|ii|aia|oe)$/;
const ROMAN = /^(?=[ivxl])x{0,3}(?:ix|iv|v?i{0,3})$/;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** The number a word made plain says in digits, as an ordinal, in English words or in Roman digits of two letters on. */
export function numberIn(word: string): number | undefined {
  if (DIGITS.test(word)) return Number(word);
  const ordinal = ORDINAL.exec(word);
  if (ordinal) return Number(ordinal[1]);
  return WORDS.get(word) ?? (word.length > 1 ? roman(word) : undefined);
}

/** @returns what Roman digits up to 39 stand for, also a lone one */
export function roman(word: string): number | undefined {
  if (!ROMAN.test(word)) return undefined;
  let value = 0;
  for (let i = 0; i < word.length; i++) {
    const digit = ROMAN_DIGITS[word[i]!]!;
    value += digit < (ROMAN_DIGITS[word[i + 1] ?? ''] ?? 0) ? -digit : digit;
  }
  return value;
}
