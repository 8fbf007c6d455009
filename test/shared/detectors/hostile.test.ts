import { goThrough, hostile } from './hostile-text.ts';

describe('all detectors, on texts that are hard to go through', () => {
  for (const piece of hostile)
    it(`do not get stuck in ${JSON.stringify(piece)}`, function () {
      this.timeout(30_000);
      goThrough(piece, 20_000);
    });
});
