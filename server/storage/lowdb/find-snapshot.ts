import path from 'node:path';
import { Low } from 'lowdb';
import { HeldObjects } from '../held-objects.ts';
import { type FileLayer, readIfThere } from './files.ts';
import type { Layout } from './layout.ts';
import { decodeManifest, type Manifest, type ManifestFile, NO_SNAPSHOT } from './manifest.ts';
import { SnapshotAdapter, type SnapshotData } from './snapshot-adapter.ts';
import { soundHash } from './snapshot-text.ts';

/** What a start finds below `snapshot/`. */
export interface FoundSnapshot {
  /** What may be built upon; `NO_SNAPSHOT` where the journal has to be replayed from its beginning. */
  readonly manifest: Manifest;
  readonly objects: HeldObjects;
  /** By which each file that was loaded is known again, by name. */
  readonly stamps: ReadonlyMap<string, string>;
  /** Files that are not as they were written: somebody's work perhaps, so nothing may be written over them. */
  readonly edited: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Loads the snapshot, if all of it is as it was written. Where a crash came between the manifest, which decides, and
 * the renaming of the files it names, that is finished first.
 * @param write whether files may be renamed and left-overs removed
 */
export async function findSnapshot(files: FileLayer, layout: Layout, write: boolean): Promise<FoundSnapshot> {
  const bytes = await readIfThere(files, layout.manifest);
  if (!bytes) return unlisted(files, layout, write);
  const manifest = decodeManifest(bytes);
  if (!manifest) return { ...nothingFound(), edited: [layout.shown(layout.manifest)] };
  const objects = new HeldObjects();
  const edited: string[] = [];
  const missing: string[] = [];
  const stamps = new Map<string, string>();
  for (const file of manifest.files) {
    const place = path.join(layout.snapshot, file.name);
    const state = await files.stat(place);
    if (state) stamps.set(file.name, state.stamp);
    const data = (await load(files, place, file)) ?? (await finish(files, place, file, write));
    for (const held of data?.objects ?? []) objects.set(held);
    if (!data) (state ? edited : missing).push(layout.shown(place));
  }
  if (write) await removeLeftOvers(files, layout);
  const whole = edited.length === 0 && missing.length === 0;
  return whole ? { manifest, objects, stamps, edited, missing } : { ...nothingFound(), edited, missing };
}

const nothingFound = (): FoundSnapshot => ({
  manifest: NO_SNAPSHOT,
  objects: new HeldObjects(),
  stamps: new Map(),
  edited: [],
  missing: [],
});
const NOTHING: SnapshotData = { header: { kind: 'document', ...NO_SNAPSHOT.at }, objects: [] };

/** Names of snapshot files that lie in the folder, listed in a manifest or not. */
export async function snapshotFiles(files: FileLayer, layout: Layout): Promise<string[]> {
  const own = await files.list(layout.snapshot);
  const claims = await files.list(layout.claims);
  return [...own.filter(name => name !== 'manifest.json'), ...claims.map(name => `claims/${name}`)].filter(
    name => name.endsWith('.json'),
  );
}

async function unlisted(files: FileLayer, layout: Layout, write: boolean): Promise<FoundSnapshot> {
  const edited: string[] = [];
  for (const name of await snapshotFiles(files, layout)) {
    const place = path.join(layout.snapshot, name);
    if (soundHash(await files.read(place)) === undefined) edited.push(layout.shown(place));
  }
  if (write) await removeLeftOvers(files, layout);
  return { ...nothingFound(), edited };
}

async function load(files: FileLayer, place: string, file: ManifestFile): Promise<SnapshotData | undefined> {
  const adapter = new SnapshotAdapter(files, place);
  const low = new Low<SnapshotData>(adapter, NOTHING);
  await low.read();
  return adapter.written?.sha256 === file.sha256 ? low.data : undefined;
}

async function finish(
  files: FileLayer,
  place: string,
  file: ManifestFile,
  write: boolean,
): Promise<SnapshotData | undefined> {
  const data = await load(files, `${place}.next`, file);
  if (!data || !write) return data;
  await files.rename(`${place}.next`, place);
  await files.syncFolder(path.dirname(place));
  return data;
}

async function removeLeftOvers(files: FileLayer, layout: Layout): Promise<void> {
  for (const folder of [layout.snapshot, layout.claims, layout.index, layout.blobs])
    for (const name of await files.list(folder))
      if (name.endsWith('.next')) await files.remove(path.join(folder, name));
}
