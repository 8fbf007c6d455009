import { expect } from 'chai';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import type { LowdbStorage } from '../../../../server/storage/lowdb/storage.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import { StorageStopped } from '../../../../server/storage/port.ts';
import { FaultFiles, type Operation, systemError } from '../fault-files.ts';
import { batchFor, commit, create, documentOf, failure, set, uuid } from '../samples.ts';
import { addClaim, CLAIM, fill, tick } from './desk.ts';

const DESK = '/desk';
const isAlive = () => false;

describe('a desk whose disk refuses', () => {
  let files: FaultFiles;
  let storage: LowdbStorage;
  beforeEach(async () => {
    files = new FaultFiles();
    storage = await openLowdb(DESK, { files, isAlive });
    await fill(storage, 2);
  });
  afterEach(() => storage.close());

  const refuse = (operation: Operation, place: string, answers: (Error | number)[]) => {
    files.refuse = (asked, file) =>
      asked === operation && file.includes(place) ? answers.shift() : undefined;
  };
  const forGood = (code: string) => Array.from({ length: 1000 }, () => systemError(code));

  const failures: readonly (readonly [
    what: string,
    operation: Operation,
    answers: () => (Error | number)[],
    says: string,
  ])[] = [
    ['the disk is full', 'write', () => forGood('ENOSPC'), 'disk is full'],
    ['the disk is full after part of a line', 'write', () => [100, ...forGood('ENOSPC')], 'disk is full'],
    ['a sync fails', 'sync', () => forGood('EIO'), 'Look after the disk'],
    ['a sync fails once', 'sync', () => [systemError('EIO')], 'Look after the disk'],
    ['the folder has become read-only', 'write', () => forGood('EROFS'), 'Make the folder writable'],
    ['a write takes nothing', 'write', () => [0], 'Look after the disk'],
  ];
  for (const [what, operation, answers, says] of failures)
    it(`acknowledges and tells nothing when ${what}, goes on reading, and takes up writing when it is mended`, async () => {
      const told: number[] = [];
      storage.subscribe(entry => told.push(entry.seq));
      refuse(operation, '/journal/', answers());
      const batches = await Promise.all([
        batchFor(storage, [set('claim', CLAIM, { workflow: 'checked' })]),
        batchFor(storage, [set('claim', uuid('claim', 2), { workflow: 'checked' })]),
      ]);
      const waiting = failure(storage.commit(batches[0]!)).then(() => failure(storage.commit(batches[0]!)));
      for (const error of await Promise.all([
        waiting,
        ...batches.slice(1).map(batch => failure(storage.commit(batch))),
      ])) {
        expect(error).to.be.instanceOf(StorageStopped);
        expect(error.message).to.contain('journal/000001.jsonl').and.contain(says);
      }
      expect(storage.readOnly).to.contain(says);
      expect(told).to.deep.equal([]);
      expect(storage.head.seq).to.equal(3);
      expect((await storage.readObject('claim', CLAIM))!.object.workflow).to.equal('open');
      files.refuse = () => undefined;
      expect(await failure(tick(storage)), 'not before it is told to').to.be.instanceOf(StorageStopped);
      await storage.recover();
      await Promise.all(batches.map(batch => storage.commit(batch)));
      expect(told).to.deep.equal([4, 5]);
      await storage.close();
      storage = await openLowdb(DESK, { files, isAlive });
      expect(storage.notices).to.deep.equal([]);
      expect(storage.head.seq).to.equal(5);
      expect((await verifyLowdb(DESK, { files })).findings).to.deep.equal([]);
    });

  it('stays stopped while the cause persists', async () => {
    refuse('sync', '/journal/', forGood('EIO'));
    await failure(tick(storage));
    expect(await failure(storage.recover())).to.be.instanceOf(StorageStopped);
    expect(storage.readOnly).to.be.a('string');
  });

  it('survives a power cut after a failed sync, and has nothing that was refused', async () => {
    refuse('sync', '/journal/', forGood('EIO'));
    const change = set('claim', CLAIM, { workflow: 'checked' });
    await failure(commit(storage, [change]));
    const disk = files.afterCrash('lost');
    const again = await openLowdb(DESK, { files: disk, isAlive });
    expect(again.head.seq).to.equal(3);
    expect(await again.committedAs(change.id)).to.equal(undefined);
    await again.close();
  });

  it('writes whatever the system takes at a time', async () => {
    refuse('write', '/journal/', [1, 10, 100]);
    await tick(storage);
    await storage.close();
    expect((await verifyLowdb(DESK, { files })).findings).to.deep.equal([]);
  });

  it('takes no document whose bytes could not be kept, and goes on with other work', async () => {
    refuse('write', '/blobs/', forGood('ENOSPC'));
    const { value, blobs } = documentOf(uuid('document', 2), 'Other');
    const error = await failure(commit(storage, [create('document', value)], blobs));
    expect(error).to.be.instanceOf(StorageStopped);
    expect(error.message).to.contain('disk is full');
    expect(await storage.readObject('document', uuid('document', 2))).to.equal(undefined);
    await tick(storage);
    files.refuse = () => undefined;
    await commit(storage, [create('document', value)], blobs);
  });

  it('loses nothing when a snapshot cannot be written, and tells so', async () => {
    refuse('write', '/snapshot/', forGood('ENOSPC'));
    await storage.close();
    expect(storage.notices.join()).to.contain('snapshot could not be written');
    files.refuse = () => undefined;
    storage = await openLowdb(DESK, { files, isAlive });
    expect(await storage.readObjects('claim')).to.have.length(2);
    await addClaim(storage, 3);
    await storage.close();
    expect(await files.list('/desk/snapshot/claims')).to.have.length(1);
    expect((await verifyLowdb(DESK, { files })).findings).to.deep.equal([]);
  });

  it('opens a read-only folder for reading only, with the reason', async () => {
    await storage.close();
    const changing: readonly Operation[] = ['open', 'write', 'rename', 'remove', 'truncate', 'syncFolder'];
    files.refuse = operation => (changing.includes(operation) ? systemError('EROFS') : undefined);
    storage = await openLowdb(DESK, { files, isAlive });
    expect(storage.readOnly).to.contain('/desk').and.contain('EROFS');
    expect(await storage.readObjects('claim')).to.have.length(2);
    expect(await failure(tick(storage))).to.be.instanceOf(StorageStopped);
    await storage.close();
  });

  it('says that a desk can neither be found nor made in a read-only place', async () => {
    const empty = new FaultFiles();
    empty.refuse = () => systemError('EACCES');
    const { message } = await failure(openLowdb('/nowhere', { files: empty, isAlive }));
    expect(message).to.contain('There is no desk in /nowhere').and.contain('EACCES');
  });
});
