import type { Versioned } from '../../shared/model/change.ts';

/** Which claims take part in which open conflicts. */
export class OpenConflicts {
  readonly #claims = new Map<string, readonly string[]>();
  readonly #conflicts = new Map<string, Set<string>>();

  /** Takes in a conflict as it is now. @returns the claims for which the answer of `has` may have changed */
  put(held: Versioned<'conflict'>): Set<string> {
    const before = this.#claims.get(held.id) ?? [];
    const open = held.object.state === 'open' && !held.removed;
    const now = open ? [...new Set(held.object.sides.flatMap(side => side.claimIds))] : [];
    for (const claim of before) {
      const conflicts = this.#conflicts.get(claim);
      conflicts?.delete(held.id);
      if (conflicts?.size === 0) this.#conflicts.delete(claim);
    }
    for (const claim of now) {
      const conflicts = this.#conflicts.get(claim);
      if (conflicts) conflicts.add(held.id);
      else this.#conflicts.set(claim, new Set([held.id]));
    }
    if (open) this.#claims.set(held.id, now);
    else this.#claims.delete(held.id);
    return new Set([...before, ...now]);
  }

  /** Whether a claim takes part in an open conflict. */
  has(claimId: string): boolean {
    return this.#conflicts.has(claimId);
  }

  /** Open conflicts with the claims on their sides. */
  get all(): ReadonlyMap<string, readonly string[]> {
    return this.#claims;
  }
}
