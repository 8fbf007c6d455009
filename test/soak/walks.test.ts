import { expect } from 'chai';
import fc from 'fast-check';
import { type Tally, walk, walks } from '../client/walks/walk.ts';

describe('windows on one desk over bad lines, for long', () => {
  it('come to see the same, and lose or repeat nothing of what was done, a thousand times over', async function () {
    this.timeout(1_800_000);
    const tally: Tally = { done: 0, committed: 0, refused: 0, withdrawn: 0 };
    await fc.assert(
      fc.asyncProperty(walks(90), one => walk(one, tally)),
      { numRuns: 1000, endOnFailure: true },
    );
    process.stdout.write(`      ${JSON.stringify(tally)}\n`);
    expect(tally.refused).to.be.greaterThan(100);
  });
});
