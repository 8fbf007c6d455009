import type { Surroundings } from '../../shared/change/surroundings.ts';
import type { Change, Versioned } from '../../shared/model/change.ts';
import type { Batch } from './port.ts';

/**
 * @param around the objects as they were read, before the changes
 * @param objects what the changes made of them
 * @returns the versions that a batch of these changes rests on
 */
export function readAtOf(
  around: Surroundings,
  changes: readonly Change[],
  objects: readonly Versioned[],
): Batch['readAt'] {
  const readAt: Record<string, number> = {};
  for (const { kind, id } of objects) readAt[id] = around.get(kind, id)?.version ?? 0;
  // What a revision leaves where it is, it has looked at too.
  for (const { objectId, operation } of changes)
    if (operation.op === 'revise')
      for (const { id, version } of around.claimsOf(objectId)) readAt[id] ??= version;
  return readAt;
}
