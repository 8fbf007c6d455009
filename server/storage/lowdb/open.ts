import { HeldObjects } from '../held-objects.ts';
import { codeOf, type FileLayer, nodeFiles, replaceFile } from './files.ts';
import { findSnapshot } from './find-snapshot.ts';
import { FORMAT, migrate, readFormat, writeFormat } from './format.ts';
import { Journal } from './journal.ts';
import { Layout } from './layout.ts';
import { type Holder, type Lock, takeLock } from './lock.ts';
import { NO_SNAPSHOT } from './manifest.ts';
import * as say from './messages.ts';
import { findJournal, type Located } from './open-journal.ts';
import { finishRedacting } from './redacting/plan.ts';
import { replayTail } from './replay-tail.ts';
import { Snapshots } from './snapshots.ts';
import { LowdbStorage } from './storage.ts';

export interface LowdbOptions {
  /** Opens for reading alone: takes no lock and changes nothing. */
  readonly readOnly?: boolean;
  readonly files?: FileLayer;
  /** Bytes after which a journal segment is sealed. */
  readonly segmentBytes?: number;
  /** Bytes of log after which a snapshot is due, however small the desk. */
  readonly snapshotAfter?: number;
  readonly isAlive?: (holder: Holder) => boolean;
}

/**
 * Opens the desk in a folder, or makes one in an empty folder.
 * @throws DeskInUse where another process has it open
 * @throws UnknownFormat where the folder holds something else, or a desk of a newer format
 */
export async function openLowdb(location: string, options: LowdbOptions = {}): Promise<LowdbStorage> {
  const files = options.files ?? nodeFiles;
  const layout = new Layout(location);
  const access = await gainAccess(files, layout, options);
  try {
    return await openFolder(files, layout, access, options);
  } catch (error) {
    await access.lock?.release();
    throw error;
  }
}

interface Access {
  readonly lock?: Lock;
  /** Why nothing may be written, where that is so. */
  readonly readOnly?: string;
}

async function gainAccess(files: FileLayer, layout: Layout, options: LowdbOptions): Promise<Access> {
  if (options.readOnly) return { readOnly: 'The desk was opened for reading only.' };
  try {
    await files.makeFolder(layout.root);
    return { lock: await takeLock(files, layout.lock, layout.root, options.isAlive) };
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) throw error;
    return { readOnly: say.notWritable(layout.root, error) };
  }
}

async function openFolder(
  files: FileLayer,
  layout: Layout,
  access: Access,
  options: LowdbOptions,
): Promise<LowdbStorage> {
  const notices = await requireDesk(files, layout, access);
  const mayWrite = access.readOnly === undefined;
  // Somebody may be writing while this one only reads: the journal, read last, then reaches at least as far.
  let found = await findSnapshot(files, layout, mayWrite);
  for (let again = 0; again < 2 && !mayWrite && found.edited.length + found.missing.length > 0; again++)
    found = await findSnapshot(files, layout, mayWrite);
  const journal = await findJournal(files, layout, mayWrite);
  let { objects, manifest } = found;
  let heldBack = found.edited.length > 0;
  if (heldBack) notices.push(say.editedSnapshot(found.edited));
  if (found.missing.length > 0) notices.push(say.missingSnapshot(found.missing));
  let snapshots = new Snapshots(files, layout, manifest, found.stamps);
  const tail = () =>
    replayTail(files, layout, journal.segments, objects, manifest.at, (held, left) =>
      snapshots.touch(held, left),
    );
  let replayed = await tail();
  if (replayed.foreign) {
    notices.push(say.foreignSnapshot());
    heldBack = true;
    objects = new HeldObjects();
    manifest = NO_SNAPSHOT;
    snapshots = new Snapshots(files, layout, manifest, new Map());
    replayed = await tail();
  }
  const lastSeq = journal.segments.at(-1)?.last.seq ?? 0;
  const altered = unique([...journal.altered, ...replayed.altered]);
  let { readOnly } = access;
  if (altered.length > 0) readOnly = say.brokenJournal(altered);
  else if (lastSeq < manifest.at.seq) readOnly = say.journalTooShort(lastSeq, manifest.at.seq);
  const written = new Journal(
    files,
    layout,
    journal.segments,
    journal.activeChanges,
    options.segmentBytes,
    journal.unfinished?.surplus,
  );
  if (readOnly === undefined) {
    if (journal.unfinished) notices.push(say.unfinishedRun(journal.unfinished.from));
    await files.removeAll(layout.gathering);
    if (journal.torn) notices.push(await cut(files, layout, journal.torn, journal.segments.at(-1)!.number));
    await written.ready();
    await files.syncFolder(layout.blobs);
  }
  return new LowdbStorage({
    files,
    layout,
    objects,
    ids: journal.ids,
    head: replayed.head,
    journal: written,
    snapshots: heldBack || readOnly !== undefined ? undefined : snapshots,
    snapshotAfter: options.snapshotAfter,
    lock: access.lock,
    readOnly,
    notices,
  });
}

/** Makes sure that the folder is a desk of this program's format. @returns notices */
async function requireDesk(files: FileLayer, layout: Layout, { readOnly }: Access): Promise<string[]> {
  const redacted = readOnly === undefined && (await finishRedacting(files, layout));
  const version = await readFormat(files, layout);
  if (readOnly !== undefined) {
    if (version === FORMAT) return [];
    throw new Error(
      version === undefined
        ? `${say.noDesk(layout.root)} ${readOnly}`
        : `The desk in ${layout.root} has format ${version} and has to be brought to ${FORMAT} first. ${readOnly}`,
    );
  }
  if (version === undefined) await writeFormat(files, layout);
  const notices = version === undefined ? [] : await migrate(files, layout, version);
  if (redacted) notices.push(say.finishedRedacting());
  for (const folder of layout.folders) await files.makeFolder(folder);
  for (const folder of [layout.root, layout.snapshot]) await files.syncFolder(folder);
  return notices;
}

async function cut(files: FileLayer, layout: Layout, torn: Located, segment: number): Promise<string> {
  const bytes = (await files.read(layout.segment(segment))).subarray(torn.offset);
  const kept = layout.cutBytes(segment, torn.offset);
  await replaceFile(files, kept, bytes);
  await files.syncFolder(layout.journal);
  return say.tornLine(torn, bytes.length, layout.shown(kept));
}

function unique(faults: readonly Located[]): Located[] {
  return [...new Map(faults.map(fault => [`${fault.file}/${fault.line}`, fault])).values()];
}
