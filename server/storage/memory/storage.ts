import type { LogEntry, Versioned } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { requireBlobHashes } from '../blob-hashes.ts';
import { ChangeIds } from '../change-ids.ts';
import { GENESIS } from '../entry.ts';
import { HeldObjects } from '../held-objects.ts';
import { type Batch, type Head, type Storage, StorageStopped } from '../port.ts';
import { type Listener, Publisher } from '../publisher.ts';
import { type Staged, Staging } from '../staging.ts';

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

  async sweepUploads(before: number): Promise<number> {
    const old = [...this.#uploads].filter(([, { at }]) => at < before);
    for (const [sha256] of old) this.#uploads.delete(sha256);
    return old.length;
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
