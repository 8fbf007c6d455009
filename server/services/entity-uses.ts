import type { Desk } from './desk.ts';

/** @returns by entity, the claims that are not removed and name it. */
export function usesOfEntities(desk: Desk): Record<string, string[]> {
  const uses: Record<string, string[]> = {};
  for (const { id, object } of desk.claims.present()) {
    if (object.entityId === undefined) continue;
    uses[object.entityId] ??= [];
    uses[object.entityId]!.push(id);
  }
  return uses;
}
