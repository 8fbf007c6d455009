import { expect } from 'chai';
import fc from 'fast-check';
import { exportDesk } from '../../../server/services/export.ts';
import { importDesk } from '../../../server/services/import.ts';
import { MemoryStorage } from '../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../server/storage/port.ts';
import { openStorage } from '../../../server/storage/registry.ts';
import { everything } from '../storage/samples.ts';
import { removeTemporaryFolders, temporaryFolder } from '../storage/temporary.ts';
import { taking, textOf } from './exporting.ts';
import { walk } from './walk.ts';
import { walks } from './walk-steps.ts';

const whole = (storage: Storage) => textOf(exportDesk(storage, { format: 'variorum-json' }));

describe('a whole export taken in by an empty desk', () => {
  after(removeTemporaryFolders);

  it('gives the same bytes when it is exported again, and the same desk', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(walks, async steps => {
        const [first, second] = [new MemoryStorage(), new MemoryStorage()];
        await walk(first, steps);
        const text = await whole(first);
        await importDesk(second, Buffer.from(text), taking());
        expect(await whole(second)).to.equal(text);
        const [here, there] = [await everything(second), await everything(first)];
        expect(here.head).to.deep.equal(there.head);
        expect(here.log).to.deep.equal(there.log);
        expect(sorted(here.objects)).to.deep.equal(sorted(there.objects));
      }),
      { numRuns: 60 },
    );
  });

  it('does so on disk, where the desk is sound and still the same after it was closed', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(walks, async steps => {
        const first = new MemoryStorage();
        await walk(first, steps);
        const text = await whole(first);
        const folder = await temporaryFolder();
        const onDisk = await openStorage(folder);
        await importDesk(onDisk, Buffer.from(text), taking());
        await onDisk.close();
        const opened = await openStorage(folder);
        expect(opened.notices).to.deep.equal([]);
        expect(await whole(opened)).to.equal(text);
        await opened.close();
      }),
      { numRuns: 5 },
    );
  });
});

function sorted(objects: unknown): unknown {
  return Object.fromEntries(
    Object.entries(objects as Record<string, { id: string }[]>).map(([kind, list]) => [
      kind,
      [...list].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );
}
