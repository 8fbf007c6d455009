import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Verification } from '../../verification.ts';
import { codeOf, type FileLayer, nodeFiles } from '../files.ts';
import { Layout } from '../layout.ts';
import { isRedacting } from '../redacting/plan.ts';
import { checkBackup } from './check-backup.ts';
import { type Contents, contentsOf } from './contents.ts';
import { BACKUP_VERSION, type BackupFile, type BackupManifest, MANIFEST } from './manifest.ts';

export interface BackupOptions {
  readonly files?: FileLayer;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Told how many of all files are done. */
  readonly progress?: (done: number, all: number) => void;
}

export interface BackupReport {
  readonly manifest: BackupManifest;
  /** What was found by looking through the backup itself; a desk that has faults has them in its backup too. */
  readonly verification: Verification;
}

const TRIES = 5;

/**
 * Writes a desk into one file, aside and put in place by a rename once it is durable and was looked through. The desk
 * may be open and written to meanwhile; should something be redacted meanwhile, the backup is begun anew.
 * @param location the desk's folder
 * @throws BrokenBackup where what was written cannot be read again
 */
export async function writeBackup(
  location: string,
  target: string,
  options: BackupOptions,
): Promise<BackupReport> {
  const { files = nodeFiles, now, progress } = options;
  const layout = new Layout(location);
  const partial = `${target}.${process.pid}.partial`;
  try {
    for (let left = TRIES; ; left--) {
      try {
        if (await isRedacting(files, layout)) throw new ChangedMeanwhile();
        const contents = await contentsOf(files, layout);
        const written = await pack(files, layout, contents, partial, now, progress);
        const report = await checkBackup(partial);
        // What was redacted while it was copied shows as a line or bytes that are no longer those that were seen first.
        if (await wasRedacted(files, layout, contents, written)) throw new ChangedMeanwhile();
        await rename(partial, target);
        await nodeFiles.syncFolder(path.dirname(target));
        return report;
      } catch (error) {
        const again =
          error instanceof ChangedMeanwhile || (codeOf(error) === 'ENOENT' && existsSync(layout.root));
        if (!again || left <= 1) throw error;
        await new Promise(resolve => setTimeout(resolve, 200));
      }
    }
  } finally {
    await rm(partial, { force: true });
  }
}

class ChangedMeanwhile extends Error {
  constructor() {
    super('Something was being redacted while the backup was written. Try again when that is done.');
  }
}

async function wasRedacted(
  files: FileLayer,
  layout: Layout,
  before: Contents,
  written: readonly BackupFile[],
): Promise<boolean> {
  if (await isRedacting(files, layout)) return true;
  for (const name of before.blobs) if (!(await files.stat(layout.blob(name)!))) return true;
  for (const { number, size } of before.segments) {
    const name = layout.shown(layout.segment(number));
    const now = (await files.read(layout.segment(number))).subarray(0, size);
    if (written.find(file => file.name === name)?.sha256 !== sha256(now)) return true;
  }
  return false;
}

async function pack(
  files: FileLayer,
  layout: Layout,
  contents: Contents,
  file: string,
  now: string,
  progress: BackupOptions['progress'],
): Promise<BackupFile[]> {
  const zip = new ZipFile();
  const writing = pipeline(zip.outputStream, createWriteStream(file, { flush: true }));
  // It may fail while something else is waited for; whoever waits for it next is told.
  writing.catch(() => undefined);
  const listed: BackupFile[] = [];
  const mtime = new Date(now);
  const waiting = [
    { path: layout.format },
    ...((await files.stat(layout.redactions)) ? [{ path: layout.redactions }] : []),
    ...contents.segments.map(({ number, size }) => ({ path: layout.segment(number), size })),
    ...contents.blobs.map(name => ({ path: layout.blob(name)! })),
  ];
  try {
    for (const { path: place, size } of waiting as { path: string; size?: number }[]) {
      const bytes = (await files.read(place)).subarray(0, size);
      const name = layout.shown(place);
      listed.push({ name, size: bytes.length, sha256: sha256(bytes) });
      await Promise.race([added(zip, bytes, name, mtime), writing]);
      progress?.(listed.length, waiting.length);
    }
    const manifest: BackupManifest = {
      format: 'variorum-backup',
      version: BACKUP_VERSION,
      made: now,
      desk: { format: contents.format, ...contents.head },
      files: listed,
    };
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), MANIFEST, { mtime });
    zip.end();
    await writing;
  } catch (error) {
    (zip.outputStream as Readable).destroy(error as Error);
    await writing.catch(() => undefined);
    throw error;
  }
  return listed;
}

/** Resolves when a file's bytes are taken, so that no more than one file is held at a time. */
function added(zip: ZipFile, bytes: Buffer, name: string, mtime: Date): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = Readable.from(slices(bytes));
    stream.once('error', reject);
    stream.once('end', resolve);
    zip.addReadStream(stream, name, { mtime, size: bytes.length });
  });
}

const SLICE = 256 << 10;

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
