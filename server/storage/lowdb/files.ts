import fs from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';

/** All that the store asks of a file system. Errors carry the system's `code`. */
export interface FileLayer {
  /** The whole file. */
  read(path: string): Promise<Buffer>;
  /** What tells a file from the same file written again: its size in bytes and a stamp; undefined where there is none. */
  stat(path: string): Promise<FileState | undefined>;
  /** Names in a folder, sorted; none where there is no such folder. */
  list(folder: string): Promise<string[]>;
  makeFolder(path: string): Promise<void>;
  /** `append` keeps what is there, `replace` begins anew, `new` fails with EEXIST where something is there. */
  open(path: string, how: 'append' | 'replace' | 'new'): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is no error. */
  remove(path: string): Promise<void>;
  /** Removes a file, or a folder with everything in it; what is not there is no error. */
  removeAll(path: string): Promise<void>;
  /** Makes the names in a folder durable. */
  syncFolder(path: string): Promise<void>;
}

export interface FileState {
  readonly size: number;
  /** When it was written last, in milliseconds since 1970. */
  readonly changedAt: number;
  readonly stamp: string;
}

export interface OpenFile {
  /** Writes at the end. @returns how many bytes were taken, which may be fewer than given */
  write(bytes: Uint8Array): Promise<number>;
  /** Makes what was written durable. */
  sync(): Promise<void>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}

/** @returns the system's code of an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

/** Writes all of the bytes, however the system cuts them. */
export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const taken = await file.write(done === 0 ? bytes : bytes.subarray(done));
    if (taken <= 0) throw Object.assign(new Error('EIO: nothing more was written'), { code: 'EIO' });
    done += taken;
  }
}

/** @returns the file's bytes, or undefined where there is no such file. */
export async function readIfThere(files: FileLayer, path: string): Promise<Buffer | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Puts a whole file in place so that a crash leaves the old one or the new one. The folder must be synced by the caller. */
export async function replaceFile(files: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(`${path}.next`, 'replace');
  try {
    await writeAll(file, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await files.rename(`${path}.next`, path);
}

const flags = { append: 'a', replace: 'w', new: 'wx' } as const;

/** The file system of this machine. */
export const nodeFiles: FileLayer = {
  read: path => readFile(path),
  async stat(path) {
    try {
      const { size, mtimeMs, ino } = await stat(path);
      return { size, changedAt: mtimeMs, stamp: `${size}/${mtimeMs}/${ino}` };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  },
  async list(folder) {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  },
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  open: (path, how) =>
    new Promise((resolve, reject) => {
      fs.open(path, flags[how], (error, fd) => (error ? reject(error) : resolve(new NodeFile(fd))));
    }),
  rename: (from, to) => rename(from, to),
  remove: path => rm(path, { force: true }),
  removeAll: path => rm(path, { recursive: true, force: true }),
  async syncFolder(path) {
    // Windows cannot open a folder; its file system keeps names by itself.
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};

/** Bytes up to which a write does not leave the main thread. */
const AT_ONCE = 128 << 10;

class NodeFile implements OpenFile {
  readonly #fd: number;
  constructor(fd: number) {
    this.#fd = fd;
  }

  async write(bytes: Uint8Array): Promise<number> {
    // A few lines are in the system's cache sooner than another thread could be asked to put them there.
    if (bytes.length <= AT_ONCE) return fs.writeSync(this.#fd, bytes);
    return new Promise((resolve, reject) => {
      fs.write(this.#fd, bytes, (error, taken) => (error ? reject(error) : resolve(taken)));
    });
  }

  sync(): Promise<void> {
    return settled(done => fs.fdatasync(this.#fd, done));
  }

  truncate(size: number): Promise<void> {
    return settled(done => fs.ftruncate(this.#fd, size, done));
  }

  close(): Promise<void> {
    return settled(done => fs.close(this.#fd, done));
  }
}

function settled(start: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start(error => (error ? reject(error) : resolve()));
  });
}
