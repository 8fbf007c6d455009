import { expect } from 'chai';
import { removeTemporaryFolders } from '../temporary.ts';
import { killAt, killed } from './keeping-kills.ts';

describe('a process that is killed', () => {
  after(removeTemporaryFolders);

  for (const what of killed)
    it(`leaves the desk sound, and as it was or as it is to be, at a ${what}`, async function () {
      this.timeout(120_000);
      const { before = 0, after = 0 } = await killAt(what, 1);
      expect(before + after).to.equal(1);
    });
});
