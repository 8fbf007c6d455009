import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import type { LowdbStorage } from '../../../../server/storage/lowdb/storage.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import { StorageStopped } from '../../../../server/storage/port.ts';
import { change, commit, everything, failure, sha, uuid } from '../samples.ts';
import { removeTemporaryFolders } from '../temporary.ts';
import { addClaim, CLAIM, closedDesk, DOC, edit, snapshotOf, tick, withTail } from './desk.ts';

const JOURNAL = 'journal/000001.jsonl';
const CLAIMS = `snapshot/claims/${DOC}.json`;
const SMALL = { segmentBytes: 2000 };

const line = (text: string, n: number, change: (line: string) => string): string =>
  text
    .split('\n')
    .map((each, i) => (i === n - 1 ? change(each) : each))
    .join('\n');
const withoutLine = (text: string, n: number): string =>
  text
    .split('\n')
    .toSpliced(n - 1, 1)
    .join('\n');

describe('a desk whose files were damaged', () => {
  let storage: LowdbStorage | undefined;
  afterEach(async () => {
    await storage?.close();
    storage = undefined;
  });
  after(removeTemporaryFolders);

  const open = async (folder: string, options = {}): Promise<LowdbStorage> => {
    storage = await openLowdb(folder, options);
    return storage;
  };
  const reopened = async (folder: string) => {
    await storage?.close();
    return open(folder);
  };

  for (const [what, tail] of [
    ['half a line', '{"at":"2026-05-07T10:42:00.000Z","before":[{}],"by":"An'],
    ['zeros', '\0'.repeat(512)],
    ['one byte', '{'],
  ] as const)
    it(`cuts off ${what} at the end of the journal, says so, keeps the bytes, and writes on`, async () => {
      const folder = await closedDesk();
      const whole = await readFile(path.join(folder, JOURNAL));
      await writeFile(path.join(folder, JOURNAL), Buffer.concat([whole, Buffer.from(tail)]));
      const desk = await open(folder);
      expect(desk.readOnly).to.equal(undefined);
      expect(desk.notices.join()).to.contain(`Line 6 of ${JOURNAL}`).and.contain(`${tail.length} bytes`);
      const kept = (await readdir(path.join(folder, 'journal'))).find(name => name.includes('cut-at'))!;
      expect(await readFile(path.join(folder, 'journal', kept), 'latin1')).to.equal(tail);
      await addClaim(desk, 9);
      await reopened(folder);
      expect(storage!.notices).to.deep.equal([]);
      expect(storage!.head.seq).to.equal(6);
      expect((await verifyLowdb(folder)).findings).to.deep.equal([]);
    });

  const alterations: readonly (readonly [
    what: string,
    file: string,
    change: (text: string) => string,
    where: string,
  ])[] = [
    ['a word of the newest line', JOURNAL, t => line(t, 7, l => l.replace('Ana', 'Eva')), 'line 7'],
    ['a word of an older line', JOURNAL, t => line(t, 3, l => l.replace('person', 'place')), 'line 3'],
    ['a hash', JOURNAL, t => line(t, 4, l => l.replace(/"hash":"./, '"hash":"x')), 'line 4'],
    ['a line that is no entry', JOURNAL, t => line(t, 2, () => 'hello'), 'line 2'],
    ['a line taken out', JOURNAL, t => withoutLine(t, 3), 'line 3'],
    ['a line written twice', JOURNAL, t => line(t, 3, l => `${l}\n${l}`), 'line 4'],
    ['two lines exchanged', JOURNAL, t => t.replace(/^(.*\n)(.*\n)/, '$2$1'), 'line 1'],
    ['an empty line', JOURNAL, t => line(t, 2, l => `${l}\n`), 'line 3'],
    ['the middle line cut short', JOURNAL, t => line(t, 3, l => l.slice(0, 40)), 'line 3'],
  ];
  for (const [what, file, change, where] of alterations)
    it(`opens for reading only when the journal has ${what} altered, and says where and how to mend it`, async () => {
      const folder = await closedDesk(4);
      await withTail(folder);
      await edit(folder, file, change);
      const before = await readFile(path.join(folder, file));
      const desk = await open(folder);
      expect(desk.readOnly).to.contain(file).and.contain(`${where} `).and.contain('Put the file back');
      expect(await failure(tick(desk))).to.be.instanceOf(StorageStopped);
      expect(await failure(desk.recover())).to.be.instanceOf(StorageStopped);
      expect((await desk.readObjects('claim')).length).to.be.greaterThan(3);
      await desk.close();
      expect(await readFile(path.join(folder, file)), 'nothing was written').to.deep.equal(before);
      const { findings } = await verifyLowdb(folder);
      expect(findings.join()).to.contain(`${file}, ${where} `);
    });

  it('never gives out an altered entry as if it were the one that was written', async () => {
    const folder = await closedDesk(3);
    await edit(folder, JOURNAL, t => line(t, 2, l => l.replace('person', 'place')));
    const desk = await open(folder);
    const log = desk.readLog(0);
    expect((await log.next()).value!.seq).to.equal(1);
    expect((await failure(log.next())).message)
      .to.contain(JOURNAL)
      .and.contain('line 2');
  });

  it('says which segment is missing and opens for reading only', async () => {
    const folder = await closedDesk(9, SMALL);
    await rm(path.join(folder, 'journal/000002.jsonl'));
    const desk = await open(folder);
    expect(desk.readOnly).to.contain('journal/000002.jsonl').and.contain('missing');
    expect(await desk.readObjects('claim')).to.have.length(9);
    expect((await verifyLowdb(folder)).findings.join()).to.contain('journal/000002.jsonl is missing');
  });

  it('notices that a sealed segment has grown or shrunk without reading all of them', async () => {
    const folder = await closedDesk(9, SMALL);
    await edit(folder, 'journal/000002.jsonl', t => withoutLine(t, 1));
    expect((await open(folder)).readOnly).to.contain('journal/000002.jsonl');
  });

  it('finds by verify what was altered in a sealed segment without changing its size', async () => {
    const folder = await closedDesk(9, SMALL);
    await edit(folder, JOURNAL, t => line(t, 2, l => l.replace('person', 'plaice')));
    expect((await verifyLowdb(folder)).findings.join()).to.contain(`${JOURNAL}, line 2`);
  });

  it('does not go on behind a snapshot that the journal has not reached', async () => {
    const folder = await closedDesk(4);
    await edit(folder, JOURNAL, t => `${t.split('\n').slice(0, 3).join('\n')}\n`);
    const desk = await open(folder);
    expect(desk.readOnly).to.contain('ends with entry 3').and.contain('entry 5');
    expect(await desk.readObjects('claim'), 'as the snapshot has it').to.have.length(4);
    await desk.close();
    expect((await verifyLowdb(folder)).findings.join()).to.contain('entry 5');
    await rm(path.join(folder, 'snapshot'), { recursive: true });
    expect((await open(folder)).readOnly, 'mended as the message says').to.equal(undefined);
  });

  it('rebuilds everything from the journal alone', async () => {
    const folder = await closedDesk(9, SMALL);
    const before = await everything(await open(folder));
    const snapshot = await snapshotOf(folder);
    for (const lost of ['snapshot', 'index']) {
      await storage!.close();
      await rm(path.join(folder, lost), { recursive: true });
      await open(folder);
      expect(await everything(storage!)).to.deep.equal(before);
      expect(await storage!.committedAs(before.log[0].changes[0].id)).to.equal(1);
    }
    await storage!.close();
    expect(await snapshotOf(folder), 'and writes the same snapshot').to.deep.equal(snapshot);
    expect((await verifyLowdb(folder)).findings).to.deep.equal([]);
  });

  it('makes an index anew that was damaged', async () => {
    const folder = await closedDesk(9, SMALL);
    await edit(folder, 'index/000001.ids', t => t.replace(' 2\n', ' 3\n'));
    const desk = await open(folder);
    expect(desk.readOnly).to.equal(undefined);
    for await (const { seq, changes } of desk.readLog(0))
      expect(await desk.committedAs(changes[0]!.id)).to.equal(seq);
  });

  const edits: readonly (readonly [what: string, file: string, change: (text: string) => string])[] = [
    ['a word in it', CLAIMS, t => t.replace('"workflow":"open"', '"workflow":"checked"')],
    ['the marks of a merge', CLAIMS, t => `<<<<<<< ours\n${t}=======\n>>>>>>> theirs\n`],
    ['a space at its end', 'snapshot/documents.json', t => `${t} `],
    ['no JSON in it', CLAIMS, () => 'gone'],
    ['nothing in it', CLAIMS, () => ''],
    ['an entry of the list of files', 'snapshot/manifest.json', t => t.replace('documents', 'sources')],
  ];
  for (const [what, file, change] of edits)
    it(`reports a snapshot edited by hand (${what}), never writes over it, and goes on from the journal`, async () => {
      const folder = await closedDesk();
      const before = await everything(await open(folder));
      await storage!.close();
      await edit(folder, file, change);
      const edited = await readFile(path.join(folder, file));
      const desk = await open(folder);
      expect(desk.notices.join()).to.contain(file).and.contain('move the file away');
      expect(desk.readOnly).to.equal(undefined);
      expect(await everything(desk)).to.deep.equal(before);
      await tick(desk);
      await desk.close();
      expect(await readFile(path.join(folder, file))).to.deep.equal(edited);
      expect((await verifyLowdb(folder)).findings.join()).to.contain(file);
      await rm(path.join(folder, file));
      await reopened(folder);
      expect((await storage!.readObject('claim', CLAIM))!.object.workflow).to.equal('checked');
      await storage!.close();
      expect((await verifyLowdb(folder)).findings, 'mended as the notice says').to.deep.equal([]);
    });

  it('does not write over a snapshot file that is edited while the desk is open', async () => {
    const folder = await closedDesk();
    const desk = await open(folder);
    await edit(folder, CLAIMS, t => t.replace('"workflow":"open"', '"workflow":"checked"'));
    const edited = await readFile(path.join(folder, CLAIMS));
    await tick(desk);
    await desk.close();
    expect(desk.notices.join()).to.contain(CLAIMS);
    expect(await readFile(path.join(folder, CLAIMS))).to.deep.equal(edited);
  });

  it('takes no state from a snapshot of another history', async () => {
    const folder = await closedDesk(4);
    const other = await closedDesk(4);
    await rm(path.join(folder, 'snapshot'), { recursive: true });
    await cp(path.join(other, 'snapshot'), path.join(folder, 'snapshot'), { recursive: true });
    const desk = await open(folder);
    expect(desk.notices.join()).to.contain('another history');
    const last = desk.readLog(4);
    const { changes } = (await last.next()).value!;
    expect((await desk.readObject('claim', changes[0]!.objectId))!.created).to.equal(changes[0]!.id);
    expect((await verifyLowdb(folder)).findings.join()).to.contain('another history');
  });

  it('reports bytes that were altered or lost, and does not give them out', async () => {
    const folder = await closedDesk();
    const desk = await open(folder);
    const revision = (await desk.readObject('document', DOC))!.object.revisions[0]!;
    await writeFile(path.join(folder, 'blobs', revision.sha256), 'something else');
    await rm(path.join(folder, 'blobs', revision.textSha256));
    expect((await failure(desk.readBlob(revision.sha256))).message).to.contain('altered');
    expect(await desk.readBlob(revision.textSha256)).to.equal(undefined);
    const { findings } = await verifyLowdb(folder);
    expect(findings.join()).to.contain(`blobs/${revision.sha256} was altered`);
    expect(findings.join())
      .to.contain('lost its text')
      .and.contain(`Claim ${CLAIM}, on revision ${revision.id} of document ${DOC}, points into a text that`);
  });

  it('reports attachments that were altered or lost, and keeps those that were only taken off', async () => {
    const folder = await closedDesk();
    const desk = await open(folder);
    const files = ['kept', 'altered', 'lost', 'taken off'].map(words => new TextEncoder().encode(words));
    const made = { addedBy: 'Ana', addedAt: '2026-05-07T10:42:00.000Z', mediaType: 'text/plain' };
    const attached = files.map((bytes, n) => ({
      ...{ ...made, id: uuid('attachment', n), name: `${n}.txt` },
      ...{ sha256: sha(bytes), size: bytes.length },
    }));
    const id = uuid('evidence', 1);
    const item = { id, sourceId: uuid('source', 1), stance: 'supports', by: 'Ana', at: made.addedAt };
    const [, altered, lost, takenOff] = attached;
    await commit(
      desk,
      [
        change('claim', CLAIM, {
          op: 'add',
          list: 'evidence',
          item: { ...item, attachments: attached } as never,
        }),
      ],
      new Map(files.map(bytes => [sha(bytes), bytes])),
    );
    const values = { attachments: attached.slice(0, 3) };
    await commit(desk, [change('claim', CLAIM, { op: 'edit', list: 'evidence', item: id, values })]);
    expect(await verifyLowdb(folder)).to.deep.include({ findings: [] });
    await writeFile(path.join(folder, 'blobs', altered!.sha256), 'ALTERED');
    await rm(path.join(folder, 'blobs', lost!.sha256));
    const { findings, remarks } = await verifyLowdb(folder);
    expect(findings).to.have.length(2);
    expect(findings.join())
      .to.contain(`blobs/${altered!.sha256} was altered`)
      .and.contain(`The attachment "2.txt" of claim ${CLAIM} has lost its bytes`);
    expect(remarks.join()).to.not.contain(takenOff!.sha256);
  });

  it('removes what an interrupted snapshot left behind', async () => {
    const folder = await closedDesk();
    await writeFile(path.join(folder, 'snapshot/documents.json.next'), 'half');
    await open(folder);
    expect(await readdir(path.join(folder, 'snapshot'))).to.not.include('documents.json.next');
  });
});
