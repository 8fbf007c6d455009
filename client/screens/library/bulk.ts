import { msg, str } from '@lit/localize';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { asOne } from '../../panels/as-one.ts';
import type { Store } from '../../store/store.ts';

/** Removes documents as one gesture. @returns whether it was done */
export const removeDocuments = (store: Store, ids: readonly string[]): Promise<boolean> =>
  asOne(
    store,
    plural(ids.length, msg(str`Removed ${sayNumber(ids.length)} {document¦documents}`)),
    async () =>
      ids.map(id => ({ kind: 'document' as const, objectId: id, operation: { op: 'remove' as const } })),
  );
