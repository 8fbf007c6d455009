import { expect } from 'chai';
import { Others } from '#client/live/others.js';
import type { LiveEntry } from '../../../shared/api/routes/live.ts';
import { AT, claim, held, uuid } from '../../support/objects.ts';

const entry = (seq: number, by: string, group: string, objectId = uuid(1)): LiveEntry => ({
  seq,
  at: AT,
  by,
  group,
  objects: [held('claim', claim({ id: objectId }))],
});

describe('what is known of the others', () => {
  it('is who changed an object last, where it was not done in this window', () => {
    const others = new Others(() => Date.parse(AT) + 7);
    expect(others.changed(uuid(1))).to.equal(undefined);
    others.take(entry(1, 'Ines', uuid(20)));
    expect(others.changed(uuid(1))).to.eql({ by: 'Ines', at: Date.parse(AT) });
    others.own(uuid(21));
    others.take(entry(2, 'Ines', uuid(21)));
    expect(others.changed(uuid(1))).to.equal(undefined);
  });

  it('does not grow without end', () => {
    const others = new Others(() => 0);
    for (let i = 0; i < 5000; i++) others.take(entry(i + 1, 'Ines', uuid(20), uuid(100_000 + i)));
    expect(others.changed(uuid(100_000))).to.equal(undefined);
    expect(others.changed(uuid(104_999))?.by).to.equal('Ines');
  });
});
