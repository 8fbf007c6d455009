import { expect } from 'chai';
import fc from 'fast-check';
import { fatesOfRevision, revisions, silentError } from '../support/revisions/corpus.ts';

describe('texts edited at random, for long', () => {
  it('never have a claim on other words or beside other neighbours without saying so', function () {
    this.timeout(1_800_000);
    let claims = 0;
    fc.assert(
      fc.property(revisions, revision => {
        for (const one of fatesOfRevision(revision)) {
          claims++;
          const error = silentError(one);
          if (error) throw new Error(error);
        }
      }),
      { numRuns: 5000, endOnFailure: true },
    );
    process.stdout.write(`      ${claims} claims\n`);
    expect(claims).to.be.greaterThan(100_000);
  });
});
