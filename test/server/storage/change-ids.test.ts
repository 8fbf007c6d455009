import { expect } from 'chai';
import fc from 'fast-check';
import { ChangeIds } from '../../../server/storage/change-ids.ts';
import { uuid } from './samples.ts';

describe('the index of change ids', () => {
  it('knows every id it was given and no other, however many there are', () => {
    const ids = new ChangeIds(1);
    const known = new Map<string, number>();
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.integer({ min: 1, max: 2 ** 32 - 1 }), (id, other, seq) => {
        ids.set(id, seq);
        known.set(id, seq);
        for (const [each, at] of known) expect(ids.get(each)).to.equal(at);
        if (!known.has(other)) expect(ids.get(other)).to.equal(undefined);
        expect(ids.size).to.equal(known.size);
      }),
      { numRuns: 300 },
    );
    for (let n = 1; n <= 20_000; n++) ids.set(uuid('many', n), n);
    for (let n = 1; n <= 20_000; n++) if (ids.get(uuid('many', n)) !== n) expect.fail(`lost ${n}`);
  });

  it('takes upper and lower case for the same id', () => {
    const ids = new ChangeIds();
    ids.set(uuid('one', 1).toUpperCase(), 3);
    expect(ids.get(uuid('one', 1))).to.equal(3);
  });

  for (const odd of [
    '',
    '__proto__',
    'x'.repeat(36),
    `${uuid('one', 1)}0`,
    uuid('one', 1).replaceAll('-', '_'),
  ])
    it(`knows nothing under ${JSON.stringify(odd)}`, () => {
      const ids = new ChangeIds();
      ids.set(uuid('one', 1), 3);
      expect(ids.get(odd)).to.equal(undefined);
    });
});
