import { expect } from 'chai';
import fc from 'fast-check';
import { Locating, writeLocator, writeTime } from '../../../shared/derivation/locator.ts';
import type { Block, Place } from '../../../shared/model/derivation.ts';
import { derivations, derived, headings } from './made.ts';

const says = (at: Place[], blocks: Block[] = []): string => {
  const stretches = at.map((place, i) => ({ start: i * 10, end: i * 10 + 10, at: place }));
  const range = { start: 1, end: at.length * 10 - 1 };
  return writeLocator(new Locating(derived({ stretches, blocks })).of([range]), 'Participants');
};

describe('where in the original words stand', () => {
  const cases: [string, Place[], string][] = [
    ['the page', [{ page: 3 }], 'p. 3'],
    ['the first and last of several pages', [{ page: 3 }, { page: 4 }], 'pp. 3–4'],
    ['what is printed on a page', [{ page: 7, pageLabel: 'iii' }], 'p. iii'],
    ['the time', [{ time: [83_000, 87_400] }], '00:01:23–00:01:27'],
    [
      'the time over several cues',
      [{ time: [1_000, 2_000] }, { time: [3_661_000, 3_662_000] }],
      '00:00:01–01:01:02',
    ],
    ['row and column', [{ row: 5, column: 'text' }], 'row 5, column text'],
    [
      'rows alone where words reach over columns',
      [
        { row: 5, column: 'a' },
        { row: 6, column: 'b' },
      ],
      'rows 5–6',
    ],
    ['the paragraph', [{ part: 'word/document.xml', paragraph: 12 }], 'paragraph 12'],
    ['the heading where the form has no numbers', [{ from: 4, to: 14 }], '“Participants”'],
  ];
  for (const [name, at, expected] of cases)
    it(`is said by ${name}`, () => expect(says(at, headings([0, 0, 1]))).to.equal(expected));

  it('is said by the pointer or the part where there is nothing else', () => {
    const at = (place: Place) =>
      writeLocator(
        new Locating(derived({ stretches: [{ start: 0, end: 9, at: place }] })).of([{ start: 0, end: 2 }]),
      );
    expect(at({ pointer: '/3/text' })).to.equal('/3/text');
    expect(at({ part: 'OEBPS/one.xhtml' })).to.equal('OEBPS/one.xhtml');
    expect(at({ from: 0, to: 9 })).to.equal('');
  });

  it('takes pages from the blocks where no stretch names one', () => {
    const blocks: Block[] = [
      { kind: 'page', start: 0, end: 10, page: 1 },
      { kind: 'page', start: 10, end: 20, page: 2 },
    ];
    expect(says([{}, {}], blocks)).to.equal('pp. 1–2');
  });

  it('names the last heading above the words', () => {
    const derivation = derived({ blocks: headings([0, 5, 1], [20, 25, 2], [40, 45, 2]) });
    expect(new Locating(derivation).of([{ start: 30, end: 50 }]).heading).to.deep.equal({
      start: 20,
      end: 25,
    });
  });

  it('never puts the last before the first, whatever the order of the places', () => {
    fc.assert(
      fc.property(derivations, fc.nat({ max: 300 }), fc.nat({ max: 90 }), (derivation, start, n) => {
        const { pages, time, rows, paragraphs } = new Locating(derivation).of([{ start, end: start + n }]);
        for (const pair of [time, rows, paragraphs]) if (pair) expect(pair[0]).to.be.at.most(pair[1]);
        if (pages) expect(pages[0].page).to.be.at.most(pages[1].page);
      }),
    );
  });

  it('writes times with two places each', () => {
    expect(writeTime(0)).to.equal('00:00:00');
    expect(writeTime(3_723_999)).to.equal('01:02:03');
  });
});
