import { v5 as uuidOfName } from 'uuid';
import { addDocument } from '../documents/add-document.ts';
import type { Desk } from './desk.ts';
import { readManifest, readSeed, SEEDS } from './seeds.ts';

/** Who signs what comes with the program. */
export const SEED_SIGNATURE = 'Variorum';

/** Adds the texts that come with the program to a desk. Ids follow from the manifest: seeding twice changes nothing. */
export async function seedDesk(desk: Desk, folder = SEEDS): Promise<void> {
  for (const { id } of await readManifest(folder)) {
    const { seed, bytes } = await readSeed(id, folder);
    await addDocument(desk, bytes, {
      id,
      revision: uuidOfName('revision', id),
      change: uuidOfName('change', id),
      group: uuidOfName('group', id),
      by: SEED_SIGNATURE,
      at: desk.now(),
      title: seed.title,
      mediaType: seed.mediaType,
      encoding: 'utf-8',
      language: seed.language,
      origin: seed.origin,
    });
  }
}
