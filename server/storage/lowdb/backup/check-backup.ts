import path from 'node:path';
import { FORMAT } from '../format.ts';
import { verifyLowdb } from '../verify.ts';
import { Archive } from './archive.ts';
import { BrokenBackup } from './manifest.ts';
import type { BackupReport } from './write-backup.ts';

/**
 * Looks through a backup as `verify` looks through a desk, without unpacking it.
 * @throws BrokenBackup where the file is not as it was written, or is of a newer version
 */
export async function checkBackup(file: string): Promise<BackupReport> {
  const archive = await Archive.open(file);
  try {
    const { desk, files } = archive.manifest;
    if (desk.format > FORMAT)
      throw new BrokenBackup(
        `${file} holds a desk of format ${desk.format}; this program knows formats up to ${FORMAT}. Use a newer version of the program.`,
      );
    for (const { name } of files) await archive.read(name);
    const root = path.resolve('/backup');
    const verification = await verifyLowdb(root, { files: archive.asFiles(root) });
    return { manifest: archive.manifest, verification };
  } finally {
    archive.close();
  }
}
