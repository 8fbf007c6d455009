import { readFile } from 'node:fs/promises';
import type { Beginning } from '../../shared/api/routes/status.ts';
import type { Desk } from './desk.ts';
import { SEED_SIGNATURE } from './seed-desk.ts';

const EXAMPLE = new URL('../../../annotations/example/snapshot/manifest.json', import.meta.url);
/** More entries than that are nobody's seeding. */
const MOST_SEEDS = 50;

let example: Promise<string | undefined> | undefined;

/** @returns whether anybody has worked on the desk yet: it is empty, has the texts or the example as they came, or is somebody's own */
export async function beginningOf(desk: Desk): Promise<Beginning> {
  const { head } = desk.storage;
  const documents = await desk.storage.readObjects('document');
  if (documents.every(({ removed }) => removed)) return 'empty';
  example ??= headOfExample();
  if (head.hash === (await example)) return 'example';
  if (head.seq > MOST_SEEDS) return 'own';
  for await (const { by } of desk.storage.readLog(0)) if (by !== SEED_SIGNATURE) return 'own';
  return 'seeds';
}

/** The hash of the last entry of the example that comes with the program; undefined where none does. */
async function headOfExample(): Promise<string | undefined> {
  try {
    const { hash } = JSON.parse(await readFile(EXAMPLE, 'utf8')) as { hash: string };
    return hash;
  } catch {
    return undefined;
  }
}
