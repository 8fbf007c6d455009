import { openLowdb } from '../../../server/storage/lowdb/open.ts';
import { batchFor, claimOf, create, set, uuid } from './samples.ts';

/**
 * A process that commits as fast as it can and prints the id of every change once it is acknowledged, until it is
 * killed. Arguments: the desk's folder, how many writers work at once (0 only opens it), and the first number of the
 * claims it makes. Segments are short and snapshots frequent, so that a kill meets all of them.
 */
const [folder, writers = '1', first = '0'] = process.argv.slice(2);

if (folder && folder !== '--nothing') {
  process.send?.('opening');
  const storage = await openLowdb(folder, { segmentBytes: 20_000, snapshotAfter: 8000 });
  process.stdout.write('open\n');
  const home = uuid('document', 1);
  const said = (id: string) => process.stdout.write(`${id}\n`);
  let next = Number(first);
  const work = async (): Promise<void> => {
    for (;;) {
      const n = next++;
      const made = create(
        'claim',
        claimOf(uuid('claim', n), home, 'Luis Pérez Leira spoke in Moscow.', 0, 16),
        uuid('made', n),
      );
      await storage.commit(await batchFor(storage, [made]));
      said(made.id);
      const checked = set('claim', uuid('claim', n), { workflow: 'checked' }, uuid('checked', n));
      const tagged = create(
        'source',
        { id: uuid('source', n), csl: { type: 'book' } },
        uuid('source-made', n),
      );
      await storage.commit(await batchFor(storage, [checked, tagged]));
      said(checked.id);
      said(tagged.id);
    }
  };
  if (writers === '0') setInterval(() => undefined, 1000);
  await Promise.all(Array.from({ length: Number(writers) }, work));
}
