import path from 'node:path';
import { sha256Aside } from '../blob-hashes.ts';
import { type FileLayer, readIfThere, replaceFile } from './files.ts';
import type { Layout } from './layout.ts';

/** Bytes that came ahead of the change that will name them, each in a file named by its SHA-256, and notes on them. */
export class Uploads {
  readonly #files: FileLayer;
  readonly #layout: Layout;

  constructor(files: FileLayer, layout: Layout) {
    this.#files = files;
    this.#layout = layout;
  }

  /** Keeps bytes under their hash, which the caller has checked; bytes that are here already count as new. */
  keep(name: string, bytes: Uint8Array): Promise<void> {
    return this.#put(this.#layout.upload(name)!, bytes);
  }

  /** @throws TypeError for a name that is no UUID */
  async note(id: string, note: string): Promise<void> {
    const file = this.#layout.note(id);
    if (file === undefined) throw new TypeError(`"${id}" is no name of a note.`);
    await this.#put(file, new TextEncoder().encode(note));
  }

  async readNote(id: string): Promise<string | undefined> {
    const file = this.#layout.note(id);
    const bytes = file === undefined ? undefined : await readIfThere(this.#files, file);
    return bytes && new TextDecoder().decode(bytes);
  }

  async #put(file: string, bytes: Uint8Array): Promise<void> {
    await this.#files.makeFolder(this.#layout.uploads);
    await replaceFile(this.#files, file, bytes);
    await this.#files.syncFolder(this.#layout.uploads);
  }

  /** @returns the bytes; undefined where they are not here, or are no longer what was kept */
  async read(name: string): Promise<Uint8Array | undefined> {
    const file = this.#layout.upload(name);
    const bytes = file === undefined ? undefined : await readIfThere(this.#files, file);
    return bytes && (await sha256Aside(bytes)) === name ? bytes : undefined;
  }

  /** Removes what came before a time. @param before milliseconds since 1970 @returns how many files */
  async sweep(before: number): Promise<number> {
    let swept = 0;
    for (const name of await this.#files.list(this.#layout.uploads)) {
      const file = path.join(this.#layout.uploads, name);
      const state = await this.#files.stat(file);
      if (!state || state.changedAt >= before) continue;
      await this.#files.remove(file);
      swept++;
    }
    return swept;
  }
}
