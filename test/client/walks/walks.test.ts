import fc from 'fast-check';
import { walk, walks } from './walk.ts';

describe('windows on one desk over bad lines', () => {
  it('come to see the same, and lose or repeat nothing of what was done', async function () {
    this.timeout(120_000);
    await fc.assert(fc.asyncProperty(walks(25), walk), { numRuns: 200, endOnFailure: false });
  });
});
