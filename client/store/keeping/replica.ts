import type { Versioned } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { machineTime, type Timer } from '../timer.ts';
import type { Database, KeptObject } from './database.ts';

/** What this browser saw of the desk last, for when the server is away. Reading gives nothing where nothing is kept. */
export interface Replica {
  /**
   * Takes in objects as the server has them; of two, the newer version stays.
   * @param seq the entry of the log up to which they are known to stand so
   */
  take(objects: readonly Versioned[], seq: number): void;
  /** Takes in a list of one kind; one that is as it was when it came last costs nothing. */
  takeAll(kind: Kind, objects: readonly Versioned[], seq: number): void;
  takeList(name: string, value: unknown): void;
  takeIndex(document: string, seq: number, bytes: ArrayBuffer): void;
  list(name: string): Promise<unknown>;
  all<K extends Kind>(kind: K): Promise<Versioned<K>[]>;
  some<K extends Kind>(kind: K, ids: readonly string[]): Promise<Versioned<K>[]>;
  /** A document's claim index as it came, and the claims that have been seen newer since. */
  index(document: string): Promise<{ bytes: ArrayBuffer; newer: Versioned<'claim'>[] } | undefined>;
  /** Forgets the claims of a document as they stood before an entry of the log: a new revision may have moved all of them. */
  revised(document: string, seq: number): Promise<void>;
  /** Forgets the claims of a document. */
  drop(document: string): Promise<void>;
  /** Forgets all of it: it was another desk's. */
  forget(): Promise<void>;
}

/** Milliseconds that what has come may wait to be written: it is done in few, large steps. */
const GATHER = 250;
/** So many objects are written at once. */
const BATCH = 50;

/** A replica in the browser's database, written in spare time. */
export class KeptReplica implements Replica {
  readonly #opening: Promise<Database>;
  readonly #timer: Timer;
  readonly #idle: () => Promise<void>;
  /** Objects to be written, and those that were: by kind and id. */
  #coming = new Map<string, KeptObject>();
  #lists = new Map<string, unknown>();
  #written = new Map<string, number>();
  #isWriting = false;

  /** @param idle resolves when the browser has nothing better to do */
  constructor(
    opening: Promise<Database>,
    timer: Timer = machineTime,
    idle: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#opening = opening;
    this.#timer = timer;
    this.#idle = idle;
  }

  take(objects: readonly Versioned[], seq: number): void {
    for (const held of objects) {
      const key = `${held.kind}/${held.id}`;
      if ((this.#written.get(key) ?? 0) >= held.version) continue;
      if ((this.#coming.get(key)?.held.version ?? 0) > held.version) continue;
      this.#coming.set(key, kept(held, seq));
    }
    this.#soon();
  }

  takeAll(kind: Kind, objects: readonly Versioned[], seq: number): void {
    let changes = 0;
    for (const { version } of objects) changes += version;
    // Versions only grow: as many objects that were changed as often are the same ones.
    const print = `${objects.length} ${changes} ${objects[0]?.id} ${objects.at(-1)?.id}`;
    const name = `print ${kind}`;
    void this.list(name).then(known => {
      if (known === print) return;
      this.take(objects, seq);
      this.takeList(name, print);
    });
  }

  takeList(name: string, value: unknown): void {
    this.#lists.set(name, value);
    this.#soon();
  }

  takeIndex(document: string, seq: number, bytes: ArrayBuffer): void {
    // The table that is made of them writes into them.
    const copy = bytes.slice(0);
    void this.#opening
      .then(database => database.put('indexes', { document, seq, bytes: copy }))
      .catch(() => undefined);
  }

  async list(name: string): Promise<unknown> {
    if (this.#lists.has(name)) return this.#lists.get(name);
    return this.#read(async database => (await database.get('lists', name))?.value, undefined);
  }

  async all<K extends Kind>(kind: K): Promise<Versioned<K>[]> {
    await this.flush();
    const range = IDBKeyRange.bound([kind], [kind, []]);
    const kept = await this.#read(database => database.getAll('objects', range), []);
    return kept.map(({ held }) => held as Versioned<K>);
  }

  async some<K extends Kind>(kind: K, ids: readonly string[]): Promise<Versioned<K>[]> {
    const found = await this.#read(async database => {
      const reading = database.transaction('objects');
      return Promise.all(ids.map(id => reading.store.get([kind, id])));
    }, []);
    return ids.flatMap((id, i) => {
      const object = this.#coming.get(`${kind}/${id}`) ?? found[i];
      return object ? [object.held as Versioned<K>] : [];
    });
  }

  async index(document: string): Promise<{ bytes: ArrayBuffer; newer: Versioned<'claim'>[] } | undefined> {
    await this.flush();
    return this.#read(async database => {
      const index = await database.get('indexes', document);
      if (!index) return undefined;
      const range = IDBKeyRange.bound([document, index.seq], [document, Number.POSITIVE_INFINITY], true);
      const newer = await database.getAllFromIndex('objects', 'document', range);
      return { bytes: index.bytes, newer: newer.map(({ held }) => held as Versioned<'claim'>) };
    }, undefined);
  }

  async revised(document: string, seq: number): Promise<void> {
    await this.flush();
    this.#written.clear();
    await this.#read(async database => {
      const writing = database.transaction(['indexes', 'objects'], 'readwrite');
      const indexes = writing.objectStore('indexes');
      const objects = writing.objectStore('objects');
      const index = await indexes.get(document);
      if (index && index.seq < seq) void indexes.delete(document);
      const range = IDBKeyRange.bound([document, 0], [document, seq], false, true);
      for (const key of await objects.index('document').getAllKeys(range)) void objects.delete(key);
      await writing.done;
    }, undefined);
  }

  async drop(document: string): Promise<void> {
    await this.flush();
    this.#written.clear();
    await this.#read(async database => {
      const writing = database.transaction(['indexes', 'objects', 'lists'], 'readwrite');
      const objects = writing.objectStore('objects');
      void writing.objectStore('indexes').delete(document);
      void writing.objectStore('lists').delete(`suggestions ${document}`);
      const range = IDBKeyRange.bound([document, 0], [document, Number.POSITIVE_INFINITY]);
      for (const key of await objects.index('document').getAllKeys(range)) void objects.delete(key);
      await writing.done;
    }, undefined);
  }

  async forget(): Promise<void> {
    this.#coming.clear();
    this.#lists.clear();
    this.#written.clear();
    const stores = ['objects', 'indexes', 'documents', 'lists'] as const;
    await this.#read(async database => {
      const writing = database.transaction(stores, 'readwrite');
      await Promise.all(stores.map(store => writing.objectStore(store).clear()));
      await writing.done;
    }, undefined);
  }

  /** Writes all that waits to be written. @param pause is waited for before each step */
  async flush(pause: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const lists = [...this.#lists];
    this.#lists.clear();
    try {
      const database = await this.#opening;
      while (this.#coming.size > 0) {
        await pause();
        await this.#writeSome(database);
      }
      // Where the log stands is among them: it may not be written before what came up to there is.
      for (const [name, value] of lists) await database.put('lists', { name, value });
    } catch {
      // Without the database, or where it is full, the desk is only there while the server is.
      this.#coming.clear();
    }
  }

  async #writeSome(database: Database): Promise<void> {
    const some: [string, KeptObject][] = [];
    for (const one of this.#coming) if (some.push(one) === BATCH) break;
    const writing = database.transaction('objects', 'readwrite', { durability: 'relaxed' });
    const known = await Promise.all(some.map(([, { kind, id }]) => writing.store.get([kind, id])));
    for (const [i, [, object]] of some.entries())
      if ((known[i]?.held.version ?? 0) < object.held.version) void writing.store.put(object);
    await writing.done;
    for (const [key, object] of some) {
      this.#written.set(key, object.held.version);
      if (this.#coming.get(key) === object) this.#coming.delete(key);
    }
  }

  #soon(): void {
    if (this.#isWriting) return;
    this.#isWriting = true;
    this.#timer.after(GATHER, () => {
      void this.flush(this.#idle).then(() => {
        this.#isWriting = false;
        if (this.#coming.size > 0 || this.#lists.size > 0) this.#soon();
      });
    });
  }

  async #read<T>(read: (database: Database) => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await read(await this.#opening);
    } catch {
      return otherwise;
    }
  }
}

function kept(held: Versioned, seq: number): KeptObject {
  const { kind, id } = held;
  const { anchor } = held.object as { anchor?: { documentId: string } };
  return { kind, id, held, seq, ...(kind === 'claim' && anchor ? { document: anchor.documentId } : {}) };
}
