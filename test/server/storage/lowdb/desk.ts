import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type LowdbOptions, openLowdb } from '../../../../server/storage/lowdb/open.ts';
import type { LowdbStorage } from '../../../../server/storage/lowdb/storage.ts';
import { claimOf, commit, create, documentOf, set, uuid } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';

export const DOC = uuid('document', 1);
export const TEXT = 'Luis Pérez Leira spoke in Moscow.';
export const CLAIM = uuid('claim', 1);

/** Commits a document and `count` claims on it, one entry each. */
export async function fill(storage: LowdbStorage, count: number): Promise<void> {
  const { value, blobs } = documentOf(DOC, TEXT);
  await commit(storage, [create('document', value)], blobs);
  for (let n = 1; n <= count; n++) await addClaim(storage, n);
}

export const addClaim = (storage: LowdbStorage, n: number) =>
  commit(storage, [create('claim', claimOf(uuid('claim', n), DOC, TEXT, 0, 16))]);

export const tick = (storage: LowdbStorage, n = 1) =>
  commit(storage, [set('claim', uuid('claim', n), { workflow: 'checked' })]);

/** A closed desk of one document (entry 1) and `count` claims (entries 2, 3, …), with its snapshot. */
export async function closedDesk(count = 4, options: LowdbOptions = {}): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'desk');
  const storage = await openLowdb(folder, options);
  await fill(storage, count);
  await storage.close();
  return folder;
}

/** Adds entries after the snapshot, as a desk has them that was killed. */
export async function withTail(folder: string, count = 2): Promise<void> {
  const snapshot = await snapshotOf(folder);
  const storage = await openLowdb(folder);
  const held = (await storage.readObjects('claim')).length;
  for (let n = 1; n <= count; n++) await addClaim(storage, held + n);
  await storage.close();
  for (const [file, bytes] of snapshot) await writeFile(path.join(folder, 'snapshot', file), bytes);
}

/** The contents of all files of a desk's snapshot. */
export async function snapshotOf(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of ['manifest.json', 'documents.json', `claims/${DOC}.json`])
    files.set(name, await readFile(path.join(folder, 'snapshot', name)));
  return files;
}

/** Changes a file of a desk as somebody with an editor would. */
export async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const place = path.join(folder, file);
  const text = await readFile(place, 'latin1');
  const changed = change(text);
  if (changed === text) throw new Error(`the test changed nothing in ${file}`);
  await writeFile(place, changed, 'latin1');
}
