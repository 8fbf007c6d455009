import { expect } from 'chai';
import fc from 'fast-check';
import { Turns } from '../../../server/services/turns.ts';

describe('turns', () => {
  it('never let two write the same object at once, keep their order, and lock nobody up', async () => {
    const ids = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.tuple(ids, ids), { maxLength: 12 }),
        async (scheduler, works) => {
          const turns = new Turns();
          const writing = new Map<string, number>();
          const order = new Map<string, number[]>();
          const done = works.map(([writes, reads], i) =>
            turns.take(writes, reads, async () => {
              for (const id of writes) {
                expect(writing.has(id)).to.equal(false);
                writing.set(id, i);
                order.set(id, [...(order.get(id) ?? []), i]);
              }
              // Who comes later may write what is only read; who came before is done with it.
              for (const id of reads) expect(writing.get(id) ?? i).to.be.at.least(i);
              await scheduler.schedule(Promise.resolve());
              for (const id of writes) writing.delete(id);
            }),
          );
          await scheduler.waitFor(Promise.all(done));
          for (const places of order.values()) expect(places).to.eql([...places].sort((a, b) => a - b));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('go on after work that failed', async () => {
    const turns = new Turns();
    const failed = turns.take(['a'], [], () => Promise.reject(new Error('no')));
    const next = turns.take(['a'], [], async () => 'done');
    expect(await failed.catch((error: Error) => error.message)).to.equal('no');
    expect(await next).to.equal('done');
  });
});
