import type { AlignedTokens, Alignment } from './align.ts';
import type { NameToken } from './name-token.ts';

/** How much words count that are left over on both sides, against what matched. */
const CONFLICT = 1.1;
/** How much words count that only one side has. */
const LONGER = 0.12;
/** What a difference inside matched words counts for, against words left over. */
const BLURRED = 0.7;

const weightOf = (tokens: readonly NameToken[]): number =>
  tokens.reduce((sum, token) => sum + token.weight, 0);

/** What a match counts for: both sides' mean, the lesser where an initial stands for a word. */
function matchWeight({ left, right, by }: AlignedTokens): number {
  const ones = weightOf(left);
  const others = weightOf(right);
  return by === 'initial' ? Math.min(ones, others) + Math.abs(ones - others) * 0.3 : (ones + others) / 2;
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
