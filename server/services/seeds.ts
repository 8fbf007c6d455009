import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Seed } from '../../shared/api/routes/seeds.ts';
import { MediaType } from '../../shared/model/document.ts';
import { Id, LanguageTag, Sha256 } from '../../shared/model/ids.ts';
import { Refusal } from './refusal.ts';

/** Where the texts lie that come with the program. */
export const SEEDS = fileURLToPath(new URL('../../../seeds/', import.meta.url));

/** A line of the manifest. `sha256` is that of the file's bytes. */
export const SeedFile = z.strictObject({
  id: Id,
  file: z.string().regex(/^[\w.-]+$/),
  title: z.string(),
  language: LanguageTag,
  mediaType: MediaType,
  origin: z.string(),
  sha256: Sha256,
});
export type SeedFile = z.infer<typeof SeedFile>;

/** @returns the manifest of the texts in a folder. */
export async function readManifest(folder = SEEDS): Promise<SeedFile[]> {
  return z.array(SeedFile).parse(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')));
}

export async function listSeeds(folder = SEEDS): Promise<Seed[]> {
  return Promise.all(
    (await readManifest(folder)).map(async ({ file, sha256: _, ...seed }) => ({
      ...seed,
      bytes: (await stat(path.join(folder, file))).size,
    })),
  );
}

/** @throws Refusal where no text goes by that id */
export async function readSeed(id: string, folder = SEEDS): Promise<{ seed: SeedFile; bytes: Buffer }> {
  const seed = (await readManifest(folder)).find(known => known.id === id);
  if (!seed) throw new Refusal('not-found', `No text that comes with the program has the id ${id}.`);
  return { seed, bytes: await readFile(path.join(folder, seed.file)) };
}
