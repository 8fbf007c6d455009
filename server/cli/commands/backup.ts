import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeBackup } from '../../storage/lowdb/backup/write-backup.ts';
import { folderOf } from '../../storage/registry.ts';
import { Progress } from '../progress.ts';
import { stoppable } from '../stoppable.ts';
import { type Surroundings, say, storeAddress, UsageError } from '../surroundings.ts';
import { targetOf } from '../write-whole.ts';

export interface BackupFlags {
  readonly data?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Writes the desk into one file, beside a running server too. @returns 1 where the desk, and so its backup, has faults */
export async function backup(
  surroundings: Surroundings,
  file: string | undefined,
  flags: BackupFlags,
): Promise<number> {
  const { out, errors, folder } = surroundings;
  const now = new Date().toISOString();
  const desk = folderOf(storeAddress(surroundings, flags.data));
  const target = await targetOf(path.resolve(folder, file ?? '.'), 'variorum', now);
  if (existsSync(target) && !flags.force)
    throw new UsageError(`${target} is there already. Choose another name, or give --force to replace it.`);
  await mkdir(path.dirname(target), { recursive: true });
  const progress = new Progress(errors, 'Backing up');
  const { manifest, verification } = await stoppable(
    'No backup was written, because it was stopped.',
    signal => writeBackup(desk, target, { now, progress: telling(progress, signal) }),
  ).finally(() => progress.end());
  const { size } = await stat(target);
  const { findings, remarks } = verification;
  const { files, ...about } = manifest;
  if (flags.json) {
    const told = { file: target, bytes: size, ...about, files: files.length, findings, remarks };
    out.write(`${JSON.stringify(told, null, 2)}\n`);
  } else {
    for (const finding of findings) say(out, `✗ ${finding}`);
    const what = `${manifest.desk.seq} log entries and ${files.length} files in ${size} bytes`;
    if (findings.length > 0)
      say(out, `The desk has faults, and so has its backup: ${findings.length} found.`);
    else say(out, `✓ ${what}, read again and sound.`);
    say(out, target);
  }
  return findings.length === 0 ? 0 : 1;
}

/** Between two files is where it stops. */
const telling =
  (progress: Progress, signal: AbortSignal) =>
  (done: number, all: number): void => {
    signal.throwIfAborted();
    progress.tell(done, all);
  };
