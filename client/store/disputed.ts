import type { Conflict } from '../../shared/model/conflict.ts';
import type { OpenClaims } from './claims.ts';

/** Which claims take part in an open conflict: conflicts say so once they are loaded, before that the claim index. */
export class Disputed {
  #claimIds: ReadonlySet<string> | undefined;

  has(claimId: string, claims: OpenClaims | undefined): boolean {
    if (this.#claimIds) return this.#claimIds.has(claimId);
    const slot = claims?.table.slotOf(claimId) ?? -1;
    return slot >= 0 && claims!.table.rowAt(slot).conflict;
  }

  /** Counts anew, and brings the conflict marks of the claims that are read up to date. */
  count(conflicts: Iterable<Conflict>, claims: OpenClaims | undefined): void {
    const before = this.#claimIds ?? new Set<string>();
    const now = new Set<string>();
    for (const { state, sides } of conflicts) {
      if (state === 'open') for (const side of sides) for (const id of side.claimIds) now.add(id);
    }
    this.#claimIds = now;
    for (const id of new Set([...before, ...now])) {
      if (before.has(id) !== now.has(id)) claims?.table.setConflict(id, now.has(id));
    }
  }
}
