import { sha256Aside } from '../blob-hashes.ts';
import { type FileLayer, readIfThere, replaceFile } from './files.ts';
import type { Layout } from './layout.ts';

/** Bytes of documents and their decoded texts, each in a file named by its SHA-256. */
export class Blobs {
  readonly #files: FileLayer;
  readonly #layout: Layout;
  readonly #known = new Set<string>();
  readonly #writing = new Map<string, Promise<void>>();

  constructor(files: FileLayer, layout: Layout) {
    this.#files = files;
    this.#layout = layout;
  }

  /** @throws Error where the bytes on the disk are no longer the ones that were kept */
  async read(name: string): Promise<Uint8Array | undefined> {
    const file = this.#layout.blob(name);
    const bytes = file === undefined ? undefined : await readIfThere(this.#files, file);
    if (file !== undefined && bytes && (await sha256Aside(bytes)) !== name)
      throw new Error(
        `The file ${this.#layout.shown(file)} was altered: its bytes do not match its name. Put it back from a backup.`,
      );
    return bytes;
  }

  /** Keeps bytes under their hash, which the caller has checked; on return they are durable. */
  async keep(blobs: ReadonlyMap<string, Uint8Array>): Promise<void> {
    await Promise.all([...blobs].map(([name, bytes]) => this.#keepOne(name, bytes)));
  }

  async #keepOne(name: string, bytes: Uint8Array): Promise<void> {
    if (this.#known.has(name)) return;
    let writing = this.#writing.get(name);
    if (!writing) {
      writing = this.#write(name, bytes).finally(() => this.#writing.delete(name));
      this.#writing.set(name, writing);
    }
    await writing;
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const file = this.#layout.blob(name)!;
    if ((await this.#files.stat(file))?.size !== bytes.length) await replaceFile(this.#files, file, bytes);
    await this.#files.syncFolder(this.#layout.blobs);
    this.#known.add(name);
  }
}
