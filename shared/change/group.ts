import type { Before, Change, Versioned } from '../model/change.ts';
import { type Clash, mergeChange } from './merge.ts';
import { Overlay } from './surroundings.ts';

/** Where a group meets the objects it touches. */
export type Lookup = (kind: Change['kind'], id: string) => Versioned | undefined;

/** Where a revision meets all claims of its document, removed ones too. */
export type ClaimsOf = (documentId: string) => Iterable<Versioned<'claim'>>;

export interface GroupClash extends Clash {
  readonly change: Change;
  readonly held: Versioned;
}

export type GroupResult =
  | { readonly applied: true; readonly objects: readonly Versioned[]; readonly before: readonly Before[] }
  | { readonly applied: false; readonly clashes: readonly GroupClash[] };

/**
 * Merges and applies the changes of one group in order, each seeing what the ones before it did.
 * @param claimsOf needed where the group brings a document a new revision
 * @returns the objects as they are afterwards and what each change overwrote, or every clash found; nothing in between
 * @throws ChangeError for a change that cannot apply at all
 */
export function applyGroup(
  lookup: Lookup,
  changes: readonly Change[],
  claimsOf: ClaimsOf = noClaims,
): GroupResult {
  const overlay = new Overlay({ get: lookup, claimsOf });
  const before: Before[] = [];
  const clashes: GroupClash[] = [];
  for (const change of changes) {
    const held = overlay.get(change.kind, change.objectId);
    const merge = mergeChange(held, change);
    if (!merge.merged) {
      for (const clash of merge.clashes) clashes.push({ ...clash, change, held: held! });
      continue;
    }
    if (clashes.length > 0) continue;
    before.push(overlay.apply(merge.change));
  }
  return clashes.length > 0
    ? { applied: false, clashes }
    : { applied: true, objects: overlay.objects, before };
}

function noClaims(): never {
  throw new Error('A new revision of a document can only be brought where all of its claims are known.');
}
