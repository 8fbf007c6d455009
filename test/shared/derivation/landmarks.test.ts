import { expect } from 'chai';
import fc from 'fast-check';
import { landmarksOf, pagesOf } from '../../../shared/derivation/landmarks.ts';
import { derivations, derived, headings } from './made.ts';

const rows = (count: number) =>
  derived({
    stretches: Array.from({ length: count }, (_, i) => ({
      start: i * 4,
      end: i * 4 + 3,
      at: { row: i + 1 },
    })),
  });

describe('contents of derived text', () => {
  it('are its headings where it has some', () => {
    const derivation = derived({ ...rows(500), blocks: headings([0, 3, 1], [8, 11, 2]) });
    expect(landmarksOf(derivation)).to.deep.equal([
      { kind: 'heading', start: 0, level: 1, words: { start: 0, end: 3 } },
      { kind: 'heading', start: 8, level: 2, words: { start: 8, end: 11 } },
    ]);
  });

  it('are its pages, by what is printed on them', () => {
    const derivation = derived({
      stretches: [
        { start: 0, end: 5, at: { page: 1, pageLabel: 'i' } },
        { start: 5, end: 9, at: { page: 2 } },
      ],
    });
    expect(landmarksOf(derivation)).to.deep.equal([
      { kind: 'page', start: 0, page: { page: 1, label: 'i' } },
      { kind: 'page', start: 5, page: { page: 2 } },
    ]);
  });

  it('are times at full minutes in a recording', () => {
    const stretches = Array.from({ length: 200 }, (_, i) => ({
      ...{ start: i * 4, end: i * 4 + 3 },
      at: { time: [i * 30_000, i * 30_000 + 2000] as [number, number] },
    }));
    const times = landmarksOf(derived({ stretches }));
    expect(times[1]).to.deep.equal({ kind: 'time', start: 16, at: 120_000 });
    expect(times).to.have.length(50);
  });

  it('are some of the rows of a long table, and none of a short one', () => {
    expect(landmarksOf(rows(10))).to.deep.equal([]);
    expect(landmarksOf(rows(1000)).slice(0, 2)).to.deep.equal([
      { kind: 'row', start: 0, row: 1 },
      { kind: 'row', start: 80, row: 21 },
    ]);
  });

  it('stay in order, and few, however long the text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), count => {
        const marks = landmarksOf(rows(count));
        expect(marks.length).to.be.at.most(60);
        const starts = marks.map(({ start }) => start);
        expect(starts).to.deep.equal([...new Set(starts)].sort((a, b) => a - b));
      }),
    );
  });

  it('name every page once', () => {
    fc.assert(
      fc.property(derivations, derivation => {
        const pages = pagesOf(derivation).map(({ page }) => page.page);
        expect(new Set(pages).size).to.equal(pages.length);
      }),
    );
  });
});
