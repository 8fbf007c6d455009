import fc from 'fast-check';
import { fatesOfRevision, revisions, silentError } from '../../support/revisions/corpus.ts';

describe('a text edited at random', () => {
  it('never has a claim on other words or beside other neighbours without saying so', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(revisions, revision => {
        for (const one of fatesOfRevision(revision)) {
          const error = silentError(one);
          if (error) throw new Error(error);
        }
      }),
      { numRuns: 40 },
    );
  });
});
