import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { bytesNamedIn } from '../../shared/change/named-bytes.ts';
import type { Change } from '../../shared/model/change.ts';
import type { DeskClient } from './client.ts';

/** How a file's bytes are sent. @param sent hears the share that has left, from 0 to 1 */
export type SendFile = (
  sha256: string,
  bytes: Uint8Array<ArrayBuffer>,
  options: { readonly sent?: (share: number) => void; readonly signal?: AbortSignal },
) => Promise<void>;

/** Where bytes wait until the desk has them. Calls reject where the browser keeps nothing. */
export interface FileKeeping {
  get(sha256: string): Promise<Blob | undefined>;
  put(sha256: string, file: Blob): Promise<void>;
  remove(sha256: string): Promise<void>;
}

/** Milliseconds for which the server is trusted to have what it was sent; it keeps it for a day. */
const TRUSTED = 12 * 60 * 60 * 1000;

/**
 * Files that were attached and that the desk may not have yet. Their bytes are kept in this browser by their hash, and
 * go ahead of the changes that name them: across a closed tab and the time without a server, as the changes do.
 */
export class OutgoingFiles {
  readonly #send: SendFile;
  readonly #keeping: FileKeeping;
  /** What was taken in this window, so that it can be shown and sent though the browser keeps nothing. */
  readonly #here = new Map<string, { readonly file: Blob; url?: string; sentAt?: number }>();

  constructor(send: SendFile, keeping: FileKeeping) {
    this.#send = send;
    this.#keeping = keeping;
  }

  /** Takes a file in hand. @returns the SHA-256 of its bytes @throws where it cannot be read */
  async take(file: Blob): Promise<string> {
    const sha256 = await hashOf(file);
    if (!this.#here.has(sha256)) this.#here.set(sha256, { file });
    return sha256;
  }

  /** An address in this window at which a file can be seen that was taken here; undefined for any other. */
  urlOf(sha256: string): string | undefined {
    const known = this.#here.get(sha256);
    if (!known) return undefined;
    known.url ??= URL.createObjectURL(known.file);
    return known.url;
  }

  /** Keeps a file until a change that names it has arrived. What the browser cannot keep stays in this window. */
  async keep(sha256: string): Promise<void> {
    const known = this.#here.get(sha256);
    if (known) await this.#keeping.put(sha256, known.file).catch(() => undefined);
  }

  /** Sends a file that is here. @throws what the sending throws */
  async send(sha256: string, options: Parameters<SendFile>[2] = {}): Promise<void> {
    const known = this.#here.get(sha256);
    if (known?.sentAt !== undefined && Date.now() - known.sentAt < TRUSTED) return;
    const file = known?.file ?? (await this.#keeping.get(sha256).catch(() => undefined));
    if (!file) return;
    await this.#send(sha256, new Uint8Array(await file.arrayBuffer()), options);
    if (known) known.sentAt = Date.now();
  }

  /** Sends whatever changes name and is kept here. @throws what the sending throws */
  async ahead(changes: readonly Change[]): Promise<void> {
    for (const sha256 of filesIn(changes)) await this.send(sha256);
  }

  /** Keeps nothing for a later time of what changes name: they have arrived. */
  async arrived(changes: readonly Change[]): Promise<void> {
    for (const sha256 of filesIn(changes)) await this.#keeping.remove(sha256).catch(() => undefined);
  }
}

const filesIn = (changes: readonly Change[]): Set<string> =>
  new Set(changes.filter(({ kind }) => kind === 'claim').flatMap(bytesNamedIn));

async function hashOf(file: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** @returns a way to send changes on which they wait for the files that they name */
export function filesFirst(
  post: DeskClient['postChanges'],
  files: OutgoingFiles,
): (call: { readonly body: { readonly changes: Change[] } }) => ReturnType<DeskClient['postChanges']> {
  return async call => {
    const { changes } = call.body;
    await files.ahead(changes);
    const reply = await post(call);
    const isTaken = new Map(reply.groups.map(({ group, status }) => [group, status !== 'refused']));
    await files.arrived(changes.filter(({ group }) => isTaken.get(group)));
    return reply;
  };
}

/** @returns a way to send files that does not tell how much has left */
export const sendBy =
  (client: Pick<DeskClient, 'putAttachment'>): SendFile =>
  async (sha256, body, { signal }) => {
    await client.putAttachment({ params: { sha256 }, body }, signal ? { signal } : {});
  };

interface Files extends DBSchema {
  files: { key: string; value: Blob };
}

/** Keeps files in this browser's own storage. */
export class BrowserFiles implements FileKeeping {
  #opened: Promise<IDBPDatabase<Files>> | undefined;

  async get(sha256: string): Promise<Blob | undefined> {
    return (await this.#open()).get('files', sha256);
  }

  async put(sha256: string, file: Blob): Promise<void> {
    await (await this.#open()).put('files', file, sha256);
  }

  async remove(sha256: string): Promise<void> {
    await (await this.#open()).delete('files', sha256);
  }

  #open(): Promise<IDBPDatabase<Files>> {
    this.#opened ??= openDB<Files>('variorum-files', 1, {
      upgrade(database) {
        database.createObjectStore('files');
      },
    });
    return this.#opened;
  }
}
