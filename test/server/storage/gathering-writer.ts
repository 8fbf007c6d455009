import { openLowdb } from '../../../server/storage/lowdb/open.ts';
import { create, uuid } from './samples.ts';

/**
 * A process that writes run after run, each of 2,100 sources that bear its number, and prints the id of the last change of
 * each once it is acknowledged, until it is killed. Arguments as those of the writer of objects.
 */
const [folder, , first = '0'] = process.argv.slice(2);

if (folder && folder !== '--nothing') {
  process.send?.('opening');
  const storage = await openLowdb(folder, { segmentBytes: 200_000, snapshotAfter: 100_000 });
  process.stdout.write('open\n');
  for (let run = Number(first); ; run++) {
    const gathering = await storage.gather();
    let last = '';
    for (let n = 0; n < 2100; n++) {
      const id = uuid(`run ${run}`, n);
      const change = create(
        'source',
        { id, csl: { type: 'book', title: `Run ${run}` } },
        uuid(`made ${run}`, n),
      );
      last = change.id;
      await gathering.add(change);
    }
    await gathering.commit({ at: '2026-05-07T10:42:00.000Z', by: 'Ana' });
    process.stdout.write(`${last}\n`);
  }
}
