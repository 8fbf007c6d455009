import type { ToldFinding } from '../../../shared/api/found.ts';
import { refuseFinding } from '../../../shared/conflicts/from-finding.ts';
import { type Gesture, newId, type Store } from '../store.ts';

/** Remembers that findings are no conflicts: one gesture. @param label what is done, for undo */
export function dismiss(
  store: Store,
  told: readonly ToldFinding[],
  label: string,
  reason?: string,
): Promise<Gesture> {
  const author = { by: store.signature, at: new Date().toISOString() };
  return store.doMany(
    label,
    told.map(one => refuseFinding(one, reason, newId, author)),
  );
}
