import { msg, str } from '@lit/localize';
import { v7 as newId } from 'uuid';
import type { Seed } from '../../../shared/api/routes/seeds.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import type { Store } from '../../store/store.ts';
import { type Stored, storeDocument } from './store-document.ts';

/**
 * Puts texts that come with the program on the desk, as one gesture: they are undone together. One that was here and
 * was removed is brought back with all that was done on it.
 * @returns the documents' ids, in order
 * @throws ApiProblem where the server refuses one, and what `fetch` throws where it does not answer; those before it stay
 */
export async function addSeeds(store: Store, seeds: readonly Seed[]): Promise<string[]> {
  const removed = seeds.filter(({ id }) => store.objects.get('document', id)?.removed);
  const missing = seeds.filter(({ id }) => !store.objects.get('document', id));
  if (removed.length > 0) {
    store.do(
      label(removed),
      removed.map(({ id }) => ({ kind: 'document', objectId: id, operation: { op: 'restore' } })),
    );
  }
  const stored: Stored[] = [];
  try {
    for (const seed of missing) stored.push(await addSeed(store, seed));
  } finally {
    if (stored.length > 0)
      store.did(
        {
          label: stored.length === 1 ? stored[0]!.gesture.label : label(missing),
          changes: stored.flatMap(({ gesture }) => gesture.changes),
          before: stored.flatMap(({ gesture }) => gesture.before),
        },
        stored.map(({ held }) => held),
      );
  }
  return seeds.map(({ id }) => id);
}

async function addSeed(store: Store, { id, title, mediaType, language, origin }: Seed): Promise<Stored> {
  const bytes = await store.client.getSeed({ params: { id } });
  return storeDocument(
    store,
    {
      id,
      revision: newId(),
      change: newId(),
      group: newId(),
      at: new Date().toISOString(),
      title,
      mediaType,
      encoding: 'utf-8',
      language,
      origin,
    },
    new Uint8Array(bytes),
  );
}

const label = (seeds: readonly Seed[]): string =>
  seeds.length === 1
    ? msg(str`Add “${seeds[0]!.title}”`)
    : plural(seeds.length, msg(str`Add ${sayNumber(seeds.length)} {text¦texts}`));
