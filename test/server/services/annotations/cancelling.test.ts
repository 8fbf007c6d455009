import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { importDesk } from '../../../../server/services/import.ts';
import type { ImportProgress } from '../../../../server/services/import-progress.ts';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { commit, create, documentOf, everything, failure, uuid } from '../../storage/samples.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../storage/temporary.ts';
import { taking } from '../exporting.ts';

const TEXT = Array.from({ length: 2500 }, (_, i) => `word${i}`).join(' ');
const TABLE = ['words,document', ...TEXT.split(' ').map(word => `${word} ,${uuid('long', 1)}`)].join('\n');

describe('taking in very many annotations', function () {
  this.timeout(60_000);
  after(removeTemporaryFolders);

  const begun = async () => {
    const folder = await temporaryFolder();
    const storage = await openLowdb(folder);
    const { value, blobs } = documentOf(uuid('long', 1), TEXT);
    await commit(storage, [create('document', value)], blobs);
    return { folder, storage };
  };
  const request = () => ({ ...taking(), format: 'csv', name: 'words.csv' });

  it('says how far it is, and writes all of them in one step of several entries', async () => {
    const { storage } = await begun();
    const told: ImportProgress[] = [];
    const report = await importDesk(storage, Buffer.from(TABLE), {
      ...request(),
      progress: now => told.push(now),
    });
    expect(report.added).to.deep.equal({ claim: 2500 });
    expect(report.counts).to.deep.equal({ exact: 2499, repaired: 1, unplaced: 0, known: 0 });
    expect(report.items).to.have.length(2001);
    expect(told.at(-1)).to.include({ step: 'writing', items: 2500 });
    expect(storage.head.seq).to.equal(4);
    const groups = new Set<string>();
    for await (const { changes } of storage.readLog(1)) for (const { group } of changes) groups.add(group);
    expect(groups.size).to.equal(1);
    const again = await importDesk(storage, Buffer.from(TABLE), request());
    expect([again.added, again.counts!.known, storage.head.seq]).to.deep.equal([{}, 2500, 4]);
    await storage.close();
  });

  it('leaves the desk as it was where it is cancelled', async () => {
    const { folder, storage } = await begun();
    const before = await everything(storage);
    const control = new AbortController();
    control.abort();
    const error = await failure(
      importDesk(storage, Buffer.from(TABLE), { ...request(), signal: control.signal }),
    );
    expect(error).to.have.property('name', 'AbortError');
    expect(await everything(storage)).to.deep.equal(before);
    expect(existsSync(path.join(folder, 'gathering'))).to.equal(false);
    await storage.close();
  });
});
