import type { Conflict } from '../model/conflict.ts';

/** What a rule found, as far as it says on which claims it rests. */
interface RestsOnClaims {
  readonly key: string;
  readonly sides: readonly { readonly spans: readonly { readonly claimId?: string | undefined }[] }[];
}

/**
 * Whether a conflict on the record is about what a rule found, so that nobody has to settle it twice: it has the same
 * key, or, raised by hand or by another rule, it holds claims of every side of the finding against one another.
 */
export function standsFor(conflict: Conflict, found: RestsOnClaims): boolean {
  if (conflict.key === found.key) return true;
  if (found.sides.length < 2) return false;
  const taken = new Set<string>();
  return found.sides.every(({ spans }) => {
    const claims = new Set(spans.map(({ claimId }) => claimId));
    const side = conflict.sides.find(
      ({ id, claimIds }) => !taken.has(id) && claimIds.some(claimId => claims.has(claimId)),
    );
    if (side) taken.add(side.id);
    return side !== undefined;
  });
}
