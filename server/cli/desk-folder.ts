import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { DeskInUse } from '../storage/lowdb/lock.ts';
import { openStorage } from '../storage/registry.ts';

/** What a new desk begins with: the worked example, the five texts alone, or nothing. */
export type Beginning = 'example' | 'seeds' | 'nothing';

/** Whether a folder is absent or has nothing in it. */
export async function isEmpty(folder: string): Promise<boolean> {
  return !existsSync(folder) || (await readdir(folder)).every(name => name.startsWith('.'));
}

/** Copies the worked example into a folder that is empty. @returns false where no example comes with this copy */
export async function copyExample(packageRoot: string, folder: string): Promise<boolean> {
  const example = path.join(packageRoot, 'annotations', 'example');
  if (!existsSync(path.join(example, 'format.json'))) return false;
  const partial = `${folder}.${process.pid}.tmp`;
  await mkdir(path.dirname(folder), { recursive: true });
  try {
    await cp(example, partial, {
      recursive: true,
      filter: source => !['lock', 'index'].includes(path.relative(example, source)),
    });
    if (existsSync(folder)) await rmdir(folder);
    await rename(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return true;
}

/**
 * Moves a desk aside, so that another can take its place. Nothing is deleted.
 * @returns where it lies now, or undefined where there was none
 * @throws DeskInUse where it is open in another process
 */
export async function setAside(folder: string, now: Date): Promise<string | undefined> {
  if (await isEmpty(folder)) return undefined;
  await requireUnused(folder);
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-');
  let aside = `${folder}-before-${stamp}`;
  for (let n = 2; existsSync(aside); n++) aside = `${folder}-before-${stamp}-${n}`;
  await rename(folder, aside);
  return aside;
}

/** A desk that cannot be opened can be moved aside too; one that somebody works on cannot. */
async function requireUnused(folder: string): Promise<void> {
  try {
    await (await openStorage(folder)).close();
  } catch (error) {
    if (error instanceof DeskInUse) throw error;
  }
}
