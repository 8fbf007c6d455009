import { ChangeError } from '../change/apply.ts';
import { sameJson } from '../json/canonical.ts';
import type { Before, Change, LogEntry, Versioned } from '../model/change.ts';
import type { Kind } from '../model/objects.ts';
import { carryClaims } from '../revising/carry-claims.ts';
import { idsIn } from './ids-in.ts';
import { keyOf, World } from './world.ts';

/** A later step that could not stand as it does without an earlier one. */
export interface Dependent {
  readonly seq: number;
  /** The step it rests on, itself taken back or dependent. */
  readonly on: number;
  readonly kind: Kind;
  readonly objectId: string;
  /** The path at which it rests on it; `*` for the object as a whole. */
  readonly path: string;
  /** It changed what the other had changed; it names what the other had brought; or it took away what the other's taking back would need. */
  readonly how: 'changes' | 'names' | 'removes';
}

/** An object as it stands, and as it would without some steps. */
export interface Apart {
  readonly now: Versioned;
  /** Undefined where it would never have been. */
  readonly other: Versioned | undefined;
}

/** History with some steps left out. */
export interface Without {
  /** Steps that had to be left out too, in order. */
  readonly dependents: readonly Dependent[];
  /** What stands otherwise without all of them. */
  readonly apart: readonly Apart[];
}

/**
 * Tells history again without some of its steps: once as it was, and once beside it without them. A later step depends
 * on one that is left out where, without it, it could not be done, would overwrite something else than it did, or would
 * name what is not there; then it is left out too. Everything else gives the very state that history would have had.
 * @param entries all that touches the objects concerned, from their beginnings, and all that names them, oldest first
 * @param taken the steps to leave out, by sequence number
 * @param concerned whether an object is one of those whose whole history is given; of others nothing is told. With a
 *   claim its document is one of them, whose revisions move it
 */
export function withoutSteps(
  entries: readonly LogEntry[],
  taken: ReadonlySet<number>,
  concerned: (kind: Kind, id: string) => boolean,
): Without {
  const telling = new Telling(concerned);
  for (const entry of entries) telling.tell(entry, taken.has(entry.seq));
  return { dependents: telling.dependents, apart: telling.apart };
}

/** Why a step depends on what is left out; `rests` is the key of the object that stands otherwise. */
type Reason = Omit<Dependent, 'seq' | 'on'> & { readonly rests: string };

/** What a change comes to where it is done without the steps that are left out. */
type Trial = { readonly held: Versioned } | { readonly depends: Reason };

class Telling {
  readonly dependents: Dependent[] = [];
  readonly #concerned: (kind: Kind, id: string) => boolean;
  /** As it was. */
  readonly #was = new World();
  /** Without what is left out; objects that stand the same are the same. */
  readonly #without = new World();
  /** What stands otherwise, with the first and the last step left out that touched it. */
  readonly #apart = new Map<string, { readonly first: number; readonly last: number }>();
  /** The keys of what stands otherwise, by id. */
  readonly #ids = new Map<string, string>();

  constructor(concerned: (kind: Kind, id: string) => boolean) {
    this.#concerned = concerned;
  }

  get apart(): Apart[] {
    const found: Apart[] = [];
    for (const key of this.#apart.keys()) {
      const now = this.#was.at(key)!;
      const other = this.#without.at(key);
      const isSame = other && sameJson(now.object, other.object) && !now.removed === !other.removed;
      if (!isSame) found.push({ now, other });
    }
    return found;
  }

  tell(entry: LogEntry, isTaken: boolean): void {
    const named = isTaken ? undefined : this.#namesAbsent(entry);
    const before = new Map<string, Versioned | undefined>();
    const after = new Map<string, Versioned>();
    const revisions: Change[] = [];
    let depends: Reason | undefined = named;
    for (const change of entry.changes) {
      if (change.operation.op === 'revise') revisions.push(change);
      if (!this.#concerned(change.kind, change.objectId)) continue;
      const key = keyOf(change.kind, change.objectId);
      const isApart = this.#apart.has(key);
      if (!before.has(key)) before.set(key, this.#was.at(key));
      const was = this.#was.at(key);
      const overwrote = this.#was.repeat(change);
      if (isTaken || depends) continue;
      const trial = isApart
        ? this.#try(change, was, after.get(key) ?? this.#without.at(key), overwrote)
        : { held: this.#was.at(key)! };
      if ('depends' in trial) depends = trial.depends;
      else {
        after.set(key, trial.held);
        if (change.operation.op === 'remove') depends = this.#needs(change, after);
      }
    }
    if (!isTaken && !depends) {
      for (const held of after.values()) this.#without.set(held);
      for (const change of revisions) this.#carry(change);
      return;
    }
    if (depends) {
      const { rests, ...reason } = depends;
      const { first, last } = this.#apart.get(rests)!;
      this.dependents.push({ seq: entry.seq, on: reason.how === 'names' ? first : last, ...reason });
    }
    for (const key of before.keys()) {
      this.#apart.set(key, { first: this.#apart.get(key)?.first ?? entry.seq, last: entry.seq });
      this.#ids.set(key.slice(key.indexOf('/') + 1), key);
    }
  }

  /** Moves the claims with a new text; those that stood the same go on doing so. */
  #carry({ id, objectId, operation }: Change): void {
    if (operation.op !== 'revise') return;
    const { carry, revision } = operation;
    const moved = carryClaims(this.#without.claimsOf(objectId), carry, revision.id, id);
    for (const held of moved) {
      const key = keyOf(held.kind, held.id);
      this.#without.set(this.#apart.has(key) ? held : this.#was.at(key)!);
    }
  }

  #try(change: Change, was: Versioned | undefined, held: Versioned | undefined, overwrote: Before): Trial {
    const depends = (path: string): Trial => ({
      depends: {
        kind: change.kind,
        objectId: change.objectId,
        path,
        how: 'changes',
        rests: keyOf(change.kind, change.objectId),
      },
    });
    // What is hidden cannot be set right afterwards.
    if (change.operation.op === 'remove' && !(held && was && sameJson(held.object, was.object)))
      return depends('*');
    const alone = new World(held ? [held] : []);
    try {
      const other = alone.repeat(change);
      const path = otherThan(change, overwrote, other);
      return path === undefined ? { held: alone.get(change.kind, change.objectId)! } : depends(path);
    } catch (error) {
      if (!(error instanceof ChangeError)) throw error;
      return depends(pathOf(change));
    }
  }

  /** An object that a step names, and that would not be there. */
  #namesAbsent({ changes }: LogEntry): Reason | undefined {
    if (this.#ids.size === 0) return undefined;
    for (const { kind, objectId, operation } of changes)
      for (const id of idsIn(operation)) {
        const key = id === objectId ? undefined : this.#ids.get(id);
        if (key !== undefined && isThere(this.#was.at(key)) && !isThere(this.#without.at(key)))
          return { kind, objectId, path: '*', how: 'names', rests: key };
      }
    return undefined;
  }

  /**
   * Whether something that stands otherwise would name what a step removes, which it did not when it was removed.
   * @param after what the step has come to so far without what is left out
   */
  #needs({ kind, objectId }: Change, after: ReadonlyMap<string, Versioned>): Reason | undefined {
    for (const key of this.#apart.keys()) {
      const held = after.get(key) ?? this.#without.at(key);
      if (!isThere(held) || !names(held, objectId) || names(this.#was.at(key), objectId)) continue;
      return { kind, objectId, path: '*', how: 'removes', rests: key };
    }
    return undefined;
  }
}

const isThere = (held: Versioned | undefined): held is Versioned => held !== undefined && !held.removed;

const names = (held: Versioned | undefined, id: string): boolean =>
  held !== undefined && idsIn(held.object).includes(id);

/** @returns the first path at which a change overwrote something else; where in a list an item stood does not count */
function otherThan(change: Change, one: Before, other: Before): string | undefined {
  const values = one.values ?? {};
  const field = Object.keys(values).find(name => !sameJson(values[name], other.values?.[name]));
  if (field === undefined) return sameJson(one.item, other.item) ? undefined : pathOf(change);
  return change.operation.op === 'edit' ? `${pathOf(change)}/${field}` : field;
}

function pathOf({ operation }: Change): string {
  if (operation.op === 'edit' || operation.op === 'drop') return `${operation.list}/${operation.item}`;
  if (operation.op !== 'add') return '*';
  const { item, list } = operation;
  return `${list}/${typeof item === 'string' ? item : String(item.id)}`;
}
