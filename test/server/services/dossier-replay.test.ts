import { expect } from 'chai';
import fc from 'fast-check';
import { Replay, same } from '../../../server/services/dossier/verify-replay.ts';
import { MemoryStorage } from '../../../server/storage/memory/storage.ts';
import { kinds } from '../../../shared/model/objects.ts';
import { walk } from './walk.ts';
import { walks } from './walk-steps.ts';

describe('the script of a dossier', () => {
  it('comes by the log alone to what the desk holds, whatever was done', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(walks, async steps => {
        const storage = new MemoryStorage();
        await walk(storage, steps);
        const replay = new Replay();
        for await (const { changes } of storage.readLog(0))
          for (const change of changes) replay.repeat(change);
        let count = 0;
        for (const kind of kinds)
          for (const { id, object, removed } of await storage.readObjects(kind)) {
            count++;
            const standing = replay.objects.get(id)!;
            expect(standing.kind).to.equal(kind);
            expect(standing.object).to.deep.equal(object);
            expect(standing.removed).to.deep.equal(removed);
            expect(same(standing.object, JSON.parse(JSON.stringify(object)))).to.equal(true);
          }
        expect(replay.objects.size).to.equal(count);
      }),
      { numRuns: 100 },
    );
  });
});
