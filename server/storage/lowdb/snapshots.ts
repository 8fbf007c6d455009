import path from 'node:path';
import { Low } from 'lowdb';
import type { Versioned } from '../../../shared/model/change.ts';
import { homeDocument, type Kind } from '../../../shared/model/objects.ts';
import type { HeldObjects } from '../held-objects.ts';
import type { Head } from '../port.ts';
import { type FileLayer, readIfThere, replaceFile } from './files.ts';
import { claimsFile, type Layout } from './layout.ts';
import { encodeManifest, type Manifest, type ManifestFile } from './manifest.ts';
import { SnapshotAdapter, type SnapshotData } from './snapshot-adapter.ts';
import { soundHashAside } from './snapshot-text.ts';

const wholeDesk: readonly (readonly [Kind, string])[] = [
  ['document', 'documents.json'],
  ['source', 'sources.json'],
  ['entity', 'entities.json'],
  ['conflict', 'conflicts.json'],
  ['refusal', 'refusals.json'],
  ['annotation', 'annotations.json'],
];
const fileOf = new Map(wholeDesk);

/** A snapshot file was changed by somebody else while the desk was open. */
export class EditedOutside extends Error {
  constructor(file: string) {
    super(
      `${file} was changed outside the program. It is left as it is, and no snapshots are written from now on; ` +
        'the journal keeps everything. Move that file away and start again.',
    );
    this.name = 'EditedOutside';
  }
}

/**
 * The objects in files that people can read. All files of a snapshot are written aside first; then the manifest, put in
 * place by one rename, decides; then they are renamed into place, which a start finishes if a crash came between.
 */
export class Snapshots {
  readonly #files: FileLayer;
  readonly #layout: Layout;
  readonly #touched = new Set<string>();
  readonly #stamps: Map<string, string>;
  #manifest: Manifest;

  /** @param stamps by which each file is known again that lies there as the manifest has it */
  constructor(files: FileLayer, layout: Layout, manifest: Manifest, stamps: ReadonlyMap<string, string>) {
    this.#stamps = new Map(stamps);
    this.#files = files;
    this.#layout = layout;
    this.#manifest = manifest;
  }

  /** The entry up to which the newest snapshot goes. */
  get at(): Head {
    return this.#manifest.at;
  }

  /** Notes that objects differ from the newest snapshot. @param left documents that claims have left */
  touch(objects: readonly Versioned[], left: readonly string[]): void {
    for (const { kind, object } of objects)
      this.#touched.add(fileOf.get(kind) ?? claimsFile(homeDocument(kind, object)!));
    for (const documentId of left) this.#touched.add(claimsFile(documentId));
  }

  /** Bytes that the next snapshot will write again, as far as they are known. */
  get touchedBytes(): number {
    return this.#manifest.files.reduce(
      (sum, { name, size }) => sum + (this.#touched.has(name) ? size : 0),
      0,
    );
  }

  /**
   * Writes what differs from the newest snapshot. The objects are taken as they are at the moment of the call.
   * @param hurry whether to take all the time there is, rather than leave most of it to others
   * @throws EditedOutside where a file to be replaced is no longer the one that was written
   */
  async write(objects: HeldObjects, at: Head, hurry: boolean): Promise<void> {
    if (at.seq === this.at.seq) return;
    const known = new Map(this.#manifest.files.map(file => [file.name, file]));
    const touched = [...this.#touched];
    const all = capture(objects, at, name => this.#touched.has(name) || !known.has(name));
    this.#touched.clear();
    try {
      const fresh = [...all].flatMap(([name, data]) => (data ? [name] : []));
      const gone = [...known.keys()].filter(name => !all.has(name));
      for (const name of [...fresh, ...gone]) await this.#requireOwn(name, known.get(name));
      const written = new Map<string, ManifestFile>();
      for (const name of fresh) written.set(name, await this.#writeAside(name, all.get(name)!, hurry));
      await this.#syncFolders();
      const manifest = { at, files: [...all.keys()].map(name => written.get(name) ?? known.get(name)!) };
      await replaceFile(this.#files, this.#layout.manifest, encodeManifest(manifest));
      await this.#files.syncFolder(this.#layout.snapshot);
      this.#manifest = manifest;
      for (const name of fresh) await this.#putInPlace(name);
      for (const name of gone) await this.#files.remove(this.#path(name));
      await this.#syncFolders();
    } catch (error) {
      for (const name of touched) this.#touched.add(name);
      throw error;
    }
  }

  async #writeAside(name: string, data: SnapshotData, hurry: boolean): Promise<ManifestFile> {
    const adapter = new SnapshotAdapter(this.#files, `${this.#path(name)}.next`, hurry);
    await new Low<SnapshotData>(adapter, data).write();
    return { name, ...adapter.written! };
  }

  async #putInPlace(name: string): Promise<void> {
    await this.#files.rename(`${this.#path(name)}.next`, this.#path(name));
    const state = await this.#files.stat(this.#path(name));
    if (state) this.#stamps.set(name, state.stamp);
  }

  async #requireOwn(name: string, known: ManifestFile | undefined): Promise<void> {
    const state = await this.#files.stat(this.#path(name));
    if (!state || state.stamp === this.#stamps.get(name)) return;
    const bytes = await readIfThere(this.#files, this.#path(name));
    const hash = bytes && (await soundHashAside(bytes));
    const own = known ? hash === known.sha256 || (await this.#unfinished(name, known)) : hash !== undefined;
    if (bytes && !own) throw new EditedOutside(this.#layout.shown(this.#path(name)));
  }

  /** Whether the file that the manifest names still waits to be renamed into place. */
  async #unfinished(name: string, known: ManifestFile): Promise<boolean> {
    const bytes = await readIfThere(this.#files, `${this.#path(name)}.next`);
    return bytes !== undefined && (await soundHashAside(bytes)) === known.sha256;
  }

  async #syncFolders(): Promise<void> {
    await this.#files.syncFolder(this.#layout.claims);
    await this.#files.syncFolder(this.#layout.snapshot);
  }

  #path(name: string): string {
    return path.join(this.#layout.snapshot, name);
  }
}

/** The files of a snapshot in the order in which they are listed, with the objects of those that are wanted; files without objects are left out. */
function capture(
  objects: HeldObjects,
  { seq, hash }: Head,
  wanted: (name: string) => boolean,
): Map<string, SnapshotData | undefined> {
  const all = new Map<string, SnapshotData | undefined>();
  const add = (kind: Kind, name: string, documentId?: string) => {
    const header = { kind, ...(documentId !== undefined && { documentId }), seq, hash };
    all.set(name, wanted(name) ? { header, objects: objects.list(kind, documentId) } : undefined);
  };
  for (const [kind, name] of wholeDesk) if (objects.has(kind)) add(kind, name);
  for (const documentId of objects.homes()) add('claim', claimsFile(documentId), documentId);
  return all;
}
