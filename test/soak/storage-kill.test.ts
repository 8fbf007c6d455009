import { expect } from 'chai';
import { killRounds, writers } from '../server/storage/lowdb/kill-rounds.ts';
import { removeTemporaryFolders } from '../server/storage/temporary.ts';

describe('a desk whose process is killed', () => {
  after(removeTemporaryFolders);

  it('has every acknowledged change once and no torn file, a hundred times over', async function () {
    this.timeout(1_800_000);
    const tally = await killRounds(100);
    process.stdout.write(`      ${JSON.stringify(tally)}\n`);
    expect(tally.rounds).to.equal(100);
    expect(tally.acknowledged).to.be.greaterThan(1000);
  });

  it('has each new revision with all that moved with it, or the one before, a hundred times over', async function () {
    this.timeout(1_800_000);
    const tally = await killRounds(100, writers.revisions);
    process.stdout.write(`      ${JSON.stringify(tally)}\n`);
    expect(tally.rounds).to.equal(100);
    expect(tally.acknowledged).to.be.greaterThan(500);
  });
});
