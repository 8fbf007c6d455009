import { sameJson } from '../json/canonical.ts';
import type { Change, Operation, Versioned } from '../model/change.ts';
import { stampOf, touchedPaths } from './paths.ts';
import { readPath } from './read-path.ts';

/** One path that two people set to different values: what the author of the change wants, what stands there, and the change that put it there. */
export interface Clash {
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly theirChange: string;
}

export type Merge =
  | { readonly merged: true; readonly change: Change }
  | { readonly merged: false; readonly clashes: readonly Clash[] };

/**
 * Holds a change against the object as it stands now. Different fields and different list items merge; a path that
 * somebody else has set meanwhile to another value is a clash with both values. Two who set the same value agree.
 * @param held the object as it stands; undefined where there is none
 */
export function mergeChange(held: Versioned | undefined, change: Change): Merge {
  const clashes = held ? clashesOf(held, change.operation, change.base) : [];
  return clashes.length > 0 ? { merged: false, clashes } : { merged: true, change };
}

/**
 * @param base what the author of an operation had seen, as a change carries it
 * @returns the paths that the operation would set to something else than somebody has set them to since
 */
export function clashesOf(held: Versioned, operation: Operation, base: Change['base']): Clash[] {
  const clashes: Clash[] = [];
  for (const path of touchedPaths(operation)) {
    const seen = base[path];
    const stamp = stampOf(held, path);
    if (seen === undefined || seen === stamp) continue;
    const mine = wanted(operation, path);
    const theirs = readPath(held, path);
    if (!sameJson(mine, theirs)) clashes.push({ path, mine, theirs, theirChange: stamp });
  }
  return clashes;
}

function wanted(operation: Operation, path: string): unknown {
  if (operation.op === 'set') return operation.values[path] ?? undefined;
  if (operation.op === 'edit')
    return operation.values[path.slice(`${operation.list}/${operation.item}/`.length)] ?? undefined;
  if (operation.op === 'remove') return 'removed';
  if (operation.op === 'restore') return 'present';
  return undefined;
}
