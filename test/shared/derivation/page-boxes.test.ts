import { expect } from 'chai';
import fc from 'fast-check';
import { PageBoxes } from '../../../shared/derivation/page-boxes.ts';
import type { Derivation } from '../../../shared/model/derivation.ts';

const line = (start: number, end: number, page: number, top: number) => ({
  start,
  end,
  at: { page, box: [100, top - 10, 100 + (end - start) * 5, top] as [number, number, number, number] },
});
const derivation: Derivation = {
  version: 1,
  stretches: [
    line(0, 20, 1, 700),
    line(21, 31, 1, 686),
    { ...line(33, 43, 3, 700), at: { ...line(33, 43, 3, 700).at, pageLabel: 'iii' } },
  ],
  blocks: [],
  inlines: [],
};
const boxes = new PageBoxes(derivation);

describe('Boxes on pages', () => {
  it('say from where to where the text of a page goes', () => {
    expect([1, 2, 3].map(page => boxes.spanOf(page))).to.deep.equal([
      { start: 0, end: 31 },
      undefined,
      { start: 33, end: 43 },
    ]);
  });

  it('are cut to the words in each line they stand in', () => {
    expect(boxes.boxesOf(1, { start: 10, end: 23 })).to.deep.equal([
      [150, 690, 200, 700],
      [100, 676, 110, 686],
    ]);
    expect(boxes.boxesOf(3, { start: 10, end: 23 })).to.deep.equal([]);
    expect(boxes.boxesOf(2, { start: 0, end: 50 })).to.deep.equal([]);
  });

  it('are measured from the right where lines begin there', () => {
    expect(new PageBoxes(derivation, true).boxesOf(1, { start: 0, end: 4 })).to.deep.equal([
      [180, 690, 200, 700],
    ]);
  });

  it('are not cut where a line runs up the page', () => {
    const upright: Derivation = {
      ...derivation,
      stretches: [{ start: 0, end: 9, at: { page: 1, box: [10, 100, 20, 400] } }],
    };
    expect(new PageBoxes(upright).boxesOf(1, { start: 3, end: 5 })).to.deep.equal([[10, 100, 20, 400]]);
  });

  it('lead back to their words, and to nothing far from any', () => {
    expect(boxes.offsetAt(1, 50, 400, 12)).to.equal(undefined);
    expect(boxes.offsetAt(2, 150, 695, 12)).to.equal(undefined);
    for (const isRightToLeft of [false, true]) {
      const both = new PageBoxes(derivation, isRightToLeft);
      fc.assert(
        fc.property(fc.constantFrom(...derivation.stretches), fc.nat(19), ({ start, end, at }, nth) => {
          const offset = start + (nth % (end - start));
          const [[left, bottom, right, top]] = both.boxesOf(at.page!, { start: offset, end: offset + 1 }) as [
            [number, number, number, number],
          ];
          expect(both.offsetAt(at.page!, (left + right) / 2, (bottom + top) / 2, 2)).to.equal(offset);
        }),
      );
    }
  });
});
