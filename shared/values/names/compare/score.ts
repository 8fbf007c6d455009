import type { AlignedTokens, Alignment } from './align.ts';
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

/** What a match counts for: nearer the lesser of both sides, where an initial stands for a word. */
function matchWeight({ left, right }: AlignedTokens): number {
  const ones = weightOf(left);
  const others = weightOf(right);
  return Math.min(ones, others) + Math.abs(ones - others) * UNEQUAL;
}

/**
 * The score of an alignment, 0 to 1. Left-overs on both sides are a conflict; on one side only they make the other a
 * shorter form.
 */
export function scoreOf({ matched, left, right }: Alignment): number {
  let agreed = 0;
  let blurred = 0;
  for (const pair of matched) {
    const weight = matchWeight(pair);
    agreed += weight * pair.similarity;
    blurred += weight * (1 - pair.similarity);
  }
  if (agreed === 0) return 0;
  const lefts = weightOf(left);
  const rights = weightOf(right);
  const conflict = CONFLICT * 2 * Math.min(lefts, rights) + BLURRED * blurred;
  return agreed / (agreed + conflict + LONGER * Math.abs(lefts - rights));
}

/** What a score cannot exceed where at most so much agrees and at least so much is left over on either side. */
export function boundOf(agreed: number, lefts: number, rights: number): number {
  return agreed === 0 ? 0 : agreed / (agreed + CONFLICT * 2 * Math.min(lefts, rights));
}
