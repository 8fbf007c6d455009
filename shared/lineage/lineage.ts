import type { Source } from '../model/source.ts';
import { type Character, characterOf, originOf } from './origin.ts';

/** How many claims rest on something: at all, and on nothing else. */
interface Resting {
  readonly claims: number;
  /** Of these, the ones that rest on nothing of another origin. */
  readonly alone: number;
}

/** What comes from one place: a site, or a publisher where there is no address. */
export interface Origin extends Resting {
  readonly name: string;
  readonly sourceIds: readonly string[];
  readonly character?: Character;
  /** By the type of the claims, as far as they are loaded; most first. */
  readonly byType: readonly (Resting & { readonly type: string; readonly of: number })[];
}

/** Who rests on whom. */
export interface Lineage {
  /** The one on which most claims rest first. */
  readonly origins: readonly Origin[];
  /** Claims that rest on any source that has an origin. */
  readonly claims: number;
}

interface Gathered {
  readonly sourceIds: string[];
  readonly claimIds: Set<string>;
}

/**
 * Counts the claims that rest on each origin. A claim that cites two sources of one origin counts once: repetition is no
 * second voice.
 * @param uses ids of the claims that cite each source
 * @param typeOf gives the type of a claim that is loaded
 * @param selfPublished origins that are known to be the site of the subject itself
 */
export function lineageOf(
  sources: readonly Pick<Source, 'id' | 'csl'>[],
  uses: ReadonlyMap<string, readonly string[]>,
  typeOf: (claimId: string) => string | undefined,
  selfPublished: ReadonlySet<string> = new Set(),
): Lineage {
  const gathered = new Map<string, Gathered>();
  const voices = new Map<string, number>();
  for (const { id, csl } of sources) {
    const name = originOf(csl);
    if (name === undefined) continue;
    const origin = gathered.get(name) ?? { sourceIds: [], claimIds: new Set<string>() };
    gathered.set(name, origin);
    origin.sourceIds.push(id);
    for (const claimId of uses.get(id) ?? []) {
      if (origin.claimIds.has(claimId)) continue;
      origin.claimIds.add(claimId);
      voices.set(claimId, (voices.get(claimId) ?? 0) + 1);
    }
  }
  const ofType = count([...voices.keys()], typeOf);
  const origins = [...gathered].map(([name, { sourceIds, claimIds }]): Origin => {
    const alone = [...claimIds].filter(id => voices.get(id) === 1);
    const aloneOfType = count(alone, typeOf);
    const character = characterOf(name, selfPublished);
    return {
      name,
      sourceIds,
      claims: claimIds.size,
      alone: alone.length,
      ...(character && { character }),
      byType: [...count([...claimIds], typeOf)]
        .map(([type, claims]) => ({
          type,
          claims,
          alone: aloneOfType.get(type) ?? 0,
          of: ofType.get(type) ?? 0,
        }))
        .sort((a, b) => b.claims - a.claims || (a.type < b.type ? -1 : 1)),
    };
  });
  return {
    origins: origins.sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1)),
    claims: voices.size,
  };
}

function count(ids: readonly string[], typeOf: (claimId: string) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const type = typeOf(id);
    if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}
