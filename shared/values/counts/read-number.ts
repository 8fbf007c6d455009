import type { Token } from '../tokens.ts';
import { numberJoins, numberNamed } from './number-words.ts';

/** A number, the index of the token after it, and whether it was written in digits. */
export interface NumberRead {
  readonly number: number;
  readonly next: number;
  readonly inDigits: boolean;
}

/**
 * Reads the number that begins at the token, in digits ("1,500", "1 500", "2.5 million") or in words of the language.
 */
export function readNumber(tokens: readonly Token[], at: number, language: string): NumberRead | undefined {
  const digits = readDigits(tokens, at);
  if (!digits) return readWords(tokens, at, language);
  const token = tokens[digits.next];
  const scale = token?.kind === 'word' ? numberNamed(token.key, language) : undefined;
  if (scale === undefined || (scale < 1000 && scale !== 100)) return digits;
  const next =
    tokens[digits.next + 1]?.text === '.' && token!.text.length <= 4 ? digits.next + 2 : digits.next + 1;
  return { ...digits, number: digits.number * scale, next };
}

/** Longest run of digits that a number can hold exactly. */
const MOST_DIGITS = 15;
const GROUPING = new Set([',', '.', "'", '’']);

/**
 * Digits. Three after a comma, point, apostrophe or space are a group of thousands, since what is counted comes
 * whole; fewer or more after a comma or point are a fraction.
 */
function readDigits(tokens: readonly Token[], at: number): NumberRead | undefined {
  const first = tokens[at];
  if (first?.kind !== 'digits' || first.text.length > MOST_DIGITS) return undefined;
  const { written, next } = readGroups(tokens, at);
  const [point, fraction] = [tokens[next], tokens[next + 1]];
  const hasFraction =
    (point?.text === '.' || point?.text === ',') &&
    !point.apart &&
    fraction?.kind === 'digits' &&
    !fraction.apart;
  return hasFraction
    ? { number: Number(`${written}.${fraction.text}`), next: next + 2, inDigits: true }
    : { number: Number(written), next, inDigits: true };
}

function readGroups(tokens: readonly Token[], at: number): { written: string; next: number } {
  let written = tokens[at]!.text;
  let next = at + 1;
  if (written.length > 3 || written === '0') return { written, next };
  const isGroup = (token: Token | undefined) => token?.kind === 'digits' && token.text.length === 3;
  while (written.length + 3 <= MOST_DIGITS) {
    const [token, following] = [tokens[next], tokens[next + 1]];
    if (isGroup(token) && token!.apart) next += 1;
    else if (GROUPING.has(token?.text ?? '') && !token!.apart && isGroup(following) && !following!.apart)
      next += 2;
    else break;
    written += tokens[next - 1]!.text;
  }
  return { written, next };
}

/** Words: "thirty-one", "ciento veinte", "quatre-vingt-dix-sept", "двадцать пять тысяч". */
function readWords(tokens: readonly Token[], at: number, language: string): NumberRead | undefined {
  let thousands = 0;
  let group: number | undefined;
  let next = at;
  for (let i = at; i < tokens.length; i = next) {
    const place = next > at ? afterJoin(tokens, i) : i;
    const token = tokens[place];
    const value = token?.kind === 'word' ? numberNamed(token.key, language) : undefined;
    if (value === undefined) break;
    if (value >= 1000) {
      if (group === undefined && next > at) break;
      thousands += (group ?? 1) * value;
      group = undefined;
    } else if (group === undefined) group = value;
    else if (multiplies(group, value)) group *= value;
    else if (adds(group, value)) group += value;
    else break;
    next = place + 1;
  }
  return next > at ? { number: thousands + (group ?? 0), next, inDigits: false } : undefined;
}

/** "two hundred", "two dozen", and the four twenties of French. */
function multiplies(group: number, value: number): boolean {
  return group < 10 && group > 0 && (value === 100 || value === 12 || (value === 20 && group === 4));
}

/** Whether a smaller value may follow: units after tens, tens after hundreds, French teens after 60 and 80. */
function adds(group: number, value: number): boolean {
  const below = group % 100;
  if (below === 0) return value < 100 && group > 0;
  if (below === 60 || below === 80) return value < 20;
  return below % 10 === 0 && value < 10 && value > 0;
}

/** The index after a hyphen or "and" inside a number. */
function afterJoin(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  const isHyphen = (token?.text === '-' || token?.text === '‑') && !token.apart;
  const isJoin = token?.kind === 'word' && numberJoins.has(token.key);
  return isHyphen || isJoin ? at + 1 : at;
}
