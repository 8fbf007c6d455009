import { z } from 'zod';
import { Instant, Sha256 } from '../../../../shared/model/ids.ts';

/** The version of the archive's own layout; that of the desk in it stands apart. */
export const BACKUP_VERSION = 1;
/** The archive's table of contents: its last file, so that everything else can be written as it is read. */
export const MANIFEST = 'manifest.json';

/** What may lie in a backup, and nothing else: no name can lead out of the folder into which it is unpacked. */
const FileName = z
  .string()
  .regex(/^(format\.json|redactions\.json|journal\/\d{6,}\.jsonl|blobs\/[0-9a-f]{64})$/);

export const BackupFile = z.strictObject({
  name: FileName,
  /** Bytes before compression. */
  size: z.int().min(0),
  sha256: Sha256,
});
export type BackupFile = z.infer<typeof BackupFile>;

/** What a backup says of itself. `desk.seq` and `desk.hash` are those of the last entry of the log that it holds. */
export const BackupManifest = z.strictObject({
  format: z.literal('variorum-backup'),
  version: z.int().min(1),
  made: Instant,
  desk: z.strictObject({ format: z.int().min(1), seq: z.int().min(0), hash: Sha256 }),
  files: z.array(BackupFile),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

/** A file that is no backup, or no longer the one that was written; the message says where and how to mend it. */
export class BrokenBackup extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BrokenBackup';
  }
}
