import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import { type Storage, StorageStopped } from '../../../../server/storage/port.ts';
import { isTried } from '../../../support/runs.ts';
import { FaultFiles, systemError } from '../fault-files.ts';
import { commit, create, failure, uuid } from '../samples.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary.ts';
import { killRounds, writers } from './kill-rounds.ts';

const ORDER = { at: '2026-05-07T10:42:00.000Z', by: 'Ana' };
const SMALL = { segmentBytes: 100_000 };
const source = (n: number) => create('source', { id: uuid('many', n), csl: { type: 'book' } });

async function gathered(storage: Storage, count: number) {
  const gathering = await storage.gather();
  for (let n = 1; n <= count; n++) await gathering.add(source(n));
  return gathering;
}

/** A desk with one entry and a run of five over several segments, closed. */
async function deskWithRun(): Promise<string> {
  const folder = await temporaryFolder();
  const storage = await openLowdb(folder, SMALL);
  await commit(storage, [source(0)]);
  await (await gathered(storage, 4500)).commit(ORDER);
  await storage.close();
  return folder;
}

/** Takes the last entry of the run away, as if the process had ended before it, and the snapshot with it. */
async function cutShort(folder: string): Promise<void> {
  const journal = path.join(folder, 'journal');
  const last = path.join(journal, (await readdir(journal)).sort().at(-1)!);
  const lines = (await readFile(last, 'utf8')).split('\n');
  await writeFile(last, `${[...lines.slice(0, -2), lines.at(-2)!.slice(0, 5000)].join('\n')}`);
  await rm(path.join(folder, 'snapshot'), { recursive: true });
}

const sources = async (storage: Storage): Promise<number> => (await storage.readObjects('source')).length;

describe('a run of entries', function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it('is whole after a restart, with its place in the chain', async () => {
    const folder = await deskWithRun();
    const storage = await openLowdb(folder, SMALL);
    expect(storage.head.seq).to.equal(6);
    expect(await sources(storage)).to.equal(4501);
    expect(await readdir(folder)).to.not.include('gathering');
    await storage.close();
    expect((await verifyLowdb(folder)).findings).to.deep.equal([]);
  });

  it('is let go of where it was not written to its end, and nothing else is', async () => {
    const folder = await deskWithRun();
    await cutShort(folder);
    expect((await verifyLowdb(folder)).findings.join(' ')).to.match(/in the midst of a run .* entry 2/);
    const reader = await openLowdb(folder, { readOnly: true });
    expect([reader.head.seq, await sources(reader)]).to.deep.equal([1, 1]);
    await reader.close();
    const storage = await openLowdb(folder, SMALL);
    expect(storage.readOnly).to.equal(undefined);
    expect(storage.notices.join(' ')).to.match(/never finished/);
    expect([storage.head.seq, await sources(storage)]).to.deep.equal([1, 1]);
    await (await gathered(storage, 2500)).commit(ORDER);
    await storage.close();
    const again = await openLowdb(folder, SMALL);
    expect([again.head.seq, await sources(again)]).to.deep.equal([4, 2501]);
    await again.close();
    expect((await verifyLowdb(folder)).findings).to.deep.equal([]);
  });

  it('leaves nothing where the disk refuses one of its entries, and writing can be taken up again', async () => {
    const files = new FaultFiles();
    const storage = await openLowdb('/desk', { files, ...SMALL });
    await commit(storage, [source(0)]);
    const gathering = await gathered(storage, 4500);
    let lines = 0;
    files.refuse = (operation, file) =>
      operation === 'write' && file.endsWith('.jsonl') && ++lines > 3 ? systemError('ENOSPC') : undefined;
    expect(await failure(gathering.commit(ORDER))).to.be.instanceOf(StorageStopped);
    expect([storage.head.seq, await sources(storage)]).to.deep.equal([1, 1]);
    files.refuse = () => undefined;
    await storage.recover();
    expect((await commit(storage, [source(9)])).seq).to.equal(2);
    await storage.close();
    const again = await openLowdb('/desk', { files, ...SMALL });
    expect([again.readOnly, again.head.seq, await sources(again)]).to.deep.equal([undefined, 2, 2]);
    await again.close();
  });

  it('is there whole or not at all, whichever operation the machine crashes before', async () => {
    const begun = async (files: FaultFiles) => {
      const storage = await openLowdb('/desk', { files, ...SMALL });
      await commit(storage, [source(0)]);
      return { storage, gathering: await gathered(storage, 2100) };
    };
    const calm = new FaultFiles();
    const { storage, gathering } = await begun(calm);
    const first = calm.operations;
    await gathering.commit(ORDER);
    await storage.close();
    for (let at = first; at < calm.operations; at++)
      for (const [remainder, survival] of (['lost', 'kept', 'half'] as const).entries()) {
        if (!isTried(at, remainder)) continue;
        const files = new FaultFiles();
        const desk = await begun(files);
        files.crashAt = at;
        const told = await desk.gathering.commit(ORDER).then(
          () => true,
          () => false,
        );
        const survivor = await openLowdb('/desk', { files: files.afterCrash(survival), ...SMALL });
        expect(survivor.readOnly, `${at} ${survival}`).to.equal(undefined);
        const found = await sources(survivor);
        expect(found, `${at} ${survival}`).to.be.oneOf(told ? [2101] : [1, 2101]);
        await survivor.close();
      }
  });

  it('is there whole or not at all, whenever its process is killed', async () => {
    const tally = await killRounds(4, writers.runs);
    expect(tally.rounds).to.equal(4);
  });
});
