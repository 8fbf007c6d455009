import type { Bearer } from '../../../shared/values/names/name.ts';
import { dataJson, evalFolder } from '../data.ts';
import type { Matcher } from './matcher.ts';
import { ScoredPairs } from './scored.ts';

interface Pair {
  readonly kind: Bearer;
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

export const FOLDS = 5;

/** Adversarial pairs: which are the same. */
export function nameBench(matcher: Matcher, verbose: boolean) {
  const pairs = dataJson<readonly Pair[]>(evalFolder, 'names', 'name-bench.json');
  const scored = new ScoredPairs(FOLDS);
  const scores = pairs.map(({ kind, a, b }) =>
    matcher.score(matcher.prepare(a, kind), matcher.prepare(b, kind)),
  );
  for (const [index, { same }] of pairs.entries()) scored.add(index % FOLDS, scores[index]!, same);
  const result = scored.crossValidated();
  if (verbose)
    for (const [index, { a, b, same, kind }] of pairs.entries()) {
      const score = scores[index]!;
      if (score >= result.thresholds[index % FOLDS]! !== same)
        console.log(`  ${same ? 'missed' : 'wrong '} ${score.toFixed(2)} ${kind}: ${a} | ${b}`);
    }
  return result;
}
