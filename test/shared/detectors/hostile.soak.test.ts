import { goThrough, hostile } from './hostile-text.ts';

describe('all detectors, on a million units that are hard to go through', () => {
  for (const piece of hostile)
    it(`get through ${JSON.stringify(piece)}`, function () {
      this.timeout(120_000);
      goThrough(piece, 1_000_000);
    });
});
