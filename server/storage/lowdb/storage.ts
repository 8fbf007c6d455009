import path from 'node:path';
import type { LogEntry, Versioned } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { requireBlobHashes } from '../blob-hashes.ts';
import type { ChangeIds } from '../change-ids.ts';
import type { HeldObjects } from '../held-objects.ts';
import { batchOf, made } from '../made.ts';
import { Pool } from '../pool.ts';
import {
  type Batch,
  type GatheredOrder,
  type Gathering,
  type Head,
  type Storage,
  StorageStopped,
} from '../port.ts';
import { type Listener, Publisher } from '../publisher.ts';
import { type Landed, type Obstacle, type Staged, Staging } from '../staging.ts';
import { Blobs } from './blobs.ts';
import type { FileLayer } from './files.ts';
import { FileGathering, type Gathered } from './gathering.ts';
import { GroupWriter } from './group-writer.ts';
import type { Journal } from './journal.ts';
import type { Layout } from './layout.ts';
import type { Lock } from './lock.ts';
import { stoppedBy } from './messages.ts';
import { SnapshotKeeper } from './snapshot-keeper.ts';
import type { Snapshots } from './snapshots.ts';
import { Uploads } from './uploads.ts';

/** Objects of one batch from which on they take longer to look at than their bytes to write. */
const MANY = 1000;

/** A desk as a start has found it. */
export interface OpenedDesk {
  readonly files: FileLayer;
  readonly layout: Layout;
  readonly objects: HeldObjects;
  readonly ids: ChangeIds;
  readonly head: Head;
  readonly journal: Journal;
  /** Undefined where no snapshots may be written. */
  readonly snapshots: Snapshots | undefined;
  readonly snapshotAfter: number | undefined;
  readonly lock: Lock | undefined;
  readonly readOnly: string | undefined;
  readonly notices: string[];
}

/** A desk in a folder: all objects in memory, every change in the journal before anybody hears of it. */
export class LowdbStorage implements Storage {
  readonly notices: readonly string[];
  readonly derived: string | undefined;
  readonly #objects: HeldObjects;
  readonly #ids: ChangeIds;
  readonly #staging: Staging;
  readonly #publisher = new Publisher();
  readonly #files: FileLayer;
  readonly #layout: Layout;
  readonly #journal: Journal;
  readonly #blobs: Blobs;
  readonly #uploads: Uploads;
  readonly #snapshots: SnapshotKeeper | undefined;
  readonly #lock: Lock | undefined;
  readonly #readOnly: string | undefined;
  readonly #writer: GroupWriter;
  #closing: Promise<void> | undefined;
  /** A run that is being written; nothing else can be staged meanwhile. */
  #run: Promise<void> | undefined;
  #gatherings = 0;
  #gathering = 0;

  constructor(desk: OpenedDesk) {
    this.notices = desk.notices;
    this.derived = desk.lock && desk.layout.derived;
    this.#objects = desk.objects;
    this.#ids = desk.ids;
    this.#staging = new Staging(desk.objects, desk.ids, desk.head);
    this.#files = desk.files;
    this.#layout = desk.layout;
    this.#journal = desk.journal;
    this.#blobs = new Blobs(desk.files, desk.layout);
    this.#uploads = new Uploads(desk.files, desk.layout);
    this.#snapshots =
      desk.snapshots && new SnapshotKeeper(desk.snapshots, this.#staging, desk.notices, desk.snapshotAfter);
    this.#lock = desk.lock;
    this.#readOnly = desk.readOnly;
    this.#writer = new GroupWriter(desk.journal, this.#staging, {
      landed: staged => this.#land(staged),
      wrote: bytes => this.#snapshots?.wrote(bytes),
    });
  }

  get head(): Head {
    return this.#staging.head;
  }

  get readOnly(): string | undefined {
    return this.#closing
      ? 'The desk has been closed; open it again to go on writing.'
      : (this.#readOnly ?? this.#writer.stopped);
  }

  async readObject<K extends Kind>(kind: K, id: string): Promise<Versioned<K> | undefined> {
    return this.#objects.get(kind, id);
  }

  async readObjects<K extends Kind>(kind: K, documentId?: string): Promise<readonly Versioned<K>[]> {
    return this.#objects.list(kind, documentId);
  }

  readBlob(sha256: string): Promise<Uint8Array | undefined> {
    return this.#blobs.read(sha256);
  }

  async keepUpload(sha256: string, bytes: Uint8Array): Promise<void> {
    this.#requireWritable();
    await requireBlobHashes(new Map([[sha256, bytes]]));
    await this.#ahead(() => this.#uploads.keep(sha256, bytes));
  }

  async keepNote(id: string, note: string): Promise<void> {
    this.#requireWritable();
    await this.#ahead(() => this.#uploads.note(id, note));
  }

  async #ahead(keep: () => Promise<void>): Promise<void> {
    try {
      await keep();
    } catch (error) {
      throw new StorageStopped(stoppedBy(error, 'uploads'), { cause: error });
    }
  }

  readNote(id: string): Promise<string | undefined> {
    return this.#uploads.readNote(id);
  }

  readUpload(sha256: string): Promise<Uint8Array | undefined> {
    return this.#uploads.read(sha256);
  }

  async sweepUploads(before: number): Promise<number> {
    return this.readOnly === undefined ? this.#uploads.sweep(before) : 0;
  }

  async *readLog(afterSeq: number, limit = Number.POSITIVE_INFINITY): AsyncGenerator<LogEntry> {
    const until = this.head.seq;
    if (limit <= 0 || afterSeq >= until) return;
    let given = 0;
    for await (const entry of this.#journal.read(afterSeq)) {
      if (entry.seq > until) return;
      yield entry;
      if (++given >= limit) return;
    }
  }

  async committedAs(changeId: string): Promise<number | undefined> {
    return this.#ids.get(changeId);
  }

  async commit(batch: Batch): Promise<LogEntry> {
    this.#requireWritable();
    if (batch.blobs && batch.blobs.size > 0) {
      // To look twice at all that moves with a revision would cost more than bytes that are written in vain.
      if (batch.objects.length <= MANY) await this.#refuse(this.#staging.obstacle(batch));
      await this.#keepBlobs(batch.blobs);
      this.#requireWritable();
    }
    while (this.#run) await this.#run;
    this.#requireWritable();
    // Nothing may come between looking for obstacles and staging.
    const obstacle = this.#staging.obstacle(batch);
    if (obstacle) await this.#refuse(obstacle);
    const staged = this.#staging.stage(batch);
    this.#writer.add(staged);
    return staged.landed;
  }

  async gather(): Promise<Gathering> {
    this.#requireWritable();
    const folder = path.join(this.#layout.gathering, String(++this.#gatherings));
    this.#gathering++;
    return new FileGathering(
      this.#files,
      folder,
      (gathered, order) => this.#commitGathered(gathered, order),
      async () => {
        if (--this.#gathering === 0) await this.#files.removeAll(this.#layout.gathering);
      },
    );
  }

  subscribe(listener: Listener): () => void {
    return this.#publisher.subscribe(listener);
  }

  async recover(): Promise<void> {
    const final = this.#closing ? this.readOnly : this.#readOnly;
    if (final !== undefined) throw new StorageStopped(final);
    await this.#writer.recover();
  }

  /** Writes a snapshot now; nothing to do where there is nothing new, or where none may be written. */
  async snapshot(): Promise<void> {
    await this.#snapshots?.now();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#writer.settle();
    try {
      await this.#snapshots?.close(this.#writer.stopped === undefined);
      await this.#journal.close();
    } finally {
      await this.#lock?.release();
    }
  }

  async #commitGathered(gathered: Gathered, order: GatheredOrder): Promise<LogEntry> {
    if (gathered.parts <= 1) return this.commit(batchOf(await gathered.first(), order));
    this.#requireWritable();
    if (order.blobs && order.blobs.size > 0) await this.#keepBlobs(order.blobs);
    while (this.#run) await this.#run;
    const work = this.#writeRun(gathered, order);
    this.#run = work.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await work;
    } finally {
      this.#run = undefined;
    }
  }

  /** Writes a run while nobody else can write, then does what its entries say as a start would, and shows all of it at once. */
  async #writeRun(gathered: Gathered, order: GatheredOrder): Promise<LogEntry> {
    await this.#writer.settle();
    this.#requireWritable();
    await this.#refuse(this.#staging.runObstacle(gathered.changeIds, gathered.objects));
    const { head } = this.#staging;
    const written = await this.#writer.writeRun(gathered.lines(head, order));
    const run: Landed[] = [];
    const pool = new Pool();
    for await (const read of this.#journal.read(head.seq)) {
      const entry = pool.shared(read);
      run.push({ entry, objects: made(this.#objects, entry) });
      await turn();
    }
    const left = this.#staging.landRun(run);
    for (const { entry, objects } of run) {
      this.#snapshots?.touch(objects, left);
      this.#publisher.publish(entry, objects);
    }
    this.#snapshots?.wrote(written);
    return run.at(-1)!.entry;
  }

  #requireWritable(): void {
    if (this.readOnly !== undefined) throw new StorageStopped(this.readOnly);
  }

  async #refuse(obstacle: Obstacle | undefined): Promise<void> {
    if (!obstacle) return;
    await obstacle.after;
    throw obstacle.error;
  }

  async #keepBlobs(blobs: ReadonlyMap<string, Uint8Array>): Promise<void> {
    await requireBlobHashes(blobs);
    try {
      await this.#blobs.keep(blobs);
    } catch (error) {
      throw new StorageStopped(stoppedBy(error, 'blobs'), { cause: error });
    }
  }

  #land(staged: Staged): void {
    const left = this.#staging.land(staged);
    this.#snapshots?.touch(staged.objects, left);
    this.#publisher.publish(staged.entry, staged.objects);
  }
}

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
