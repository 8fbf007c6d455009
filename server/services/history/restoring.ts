import { keyOf, World } from '../../../shared/history/world.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import type { Desk } from '../desk.ts';
import { type Pair, pairsBetween } from './differences.ts';
import { readEntries } from './read-entries.ts';

/** What is to be as it was: one object, a document with what belongs to it, or the desk. */
export interface Scope {
  readonly document?: string | undefined;
  readonly object?: string | undefined;
  readonly kind?: Kind | undefined;
}

/** @returns what stands otherwise now than it did after an entry: as it is, and as it was */
export async function sinceThen(desk: Desk, seq: number, { document, object, kind }: Scope): Promise<Pair[]> {
  if (object !== undefined) {
    const held = await desk.require(kind ?? 'claim', object);
    const then = (await historyOf(desk, [[held.kind, object]], seq)).get(held.kind, object);
    return [{ before: held, after: then }];
  }
  if (document !== undefined) await desk.require('document', document);
  const { head } = desk.storage;
  const [now, then] = [
    await desk.moments.worldAt(head.seq, document),
    await desk.moments.worldAt(seq, document),
  ];
  return pairsBetween(now, then);
}

/**
 * Tells the history of some objects again from their beginnings.
 * @param upTo the last entry that counts
 */
export async function historyOf(
  desk: Desk,
  objects: readonly (readonly [Kind, string])[],
  upTo: number,
): Promise<World> {
  const keys = new Set(objects.map(([kind, id]) => keyOf(kind, id)));
  const seqs = new Set<number>();
  for (const [, id] of objects) {
    for (const seq of await desk.log.touching(id)) seqs.add(seq);
    // A text that changes moves the claims in it.
    for (const home of desk.log.homesOf(id)) {
      keys.add(keyOf('document', home));
      for (const seq of await desk.log.touching(home)) seqs.add(seq);
    }
  }
  const world = new World();
  const wanted = [...seqs].filter(seq => seq <= upTo).sort((a, b) => a - b);
  for await (const { changes } of readEntries(desk.storage, wanted))
    for (const change of changes) if (keys.has(keyOf(change.kind, change.objectId))) world.repeat(change);
  return world;
}
