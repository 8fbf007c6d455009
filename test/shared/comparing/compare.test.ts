import { expect } from 'chai';
import fc from 'fast-check';
import { compareTexts, type Grain } from '../../../shared/comparing/compare.ts';
import { mirrored, type Run } from '../../../shared/comparing/run.ts';
import { wordEnds } from '../../../shared/comparing/tokens.ts';
import { clusterEnds } from '../../../shared/text/clusters.ts';
import { pairs } from './texts.ts';

const grains: readonly Grain[] = ['word', 'character'];

/** Runs as one line: [-gone-]{+come+}. */
const drawn = (left: string, right: string, runs: readonly Run[]) =>
  runs
    .map(({ kind, ...at }) =>
      kind === 'same'
        ? left.slice(at.left.start, at.left.end)
        : kind === 'gone'
          ? `[-${left.slice(at.left.start, at.left.end)}-]`
          : `{+${right.slice(at.right.start, at.right.end)}+}`,
    )
    .join('');

describe('Comparing two passages', () => {
  for (const [left, right, byWord, byCharacter] of [
    [
      'Luis Pérez Leira',
      'Lois Peres Leira',
      '[-Luis-]{+Lois+} [-Pérez-]{+Peres+} Leira',
      'L[-u-]{+o+}is P[-é-]{+e+}re[-z-]{+s+} Leira',
    ],
    ['the cat sat', 'dogs run free', '[-the cat sat-]{+dogs run free+}', '[-the cat sat-]{+dogs run free+}'],
    ['over 15 parties', 'over 50 parties', 'over [-15-]{+50+} parties', 'over [-1-]5{+0+} parties'],
    [
      '中国共产党成立',
      '中国社会党成立了',
      '中国[-共产-]{+社会+}党成立{+了+}',
      '中国[-共产-]{+社会+}党成立{+了+}',
    ],
    ['สวัสดีครับ', 'สวัสดีค่ะ', 'สวัสดี[-ครับ-]{+ค่ะ+}', 'สวัสดี[-ครับ-]{+ค่ะ+}'],
    ['السلام عليكم', 'السلام عليك', 'السلام [-عليكم-]{+عليك+}', 'السلام عليك[-م-]'],
    ['👩‍👩‍👧 ok', '👩‍👩‍👦 ok', '[-👩‍👩‍👧-]{+👩‍👩‍👦+} ok', '[-👩‍👩‍👧-]{+👩‍👩‍👦+} ok'],
    ['a\nb\nc\n', 'a\nx\nc\n', 'a\n[-b-]{+x+}\nc\n', 'a\n[-b-]{+x+}\nc\n'],
    ['', 'new', '{+new+}', '{+new+}'],
    ['same', 'same', 'same', 'same'],
  ] as const)
    it(`tells “${left}” from “${right}”`, () => {
      expect(drawn(left, right, compareTexts(left, right, { by: 'word' }))).to.equal(byWord);
      expect(drawn(left, right, compareTexts(left, right, { by: 'character' }))).to.equal(byCharacter);
    });

  it('gives back both sides, cuts no grapheme cluster, and is the same from either side', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...grains), ([left, right], by) => {
        const runs = compareTexts(left, right, { by });
        const [ours, theirs] = [new Set([0, ...clusterEnds(left)]), new Set([0, ...clusterEnds(right)])];
        let at = { left: 0, right: 0 };
        for (const run of runs) {
          expect(run.left.start).to.equal(at.left);
          expect(run.right.start).to.equal(at.right);
          const out = left.slice(run.left.start, run.left.end);
          const put = right.slice(run.right.start, run.right.end);
          if (run.kind === 'same') expect(out).to.equal(put).and.not.equal('');
          else expect(run.kind === 'gone' ? put : out).to.equal('');
          at = { left: run.left.end, right: run.right.end };
          expect(ours.has(at.left), 'left edge').to.equal(true);
          expect(theirs.has(at.right), 'right edge').to.equal(true);
        }
        expect(at).to.eql({ left: left.length, right: right.length });
        expect(compareTexts(right, left, { by })).to.eql(mirrored(runs));
        if (left === right) expect(runs.every(({ kind }) => kind === 'same')).to.equal(true);
      }),
      { numRuns: 400 },
    );
  });

  it('ends on long texts that have nothing in common', () => {
    for (const [left, right] of [
      ['ab'.repeat(100_000), 'ba '.repeat(60_000)],
      ['жизнь '.repeat(8_000), 'судьба\n'.repeat(8_000)],
      ['e\u0301'.repeat(20_000), 'o\u0308'.repeat(20_000)],
    ] as const)
      for (const by of grains) expect(compareTexts(left, right, { by }).length).to.be.greaterThan(1);
  });
});

describe('Dividing a text', () => {
  it('into grapheme clusters is what the segmenter does, however long the text', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 12 }), ([part], times) => {
        const text = part.repeat(times);
        const ends = [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length);
        expect(clusterEnds(text)).to.eql(ends);
        expect(ends).to.include.members(wordEnds(text));
      }),
    );
  });
});
