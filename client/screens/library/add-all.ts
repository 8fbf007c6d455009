import { msg, str } from '@lit/localize';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import type { Store } from '../../store/store.ts';
import type { Adding } from './adding.ts';
import type { Stored } from './store-document.ts';

/** Has undo learn of documents that were stored; all of them are one gesture. */
export function tellUndo(store: Store, stored: readonly Stored[]): void {
  const [first] = stored;
  if (!first) return;
  const label =
    stored.length === 1
      ? first.gesture.label
      : plural(stored.length, msg(str`Add ${sayNumber(stored.length)} {document¦documents}`));
  store.did(
    {
      label,
      changes: stored.flatMap(({ gesture }) => gesture.changes),
      before: stored.flatMap(({ gesture }) => gesture.before),
    },
    stored.map(({ held }) => held),
  );
}

/**
 * Stores files one after the other: each is a commit of its own, and together they could fill the machine's memory. It can
 * be called off between two; what could not be stored stays in the list, with why.
 * @returns how many documents were stored
 */
export async function addAllOf(store: Store, adding: Adding, keys: readonly string[]): Promise<number> {
  const label = plural(keys.length, msg(str`Adding ${sayNumber(keys.length)} {text¦texts} …`));
  const stored: Stored[] = [];
  await store.works.run(label, async ({ signal, done }) => {
    for (const [place, key] of keys.entries()) {
      if (signal.aborted) return;
      stored.push(...(await adding.add(key)));
      done((place + 1) / keys.length);
    }
  });
  tellUndo(store, stored);
  return stored.length;
}
