import { expect } from 'chai';
import fc from 'fast-check';
import { BrokenLine, GENESIS, readEntry, sealEntry } from '../../../server/storage/entry.ts';
import { claimOf, create, uuid } from './samples.ts';

const open = {
  seq: 7,
  at: '2026-05-07T10:42:00.000Z',
  by: 'Ana \ud800 Łuczak',
  changes: [create('claim', claimOf(uuid('claim', 1), uuid('document', 1)))],
  before: [{}],
  prevHash: GENESIS,
};

describe('a line of the log', () => {
  it('is JSON and gives back the entry with its hash', () => {
    const { entry, line } = sealEntry(open);
    expect(JSON.parse(line)).to.deep.equal(JSON.parse(JSON.stringify(entry)));
    expect(readEntry(Buffer.from(line))).to.deep.equal(JSON.parse(line));
  });

  it('is found altered whichever byte of it is changed, taken out or put in', () => {
    const bytes = Buffer.from(sealEntry(open).line);
    const place = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(bytes);
        changed[at] = changed[at]! ^ by;
        expect(() => readEntry(changed)).to.throw(BrokenLine);
        expect(() => readEntry(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))).to.throw(
          BrokenLine,
        );
        const longer = Buffer.concat([bytes.subarray(0, at), Buffer.from([by]), bytes.subarray(at)]);
        expect(() => readEntry(longer)).to.throw(BrokenLine);
      }),
    );
  });
});
