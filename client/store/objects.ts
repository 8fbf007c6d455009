import { applyGroup, type Lookup } from '../../shared/change/group.ts';
import type { Change, Versioned } from '../../shared/model/change.ts';
import type { Kind } from '../../shared/model/objects.ts';
import { ByKind } from './by-kind.ts';

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
  #confirmed = new ByKind();
  #visible = new ByKind();
  #pending: PendingGroup[] = [];

  get pending(): readonly PendingGroup[] {
    return this.#pending;
  }

  /** @returns an object as it is seen now, removed or not; undefined where it is not loaded. */
  get<K extends Kind>(kind: K, id: string): Versioned<K> | undefined {
    return (this.#visible.get(kind, id) ?? this.#confirmed.get(kind, id)) as Versioned<K> | undefined;
  }

  /** All loaded objects of a kind that are not removed, as they are seen now. */
  all<K extends Kind>(kind: K): Versioned<K>[] {
    const found = new Map([...this.#confirmed.of(kind), ...this.#visible.of(kind)]);
    return [...found.values()].filter(held => !held.removed) as Versioned<K>[];
  }

  /** Takes in objects from the server; one that is older than what is known is passed over. */
  confirm(objects: Iterable<Versioned>): void {
    let isStale = false;
    for (const held of objects) {
      const known = this.#confirmed.get(held.kind, held.id);
      if (known && known.version > held.version) continue;
      this.#confirmed.set(held);
      isStale ||= this.#visible.get(held.kind, held.id) !== undefined;
    }
    if (this.#pending.length > 0 && isStale) this.#replay();
  }

  /**
   * Shows a group at once and holds it as pending.
   * @returns what each change overwrote, or undefined where the group clashes with what is seen
   * @throws ChangeError where a change cannot apply
   */
  apply(group: PendingGroup) {
    const result = applyGroup(this.#lookup, group.changes);
    if (!result.applied) return undefined;
    for (const held of result.objects) this.#visible.set(held);
    this.#pending.push(group);
    return result;
  }

  /** Takes a group out of what is pending, committed (with the objects as they became) or refused. @returns the touched objects' keys */
  settle(group: string, objects: readonly Versioned[]): void {
    this.#pending = this.#pending.filter(waiting => waiting.group !== group);
    for (const held of objects) {
      const known = this.#confirmed.get(held.kind, held.id);
      if (!known || known.version <= held.version) this.#confirmed.set(held);
    }
    this.#replay();
  }

  #lookup: Lookup = (kind, id) => this.get(kind, id);

  #replay(): void {
    this.#visible.clear();
    for (const waiting of this.#pending) {
      try {
        const result = applyGroup(this.#lookup, waiting.changes);
        if (result.applied) for (const held of result.objects) this.#visible.set(held);
      } catch {
        // The server will refuse this group too, and its refusal says why; until then it is not shown.
      }
    }
  }
}
