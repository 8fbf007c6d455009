import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * What was derived from the desk, in files that can go at any time: each is written aside and renamed, and begins with
 * the SHA-256 of what follows, so that it is read whole or not at all. Without a folder, or where the disk refuses, everything is kept in memory.
 */
export class FoundCache {
  readonly #folder: string | undefined;
  readonly #inMemory = new Map<string, Buffer>();
  #names: Promise<Set<string>> | undefined;
  /** Those that were asked for or written: the others are of no use any more. */
  readonly #used = new Set<string>();

  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  async has(name: string): Promise<boolean> {
    this.#used.add(name);
    return this.#inMemory.has(name) || (await this.#listed()).has(name);
  }

  async read(name: string): Promise<Buffer | undefined> {
    this.#used.add(name);
    const kept = this.#inMemory.get(name);
    if (kept || this.#folder === undefined) return kept;
    const sound = soundPart(await readFile(path.join(this.#folder, name)).catch(() => undefined));
    if (!sound) (await this.#listed()).delete(name);
    return sound;
  }

  async write(name: string, bytes: Buffer): Promise<void> {
    this.#used.add(name);
    if (this.#folder === undefined) {
      this.#inMemory.set(name, bytes);
      return;
    }
    try {
      const next = `${name}.${randomUUID()}.next`;
      const aside = path.join(this.#folder, next);
      this.#used.add(next);
      await mkdir(this.#folder, { recursive: true });
      await writeFile(aside, Buffer.concat([Buffer.from(`${hashOf(bytes)}\n`), bytes]));
      await rename(aside, path.join(this.#folder, name));
      this.#used.delete(next);
      (await this.#listed()).add(name);
    } catch {
      this.#inMemory.set(name, bytes);
    }
  }

  async remove(name: string): Promise<void> {
    this.#inMemory.delete(name);
    (await this.#listed()).delete(name);
    if (this.#folder !== undefined)
      await rm(path.join(this.#folder, name), { force: true }).catch(() => undefined);
  }

  /** Removes what nobody has asked for since the start. */
  async sweep(): Promise<void> {
    if (this.#folder === undefined) return;
    for (const name of await readdir(this.#folder).catch(() => []))
      if (!this.#used.has(name)) await this.remove(name);
  }

  #listed(): Promise<Set<string>> {
    this.#names ??= this.#folder === undefined ? Promise.resolve(new Set()) : this.#list(this.#folder);
    return this.#names;
  }

  async #list(folder: string): Promise<Set<string>> {
    return new Set((await readdir(folder).catch(() => [])).filter(name => !name.endsWith('.next')));
  }
}

const HASH = 64;

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** @returns what a file holds; undefined where it is not as it was written */
function soundPart(bytes: Buffer | undefined): Buffer | undefined {
  const part = bytes?.subarray(HASH + 1);
  return part && bytes!.toString('latin1', 0, HASH) === hashOf(part) ? part : undefined;
}
