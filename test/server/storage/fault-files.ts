import path from 'node:path';
import type { FileLayer, FileState, OpenFile } from '../../../server/storage/lowdb/files.ts';

/** What outlives a crash of the machine, of what was not synced. */
export type Survival =
  /** nothing */
  | 'lost'
  /** everything */
  | 'kept'
  /** names, and the first half of what was written */
  | 'half'
  /** names alone */
  | 'hollow';
export const survivals: readonly Survival[] = ['lost', 'kept', 'half', 'hollow'];

export type Operation = 'open' | 'write' | 'sync' | 'truncate' | 'rename' | 'remove' | 'syncFolder';

interface Inode {
  cached: Buffer;
  durable: Buffer;
  stamp: number;
}
interface Folder {
  cached: Map<string, Inode>;
  durable: Map<string, Inode>;
}

/** Thrown by whatever is attempted once the machine has crashed. */
export class Crashed extends Error {}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up by the test`), { code });
}

/**
 * A file system in memory with the cache of an operating system: contents are durable once the file is synced, names
 * once their folder is. Folders themselves are durable at once. It can crash before any operation and refuse any.
 */
export class FaultFiles implements FileLayer {
  readonly #folders: Map<string, Folder>;
  /** Operations that changed something, or tried to. */
  operations = 0;
  /** The operation before which the machine crashes. */
  crashAt = Number.POSITIVE_INFINITY;
  /** Called before each operation: an error refuses it; a number lets a write take only so many bytes. */
  refuse: (operation: Operation, file: string) => Error | number | undefined = () => undefined;
  #clock = 0;

  constructor(folders: Map<string, Folder> = new Map([['/', { cached: new Map(), durable: new Map() }]])) {
    this.#folders = folders;
  }

  get crashed(): boolean {
    return this.operations >= this.crashAt;
  }

  /** The disk as the next start finds it, without the lock that the crash left. */
  afterCrash(survival: Survival): FaultFiles {
    const folders = new Map<string, Folder>();
    for (const [name, folder] of this.#folders) {
      const names = survival === 'lost' ? folder.durable : folder.cached;
      const kept = new Map<string, Inode>();
      for (const [file, inode] of names) {
        const bytes = surviving(inode, survival);
        if (file !== 'lock') kept.set(file, { cached: bytes, durable: bytes, stamp: inode.stamp });
      }
      folders.set(name, { cached: kept, durable: new Map(kept) });
    }
    return new FaultFiles(folders);
  }

  /** The process is gone, the machine is not: what was written is still in the cache, synced or not. */
  afterKill(): FaultFiles {
    const files = new FaultFiles(this.#folders);
    for (const folder of this.#folders.values())
      for (const names of [folder.cached, folder.durable]) names.delete('lock');
    return files;
  }

  async read(file: string): Promise<Buffer> {
    await this.#alive();
    if (this.#folders.has(file)) throw systemError('EISDIR');
    return Buffer.from(this.#require(file).cached);
  }

  async stat(file: string): Promise<FileState | undefined> {
    await this.#alive();
    const inode = this.#folders.get(path.dirname(file))?.cached.get(path.basename(file));
    return inode && { size: inode.cached.length, changedAt: inode.stamp, stamp: String(inode.stamp) };
  }

  async list(folder: string): Promise<string[]> {
    await this.#alive();
    const below = [...this.#folders.keys()].filter(name => path.dirname(name) === folder && name !== folder);
    return [
      ...(this.#folders.get(folder)?.cached.keys() ?? []),
      ...below.map(name => path.basename(name)),
    ].sort();
  }

  async makeFolder(folder: string): Promise<void> {
    await this.#do('open', folder, () => {
      for (let at = folder; !this.#folders.has(at); at = path.dirname(at))
        this.#folders.set(at, { cached: new Map(), durable: new Map() });
    });
  }

  async open(file: string, how: 'append' | 'replace' | 'new'): Promise<OpenFile> {
    return this.#do('open', file, () => {
      const { cached } = this.#folder(file);
      const name = path.basename(file);
      const known = cached.get(name);
      if (known && how === 'new') throw systemError('EEXIST');
      const inode = known ?? { cached: Buffer.alloc(0), durable: Buffer.alloc(0), stamp: ++this.#clock };
      if (how === 'replace') inode.cached = Buffer.alloc(0);
      cached.set(name, inode);
      return this.#opened(file, inode);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#do('rename', to, () => {
      const inode = this.#require(from);
      this.#folder(to).cached.set(path.basename(to), inode);
      this.#folder(from).cached.delete(path.basename(from));
    });
  }

  remove(file: string): Promise<void> {
    return this.#do('remove', file, () => {
      this.#folder(file).cached.delete(path.basename(file));
    });
  }

  removeAll(place: string): Promise<void> {
    return this.#do('remove', place, () => {
      this.#folders.get(path.dirname(place))?.cached.delete(path.basename(place));
      for (const folder of [...this.#folders.keys()])
        if (folder === place || folder.startsWith(`${place}/`)) this.#folders.delete(folder);
    });
  }

  syncFolder(folder: string): Promise<void> {
    return this.#do('syncFolder', folder, () => {
      const found = this.#folders.get(folder);
      if (!found) throw systemError('ENOENT');
      found.durable = new Map(found.cached);
    });
  }

  #opened(file: string, inode: Inode): OpenFile {
    return {
      write: bytes =>
        this.#do('write', file, short => {
          const taken = bytes.subarray(0, short);
          inode.cached = Buffer.concat([inode.cached, taken]);
          inode.stamp = ++this.#clock;
          return taken.length;
        }),
      sync: () =>
        this.#do('sync', file, () => {
          inode.durable = inode.cached;
        }),
      truncate: size =>
        this.#do('truncate', file, () => {
          inode.cached = inode.cached.subarray(0, size);
        }),
      close: () => this.#alive(),
    };
  }

  async #alive(): Promise<void> {
    await null;
    if (this.crashed) throw new Crashed();
  }

  async #do<T>(operation: Operation, file: string, act: (short: number | undefined) => T): Promise<T> {
    await this.#alive();
    this.operations++;
    if (this.crashed) throw new Crashed();
    const refusal = this.refuse(operation, file);
    if (refusal instanceof Error) throw refusal;
    return act(refusal);
  }

  #folder(file: string): Folder {
    const folder = this.#folders.get(path.dirname(file));
    if (!folder) throw systemError('ENOENT');
    return folder;
  }

  #require(file: string): Inode {
    const inode = this.#folders.get(path.dirname(file))?.cached.get(path.basename(file));
    if (!inode) throw systemError('ENOENT');
    return inode;
  }
}

function surviving({ cached, durable }: Inode, survival: Survival): Buffer {
  if (survival === 'kept') return cached;
  if (survival !== 'half') return durable;
  const grown = cached.length >= durable.length && cached.subarray(0, durable.length).equals(durable);
  const from = grown ? durable.length : 0;
  return cached.subarray(0, from + Math.ceil((cached.length - from) / 2));
}
