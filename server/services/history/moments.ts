import type { Moment } from '../../../shared/api/routes/history.ts';
import { World } from '../../../shared/history/world.ts';
import type { Change, Versioned } from '../../../shared/model/change.ts';
import { kinds } from '../../../shared/model/objects.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../refusal.ts';
import { readEntries } from './read-entries.ts';

/** So many states are kept, those asked for last: who moves through time asks for near ones. */
const KEPT = 4;

/** A state from which another one is reached: the entries in between are done again, or taken back. */
interface Start {
  readonly seq: number;
  readonly world: () => Promise<World>;
}

/**
 * States of the desk, or of a document with what belongs to it, as they were after an entry of the log. Each is reached
 * from the nearest one that is known: from now back, from the beginning on, or from one that was asked for before.
 */
export class Moments {
  readonly #desk: Desk;
  readonly #kept = new Map<string, { scope: string; seq: number; world: Promise<World> }>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Which entry a moment is. @throws Refusal where there is none */
  async moment(seq: number): Promise<Moment> {
    const { head } = this.#desk.storage;
    if (seq > head.seq)
      throw new Refusal('not-found', `There is no entry ${seq}; the log ends at ${head.seq}.`);
    if (seq === 0) return { seq };
    for await (const { at, by } of this.#desk.storage.readLog(seq - 1, 1)) return { seq, at, by };
    throw new Refusal('not-found', `There is no entry ${seq}.`);
  }

  /**
   * @param seq an entry of the log; 0 is before the first
   * @param documentId what belongs to it alone; the whole desk where it is not given
   * @returns a world that is not to be changed
   */
  worldAt(seq: number, documentId?: string): Promise<World> {
    const scope = documentId ?? '';
    const key = `${scope}@${seq}`;
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const kept = known ?? { scope, seq, world: this.#reach(seq, documentId) };
    this.#kept.set(key, kept);
    kept.world.catch(() => this.#kept.delete(key));
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(old);
    }
    return kept.world;
  }

  async #reach(seq: number, documentId: string | undefined): Promise<World> {
    const { log, storage } = this.#desk;
    const seqs = await log.find({ document: documentId });
    const revised = await log.revising(documentId);
    const head = storage.head.seq;
    const between = (one: number, other: number) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      return seqs.filter(at => at > low && at <= high);
    };
    const starts: Start[] = [
      { seq: 0, world: async () => new World() },
      { seq: head, world: () => this.#now(documentId) },
      ...[...this.#kept.values()]
        .filter(({ scope, seq: at }) => scope === (documentId ?? '') && at !== seq)
        .map(({ seq: at, world }) => ({ seq: at, world: async () => (await world).copy() })),
    ];
    const [start] = starts
      // What a revision moved is not told by what it overwrote: it is only done again.
      .filter(({ seq: at }) => at <= seq || !revised.some(revision => revision > seq && revision <= at))
      .map(one => ({ ...one, way: between(one.seq, seq) }))
      .sort((a, b) => a.way.length - b.way.length);
    const { way, seq: from, world: begin } = start!;
    const world = await begin();
    const concerns =
      documentId === undefined
        ? () => true
        : ({ objectId }: Change) => objectId === documentId || log.homesOf(objectId).includes(documentId);
    if (from <= seq) {
      for await (const entry of readEntries(storage, way))
        for (const change of entry.changes) if (concerns(change)) world.repeat(change);
      return world;
    }
    const entries = [];
    for await (const entry of readEntries(storage, way)) entries.push(entry);
    for (const entry of entries.reverse()) world.takeBack(entry, concerns);
    return world;
  }

  /** What stands now. All of it is asked for at once, so that nothing is committed in between. */
  async #now(documentId: string | undefined): Promise<World> {
    const { storage, claims, log } = this.#desk;
    const isOwn = (held: Versioned) =>
      documentId === undefined || held.id === documentId || log.homesOf(held.id).includes(documentId);
    const own = documentId === undefined ? [] : [...claims.of(documentId).claims.values()];
    const asked = kinds
      .filter(kind => documentId === undefined || kind !== 'claim')
      .map(kind => storage.readObjects(kind));
    const world = new World(own);
    for (const some of await Promise.all(asked)) for (const held of some) if (isOwn(held)) world.set(held);
    return world;
  }
}
