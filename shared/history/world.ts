import { applyChange } from '../change/apply.ts';
import { invertChange } from '../change/invert.ts';
import { reach, type Surroundings } from '../change/surroundings.ts';
import type { Before, Change, LogEntry, Versioned } from '../model/change.ts';
import type { Kind } from '../model/objects.ts';

/** Objects as they stood at one moment, by kind and id. */
export class World implements Surroundings {
  readonly #held: Map<string, Versioned>;

  constructor(held: Iterable<Versioned> = []) {
    this.#held = new Map();
    for (const one of held) this.set(one);
  }

  get<K extends Kind>(kind: K, id: string): Versioned<K> | undefined {
    return this.#held.get(keyOf(kind, id)) as Versioned<K> | undefined;
  }

  /** @param key as `keyOf` makes it */
  at(key: string): Versioned | undefined {
    return this.#held.get(key);
  }

  set(held: Versioned): void {
    this.#held.set(keyOf(held.kind, held.id), held);
  }

  /** As if it had never been. */
  forget(kind: Kind, id: string): void {
    this.#held.delete(keyOf(kind, id));
  }

  get keys(): IterableIterator<string> {
    return this.#held.keys();
  }

  get all(): IterableIterator<Versioned> {
    return this.#held.values();
  }

  get size(): number {
    return this.#held.size;
  }

  /** A world of its own that begins with the same objects. */
  copy(): World {
    return new World(this.#held.values());
  }

  /** The claims that stand in a document, removed ones too. */
  *claimsOf(documentId: string): Generator<Versioned<'claim'>> {
    for (const held of this.#held.values())
      if (held.kind === 'claim' && (held as Versioned<'claim'>).object.anchor.documentId === documentId)
        yield held as Versioned<'claim'>;
  }

  /**
   * Does a change again; a new revision of a document moves its claims besides.
   * @returns what it overwrote
   * @throws ChangeError where it does not apply to what is there
   */
  repeat(change: Change): Before {
    const { objects, before } = reach(this, change);
    for (const held of objects) this.set(held);
    return before;
  }

  /**
   * Takes an entry back, so that its objects stand as they did before it: what they hold, and whether they were removed.
   * Their stamps, and by whom something was removed that it brought back, are not told by an entry and not those of then.
   * @param concerns which of its changes are taken back
   */
  takeBack(entry: LogEntry, concerns: (change: Change) => boolean = () => true): void {
    for (let i = entry.changes.length - 1; i >= 0; i--) {
      const change = entry.changes[i]!;
      if (!concerns(change)) continue;
      const { kind, objectId } = change;
      const operation = invertChange(change, entry.before[i]!);
      if (!operation) throw new TypeError(`Entry ${entry.seq} cannot be taken back from what it left.`);
      if (change.operation.op === 'create') this.forget(kind, objectId);
      else this.set(applyChange(this.get(kind, objectId), { ...change, operation }).held);
    }
  }
}

/** @returns the name of an object among those of all kinds. */
export const keyOf = (kind: Kind, id: string): string => `${kind}/${id}`;
