import { codeOf } from './files.ts';
import type { Located } from './open-journal.ts';

/** Why writing stopped after the system refused something, and how to go on. */
export function stoppedBy(error: unknown, place: string): string {
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  const head = `Saving has stopped: ${place} could not be written (${reason}). Nothing that was acknowledged is lost. `;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `${head}The disk is full: make room, then try again or restart.`;
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return `${head}Make the folder writable, then try again or restart.`;
  return `${head}Look after the disk, then try again or restart; "variorum verify" tells whether all is well.`;
}

export const noDesk = (root: string): string =>
  `There is no desk in ${root}. Name its folder with --data or VARIORUM_DATA; "variorum serve" begins one.`;

export function notWritable(root: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The folder ${root} cannot be written (${reason}), so the desk is open for reading only. Make it writable and start again.`;
}

export function alteredLine({ file, line, offset, says }: Located): string {
  const where = offset < 0 ? `line ${line}` : `line ${line} (byte ${offset})`;
  return `${file}, ${where}: ${says}.`;
}

export function brokenJournal(altered: readonly Located[]): string {
  const more = altered.length > 1 ? ` (and ${altered.length - 1} more: see "variorum verify")` : '';
  return (
    `The journal is not as it was written. ${alteredLine(altered[0]!)}${more} ` +
    'The desk is open for reading only, so that nothing is built on it. ' +
    'Put the file back from a backup or from version control and start again.'
  );
}

export function journalTooShort(seq: number, snapshotSeq: number): string {
  return (
    `The journal ends with entry ${seq}, but the snapshot goes to entry ${snapshotSeq}: lines that were acknowledged are gone. ` +
    'The desk is open for reading only, as the snapshot has it. ' +
    'Put the missing part of the folder "journal" back from a backup and start again; ' +
    'or, to go on from what the journal holds, move the folder "snapshot" away.'
  );
}

export function finishedRedacting(): string {
  return 'A redaction that had been decided was broken off, as by a crash; it was carried out now.';
}

export function editedSnapshot(edited: readonly string[]): string {
  return (
    `${edited.join(', ')} ${edited.length > 1 ? 'were' : 'was'} changed outside the program. ` +
    'Nothing is read from there and nothing is written over it: the desk was opened from its journal, which holds all that was saved, ' +
    'and no snapshots are written. Make the edit again in the desk, then move the file away; the next start writes it anew.'
  );
}

export function foreignSnapshot(): string {
  return (
    'The folder "snapshot" belongs to another history than the journal. Nothing is read from there and nothing is written over it: ' +
    'the desk was opened from its journal, and no snapshots are written. Move the folder away; the next start writes it anew.'
  );
}

export function missingSnapshot(missing: readonly string[]): string {
  return `${missing.join(', ')} ${missing.length > 1 ? 'were' : 'was'} missing; the desk was opened from its journal, which holds everything, and the next snapshot writes it anew.`;
}

export function tornLine({ file, line }: Located, bytes: number, kept: string): string {
  return `Line ${line} of ${file}, the last one, was incomplete, as after a crash; it had never been acknowledged. Its ${bytes} bytes were cut off and kept in ${kept}.`;
}

export function unfinishedRun(from: number): string {
  return `Something large was being taken in when the program ended; it was never finished. Entries ${from} and after are let go of, and nothing of them is on the desk.`;
}
