import type { Versioned } from '../../shared/model/change.ts';
import type { Kind } from '../../shared/model/objects.ts';

/** Objects by kind and id, so that those of one kind are found without looking at the others. */
export class ByKind {
  readonly #kinds = new Map<Kind, Map<string, Versioned>>();

  get(kind: Kind, id: string): Versioned | undefined {
    return this.#kinds.get(kind)?.get(id);
  }

  set(held: Versioned): void {
    const known = this.#kinds.get(held.kind);
    if (known) known.set(held.id, held);
    else this.#kinds.set(held.kind, new Map([[held.id, held]]));
  }

  delete(kind: Kind, id: string): void {
    this.#kinds.get(kind)?.delete(id);
  }

  /** All of a kind, by id, in the order in which they came. */
  of(kind: Kind): ReadonlyMap<string, Versioned> {
    return this.#kinds.get(kind) ?? new Map();
  }

  clear(): void {
    this.#kinds.clear();
  }
}
