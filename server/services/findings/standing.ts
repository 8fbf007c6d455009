import type { Returned, ToldFinding } from '../../../shared/api/found.ts';
import { basisChanged } from '../../../shared/conflicts/basis.ts';
import { type BasisChange, basisChanges } from '../../../shared/conflicts/basis-of-finding.ts';
import { standsFor } from '../../../shared/conflicts/stands-for.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { type Conflict, decisionInForce } from '../../../shared/model/conflict.ts';
import type { FoundBasis } from '../../../shared/model/found-basis.ts';
import type { Refusal } from '../../../shared/model/refusal.ts';
import type { Storage } from '../../storage/port.ts';
import type { Found } from './messages.ts';

type FindClaim = (id: string) => Claim | undefined;

/** What people have done about suggestions and findings: conflicts and refusals by key. */
export class Standing {
  readonly #conflicts = new Map<string, Map<string, Conflict>>();
  /** Conflicts by the claims on their sides, and by id. */
  readonly #byClaim = new Map<string, Set<string>>();
  readonly #byId = new Map<string, Conflict>();
  readonly #refusals = new Map<string, Map<string, Refusal>>();
  /** Refusals of suggestions by document. */
  readonly #suggestions = new Map<string, Map<string, Refusal>>();

  async load(storage: Storage): Promise<void> {
    for (const kind of ['conflict', 'refusal'] as const)
      for (const held of (await storage.readObjects(kind)) as Versioned[]) this.put(held);
  }

  /** @returns whether what is told may be something else by this */
  put({ kind, id, object, removed }: Versioned): boolean {
    if (kind === 'conflict') {
      const conflict = object as Conflict;
      keep(this.#conflicts, conflict.key, id, removed ? undefined : conflict);
      this.#putClaims(id, removed ? undefined : conflict);
      return true;
    }
    if (kind !== 'refusal') return false;
    const refusal = object as Refusal;
    const now = removed ? undefined : refusal;
    if (refusal.of === 'finding') keep(this.#refusals, refusal.key, id, now);
    else keep(this.#suggestions, refusal.documentId ?? '', id, now);
    return true;
  }

  /** What was refused of the suggestions in a document. */
  refusalsIn(documentId: string): readonly Refusal[] {
    return [...(this.#suggestions.get(documentId)?.values() ?? [])];
  }

  /** How many suggestions were refused. */
  get refusedSuggestions(): readonly Refusal[] {
    return [...this.#suggestions.values()].flatMap(refusals => [...refusals.values()]);
  }

  /**
   * A finding as it is told; nothing where a conflict stands for it, or somebody has refused it, and what that rests on
   * is what it was.
   */
  told(found: Found, find: FindClaim): ToldFinding | undefined {
    const { basis } = found;
    const returned: Returned[] = [];
    for (const conflict of this.#standingFor(found)) {
      const back = returnedFromDecision(conflict, basis, find);
      if (!back) return undefined;
      returned.push(back);
    }
    for (const refusal of this.#refusals.get(found.key)?.values() ?? []) {
      const changes = basisChanges(refusal.basis, basis);
      if (changes.length === 0) return undefined;
      returned.push(returnedFrom('refusal', refusal.id, refusal, changes));
    }
    // Of several, the latest is what people remember.
    const latest = returned.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    return latest ? { ...found, returned: latest } : found;
  }

  /** Conflicts that are about what was found: by its key, or because they hold its claims against one another. */
  #standingFor(found: Found): Set<Conflict> {
    const standing = new Set(this.#conflicts.get(found.key)?.values());
    for (const { claimId } of found.sides[0]!.spans)
      for (const id of (claimId !== undefined && this.#byClaim.get(claimId)) || []) {
        const conflict = this.#byId.get(id)!;
        if (standsFor(conflict, found)) standing.add(conflict);
      }
    return standing;
  }

  #putClaims(id: string, conflict: Conflict | undefined): void {
    for (const { claimIds } of this.#byId.get(id)?.sides ?? [])
      for (const claimId of claimIds) this.#byClaim.get(claimId)?.delete(id);
    if (!conflict) {
      this.#byId.delete(id);
      return;
    }
    this.#byId.set(id, conflict);
    for (const { claimIds } of conflict.sides)
      for (const claimId of claimIds) {
        const ids = this.#byClaim.get(claimId);
        if (ids) ids.add(id);
        else this.#byClaim.set(claimId, new Set([id]));
      }
  }
}

/** @returns what changed since a conflict was settled; undefined where it stands for the finding */
function returnedFromDecision(conflict: Conflict, now: FoundBasis, find: FindClaim): Returned | undefined {
  const decision = decisionInForce(conflict);
  if (!decision) return undefined;
  const changes = changesSince(conflict, decision.at, now, find);
  return changes.length > 0 ? returnedFrom('decision', conflict.id, decision, changes) : undefined;
}

/**
 * What was found otherwise than when the conflict was raised, and the evidence that has come since the decision. Evidence
 * from before it was seen by whoever decided.
 */
function changesSince(
  conflict: Conflict,
  at: string,
  now: FoundBasis,
  find: FindClaim,
): readonly BasisChange[] {
  const found = conflict.found
    ? basisChanges(conflict.found, now).filter(
        ({ what, gone, come }) => what !== 'evidence' && gone.length + come.length > 0,
      )
    : [];
  if (!basisChanged(conflict, find)) return found;
  const evidence = conflict.sides.flatMap(({ value, claimIds }) => {
    const later = claimIds.flatMap(id => find(id)?.evidence ?? []).filter(one => one.at > at);
    const come = later.map(({ stance, quote }) => [stance, quote].filter(Boolean).join(' · ').slice(0, 200));
    return come.length > 0 ? [{ what: 'evidence' as const, side: value, gone: [], come }] : [];
  });
  const all = [...found, ...evidence];
  return all.length > 0 ? all : [{ what: 'words', gone: [], come: [] }];
}

function returnedFrom(
  of: Returned['of'],
  id: string,
  { reason, by, at }: { readonly reason?: string | undefined; readonly by: string; readonly at: string },
  changes: readonly BasisChange[],
): Returned {
  const said = changes.map(change => ({ ...change, gone: [...change.gone], come: [...change.come] }));
  return { of, id, ...(reason === undefined ? {} : { reason }), by, at, changes: said };
}

function keep<T>(map: Map<string, Map<string, T>>, key: string, id: string, value: T | undefined): void {
  const same = map.get(key);
  if (value !== undefined) {
    if (same) same.set(id, value);
    else map.set(key, new Map([[id, value]]));
  } else if (same?.delete(id) && same.size === 0) map.delete(key);
}
