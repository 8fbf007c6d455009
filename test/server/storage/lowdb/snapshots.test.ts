import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'chai';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import { change, claimOf, commit, create, everything, set, uuid } from '../samples.ts';
import { removeTemporaryFolders } from '../temporary.ts';
import { addClaim, closedDesk, DOC, TEXT } from './desk.ts';

const OTHER = uuid('document', 2);

describe('the snapshots of a desk', () => {
  after(removeTemporaryFolders);

  const read = (folder: string, name: string) => readFile(path.join(folder, 'snapshot', name), 'utf8');
  const claims = (folder: string) => read(folder, `claims/${DOC}.json`);

  it('are JSON that says what it holds and up to which entry', async () => {
    const folder = await closedDesk(3);
    const file = JSON.parse(await claims(folder));
    expect(file).to.include({ kind: 'claim', documentId: DOC, seq: 4 });
    expect(file.objects).to.have.length(3);
    expect(file.objects[0].object.anchor.quote.exact).to.equal('Luis Pérez Leira');
    expect(JSON.parse(await read(folder, 'manifest.json'))).to.include({ seq: 4, hash: file.hash });
    expect(await readdir(path.join(folder, 'snapshot'))).to.have.members([
      'claims',
      'documents.json',
      'manifest.json',
    ]);
  });

  it('differ in the lines of what was changed and in their own head and hash', async () => {
    const folder = await closedDesk(3);
    const before = (await claims(folder)).split('\n');
    const storage = await openLowdb(folder);
    await commit(storage, [set('claim', uuid('claim', 2), { workflow: 'checked' })]);
    await storage.close();
    const after = (await claims(folder)).split('\n');
    const differing = after.filter((line, i) => line !== before[i]);
    expect(after.length).to.equal(before.length);
    expect(
      differing.map(line => /"(seq|hash|last|workflow|stamps|sha256)":/.exec(line.trim())?.[1]),
    ).to.deep.equal(['seq', 'hash', 'last', 'workflow', 'stamps', 'sha256']);
  });

  it('are written again only where something was changed', async () => {
    const folder = await closedDesk(3);
    const before = await read(folder, 'documents.json');
    const storage = await openLowdb(folder);
    await addClaim(storage, 9);
    await storage.close();
    expect(await read(folder, 'documents.json')).to.equal(before);
    expect(JSON.parse(await claims(folder)).seq).to.equal(5);
  });

  it('have no file for a document that all claims have left', async () => {
    const folder = await closedDesk(1);
    const storage = await openLowdb(folder);
    await commit(storage, [set('claim', uuid('claim', 1), { anchor: claimOf('', OTHER, TEXT).anchor })]);
    await storage.close();
    expect(await readdir(path.join(folder, 'snapshot/claims'))).to.deep.equal([`${OTHER}.json`]);
    const again = await openLowdb(folder);
    expect(await again.readObjects('claim', DOC)).to.deep.equal([]);
    expect(await again.readObjects('claim', OTHER)).to.have.length(1);
    await again.close();
  });

  it('hold the desk as it was at one entry, whatever is committed while they are written', async () => {
    const folder = await closedDesk(2);
    const storage = await openLowdb(folder, { segmentBytes: 50_000 });
    let over = false;
    const snapshots = (async () => {
      while (!over) {
        await storage.snapshot();
        await nextTurn();
      }
    })();
    for (let round = 0; round < 10; round++) {
      const claim = (n: number) =>
        create('claim', claimOf(uuid('claim', round * 20 + n), n % 2 ? DOC : OTHER, TEXT, 0, 16));
      await Promise.all(Array.from({ length: 20 }, (_, n) => commit(storage, [claim(n + 100)])));
      await commit(storage, [change('claim', uuid('claim', round * 20 + 101), { op: 'remove' })]);
    }
    over = true;
    await snapshots;
    const { findings } = await verifyLowdb(folder);
    expect(findings.filter(finding => !finding.includes('points into a text'))).to.deep.equal([]);
    const before = await everything(storage);
    await storage.close();
    const again = await openLowdb(folder);
    expect(await everything(again)).to.deep.equal(before);
    await again.close();
  });

  it('may be read beside a desk that writes them', async () => {
    const folder = await closedDesk(2);
    const storage = await openLowdb(folder);
    let over = false;
    const writing = (async () => {
      for (let n = 100; !over; n++) {
        await addClaim(storage, n);
        if (n % 5 === 0) await storage.snapshot();
      }
    })();
    for (let round = 0; round < 10; round++) {
      const { seq } = storage.head;
      const reader = await openLowdb(folder, { readOnly: true });
      expect(reader.head.seq).to.be.at.least(seq);
      expect(await reader.readObjects('claim')).to.have.length(reader.head.seq - 1);
      expect(reader.notices).to.deep.equal([]);
      await reader.close();
    }
    over = true;
    await writing;
    await storage.close();
  });
});
