import type { Versioned } from '../../../shared/model/change.ts';
import { kinds } from '../../../shared/model/objects.ts';
import { type Extracting, usualExtracting } from '../../extracting/extract-file.ts';
import { GENESIS } from '../entry.ts';
import type { HeldObjects } from '../held-objects.ts';
import type { Verification } from '../verification.ts';
import { type FileLayer, nodeFiles } from './files.ts';
import { FORMAT, readFormat } from './format.ts';
import { Layout } from './layout.ts';
import { lockHolder, runs } from './lock.ts';
import { noDesk } from './messages.ts';
import { readBlobs } from './verify-blobs.ts';
import { readJournal } from './verify-journal.ts';
import { compareSnapshot, readSnapshot } from './verify-snapshot.ts';

/**
 * Looks through a desk's folder, changing nothing: every line of the journal against its hash and the one before,
 * the snapshot against what the journal makes, blobs against names and revisions, texts against the files they
 * were extracted from, quotes against texts.
 * @throws UnknownFormat where there is no desk that this program knows
 */
export async function verifyLowdb(
  location: string,
  { files = nodeFiles, extracting = usualExtracting }: { files?: FileLayer; extracting?: Extracting } = {},
): Promise<Verification> {
  const layout = new Layout(location);
  const version = await readFormat(files, layout);
  if (version === undefined) throw new Error(noDesk(layout.root));
  const remarks: string[] = [];
  if (version < FORMAT) remarks.push(`The desk has format ${version}; opening it brings it to ${FORMAT}.`);
  const holder = await lockHolder(files, layout.lock);
  if (holder && runs(holder))
    remarks.push(
      `The desk is open in process ${holder.pid} on ${holder.host}; what is being written may look unfinished.`,
    );
  for (const name of await files.list(layout.journal))
    if (name.includes('.cut-at-'))
      remarks.push(
        `journal/${name} holds the bytes of a line that a crash left incomplete; it may be removed.`,
      );
  const snapshot = await readSnapshot(files, layout);
  const at = snapshot.manifest?.at.seq;
  let made = new Map<string, Versioned>();
  const journal = await readJournal(files, layout, (seq, objects) => {
    if (seq === at) made = everyObject(objects);
  });
  const hash = at === 0 ? GENESIS : journal.hashes.get(at ?? -1);
  const blobs = await readBlobs(files, layout, journal.objects, journal.named, extracting);
  return {
    entries: journal.entries,
    objects: everyObject(journal.objects).size,
    blobs: blobs.blobs,
    findings: [
      ...journal.findings,
      ...snapshot.findings,
      ...compareSnapshot(snapshot, made, hash),
      ...blobs.findings,
    ],
    remarks: [...remarks, ...snapshot.remarks, ...blobs.remarks],
  };
}

function everyObject(objects: HeldObjects): Map<string, Versioned> {
  const all = new Map<string, Versioned>();
  for (const kind of kinds) for (const held of objects.list(kind)) all.set(`${kind}/${held.id}`, held);
  return all;
}
