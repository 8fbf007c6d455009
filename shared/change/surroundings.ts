import type { Before, Change, Versioned } from '../model/change.ts';
import type { Claim } from '../model/claim.ts';
import type { Kind } from '../model/objects.ts';
import { carryClaims } from '../revising/carry-claims.ts';
import { applyChange } from './apply.ts';

/** Objects that changes can reach. */
export interface Surroundings {
  /** An object as it stands, removed or not; undefined where there is none. */
  get(kind: Kind, id: string): Versioned | undefined;
  /** All claims of a document, removed ones too. Asked for only where a document takes a new revision. */
  claimsOf(documentId: string): Iterable<Versioned<'claim'>>;
}

/** What a change made of its own object, which comes first, and of others. */
export interface Reached {
  readonly objects: readonly [Versioned, ...Versioned[]];
  readonly before: Before;
}

/**
 * Applies a change to its object and, where it brings a document a new revision, moves the claims that move with it.
 * What it overwrote is told of its own object only: a revision is never taken back claim by claim.
 * @throws ChangeError as `applyChange` does
 */
export function reach(around: Surroundings, change: Change): Reached {
  const { held, before } = applyChange(around.get(change.kind, change.objectId), change);
  const { operation } = change;
  if (operation.op !== 'revise') return { objects: [held], before };
  const claims = around.claimsOf(change.objectId);
  const moved = carryClaims(claims, operation.carry, operation.revision.id, change.id);
  return { objects: [held, ...moved], before };
}

/** Objects with what changes made of them on top, while those beneath stay as they are. */
export class Overlay implements Surroundings {
  readonly #beneath: Surroundings;
  readonly #touched = new Map<string, Versioned>();

  constructor(beneath: Surroundings) {
    this.#beneath = beneath;
  }

  /** What was touched, in order of the first touch. */
  get objects(): Versioned[] {
    return [...this.#touched.values()];
  }

  get(kind: Kind, id: string): Versioned | undefined {
    return this.#touched.get(`${kind}/${id}`) ?? this.#beneath.get(kind, id);
  }

  *claimsOf(documentId: string): Generator<Versioned<'claim'>> {
    for (const claim of this.#beneath.claimsOf(documentId))
      if (!this.#touched.has(`claim/${claim.id}`)) yield claim;
    for (const held of this.#touched.values())
      if (held.kind === 'claim' && (held.object as Claim).anchor.documentId === documentId)
        yield held as Versioned<'claim'>;
  }

  /** Applies a change. @returns what it overwrote @throws ChangeError where it cannot be applied */
  apply(change: Change): Before {
    const { objects, before } = reach(this, change);
    for (const held of objects) this.#touched.set(`${held.kind}/${held.id}`, held);
    return before;
  }
}
