import type { Change, LogEntry, Versioned } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { requireBlobHashes } from '../blob-hashes.ts';
import { ChangeIds } from '../change-ids.ts';
import { GENESIS, sealEntry } from '../entry.ts';
import { HeldObjects } from '../held-objects.ts';
import { batchOf, made } from '../made.ts';
import {
  type Batch,
  type GatheredOrder,
  type Gathering,
  type Head,
  MOST_IN_ENTRY,
  type Storage,
  StorageStopped,
} from '../port.ts';
import { type Listener, Publisher } from '../publisher.ts';
import { type Landed, type Staged, Staging } from '../staging.ts';

/** A desk that lives as long as its process: for tests and for trying things out. */
export class MemoryStorage implements Storage {
  readonly derived = undefined;
  readonly notices: readonly string[] = [];
  readonly #objects = new HeldObjects();
  readonly #ids = new ChangeIds();
  readonly #staging = new Staging(this.#objects, this.#ids, { seq: 0, hash: GENESIS });
  readonly #publisher = new Publisher();
  readonly #log: LogEntry[] = [];
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #uploads = new Map<string, { readonly bytes: Uint8Array; readonly at: number }>();
  readonly #notes = new Map<string, { readonly note: string; readonly at: number }>();
  #queue: Staged[] = [];
  #closed = false;

  get head(): Head {
    return this.#staging.head;
  }

  get readOnly(): string | undefined {
    return this.#closed ? 'The desk has been closed; open it again to go on writing.' : undefined;
  }

  async readObject<K extends Kind>(kind: K, id: string): Promise<Versioned<K> | undefined> {
    return this.#objects.get(kind, id);
  }

  async readObjects<K extends Kind>(kind: K, documentId?: string): Promise<readonly Versioned<K>[]> {
    return this.#objects.list(kind, documentId);
  }

  async readBlob(sha256: string): Promise<Uint8Array | undefined> {
    return this.#blobs.get(sha256);
  }

  async keepUpload(sha256: string, bytes: Uint8Array): Promise<void> {
    if (this.readOnly !== undefined) throw new StorageStopped(this.readOnly);
    await requireBlobHashes(new Map([[sha256, bytes]]));
    this.#uploads.set(sha256, { bytes, at: Date.now() });
  }

  async readUpload(sha256: string): Promise<Uint8Array | undefined> {
    return this.#uploads.get(sha256)?.bytes;
  }

  async keepNote(id: string, note: string): Promise<void> {
    if (this.readOnly !== undefined) throw new StorageStopped(this.readOnly);
    this.#notes.set(id, { note, at: Date.now() });
  }

  async readNote(id: string): Promise<string | undefined> {
    return this.#notes.get(id)?.note;
  }

  async sweepUploads(before: number): Promise<number> {
    let swept = 0;
    for (const kept of [this.#uploads, this.#notes])
      for (const [name, { at }] of kept) if (at < before && kept.delete(name)) swept++;
    return swept;
  }

  async *readLog(afterSeq: number, limit = Number.POSITIVE_INFINITY): AsyncGenerator<LogEntry> {
    for (let i = Math.max(0, afterSeq), given = 0; i < this.#log.length && given < limit; i++, given++)
      yield this.#log[i]!;
  }

  async committedAs(changeId: string): Promise<number | undefined> {
    return this.#ids.get(changeId);
  }

  async commit(batch: Batch): Promise<LogEntry> {
    if (this.readOnly !== undefined) throw new StorageStopped(this.readOnly);
    const blobs = await requireBlobHashes(batch.blobs);
    const obstacle = this.#staging.obstacle(batch);
    if (obstacle) {
      await obstacle.after;
      throw obstacle.error;
    }
    for (const [sha256, bytes] of blobs) if (!this.#blobs.has(sha256)) this.#blobs.set(sha256, bytes);
    const staged = this.#staging.stage(batch);
    if (this.#queue.push(staged) === 1) setImmediate(() => this.#land());
    return staged.landed;
  }

  async gather(): Promise<Gathering> {
    if (this.readOnly !== undefined) throw new StorageStopped(this.readOnly);
    const parts: Change[][] = [];
    return {
      add: async change => {
        if ((parts.at(-1)?.length ?? MOST_IN_ENTRY) >= MOST_IN_ENTRY) parts.push([]);
        parts.at(-1)!.push(change);
      },
      commit: order => this.#commitRun(parts, order),
      drop: async () => {
        parts.length = 0;
      },
    };
  }

  async #commitRun(parts: readonly (readonly Change[])[], order: GatheredOrder): Promise<LogEntry> {
    if (parts.length <= 1) return this.commit(batchOf(parts[0] ?? [], order));
    for (const [sha256, bytes] of await requireBlobHashes(order.blobs)) this.#blobs.set(sha256, bytes);
    this.#land();
    if (this.readOnly !== undefined) throw new StorageStopped(this.readOnly);
    const changes = parts.flat();
    const obstacle = this.#staging.runObstacle(
      changes.map(({ id }) => id),
      changes.filter(({ operation }) => operation.op === 'create').map(one => [one.kind, one.objectId]),
    );
    if (obstacle) throw obstacle.error;
    const run: Landed[] = [];
    let { seq, hash } = this.head;
    for (const [i, part] of parts.entries()) {
      const { at, by } = order;
      const open = { seq: ++seq, at, by, changes: [...part], before: part.map(() => ({})), prevHash: hash };
      const { entry } = sealEntry({ ...open, run: { part: i + 1, of: parts.length } });
      hash = entry.hash;
      run.push({ entry, objects: made(this.#objects, entry) });
    }
    this.#staging.landRun(run);
    for (const { entry, objects } of run) {
      this.#log.push(entry);
      this.#publisher.publish(entry, objects);
    }
    return run.at(-1)!.entry;
  }

  subscribe(listener: Listener): () => void {
    return this.#publisher.subscribe(listener);
  }

  async recover(): Promise<void> {
    if (this.readOnly !== undefined) throw new StorageStopped(this.readOnly);
  }

  async close(): Promise<void> {
    this.#land();
    this.#closed = true;
  }

  #land(): void {
    const queue = this.#queue;
    this.#queue = [];
    for (const staged of queue) {
      this.#staging.land(staged);
      this.#log.push(staged.entry);
      this.#publisher.publish(staged.entry, staged.objects);
      staged.resolve();
    }
  }
}
