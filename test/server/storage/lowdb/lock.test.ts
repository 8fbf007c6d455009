import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { DeskInUse, type Holder } from '../../../../server/storage/lowdb/lock.ts';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { failure } from '../samples.ts';
import { removeTemporaryFolders } from '../temporary.ts';
import { closedDesk } from './desk.ts';

const writer = new URL('../writer.js', import.meta.url);

describe('the lock of a desk', () => {
  after(removeTemporaryFolders);

  const leave = (folder: string, holder: Partial<Holder>) =>
    writeFile(
      path.join(folder, 'lock'),
      JSON.stringify({
        pid: 1,
        host: os.hostname(),
        since: '2026-05-07T10:42:00.000Z',
        token: 't',
        ...holder,
      }),
    );

  it('keeps a second process out, naming the first, until that one is gone', async () => {
    const folder = await closedDesk(1);
    const child = fork(writer, [folder, '0'], { stdio: 'pipe' });
    try {
      await once(child.stdout!, 'data');
      const error = (await failure(openLowdb(folder))) as DeskInUse;
      expect(error).to.be.instanceOf(DeskInUse);
      expect(error.message).to.contain(`process ${child.pid} on ${os.hostname()} since 20`);
      expect(error.message).to.contain('Close that one first');
      const reader = await openLowdb(folder, { readOnly: true });
      expect(await reader.readObjects('claim'), 'reading beside it works').to.have.length(1);
      await reader.close();
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await (await openLowdb(folder)).close();
    expect(await readdir(folder)).to.not.include('lock');
  });

  it('keeps the same process from opening a desk twice', async () => {
    const folder = await closedDesk(1);
    const first = await openLowdb(folder);
    expect(await failure(openLowdb(folder))).to.be.instanceOf(DeskInUse);
    await first.close();
    await (await openLowdb(folder)).close();
  });

  it('is taken over from a process that is gone, even where another one has its number now', async function () {
    const folder = await closedDesk(1);
    const gone = fork(writer, ['--nothing'], { stdio: 'ignore' });
    await once(gone, 'exit');
    await leave(folder, { pid: gone.pid! });
    await (await openLowdb(folder)).close();
    if (process.platform !== 'linux') return this.skip();
    await leave(folder, { pid: process.pid, started: 'another boot/1' });
    await (await openLowdb(folder)).close();
  });

  it('is taken over by one of several that find it left behind', async () => {
    const folder = await closedDesk(1);
    await leave(folder, { pid: process.pid, started: 'another boot/1' });
    const opened = await Promise.allSettled(Array.from({ length: 8 }, () => openLowdb(folder)));
    const winners = opened.filter(result => result.status === 'fulfilled');
    expect(winners).to.have.length(1);
    await winners[0]!.value.close();
  });

  it('is not taken from another machine, which cannot be asked', async () => {
    const folder = await closedDesk(1);
    await leave(folder, { host: 'elsewhere' });
    const { message } = await failure(openLowdb(folder));
    expect(message).to.contain('on elsewhere').and.contain('delete the file "lock"');
  });

  for (const content of ['', 'nonsense', '{"pid":'])
    it(`does not stand when it says nothing of its holder (${JSON.stringify(content)})`, async () => {
      const folder = await closedDesk(1);
      await writeFile(path.join(folder, 'lock'), content);
      const storage = await openLowdb(folder);
      expect(JSON.parse(await readFile(path.join(folder, 'lock'), 'utf8')).pid).to.equal(process.pid);
      await storage.close();
    });
});
