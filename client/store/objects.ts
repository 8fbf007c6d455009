import { applyGroup, type Lookup } from '../../shared/change/group.ts';
import type { Change, Versioned } from '../../shared/model/change.ts';
import type { Kind } from '../../shared/model/objects.ts';

const keyOf = (kind: Kind, id: string): string => `${kind}/${id}`;

/** Changes of one gesture on their way to the server. */
export interface PendingGroup {
  readonly group: string;
  readonly label: string;
  readonly changes: readonly Change[];
}

/**
 * Objects as the server confirmed them, and as they are seen: pending groups replayed over them.
 * Only what pending groups touch is kept twice.
 */
export class ObjectCache {
  #confirmed = new Map<string, Versioned>();
  #visible = new Map<string, Versioned>();
  #pending: PendingGroup[] = [];

  get pending(): readonly PendingGroup[] {
    return this.#pending;
  }

  /** @returns an object as it is seen now, removed or not; undefined where it is not loaded. */
  get<K extends Kind>(kind: K, id: string): Versioned<K> | undefined {
    const key = keyOf(kind, id);
    return (this.#visible.get(key) ?? this.#confirmed.get(key)) as Versioned<K> | undefined;
  }

  /** All loaded objects of a kind that are not removed, as they are seen now. */
  all<K extends Kind>(kind: K): Versioned<K>[] {
    const found = new Map<string, Versioned>();
    for (const [key, held] of this.#confirmed) if (held.kind === kind) found.set(key, held);
    for (const [key, held] of this.#visible) if (held.kind === kind) found.set(key, held);
    return [...found.values()].filter(held => !held.removed) as Versioned<K>[];
  }

  /** Takes in objects from the server; one that is older than what is known is passed over. */
  confirm(objects: Iterable<Versioned>): void {
    const touched = new Set<string>();
    for (const held of objects) {
      const key = keyOf(held.kind, held.id);
      const known = this.#confirmed.get(key);
      if (known && known.version > held.version) continue;
      this.#confirmed.set(key, held);
      touched.add(key);
    }
    if (this.#pending.length > 0 && [...touched].some(key => this.#visible.has(key))) this.#replay();
  }

  /** Forgets objects that nothing waits for, to give their memory back. */
  forget(kind: Kind, ids: Iterable<string>): void {
    for (const id of ids) if (!this.#visible.has(keyOf(kind, id))) this.#confirmed.delete(keyOf(kind, id));
  }

  /**
   * Shows a group at once and holds it as pending.
   * @returns what each change overwrote, or undefined where the group clashes with what is seen
   * @throws ChangeError where a change cannot apply
   */
  apply(group: PendingGroup) {
    const result = applyGroup(this.#lookup, group.changes);
    if (!result.applied) return undefined;
    for (const held of result.objects) this.#visible.set(keyOf(held.kind, held.id), held);
    this.#pending.push(group);
    return result;
  }

  /** Takes a group out of what is pending, committed (with the objects as they became) or refused. @returns the touched objects' keys */
  settle(group: string, objects: readonly Versioned[]): void {
    this.#pending = this.#pending.filter(waiting => waiting.group !== group);
    for (const held of objects) {
      const key = keyOf(held.kind, held.id);
      const known = this.#confirmed.get(key);
      if (!known || known.version <= held.version) this.#confirmed.set(key, held);
    }
    this.#replay();
  }

  #lookup: Lookup = (kind, id) => this.get(kind, id);

  #replay(): void {
    this.#visible.clear();
    for (const waiting of this.#pending) {
      try {
        const result = applyGroup(this.#lookup, waiting.changes);
        if (result.applied)
          for (const held of result.objects) this.#visible.set(keyOf(held.kind, held.id), held);
      } catch {
        // The server will refuse this group too, and its refusal says why; until then it is not shown.
      }
    }
  }
}
