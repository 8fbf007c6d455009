import { dataJson, evalFolder } from '../data.ts';
import type { Matcher } from './matcher.ts';
import { FOLDS } from './name-bench.ts';
import { ScoredPairs } from './scored.ts';

interface Alias {
  readonly kind: 'person' | 'organization' | 'vessel';
  readonly id: string;
  readonly primary: string;
  readonly alias: string;
}

export const personAliases = (): readonly Alias[] =>
  dataJson<readonly Alias[]>(evalFolder, 'names', 'ofac-aliases.json').filter(
    ({ kind }) => kind === 'person',
  );

/** Every alias of a person against every listed name: those of the person are the same, all others are not. */
export function aliases(matcher: Matcher, verbose: boolean) {
  const listed = personAliases();
  const primaries = new Map(listed.map(({ id, primary }) => [id, primary]));
  const prepared = [...primaries].map(([id, name]) => ({ id, name, ready: matcher.prepare(name, 'person') }));
  const scored = new ScoredPairs(FOLDS);
  const seen: { score: number; same: boolean; fold: number; text: string }[] = [];
  for (const { id, alias } of listed) {
    const ready = matcher.prepare(alias, 'person');
    const fold = Number(id) % FOLDS;
    for (const primary of prepared) {
      const score = matcher.score(primary.ready, ready);
      const same = primary.id === id;
      scored.add(fold, score, same);
      if (verbose && (same || score > 0.6))
        seen.push({ score, same, fold, text: `${primary.name} | ${alias}` });
    }
  }
  const result = scored.crossValidated();
  for (const { score, same, fold, text } of seen)
    if (score >= result.thresholds[fold]! !== same && (!same || score > 0.5))
      console.log(`  ${same ? 'missed' : 'wrong '} ${score.toFixed(2)} ${text}`);
  return result;
}
