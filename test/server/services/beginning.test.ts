import { expect } from 'chai';
import { beginningOf } from '../../../server/services/beginning.ts';
import { change, newClaim, serving } from '../http/serving.ts';

describe('how a desk began', () => {
  describe('with nothing', () => {
    const served = serving({ begin: 'nothing' });
    it('is empty', async () => expect(await beginningOf(served.server.desk)).to.equal('empty'));
  });

  describe('with the texts that come with the program', () => {
    const served = serving();

    it('has them until somebody works on it, and is empty once all are gone', async () => {
      const { desk } = served.server;
      expect(await beginningOf(desk)).to.equal('seeds');
      await served.commit(newClaim(await served.text(), 'Luis Pérez Leira'));
      expect(await beginningOf(desk)).to.equal('own');
      for (const { held } of (await served.api.listDocuments()).documents)
        await served.commit(change('document', held.id, { op: 'remove' }));
      expect(await beginningOf(desk)).to.equal('empty');
    });
  });
});
