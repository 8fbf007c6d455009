import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { FileLayer } from '../files.ts';
import { BACKUP_VERSION, type BackupFile, BackupManifest, BrokenBackup, MANIFEST } from './manifest.ts';

/** Largest table of contents, in bytes: no desk of which this program has heard comes near. */
const MOST_MANIFEST = 256 << 20;

/** A backup, open for reading: every file of it is held against its length and hash as it is read. */
export class Archive {
  readonly manifest: BackupManifest;
  readonly #file: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #files: ReadonlyMap<string, BackupFile>;

  private constructor(
    file: string,
    zip: ZipFile,
    entries: ReadonlyMap<string, Entry>,
    manifest: BackupManifest,
  ) {
    this.manifest = manifest;
    this.#file = file;
    this.#zip = zip;
    this.#entries = entries;
    this.#files = new Map(manifest.files.map(one => [one.name, one]));
  }

  /** @throws BrokenBackup for what is no backup, or is not whole */
  static async open(file: string): Promise<Archive> {
    const zip = await openZip(file);
    try {
      const entries = await entriesOf(zip, file);
      const own = entries.get(MANIFEST);
      if (!own || own.uncompressedSize > MOST_MANIFEST)
        throw new BrokenBackup(`${file} is a ZIP archive, but no backup of a desk: it has no ${MANIFEST}.`);
      const manifest = readManifest(file, await bytesOf(zip, own, file));
      const listed = new Set(manifest.files.map(({ name }) => name));
      const odd = [...entries.keys()].find(name => name !== MANIFEST && !listed.has(name));
      if (odd !== undefined)
        throw new BrokenBackup(`${file} holds ${odd}, which its ${MANIFEST} does not list. ${OTHER}`);
      const lost = manifest.files.find(({ name }) => !entries.has(name));
      if (lost) throw new BrokenBackup(`${file} lacks ${lost.name}, which its ${MANIFEST} lists. ${OTHER}`);
      return new Archive(file, zip, entries, manifest);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** @throws BrokenBackup where a file is not as it was written */
  async read(name: string): Promise<Buffer | undefined> {
    const entry = this.#entries.get(name);
    const listed = this.#files.get(name);
    if (!entry || !listed) return undefined;
    if (entry.uncompressedSize !== listed.size) throw this.#altered(name);
    const bytes = await bytesOf(this.#zip, entry, this.#file);
    if (createHash('sha256').update(bytes).digest('hex') !== listed.sha256) throw this.#altered(name);
    return bytes;
  }

  /** The archive as a desk's folder that can only be read. @param root where the desk is to seem to lie */
  asFiles(root: string): FileLayer {
    const nameOf = (place: string) => path.relative(root, place).split(path.sep).join('/');
    const no = async (): Promise<never> => {
      throw Object.assign(new Error('EROFS: a backup is only read'), { code: 'EROFS' });
    };
    return {
      read: async place => {
        const bytes = await this.read(nameOf(place));
        if (!bytes) throw Object.assign(new Error(`ENOENT: ${place}`), { code: 'ENOENT' });
        return bytes;
      },
      stat: async place => {
        const listed = this.#files.get(nameOf(place));
        return listed && { size: listed.size, changedAt: 0, stamp: listed.sha256 };
      },
      list: async folder => {
        const prefix = folder === root ? '' : `${nameOf(folder)}/`;
        const below = [...this.#files.keys()].filter(name => name.startsWith(prefix));
        return [...new Set(below.map(name => name.slice(prefix.length).split('/')[0]!))].sort();
      },
      ...{ makeFolder: no, open: no, rename: no, remove: no, removeAll: no, syncFolder: no },
    };
  }

  close(): void {
    this.#zip.close();
  }

  #altered(name: string): BrokenBackup {
    return new BrokenBackup(`${this.#file} is damaged: ${name} in it is not as it was written. ${OTHER}`);
  }
}

const OTHER = 'Take another copy of the backup, or an earlier one.';

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await promisify<string, yauzl.Options, ZipFile>(yauzl.open)(file, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw error;
    throw new BrokenBackup(
      `${file} is no backup, or its end is missing (${(error as Error).message}). ${OTHER}`,
    );
  }
}

function entriesOf(zip: ZipFile, file: string): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName))
        reject(new BrokenBackup(`${file} holds ${entry.fileName} twice. ${OTHER}`));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', (error: Error) =>
      reject(new BrokenBackup(`${file} is damaged (${error.message}). ${OTHER}`)),
    );
    zip.readEntry();
  });
}

async function bytesOf(zip: ZipFile, entry: Entry, file: string): Promise<Buffer> {
  try {
    const stream: Readable = await new Promise((resolve, reject) => {
      zip.openReadStream(entry, {}, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new BrokenBackup(
      `${file} is damaged: ${entry.fileName} in it cannot be read (${(error as Error).message}). ${OTHER}`,
    );
  }
}

function readManifest(file: string, bytes: Buffer): BackupManifest {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new BrokenBackup(`${file} is damaged: its ${MANIFEST} cannot be read. ${OTHER}`);
  }
  const { version } = (value ?? {}) as { version?: unknown };
  if (typeof version === 'number' && version > BACKUP_VERSION)
    throw new BrokenBackup(
      `${file} is a backup of version ${version}; this program knows versions up to ${BACKUP_VERSION}. Use a newer version of the program.`,
    );
  const result = BackupManifest.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new BrokenBackup(
    `${file} is no backup of a desk: in its ${MANIFEST}, ${issue.path.join('.')} ${issue.message}.`,
  );
}
