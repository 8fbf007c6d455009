import type { Revision } from '../../shared/model/document.ts';
import { layOut, type TextMap } from '../../shared/text/layout.ts';
import type { Storage } from '../storage/port.ts';
import { BoundedCache } from './bounded-cache.ts';

const BUDGET = 256 * 2 ** 20;

/** A decoded text and how it is divided. */
export interface LaidText {
  readonly text: string;
  readonly map: TextMap;
}

/** Decoded texts by the hash of their UTF-8, kept in memory while there is room. */
export class Texts {
  readonly #storage: Storage;
  readonly #laid = new BoundedCache<LaidText>(BUDGET, ({ text }) => text.length * 2);

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** @throws Error where the store has lost the text */
  laid(revision: Pick<Revision, 'textSha256'>): Promise<LaidText> {
    return this.#laid.get(revision.textSha256, async () => {
      const bytes = await this.blob(revision.textSha256);
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
      return { text, map: layOut(text) };
    });
  }

  /** The bytes under a hash. @throws Error where the store has lost them */
  async blob(sha256: string): Promise<Uint8Array> {
    const bytes = await this.#storage.readBlob(sha256);
    if (!bytes)
      throw new Error(`The store has lost the bytes ${sha256}; "variorum verify" says what else is missing.`);
    return bytes;
  }
}
