import type { WordMatcher } from './align.ts';
import { matchWords, type WordMatch } from './match-words.ts';
import type { NameToken } from './name-token.ts';

/** Places for pairs of words; a newer pair takes the place of an older one. */
const PLACES = 1 << 16;
const NONE = 0xffffffff;

/** @returns `matchWords` with a memory for words that have a number; about 1 MB, so that it stays near */
export function rememberingMatcher(): WordMatcher {
  const ones = new Uint32Array(PLACES).fill(NONE);
  const others = new Uint32Array(PLACES);
  const found: (WordMatch | undefined)[] = new Array(PLACES).fill(undefined);
  return (one: NameToken, other: NameToken) => {
    if (one === other || one.serial === undefined || other.serial === undefined)
      return matchWords(one, other);
    const [low, high] = one.serial < other.serial ? [one.serial, other.serial] : [other.serial, one.serial];
    const place = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 16;
    if (ones[place] === low && others[place] === high) return found[place];
    const match = matchWords(one, other);
    ones[place] = low;
    others[place] = high;
    found[place] = match;
    return match;
  };
}
