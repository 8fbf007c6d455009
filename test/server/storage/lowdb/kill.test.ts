import { expect } from 'chai';
import { removeTemporaryFolders } from '../temporary.ts';
import { killRounds, writers } from './kill-rounds.ts';

describe('a desk whose process is killed', () => {
  after(removeTemporaryFolders);

  it('has every acknowledged change once and no torn file, four times over', async function () {
    this.timeout(120_000);
    const tally = await killRounds(4);
    expect(tally.rounds).to.equal(4);
    expect(tally.acknowledged).to.be.greaterThan(0);
  });

  it('has each new revision with all that moved with it, or the one before, four times over', async function () {
    this.timeout(120_000);
    const tally = await killRounds(4, writers.revisions);
    expect(tally.rounds).to.equal(4);
    expect(tally.acknowledged).to.be.greaterThan(0);
  });
});
