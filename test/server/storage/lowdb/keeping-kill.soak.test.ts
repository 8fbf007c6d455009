import { expect } from 'chai';
import { removeTemporaryFolders } from '../temporary.ts';
import { killAt, killed } from './keeping-kills.ts';

const ROUNDS = 60;

describe('a process that is killed, over and over', () => {
  after(removeTemporaryFolders);

  for (const what of killed)
    it(`leaves the desk sound, and as it was or as it is to be, at a ${what}`, async function () {
      this.timeout(1_800_000);
      const found = await killAt(what, ROUNDS);
      process.stdout.write(`      ${what}: ${JSON.stringify(found)}\n`);
      expect((found.before ?? 0) + (found.after ?? 0)).to.equal(ROUNDS);
    });
});
