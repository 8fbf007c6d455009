import { Overlay } from '../../shared/change/surroundings.ts';
import type { Before, LogEntry, Versioned } from '../../shared/model/change.ts';
import type { HeldObjects } from './held-objects.ts';

/**
 * Does again what an entry of the log did, without putting the result in.
 * @returns the objects as the entry left them, and what each change overwrote
 * @throws ChangeError where a change does not apply to what is there
 */
export function replay(objects: HeldObjects, entry: LogEntry): { objects: Versioned[]; before: Before[] } {
  const overlay = new Overlay(objects);
  const before = entry.changes.map(change => overlay.apply(change));
  return { objects: overlay.objects, before };
}
