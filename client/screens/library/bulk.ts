import { msg, str } from '@lit/localize';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { asOne } from '../../panels/as-one.ts';
import { downloadExport } from '../../panels/exporting/download.ts';
import type { Store } from '../../store/store.ts';

/** Removes documents as one gesture. @returns whether it was done */
export const removeDocuments = (store: Store, ids: readonly string[]): Promise<boolean> =>
  asOne(
    store,
    plural(ids.length, msg(str`Removed ${sayNumber(ids.length)} {document¦documents}`)),
    async () =>
      ids.map(id => ({ kind: 'document' as const, objectId: id, operation: { op: 'remove' as const } })),
  );

/** Milliseconds between two downloads, or a browser takes the second for the first. */
const APART = 300;

/** Lets the person keep each document as a file of its own; it can be called off between two. */
export function exportDocuments(store: Store, format: string, ids: readonly string[]): Promise<void> {
  const label = plural(ids.length, msg(str`Exporting ${sayNumber(ids.length)} {document¦documents} …`));
  return store.works.run(label, async ({ signal, done }) => {
    for (const [i, id] of ids.entries()) {
      if (signal.aborted) return;
      downloadExport(format, { document: id });
      done((i + 1) / ids.length);
      await new Promise(resolve => setTimeout(resolve, APART));
    }
  });
}
