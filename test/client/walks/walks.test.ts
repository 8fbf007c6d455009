import { expect } from 'chai';
import fc from 'fast-check';
import { type Tally, walk, walks } from './walk.ts';

describe('windows on one desk over bad lines', () => {
  it('come to see the same, and lose or repeat nothing of what was done', async function () {
    this.timeout(120_000);
    const tally: Tally = { done: 0, committed: 0, refused: 0, withdrawn: 0 };
    await fc.assert(
      fc.asyncProperty(walks(25), one => walk(one, tally)),
      { numRuns: 80, endOnFailure: true },
    );
    // Walks on which nothing happens prove nothing.
    expect(tally.committed).to.be.greaterThan(200);
    expect(tally.refused).to.be.greaterThan(0);
  });
});
