import { expect } from 'chai';
import { canSignOff, coverageOf, coverStateOf } from '../../../shared/coverage/coverage.ts';
import { reasonOf, signOff, takeUp, waive } from '../../../shared/coverage/sign-off.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { AT, claim, uuid } from '../../support/objects.ts';

const row = (over: Partial<Claim> & { conflict?: boolean } = {}) => ({ conflict: false, ...claim(over) });

describe('coverage of a document', () => {
  for (const [says, over, state] of [
    ['open while nobody has checked it', {}, 'open'],
    ['open while somebody is on it', { workflow: 'checking' }, 'open'],
    ['ticked once it is checked', { workflow: 'checked' }, 'ticked'],
    ['ticked when an editor stands by it', { workflow: 'signed-off' }, 'ticked'],
    ['waived where there is nothing to check', { verdict: 'not-factual' }, 'waived'],
    ['waived by its tag, even when it was sent back', { tags: ['waived'], workflow: 'returned' }, 'waived'],
    ['blocked when it was sent back', { workflow: 'returned' }, 'blocked'],
    ['blocked when its source does not say it', { workflow: 'checked', verdict: 'unsupported' }, 'blocked'],
    ['blocked in an open conflict, whatever else', { tags: ['waived'], conflict: true }, 'blocked'],
  ] as const)
    it(`has a claim ${says}`, () => {
      expect(coverStateOf(row(over as Partial<Claim> & { conflict?: boolean }))).to.equal(state);
    });

  it('counts by kind, and can be signed off when nothing is open or blocked', () => {
    const done = [row({ workflow: 'checked' }), row({ type: 'date', verdict: 'not-factual' })];
    const found = coverageOf([
      ...done,
      row({ type: 'count' }),
      row({ type: 'citation', conflict: true } as never),
    ]);
    expect(found.kinds.map(({ kind, by }) => [kind, by.open, by.blocked, by.waived, by.ticked])).to.eql([
      ['names', 0, 0, 0, 1],
      ['dates', 0, 0, 1, 0],
      ['numbers', 1, 0, 0, 0],
      ['titles', 0, 1, 0, 0],
    ]);
    expect(canSignOff(found)).to.equal(false);
    expect(canSignOff(coverageOf(done))).to.equal(true);
    expect(canSignOff(coverageOf([]))).to.equal(false);
  });

  it('is signed off by changes of the claims that were ticked, each with the remark', () => {
    const claims = [row({ workflow: 'checked' }), row({ workflow: 'signed-off' }), row({ tags: ['waived'] })];
    expect(signOff(claims, ' Read twice. ')).to.eql([
      {
        kind: 'claim',
        objectId: uuid(1),
        operation: { op: 'set', values: { workflow: 'signed-off' } },
        why: 'Read twice.',
      },
    ]);
  });

  it('keeps with what is waived why, and by whom', () => {
    const author = { by: 'Ines', at: AT };
    const drafts = waive(claim(), ' A nickname. ', uuid(7), author);
    expect(drafts.map(({ operation }) => operation)).to.eql([
      { op: 'add', list: 'tags', item: 'waived' },
      { op: 'add', list: 'notes', item: { id: uuid(7), text: 'A nickname.', ...author } },
    ]);
    const waived = claim({
      tags: ['waived'],
      notes: [
        { id: uuid(7), text: 'A nickname.', ...author },
        { id: uuid(8), text: 'I see.', ...author, replyTo: uuid(7) },
      ],
    });
    expect(reasonOf(waived)?.text).to.equal('A nickname.');
    expect(takeUp(waived)).to.have.length(1);
    expect(takeUp(claim())).to.eql([]);
  });
});
