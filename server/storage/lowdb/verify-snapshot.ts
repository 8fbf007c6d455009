import path from 'node:path';
import { sameJson } from '../../../shared/json/canonical.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { type FileLayer, readIfThere } from './files.ts';
import { snapshotFiles } from './find-snapshot.ts';
import type { Layout } from './layout.ts';
import { decodeManifest, type Manifest } from './manifest.ts';
import { readObjects, soundHash } from './snapshot-text.ts';

/** The snapshot as its files have it, without regard to the journal. */
export interface SnapshotReading {
  readonly manifest: Manifest | undefined;
  readonly objects: readonly Versioned[];
  readonly findings: readonly string[];
  readonly remarks: readonly string[];
}

/** Reads every snapshot file and holds it against the hash it bears and the one in the manifest. */
export async function readSnapshot(files: FileLayer, layout: Layout): Promise<SnapshotReading> {
  const findings: string[] = [];
  const remarks: string[] = [];
  const present = await snapshotFiles(files, layout);
  const bytes = await readIfThere(files, layout.manifest);
  const manifest = bytes && decodeManifest(bytes);
  if (bytes && !manifest) findings.push(edited(layout, layout.manifest));
  const objects: Versioned[] = [];
  for (const { name, sha256 } of manifest?.files ?? []) {
    const place = path.join(layout.snapshot, name);
    const waiting = await readIfThere(files, `${place}.next`);
    const own = await readIfThere(files, place);
    const sound = [own, waiting].find(some => some && soundHash(some) === sha256);
    if (sound) for (const some of readObjects(sound)) objects.push(...some);
    else if (own) findings.push(edited(layout, place));
    else findings.push(`${layout.shown(place)} is missing. The next start writes it anew from the journal.`);
  }
  const listed = new Set(manifest?.files.map(file => file.name));
  for (const name of present)
    if (!listed.has(name)) remarks.push(`snapshot/${name} belongs to no snapshot; it may be removed.`);
  return { manifest, objects, findings, remarks };
}

/** @returns in which respects a snapshot is not what the journal makes. @param made what the journal had made at the snapshot's entry */
export function compareSnapshot(
  snapshot: SnapshotReading,
  made: ReadonlyMap<string, Versioned>,
  hash: string | undefined,
): string[] {
  const { manifest } = snapshot;
  if (!manifest || snapshot.findings.length > 0) return [];
  const { seq } = manifest.at;
  if (hash !== manifest.at.hash)
    return [
      hash === undefined
        ? `The snapshot goes to entry ${seq}, which the journal does not have. Put the missing part of the journal back from a backup.`
        : `The snapshot belongs to another history than the journal: they differ at entry ${seq}. Move the folder "snapshot" away; the next start writes it anew.`,
    ];
  const findings: string[] = [];
  const rest = new Map(made);
  for (const held of snapshot.objects) {
    const key = `${held.kind}/${held.id}`;
    if (!sameJson(held, rest.get(key)))
      findings.push(
        `The ${held.kind} ${held.id} is not in the snapshot as the journal makes it. ${MOVE_AWAY}`,
      );
    rest.delete(key);
  }
  for (const held of rest.values())
    findings.push(`The ${held.kind} ${held.id} is in the journal but not in the snapshot. ${MOVE_AWAY}`);
  return findings;
}

const MOVE_AWAY = 'Move the folder "snapshot" away; the next start writes it anew from the journal.';

function edited(layout: Layout, place: string): string {
  return `${layout.shown(place)} was changed outside the program. It is not used and not written over; move it away, and the next start writes it anew.`;
}
