import type { Versioned } from '../../shared/model/change.ts';
import type { Desk } from './desk.ts';

const cited = new WeakMap<Versioned<'claim'>, readonly string[]>();

/** @returns by source, the claims that are not removed and have evidence from it. */
export function usesOfSources(desk: Desk): Record<string, string[]> {
  const uses: Record<string, string[]> = {};
  for (const claim of desk.claims.present())
    for (const source of sourcesOf(claim)) {
      uses[source] ??= [];
      uses[source].push(claim.id);
    }
  return uses;
}

function sourcesOf(claim: Versioned<'claim'>): readonly string[] {
  let sources = cited.get(claim);
  if (!sources) {
    const ids = claim.object.evidence.map(({ sourceId }) => sourceId).filter(id => id !== undefined);
    sources = [...new Set(ids)];
    cited.set(claim, sources);
  }
  return sources;
}
