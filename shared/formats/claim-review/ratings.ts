import type { Verdict } from '../../model/scales.ts';

/**
 * Where verdicts stand between false and true. ClaimReview rates how true a claim is; verdicts that speak of something
 * else, of the source cited, of what could be found out, have no place on that scale.
 */
export const RATINGS: Readonly<Partial<Record<Verdict, number>>> = {
  contradicted: 1,
  disputed: 3,
  outdated: 3,
  'needs-context': 3,
  imprecise: 4,
  accurate: 5,
};

export const WORST = 1;
export const BEST = 5;
