import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import type { PendingGroup } from '../objects.ts';
import type { Review } from '../reviews.ts';

/** A group as it waits; `place` gives the order. */
export interface KeptGroup extends PendingGroup {
  readonly place?: number;
}

/** An object as this browser saw it last, and the entry of the log up to which it is known to stand so. */
export interface KeptObject {
  readonly kind: Kind;
  readonly id: string;
  readonly held: Versioned;
  readonly seq: number;
  /** Where a claim stands. */
  readonly document?: string;
}

/** What of a document is kept, so that it can be read and worked on without the server. */
export interface KeptDocument {
  readonly id: string;
  readonly revision: string;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Somebody asked for it to stay. */
  readonly pinned: boolean;
  /** Whether all of it is here: text, claim index, claims. */
  readonly complete: boolean;
  /** What it takes, estimated where it is not measured. */
  readonly bytes: number;
}

/** Parts of replies that are not objects: counts, uses, formats, where the log stands. */
export interface KeptList {
  readonly name: string;
  readonly value: unknown;
}

/** A claim index as it came. */
export interface KeptIndex {
  readonly document: string;
  readonly seq: number;
  readonly bytes: ArrayBuffer;
}

export interface Schema extends DBSchema {
  queue: { key: number; value: KeptGroup; indexes: { group: string } };
  reviews: { key: string; value: Review };
  objects: { key: [string, string]; value: KeptObject; indexes: { document: [string, number] } };
  indexes: { key: string; value: KeptIndex };
  documents: { key: string; value: KeptDocument };
  lists: { key: string; value: KeptList };
}

export type Database = IDBPDatabase<Schema>;

/** Why nothing can be kept in this browser. */
export type Hindrance = 'forbidden' | 'full';

const NAME = 'variorum';
const VERSION = 1;
/** Milliseconds after which an opening counts as refused: some browsers never answer where storage is forbidden. */
const PATIENCE = 5000;

/**
 * Opens what this browser keeps of the desk.
 * @throws where the browser keeps nothing, or does not answer
 */
export async function openDatabase(): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new Error('This browser keeps no data.');
  let late: ReturnType<typeof setTimeout> | undefined;
  const opened = openDB<Schema>(NAME, VERSION, {
    upgrade(database) {
      database
        .createObjectStore('queue', { keyPath: 'place', autoIncrement: true })
        .createIndex('group', 'group');
      database.createObjectStore('reviews', { keyPath: 'group.group' });
      database
        .createObjectStore('objects', { keyPath: ['kind', 'id'] })
        .createIndex('document', ['document', 'seq']);
      database.createObjectStore('indexes', { keyPath: 'document' });
      database.createObjectStore('documents', { keyPath: 'id' });
      database.createObjectStore('lists', { keyPath: 'name' });
    },
    // A newer version of the program in another window has to be let in.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await Promise.race([
      opened,
      new Promise<never>((_resolve, reject) => {
        late = setTimeout(() => reject(new Error('The browser’s storage does not answer.')), PATIENCE);
      }),
    ]);
  } finally {
    clearTimeout(late);
  }
}
