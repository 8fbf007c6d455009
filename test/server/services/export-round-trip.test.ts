import { expect } from 'chai';
import fc from 'fast-check';
import { exportDesk } from '../../../server/services/export.ts';
import { importDesk } from '../../../server/services/import.ts';
import { MemoryStorage } from '../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../server/storage/port.ts';
import { everything } from '../storage/samples.ts';
import { taking, textOf } from './exporting.ts';
import { walk } from './walk.ts';
import { walks } from './walk-steps.ts';

const whole = (storage: Storage) => textOf(exportDesk(storage, { format: 'variorum-json' }));

describe('a whole export taken in by an empty desk', () => {
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
});

function sorted(objects: unknown): unknown {
  return Object.fromEntries(
    Object.entries(objects as Record<string, { id: string }[]>).map(([kind, list]) => [
      kind,
      [...list].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );
}
