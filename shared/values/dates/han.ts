const NUMERALS = '一二三四五六七八九';
const BEFORE_SIGNS = /(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3}(?=[月日号號])/gu;

/** @returns the text with the Chinese numerals of months and days as digits: "三月十五日" → "3月15日" */
export function withHanDigits(text: string): string {
  return text.replace(BEFORE_SIGNS, written => {
    const number = numberOf(written);
    return number === undefined ? written : String(number);
  });
}

/** One to 31: units, and tens with units before and behind the ten. */
function numberOf(written: string): number | undefined {
  const ten = written.indexOf('十');
  if (ten < 0) return written.length === 1 ? NUMERALS.indexOf(written) + 1 : undefined;
  const tens = ten === 0 ? 1 : NUMERALS.indexOf(written[0]!) + 1;
  const unit = written[ten + 1];
  return ten > 1 || tens === 0
    ? undefined
    : tens * 10 + (unit === undefined ? 0 : NUMERALS.indexOf(unit) + 1);
}
