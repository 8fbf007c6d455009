import type { Before, Change, Versioned } from '../model/change.ts';
import { applyChange } from './apply.ts';
import { type Clash, mergeChange } from './merge.ts';

/** Where a group meets the objects it touches. */
export type Lookup = (kind: Change['kind'], id: string) => Versioned | undefined;

export interface GroupClash extends Clash {
  readonly change: Change;
  readonly held: Versioned;
}

export type GroupResult =
  | { readonly applied: true; readonly objects: readonly Versioned[]; readonly before: readonly Before[] }
  | { readonly applied: false; readonly clashes: readonly GroupClash[] };

/**
 * Merges and applies the changes of one group in order, each seeing what the ones before it did.
 * @returns the objects as they are afterwards and what each change overwrote, or every clash found; nothing in between
 * @throws ChangeError for a change that cannot apply at all
 */
export function applyGroup(lookup: Lookup, changes: readonly Change[]): GroupResult {
  const touched = new Map<string, Versioned>();
  const before: Before[] = [];
  const clashes: GroupClash[] = [];
  for (const change of changes) {
    const key = `${change.kind}/${change.objectId}`;
    const held = touched.get(key) ?? lookup(change.kind, change.objectId);
    const merge = mergeChange(held, change);
    if (!merge.merged) {
      for (const clash of merge.clashes) clashes.push({ ...clash, change, held: held! });
      continue;
    }
    if (clashes.length > 0) continue;
    const result = applyChange(held, merge.change);
    touched.set(key, result.held);
    before.push(result.before);
  }
  return clashes.length > 0
    ? { applied: false, clashes }
    : { applied: true, objects: [...touched.values()], before };
}
