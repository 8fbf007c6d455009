import { createHash } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { RedactionOrder } from '../../../../shared/model/redaction.ts';
import type { Verification } from '../../verification.ts';
import { codeOf, nodeFiles, writeAll } from '../files.ts';
import { Layout } from '../layout.ts';
import { redactLowdb } from '../redacting/redact.ts';
import { verifyLowdb } from '../verify.ts';
import { Archive } from './archive.ts';
import { checkBackup } from './check-backup.ts';
import { type BackupManifest, BrokenBackup } from './manifest.ts';

/** A restored desk that lies whole beside its place; only a crash leaves one there, and the next command moves it in. */
export const restoredBeside = (folder: string): string => `${folder}.restored`;

export interface RestoreOptions {
  /** What was redacted since the backup was made, here or in another copy of the desk. */
  readonly redactions?: readonly RedactionOrder[];
  /** Restores also what has faults; they are told. */
  readonly despiteFaults?: boolean;
  readonly progress?: (done: number, all: number) => void;
  /** Makes the place free. Called once all is ready. @returns where what was there lies now */
  readonly setAside: () => Promise<string | undefined>;
}

export interface RestoreReport {
  readonly manifest: BackupManifest;
  readonly aside: string | undefined;
  /** Redactions that were carried out on what came from the backup. */
  readonly redacted: readonly RedactionOrder[];
  readonly verification: Verification;
}

/**
 * Makes a desk of a backup: everything is checked, unpacked beside the place, redacted and looked through there, and only
 * then put in place by renames. A crash leaves what was there, or the restored desk.
 * @param folder the desk's place
 * @throws BrokenBackup where the file, or the desk in it, is not sound; nothing is changed then
 */
export async function restoreBackup(
  file: string,
  folder: string,
  options: RestoreOptions,
): Promise<RestoreReport> {
  const { redactions = [], despiteFaults = false, progress } = options;
  const { manifest, verification: before } = await checkBackup(file);
  if (!despiteFaults) requireSound(file, before, 'holds a desk with faults');
  const partial = `${folder}.restoring-${process.pid}`;
  await mkdir(path.dirname(folder), { recursive: true });
  await removeLeftOvers(folder);
  try {
    await unpack(file, partial, progress);
    const redacted: RedactionOrder[] = [];
    for (const order of redactions) if (await redactLowdb(partial, order)) redacted.push(order);
    const verification = await verifyLowdb(partial);
    if (!despiteFaults) requireSound(file, verification, 'could not be restored soundly');
    const ready = restoredBeside(folder);
    await rm(ready, { recursive: true, force: true });
    await rename(partial, ready);
    await nodeFiles.syncFolder(path.dirname(folder));
    const aside = await options.setAside();
    await rename(ready, folder);
    await nodeFiles.syncFolder(path.dirname(folder));
    return { manifest, aside, redacted, verification };
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function requireSound(file: string, { findings }: Verification, says: string): void {
  if (findings.length === 0) return;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  throw new BrokenBackup(
    `${file} ${says}: ${findings[0]}${more} Take another backup; or give --despite-faults to have what is there.`,
  );
}

async function unpack(file: string, folder: string, progress: RestoreOptions['progress']): Promise<void> {
  const archive = await Archive.open(file);
  try {
    const layout = new Layout(folder);
    await rm(folder, { recursive: true, force: true });
    for (const one of [layout.root, layout.journal, layout.blobs]) await mkdir(one, { recursive: true });
    const { files } = archive.manifest;
    for (const [i, { name, sha256 }] of files.entries()) {
      const bytes = (await archive.read(name))!;
      const place = path.join(layout.root, ...name.split('/'));
      const written = await nodeFiles.open(place, 'new');
      try {
        await writeAll(written, bytes);
        await written.sync();
      } finally {
        await written.close();
      }
      const there = createHash('sha256')
        .update(await nodeFiles.read(place))
        .digest('hex');
      if (there !== sha256)
        throw new Error(`${place} could not be written as it is in ${file}; look after the disk.`);
      progress?.(i + 1, files.length);
    }
    for (const one of [layout.blobs, layout.journal, layout.root]) await nodeFiles.syncFolder(one);
  } finally {
    archive.close();
  }
}

/** Finishes a restoring that a crash broke off between the two last renames. */
export function finishRestoring(folder: string): void {
  const ready = restoredBeside(folder);
  if (!existsSync(folder) && existsSync(ready)) renameSync(ready, folder);
}

/** What a restoring that a crash broke off earlier has left beside the place. */
async function removeLeftOvers(folder: string): Promise<void> {
  const start = `${path.basename(folder)}.restoring-`;
  for (const name of await nodeFiles.list(path.dirname(folder)))
    if (name.startsWith(start) && !isAlive(Number(name.slice(start.length))))
      await nodeFiles.removeAll(path.join(path.dirname(folder), name));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
