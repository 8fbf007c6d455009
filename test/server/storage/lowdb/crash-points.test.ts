import { expect } from 'chai';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import type { LowdbStorage } from '../../../../server/storage/lowdb/storage.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import type { Storage } from '../../../../server/storage/port.ts';
import type { Change } from '../../../../shared/model/change.ts';
import { isTried } from '../../../support/runs.ts';
import { FaultFiles, type Survival, survivals } from '../fault-files.ts';
import { batchFor, change, claimOf, commit, create, documentOf, revisionOf, set, uuid } from '../samples.ts';

const DESK = '/desk';
const TEXT = 'Luis Pérez Leira spoke in Moscow; Lois Pérez Leira signed.';

/** What somebody outside has seen of a desk. */
interface Seen {
  readonly acknowledged: Set<string>;
  readonly published: Set<string>;
}

const open = (files: FaultFiles): Promise<LowdbStorage> =>
  openLowdb(DESK, { files, segmentBytes: 4000, snapshotAfter: 3000, isAlive: () => false });

/** A day's work with everything in it: documents, groups, simultaneous commits, moves, snapshots, new segments, a restart. */
async function work(files: FaultFiles, seen: Seen): Promise<void> {
  const [first, second] = [uuid('document', 1), uuid('document', 2)];
  let storage: Storage;
  const start = async () => {
    storage = await open(files);
    storage.subscribe(entry => {
      for (const { id } of entry.changes) seen.published.add(id);
    });
  };
  const save = async (changes: readonly Change[], blobs?: ReadonlyMap<string, Uint8Array>) => {
    await commit(storage, changes, blobs);
    for (const { id } of changes) seen.acknowledged.add(id);
  };
  await start();
  for (const id of [first, second]) {
    const { value, blobs } = documentOf(id, `${TEXT} ${id}`);
    await save([create('document', value)], blobs);
  }
  const claim = (n: number, home = first) =>
    create('claim', claimOf(uuid('claim', n), home, `${TEXT} ${home}`, 0, 16));
  await Promise.all([1, 2, 3].map(n => save([claim(n)])));
  await save([
    claim(4, second),
    claim(5),
    create('source', { id: uuid('source', 1), csl: { type: 'book' } }),
  ]);
  const { anchor } = claimOf(uuid('claim', 4), first, `${TEXT} ${first}`, 17, 22);
  await save([set('claim', uuid('claim', 4), { anchor })]);
  await Promise.all([1, 2, 3].map(n => save([set('claim', uuid('claim', n), { workflow: 'checked' })])));
  await storage!.close();
  await start();
  await save([change('claim', uuid('claim', 2), { op: 'remove' })]);
  const came = `Minutes. ${TEXT} ${first}`;
  const from = uuid('revision', 1);
  const revised = revisionOf(first, from, 1, came, [[0, came.length - 9, 9]]);
  await save([revised.change], revised.blobs);
  await Promise.all([6, 7].map(n => save([claim(n, second)])));
  await storage!.close();
}

async function changesIn(storage: Storage): Promise<string[]> {
  const ids: string[] = [];
  for await (const entry of storage.readLog(0)) for (const { id } of entry.changes) ids.push(id);
  return ids;
}

async function requireSound(disk: FaultFiles, seen: Seen, where: string): Promise<void> {
  const storage = await open(disk);
  expect(storage.readOnly, where).to.equal(undefined);
  const ids = await changesIn(storage);
  expect(new Set(ids).size, `${where}: each change once`).to.equal(ids.length);
  const there = new Set(ids);
  for (const id of [...seen.acknowledged, ...seen.published])
    expect(there.has(id), `${where}: what was acknowledged or told is there`).to.equal(true);
  const again = create(
    'claim',
    claimOf(uuid('late', 1), uuid('document', 1), `${TEXT} ${uuid('document', 1)}`, 0, 4),
  );
  await storage.commit(
    await batchFor(
      storage,
      ids.length > 0 ? [again] : [create('source', { id: uuid('source', 9), csl: { type: 'book' } })],
    ),
  );
  await storage.close();
  expect((await verifyLowdb(DESK, { files: disk })).findings, where).to.deep.equal([]);
}

describe('a desk whose machine crashes', () => {
  it('works through without a crash', async () => {
    const files = new FaultFiles();
    const seen = { acknowledged: new Set<string>(), published: new Set<string>() };
    await work(files, seen);
    expect([...seen.acknowledged].sort()).to.deep.equal([...seen.published].sort());
    expect(await files.list('/desk/journal')).to.have.length.greaterThan(2);
    await requireSound(files.afterCrash('lost'), seen, 'no crash');
  });

  for (const [remainder, survival] of survivals.entries()) {
    const left: Record<Survival, string> = {
      lost: 'nothing unsynced is left',
      kept: 'everything unsynced is left',
      half: 'half of what is unsynced is left',
      hollow: 'only the names of what is unsynced are left',
    };
    it(`keeps all that it acknowledged, whichever operation it comes before, when ${left[survival]}`, async function () {
      this.timeout(120_000);
      for (let crashAt = 1, crashed = true; crashed; crashAt++) {
        if (!isTried(crashAt, remainder)) continue;
        const files = new FaultFiles();
        files.crashAt = crashAt;
        const seen = { acknowledged: new Set<string>(), published: new Set<string>() };
        await work(files, seen).catch(() => undefined);
        crashed = files.crashed;
        await requireSound(files.afterCrash(survival), seen, `crash before operation ${crashAt}`);
      }
    });
  }

  it('makes durable what a killed process left in the cache before anybody sees it', async function () {
    this.timeout(120_000);
    for (let crashAt = 1, crashed = true; crashed; crashAt++) {
      if (!isTried(crashAt, 0)) continue;
      const files = new FaultFiles();
      files.crashAt = crashAt;
      const seen = { acknowledged: new Set<string>(), published: new Set<string>() };
      await work(files, seen).catch(() => undefined);
      crashed = files.crashed;
      const restarted = files.afterKill();
      for (const id of await changesIn(await open(restarted))) seen.published.add(id);
      await requireSound(
        restarted.afterCrash('lost'),
        seen,
        `kill before operation ${crashAt}, then power cut`,
      );
    }
  });
});
