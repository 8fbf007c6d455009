import { applyGroup, type Lookup } from '../../shared/change/group.ts';
import type { Change, Versioned } from '../../shared/model/change.ts';
import type { Kind } from '../../shared/model/objects.ts';
import { ByKind } from './by-kind.ts';

/** Changes of one gesture on their way to the server. */
export interface PendingGroup {
  readonly group: string;
  readonly label: string;
  readonly changes: readonly Change[];
  /** The desk it was made on, by the hash of its first entry, where that was known: it is sent to no other. */
  readonly desk?: string;
  /** It was sent once without an answer, so it may have arrived. */
  readonly tried?: boolean;
}

/**
 * Objects as the server confirmed them, and as they are seen: pending groups replayed over them.
 * Only what pending groups touch is kept twice.
 */
export class ObjectCache {
  #confirmed = new ByKind();
  #visible = new ByKind();
  #pending: PendingGroup[] = [];
  /** The objects that pending groups touch. */
  #waitedFor = new Set<string>();

  get pending(): readonly PendingGroup[] {
    return this.#pending;
  }

  /** @returns an object as it is seen now, removed or not; undefined where it is not loaded. */
  get<K extends Kind>(kind: K, id: string): Versioned<K> | undefined {
    return (this.#visible.get(kind, id) ?? this.#confirmed.get(kind, id)) as Versioned<K> | undefined;
  }

  /** @returns an object as the server has it, without what is pending. */
  confirmed<K extends Kind>(kind: K, id: string): Versioned<K> | undefined {
    return this.#confirmed.get(kind, id) as Versioned<K> | undefined;
  }

  /** All loaded objects of a kind that are not removed, as they are seen now. */
  all<K extends Kind>(kind: K): Versioned<K>[] {
    const found = new Map([...this.#confirmed.of(kind), ...this.#visible.of(kind)]);
    return [...found.values()].filter(held => !held.removed) as Versioned<K>[];
  }

  /** Takes in objects from the server; one that is older than what is known is passed over. */
  confirm(objects: Iterable<Versioned>): void {
    if (this.#take(objects)) this.#replay();
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
    this.#wait(group);
    return result;
  }

  /** Holds groups that were made elsewhere as pending; each shows as soon as what it touches is loaded. */
  hold(groups: Iterable<PendingGroup>): void {
    const known = new Set(this.#pending.map(({ group }) => group));
    for (const group of groups) if (!known.has(group.group)) this.#wait(group);
    this.#replay();
  }

  /** Takes groups out of what is pending: committed (with the objects as they became), refused or taken back. */
  settle(groups: Iterable<string>, objects: Iterable<Versioned>): void {
    const settled = new Set(groups);
    this.#pending = this.#pending.filter(waiting => !settled.has(waiting.group));
    this.#waitedFor.clear();
    for (const waiting of this.#pending) this.#count(waiting);
    this.#take(objects);
    this.#replay();
  }

  /** The ids of all that came from the server of a kind, removed or not. */
  ids(kind: Kind): string[] {
    return [...this.#confirmed.of(kind).keys()];
  }

  /** Forgets single objects that came from the server: it does not have them any more. */
  drop(kind: Kind, ids: Iterable<string>): void {
    for (const id of ids) this.#confirmed.delete(kind, id);
    this.#replay();
  }

  /** Forgets all that came from the server. */
  forget(): void {
    this.#confirmed.clear();
    this.#replay();
  }

  /** @returns whether something came that a pending group builds on */
  #take(objects: Iterable<Versioned>): boolean {
    let isWaitedFor = false;
    for (const held of objects) {
      const known = this.#confirmed.get(held.kind, held.id);
      if (known && known.version > held.version) continue;
      this.#confirmed.set(held);
      isWaitedFor ||= this.#waitedFor.has(held.id);
    }
    return isWaitedFor;
  }

  #wait(group: PendingGroup): void {
    this.#pending.push(group);
    this.#count(group);
  }

  #count({ changes }: PendingGroup): void {
    for (const { objectId } of changes) this.#waitedFor.add(objectId);
  }

  #lookup: Lookup = (kind, id) => this.get(kind, id);

  #replay(): void {
    this.#visible.clear();
    for (const waiting of this.#pending) {
      try {
        const result = applyGroup(this.#lookup, waiting.changes);
        if (result.applied) for (const held of result.objects) this.#visible.set(held);
      } catch {
        // What it touches is not loaded, or the server will refuse it and say why; until then it is not shown.
      }
    }
  }
}
