import type { Alignment } from './align.ts';
import type { NameToken } from './name-token.ts';

/** How much words count that are left over on both sides, against what matched. */
const CONFLICT = 1.1;
/** How much words count that only one side has. */
const LONGER = 0.12;
/** How much a difference inside matched words counts. */
const BLURRED = 1.3;

/** How far the weight of a match is from the lesser to the greater of its sides. */
const UNEQUAL = 0.3;

const weightOf = (tokens: readonly NameToken[]): number =>
  tokens.reduce((sum, token) => sum + token.weight, 0);

/** How far a word's weight is from its own to 1 where the other name has nothing for it: Ali is not Ahmed, common as they are. */
const UNMATCHED = 0.9;

/** What a word counts for that is left over. */
export const leftOver = ({ role, weight }: NameToken): number =>
  role === 'word' ? weight + (1 - weight) * UNMATCHED : weight;

const leftWeight = (tokens: readonly NameToken[]): number =>
  tokens.reduce((sum, token) => sum + leftOver(token), 0);

/** What a match of words of these weights counts for: nearer the lesser, where an initial stands for a word. */
export const pairWeight = (one: number, other: number): number =>
  one < other ? one + (other - one) * UNEQUAL : other + (one - other) * UNEQUAL;

/**
 * The score of an alignment, 0 to 1. Left-overs on both sides are a conflict; on one side only they make the other a
 * shorter form.
 */
export function scoreOf({ matched, left, right }: Alignment): number {
  let agreed = 0;
  let blurred = 0;
  for (const pair of matched) {
    const weight = pairWeight(weightOf(pair.left), weightOf(pair.right));
    agreed += weight * pair.similarity;
    blurred += weight * (1 - pair.similarity);
  }
  return scoreFrom(agreed, blurred, leftWeight(left), leftWeight(right));
}

/**
 * @param agreed weight of what matches, times how well
 * @param blurred weight of what matches, times how badly
 * @param left weight of what is left over on one side
 */
export function scoreFrom(agreed: number, blurred: number, left: number, right: number): number {
  if (agreed === 0) return 0;
  const conflict = CONFLICT * 2 * Math.min(left, right) + BLURRED * blurred;
  return agreed / (agreed + conflict + LONGER * Math.abs(left - right));
}
