import { expect } from 'chai';
import fc from 'fast-check';
import { compareTexts } from '../../../shared/comparing/compare.ts';
import { compareWhole, unfold } from '../../../shared/comparing/comparison.ts';
import { cutsOf } from '../../../shared/comparing/cuts.ts';
import { layRows, type Row } from '../../../shared/comparing/rows.ts';
import { clusterEnds } from '../../../shared/text/clusters.ts';
import { pairs } from './texts.ts';

const lay = (left: string, right: string): Row[] => {
  const runs = compareTexts(left, right, { by: 'word' });
  return layRows(left, right, runs, cutsOf(left, right, runs));
};
const drawn = (left: string, right: string) =>
  lay(left, right).map(row => [
    row.leftLine,
    left.slice(row.left.start, row.left.end).trimEnd(),
    row.rightLine,
    right.slice(row.right.start, row.right.end).trimEnd(),
  ]);

describe('Lines beside each other', () => {
  it('put what came beside nothing, and what was replaced beside what replaces it', () => {
    expect(drawn('a\nb\nc\nd\n', 'a\nx\nc\nnew one\nnew two\nd\n')).to.eql([
      [1, 'a', 1, 'a'],
      [2, 'b', 2, 'x'],
      [3, 'c', 3, 'c'],
      [0, '', 4, 'new one'],
      [0, '', 5, 'new two'],
      [4, 'd', 6, 'd'],
    ]);
    expect(drawn('A\nB', 'A B')).to.eql([[1, 'A\nB', 1, 'A B']]);
  });

  it('cover both texts in order, cut no grapheme cluster, and number lines', () => {
    fc.assert(
      fc.property(pairs, ([left, right]) => {
        const rows = lay(left, right);
        const [ours, theirs] = [new Set([0, ...clusterEnds(left)]), new Set([0, ...clusterEnds(right)])];
        let at = { left: 0, right: 0 };
        for (const row of rows) {
          expect([row.left.start, row.right.start]).to.eql([at.left, at.right]);
          at = { left: row.left.end, right: row.right.end };
          expect(ours.has(at.left) && theirs.has(at.right)).to.equal(true);
          const lines = left.slice(0, row.left.start).split(/\r\n|\r|\n/).length;
          if (row.leftLine > 0) expect(row.leftLine).to.equal(lines);
          const isSame =
            left.slice(row.left.start, row.left.end) === right.slice(row.right.start, row.right.end);
          expect(row.isChanged).to.equal(!isSame);
        }
        expect(at).to.eql({ left: left.length, right: right.length });
      }),
      { numRuns: 300 },
    );
  });

  it('are no longer than can be shown', () => {
    const left = 'word '.repeat(5_000);
    const right = `${'word '.repeat(2_000)}other ${'word '.repeat(3_000)}\n${'x'.repeat(9_000)}`;
    for (const row of lay(left, right))
      expect(Math.max(row.left.end - row.left.start, row.right.end - row.right.start)).to.be.most(2_500);
  });

  it('that are the same are folded, and come back when unfolded', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `line ${i}\n`);
    const left = lines.join('');
    const right = lines.map((line, i) => (i === 30 ? 'another\n' : line)).join('');
    const comparison = compareWhole(left, right, { by: 'word' });
    const { rows } = comparison;
    expect(rows.map(({ folded }) => folded)).to.eql([28, 0, 0, 0, 0, 0, 27]);
    expect(comparison.differences).to.have.length(1);
    const all = rows.flatMap(row => (row.folded ? unfold(left, right, comparison, row) : [row]));
    expect(all.map(({ leftLine }) => leftLine)).to.eql(lines.map((_, i) => i + 1));
    expect(all.map(row => left.slice(row.left.start, row.left.end)).join('')).to.equal(left);
  });
});
