import { applyChange } from '../../shared/change/apply.ts';
import type { Before, LogEntry, Versioned } from '../../shared/model/change.ts';
import type { HeldObjects } from './held-objects.ts';

/**
 * Does again what an entry of the log did, without putting the result in.
 * @returns the objects as the entry left them, and what each change overwrote
 * @throws ChangeError where a change does not apply to what is there
 */
export function replay(objects: HeldObjects, entry: LogEntry): { objects: Versioned[]; before: Before[] } {
  const touched = new Map<string, Versioned>();
  const before: Before[] = [];
  for (const change of entry.changes) {
    const key = `${change.kind}/${change.objectId}`;
    const applied = applyChange(touched.get(key) ?? objects.get(change.kind, change.objectId), change);
    touched.set(key, applied.held);
    before.push(applied.before);
  }
  return { objects: [...touched.values()], before };
}
