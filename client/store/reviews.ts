import type { DeskClient } from './client.ts';
import type { Refusal } from './sender.ts';

/** Who changed last what stands in the way of a refused change, by the id of that change. */
export type Others = Readonly<Record<string, { readonly by: string; readonly at: string }>>;

/**
 * What a person has to look at, because it did not go as they wanted: a group that the server refused (`refused`), or a
 * decision that was taken though what it rests on had been changed meanwhile (`unfounded`).
 */
export interface Review extends Refusal {
  readonly kind: 'refused' | 'unfounded';
  /** When the server said so: ISO 8601, UTC. */
  readonly at: string;
  readonly others: Others;
}

/** @returns who made the changes that stand in the way of a refused group */
export async function othersIn(client: DeskClient, { problem }: Refusal): Promise<Others> {
  const sought = new Map((problem.clashes ?? []).map(clash => [clash.theirChange, clash.objectId]));
  const found: Record<string, { by: string; at: string }> = {};
  for (const object of new Set(sought.values())) {
    const { entries } = await client.readLog({ query: { object } });
    for (const { at, changes } of entries)
      for (const { id, by } of changes) if (sought.has(id)) found[id] = { by, at };
  }
  return found;
}
