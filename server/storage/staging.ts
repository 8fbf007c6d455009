import type { LogEntry, Versioned } from '../../shared/model/change.ts';
import { homeDocument, type Kind, kinds } from '../../shared/model/objects.ts';
import { type ChangeIds, isChangeId } from './change-ids.ts';
import { sealEntry } from './entry.ts';
import type { HeldObjects } from './held-objects.ts';
import { AlreadyCommitted, type Batch, type Head, StaleVersion } from './port.ts';

/** A batch that has its place in the log and is on its way to the disk. */
export interface Staged {
  readonly entry: LogEntry;
  readonly line: string;
  readonly objects: readonly Versioned[];
  /** Their versions by id. */
  readonly versions: ReadonlyMap<string, number>;
  /** Resolves when the entry is durable; rejects where it will never be. */
  readonly landed: Promise<LogEntry>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** An entry that is durable, and what it made. */
export type Landed = Pick<Staged, 'entry' | 'objects'>;

/** Why a batch cannot be staged; `after` is what has to land first for the answer to be final. */
export interface Obstacle {
  readonly error: StaleVersion | AlreadyCommitted;
  readonly after?: Promise<unknown>;
}

/**
 * Gives batches their place in the log, one after the other, before they are durable: sequence number, hash,
 * and the versions that later batches are held against. What the readers see is in `objects` and `ids` alone.
 */
export class Staging {
  /** The objects as far as they are durable. */
  readonly objects: HeldObjects;
  readonly #ids: ChangeIds;
  /** Staged batches, oldest first. */
  #flying: Staged[] = [];
  // Sequence numbers rather than the batches themselves: a map that has grown old would keep what it once held from
  // being collected young, which costs more than all the rest of a commit.
  readonly #writtenBy = new Map<Kind, Map<string, number>>(kinds.map(kind => [kind, new Map()]));
  readonly #changes = new Map<string, number>();
  #durable: Head;
  #next: Head;

  constructor(objects: HeldObjects, ids: ChangeIds, head: Head) {
    this.objects = objects;
    this.#ids = ids;
    this.#durable = head;
    this.#next = head;
  }

  /** The newest entry that is durable. */
  get head(): Head {
    return this.#durable;
  }

  /** @throws TypeError for a batch that nobody could mean */
  obstacle(batch: Batch): Obstacle | undefined {
    requireSound(batch);
    for (const { id } of batch.changes) {
      const seq = this.#ids.get(id);
      if (seq !== undefined) return { error: new AlreadyCommitted(id, seq) };
      const staged = this.#staged(this.#changes.get(id.toLowerCase()));
      if (staged) return { error: new AlreadyCommitted(id, staged.entry.seq), after: staged.landed };
    }
    for (const { kind, id } of batch.objects) {
      const staged = this.#staged(this.#writtenBy.get(kind)!.get(id));
      const version = staged ? staged.versions.get(id) : (this.objects.get(kind, id)?.version ?? 0);
      if (version !== batch.readAt[id]) return stale(id, staged);
    }
    const written = batch.objects.length > 1 ? new Set(batch.objects.map(held => held.id)) : undefined;
    for (const id of Object.keys(batch.readAt)) {
      if (written ? written.has(id) : id === batch.objects[0]?.id) continue;
      const staged = this.#stagedUnder(id);
      const version = staged ? staged.versions.get(id) : this.objects.versionOf(id);
      if (version !== batch.readAt[id]) return stale(id, staged);
    }
    for (const { operation, objectId } of batch.changes) {
      const unseen = operation.op === 'revise' ? this.#unseenClaim(objectId, batch.readAt) : undefined;
      if (unseen) return unseen;
    }
    return undefined;
  }

  /** A claim of a document that whoever gives the document a revision has not read. */
  #unseenClaim(documentId: string, readAt: Batch['readAt']): Obstacle | undefined {
    for (const { id } of this.objects.claimsOf(documentId)) if (!(id in readAt)) return stale(id, undefined);
    for (const staged of this.#flying)
      for (const { kind, id, object } of staged.objects)
        if (kind === 'claim' && !(id in readAt) && homeDocument(kind, object) === documentId)
          return stale(id, staged);
    return undefined;
  }

  #staged(seq: number | undefined): Staged | undefined {
    return seq === undefined ? undefined : this.#flying[seq - this.#flying[0]!.entry.seq];
  }

  #stagedUnder(id: string): Staged | undefined {
    for (const written of this.#writtenBy.values()) {
      const staged = this.#staged(written.get(id));
      if (staged) return staged;
    }
    return undefined;
  }

  /** Takes in a batch against which nothing stands. */
  stage(batch: Batch): Staged {
    const { at, by, changes, before } = batch;
    const { entry, line } = sealEntry({
      seq: this.#next.seq + 1,
      at,
      by,
      changes: [...changes],
      before: [...before],
      prevHash: this.#next.hash,
    });
    let resolve!: () => void;
    let reject!: (error: Error) => void;
    const landed = new Promise<LogEntry>((yes, no) => {
      resolve = () => yes(entry);
      reject = no;
    });
    const versions = new Map(batch.objects.map(({ id, version }) => [id, version]));
    const staged: Staged = { entry, line, objects: batch.objects, versions, landed, resolve, reject };
    this.#next = { seq: entry.seq, hash: entry.hash };
    this.#flying.push(staged);
    for (const { id } of changes) this.#changes.set(id.toLowerCase(), entry.seq);
    for (const { kind, id } of batch.objects) this.#writtenBy.get(kind)!.set(id, entry.seq);
    return staged;
  }

  /** Makes the oldest staged batch visible. @returns documents that claims have left. */
  land(staged: Staged): string[] {
    const left: string[] = [];
    const { seq, hash } = staged.entry;
    this.#flying.shift();
    for (const held of staged.objects) {
      const written = this.#writtenBy.get(held.kind)!;
      if (written.get(held.id) === seq) written.delete(held.id);
      const home = this.objects.set(held);
      if (home !== undefined) left.push(home);
    }
    for (const { id } of staged.entry.changes) {
      this.#changes.delete(id.toLowerCase());
      this.#ids.set(id, seq);
    }
    this.#durable = { seq, hash };
    return left;
  }

  /** What stands against new objects while nothing is staged. */
  runObstacle(
    changeIds: readonly string[],
    objects: readonly (readonly [Kind, string])[],
  ): Obstacle | undefined {
    for (const id of changeIds) {
      const seq = this.#ids.get(id);
      if (seq !== undefined) return { error: new AlreadyCommitted(id, seq) };
    }
    for (const [kind, id] of objects) if (this.objects.get(kind, id)) return stale(id, undefined);
    return undefined;
  }

  /** Makes the entries of a run visible at once, while nothing is staged. @returns documents that claims have left. */
  landRun(run: readonly Landed[]): string[] {
    const left: string[] = [];
    for (const { entry, objects } of run) {
      for (const held of objects) {
        const home = this.objects.set(held);
        if (home !== undefined) left.push(home);
      }
      for (const { id } of entry.changes) this.#ids.set(id, entry.seq);
    }
    const { seq, hash } = run.at(-1)!.entry;
    this.#durable = { seq, hash };
    this.#next = this.#durable;
    return left;
  }

  /** Forgets all that is staged, as after a failed write. */
  drop(): void {
    this.#flying = [];
    for (const written of this.#writtenBy.values()) written.clear();
    this.#changes.clear();
    this.#next = this.#durable;
  }
}

function stale(id: string, staged: Staged | undefined): Obstacle {
  return { error: new StaleVersion(id), ...(staged && { after: staged.landed }) };
}

function requireSound(batch: Batch): void {
  if (batch.changes.length === 0) throw new TypeError('A batch needs at least one change.');
  if (batch.before.length !== batch.changes.length)
    throw new TypeError('A batch needs one "before" for each of its changes.');
  const odd = batch.changes.find(change => !isChangeId(change.id));
  if (odd) throw new TypeError(`The change id "${odd.id}" is not a UUID.`);
  if (batch.changes.length === 1) return;
  const ids = new Set(batch.changes.map(change => change.id.toLowerCase()));
  if (ids.size < batch.changes.length) throw new TypeError('Two changes of one batch have the same id.');
}
