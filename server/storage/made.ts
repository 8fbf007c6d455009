import { applyGroup } from '../../shared/change/group.ts';
import type { Change, LogEntry, Versioned } from '../../shared/model/change.ts';
import type { AnyObject } from '../../shared/model/objects.ts';
import type { HeldObjects } from './held-objects.ts';
import type { Batch, GatheredOrder } from './port.ts';
import { replay } from './replay.ts';

/** @returns the objects that an entry has made, whose values were held against their schemas when they were gathered. */
export function made(held: HeldObjects, entry: LogEntry): readonly Versioned[] {
  const objects: Versioned[] = [];
  for (const { id, kind, objectId, operation } of entry.changes) {
    if (operation.op !== 'create') return replay(held, entry).objects;
    const object = operation.value as unknown as AnyObject;
    objects.push({ kind, id: objectId, version: 1, created: id, last: id, stamps: NONE, object });
  }
  return objects;
}

const NONE = Object.freeze({});

/** @returns changes that make new objects, as one batch. */
export function batchOf(changes: readonly Change[], order: GatheredOrder): Batch {
  const result = applyGroup(() => undefined, changes);
  if (!result.applied) throw new TypeError('New objects cannot clash.');
  const { objects, before } = result;
  return { ...order, changes, before, objects, readAt: Object.fromEntries(objects.map(({ id }) => [id, 0])) };
}
