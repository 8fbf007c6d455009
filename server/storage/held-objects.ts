import type { Surroundings } from '../../shared/change/surroundings.ts';
import type { Versioned } from '../../shared/model/change.ts';
import type { Id } from '../../shared/model/ids.ts';
import { homeDocument, type Kind, kinds } from '../../shared/model/objects.ts';

type Held = Map<Id, Versioned>;

/** All objects of a desk in memory, in order of creation; claims also by the document they stand in. */
export class HeldObjects implements Surroundings {
  readonly #byKind = new Map<Kind, Held>(kinds.map(kind => [kind, new Map()]));
  readonly #claims = new Map<Id, Held>();

  get<K extends Kind>(kind: K, id: Id): Versioned<K> | undefined {
    return this.#byKind.get(kind)!.get(id) as Versioned<K> | undefined;
  }

  has(kind: Kind): boolean {
    return this.#byKind.get(kind)!.size > 0;
  }

  /** @returns the highest version that any kind holds under an id; 0 where there is none. */
  versionOf(id: Id): number {
    let version = 0;
    for (const held of this.#byKind.values()) version = Math.max(version, held.get(id)?.version ?? 0);
    return version;
  }

  /** All of a kind in order of creation; claims document by document, or those of one document. */
  list<K extends Kind>(kind: K, documentId?: Id): Versioned<K>[] {
    if (kind !== 'claim') return [...this.#byKind.get(kind)!.values()] as Versioned<K>[];
    if (documentId !== undefined)
      return [...(this.#claims.get(documentId)?.values() ?? [])] as Versioned<K>[];
    const all: Versioned[] = [];
    for (const claims of this.#claims.values()) for (const claim of claims.values()) all.push(claim);
    return all as Versioned<K>[];
  }

  /** All claims of a document, removed ones too, in order of creation. */
  claimsOf(documentId: Id): Iterable<Versioned<'claim'>> {
    return (this.#claims.get(documentId)?.values() ?? []) as Iterable<Versioned<'claim'>>;
  }

  /** @returns the documents in which claims stand, in order of their first claim. */
  homes(): Id[] {
    return [...this.#claims.keys()];
  }

  /** Puts an object in, or a newer one in its place. @returns the document a claim has left, if it did. */
  set(held: Versioned): Id | undefined {
    const { kind, id } = held;
    const known = this.#byKind.get(kind)!;
    const before = known.get(id);
    known.set(id, held);
    if (kind !== 'claim') return undefined;
    const home = homeDocument(kind, held.object)!;
    const left = before && homeDocument(kind, before.object)!;
    let claims = this.#claims.get(home);
    if (!claims) {
      claims = new Map();
      this.#claims.set(home, claims);
    }
    claims.set(id, held);
    if (left === undefined || left === home) return undefined;
    const behind = this.#claims.get(left)!;
    behind.delete(id);
    if (behind.size === 0) this.#claims.delete(left);
    return left;
  }
}
