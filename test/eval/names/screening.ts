import { dataJson, evalFolder } from '../data.ts';
import type { Matcher } from './matcher.ts';
import { FOLDS } from './name-bench.ts';

interface Query {
  readonly listed?: string;
  readonly query: string;
  readonly same: boolean;
}

interface Best {
  readonly score: number;
  readonly isHit: boolean;
  readonly query: Query;
  readonly found: string;
  readonly fold: number;
}

export const screeningQueries = (): readonly Query[] =>
  dataJson<readonly Query[]>(evalFolder, 'names', 'screening.json');

/**
 * Damaged listings are looked up in the list, and names that are not on it. A hit is the right listing alone in first
 * place, at or above a threshold under which no more than one in a thousand of the names not listed were matched in the
 * other folds.
 */
export function screening(matcher: Matcher, verbose: boolean) {
  const queries = screeningQueries();
  const listed = [...new Set(queries.flatMap(({ listed }) => listed ?? []))].map(name => ({
    name,
    ready: matcher.prepare(name, 'person'),
  }));
  const bests = queries.map((query, index): Best => {
    const ready = matcher.prepare(query.query, 'person');
    let score = -1;
    let found: readonly string[] = [];
    for (const listing of listed) {
      const now = matcher.score(listing.ready, ready);
      if (now > score) {
        score = now;
        found = [listing.name];
      } else if (now === score) found = [...found, listing.name];
    }
    const isHit = found.length === 1 && found[0] === query.listed;
    return { score, isHit, query, found: found.slice(0, 3).join(' / '), fold: index % FOLDS };
  });
  const thresholds = Array.from({ length: FOLDS }, (_, fold) =>
    threshold(bests.filter(best => best.fold !== fold)),
  );
  const isMatched = (best: Best) => best.score >= thresholds[best.fold]!;
  const asked = bests.filter(({ query }) => query.same);
  const strangers = bests.filter(({ query }) => !query.same);
  if (verbose)
    for (const best of bests)
      if (isMatched(best) !== best.query.same || (best.query.same && !best.isHit))
        console.log(
          `  ${best.score.toFixed(2)} ${best.query.query} → ${best.found} (${best.query.listed ?? 'none'})`,
        );
  return {
    hits: asked.filter(best => best.isHit && isMatched(best)).length / asked.length,
    matchedStrangers: strangers.filter(isMatched).length / strangers.length,
    thresholds,
  };
}

/** In the middle between the best stranger but the allowed share and the worst hit above it. */
function threshold(bests: readonly Best[]): number {
  const strangers = bests.filter(({ query }) => !query.same).map(({ score }) => score);
  const allowed = Math.floor(strangers.length / 1000);
  const highest = strangers.sort((a, b) => b - a)[allowed] ?? 0;
  const hits = bests.filter(({ isHit, score }) => isHit && score > highest).map(({ score }) => score);
  return hits.length === 0 ? Number.POSITIVE_INFINITY : (highest + Math.min(...hits)) / 2;
}
