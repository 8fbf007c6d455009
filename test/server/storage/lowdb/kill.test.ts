import { expect } from 'chai';
import { removeTemporaryFolders } from '../temporary.ts';
import { killRounds } from './kill-rounds.ts';

describe('a desk whose process is killed', () => {
  after(removeTemporaryFolders);

  it('has every acknowledged change once and no torn file, twelve times over', async function () {
    this.timeout(120_000);
    const tally = await killRounds(12);
    expect(tally.rounds).to.equal(12);
    expect(tally.acknowledged).to.be.greaterThan(0);
  });
});
