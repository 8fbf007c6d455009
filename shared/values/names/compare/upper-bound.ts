import type { WordMatcher } from './align.ts';
import type { NameToken } from './name-token.ts';
import { boundOf } from './score.ts';

/**
 * What the score of two names cannot exceed, from the best match of each word alone; 1 where words may have to be put
 * together, which only aligning tells.
 */
export function upperBound(
  one: readonly NameToken[],
  other: readonly NameToken[],
  match: WordMatcher,
): number {
  let agreed = 0;
  let lefts = 0;
  let leftLetters = 0;
  let matchedRight = 0;
  for (const token of one) {
    let best = 0;
    for (let j = 0; j < other.length; j++) {
      const found = match(token, other[j]!);
      if (!found) continue;
      matchedRight |= 1 << j;
      const worth = Math.max(token.weight, other[j]!.weight) * found.similarity;
      if (worth > best) best = worth;
    }
    agreed += best;
    if (best > 0) continue;
    if (token.role === 'acronym') return 1;
    lefts += token.weight;
    leftLetters |= token.letters;
  }
  let rights = 0;
  let rightLetters = 0;
  for (let j = 0; j < other.length; j++) {
    if (matchedRight & (1 << j)) continue;
    const token = other[j]!;
    if (token.role === 'acronym') return 1;
    rights += token.weight;
    rightLetters |= token.letters;
  }
  if (lefts === 0 || rights === 0) return 1;
  return mayBeMerged(one, other, leftLetters, rightLetters) ? 1 : boundOf(agreed, lefts, rights);
}

/** Whether words left over on the one side can be cut otherwise on the other: their letters would be there. */
function mayBeMerged(
  one: readonly NameToken[],
  other: readonly NameToken[],
  lefts: number,
  rights: number,
): boolean {
  const all = (tokens: readonly NameToken[]) => tokens.reduce((bits, { letters }) => bits | letters, 0);
  return countBits(lefts & ~all(other)) <= 1 || countBits(rights & ~all(one)) <= 1;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0 && count < 2; rest &= rest - 1) count++;
  return count;
}
