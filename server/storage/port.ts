import type { Before, Change, LogEntry, Versioned } from '../../shared/model/change.ts';
import type { Kind } from '../../shared/model/objects.ts';

/**
 * Where the desk is kept. Readers see only what is durable; `commit` is the one way to write.
 * Every adapter runs the same contract suite.
 */
export interface Storage {
  /** The newest durable entry of the log; `seq` 0 and 64 zeros before the first. */
  readonly head: Head;
  /** Undefined while writing works; otherwise why it does not and how to mend it. Reading goes on. */
  readonly readOnly: string | undefined;
  /** What was found and mended while opening, in sentences for the person who runs the desk. */
  readonly notices: readonly string[];
  /**
   * A folder for what is derived from the desk and can be made again at any time; it need not exist yet. Undefined where
   * nothing may be put down.
   */
  readonly derived: string | undefined;

  /** One object as last made durable, removed or not. */
  readObject<K extends Kind>(kind: K, id: string): Promise<Versioned<K> | undefined>;
  /**
   * All objects of a kind, removed ones too, in order of creation; claims document by document, or those of one
   * document where it is given.
   */
  readObjects<K extends Kind>(kind: K, documentId?: string): Promise<readonly Versioned<K>[]>;
  /** Bytes by their SHA-256 in lower-case hex; undefined where they are not kept. */
  readBlob(sha256: string): Promise<Uint8Array | undefined>;
  /**
   * Keeps bytes ahead of the change that will name them; on return they are durable. They are no part of the desk
   * until a batch brings them as its blobs, and may be swept.
   * @throws TypeError for bytes under a hash not theirs
   * @throws StorageStopped where nothing can be written
   */
  keepUpload(sha256: string, bytes: Uint8Array): Promise<void>;
  /** Bytes that were kept ahead; undefined where they are not, or no longer. */
  readUpload(sha256: string): Promise<Uint8Array | undefined>;
  /**
   * Keeps what is to be known of bytes that were kept ahead, under a name of its own; on return it is durable. It goes as
   * they go.
   * @throws StorageStopped where nothing can be written
   */
  keepNote(id: string, note: string): Promise<void>;
  /** What was noted under a name; undefined where nothing was, or no longer. */
  readNote(id: string): Promise<string | undefined>;
  /** Gives up bytes and notes that were kept ahead before a time, in milliseconds since 1970. @returns how many */
  sweepUploads(before: number): Promise<number>;
  /** Entries after a sequence number, oldest first. */
  readLog(afterSeq: number, limit?: number): AsyncIterable<LogEntry>;
  /** The entry in which a change was committed, however long ago, or undefined: a retry is recognised by this. */
  committedAs(changeId: string): Promise<number | undefined>;

  /**
   * Writes one group atomically: log entry, objects, blobs. Resolves when all of it is on the disk.
   * @throws StaleVersion where an object is no longer at the version it was read at: read again and retry at once
   * @throws AlreadyCommitted where one of the change ids is in the log; if it was on its way there, once it arrived
   * @throws StorageStopped where writing has stopped (full disk, failed fsync, broken chain)
   * @throws TypeError for a batch without changes, with a change id twice or no UUID, or bytes under a hash not theirs
   */
  commit(batch: Batch): Promise<LogEntry>;
  /**
   * Begins to gather changes that are too many for one batch and shall still be written all or none.
   * @throws StorageStopped where nothing can be written
   */
  gather(): Promise<Gathering>;
  /**
   * Takes up writing again after it stopped; nothing to do where it works.
   * @throws StorageStopped where the cause persists, or only opening anew can mend it
   */
  recover(): Promise<void>;
  /** Called with each entry once it is durable, in order of `seq`. @returns a function that ends it. */
  subscribe(listener: (entry: LogEntry, objects: readonly Versioned[]) => void): () => void;
  /** Finishes what was accepted, writes snapshots, releases the lock. */
  close(): Promise<void>;
}

export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/**
 * A group ready to be written. `readAt` holds, by id, the version each object was read at; 0 for one that did not exist.
 * With a new revision of a document it names every claim of that document: which of them move must be the same when the
 * entry is done again.
 */
export interface Batch {
  readonly at: string;
  readonly by: string;
  readonly changes: readonly Change[];
  readonly before: readonly Before[];
  readonly objects: readonly Versioned[];
  readonly readAt: Readonly<Record<string, number>>;
  /** Bytes that the objects refer to, by SHA-256. */
  readonly blobs?: ReadonlyMap<string, Uint8Array>;
}

/** Most changes of one entry of a run. */
export const MOST_IN_ENTRY = 1000;

/** Who writes what was gathered, when, and the bytes that it names. */
export type GatheredOrder = Pick<Batch, 'at' | 'by' | 'blobs'>;

/**
 * Changes that make new objects, put aside until all of them are there. Until they are committed they are no part of the
 * desk; after a crash nothing is left of them.
 */
export interface Gathering {
  /**
   * Puts a change aside. It makes a new object, of which it gives the value as its schema gives it back, or removes one
   * that was made before it.
   */
  add(change: Change): Promise<void>;
  /**
   * Writes everything as a run of entries, all of which become durable and visible at once, or as one entry where one can
   * hold it. Nothing else can be done with the gathering afterwards.
   * @returns the last entry
   * @throws StaleVersion where one of the objects exists, AlreadyCommitted, StorageStopped and TypeError as `commit` does
   */
  commit(order: GatheredOrder): Promise<LogEntry>;
  /** Lets go of everything; nothing to do after `commit`. */
  drop(): Promise<void>;
}

/** An object changed between being read and being written. */
export class StaleVersion extends Error {
  readonly objectId: string;
  constructor(objectId: string) {
    super(`Object ${objectId} was changed in the meantime.`);
    this.name = 'StaleVersion';
    this.objectId = objectId;
  }
}

/** A change id that is committed already, or about to be: the retry of something acknowledged or under way. */
export class AlreadyCommitted extends Error {
  readonly seq: number;
  constructor(changeId: string, seq: number) {
    super(`Change ${changeId} is already in the log as entry ${seq}.`);
    this.name = 'AlreadyCommitted';
    this.seq = seq;
  }
}

/** The desk can be read but not written; the message says why and what to do. */
export class StorageStopped extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageStopped';
  }
}
