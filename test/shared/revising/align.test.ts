import { expect } from 'chai';
import fc from 'fast-check';
import { align } from '../../../shared/revising/align.ts';
import type { Alignment } from '../../../shared/revising/alignment.ts';
import { edgeAtOrBefore } from '../../../shared/text/graphemes.ts';
import { hardTexts } from './pieces.ts';

/** What differs, as "[gone|come]" amid what stays. */
function shown({ before, after, gaps }: Alignment): string {
  let at = 0;
  let text = '';
  for (const gap of gaps) {
    text += before.slice(at, gap.before.start);
    text += `[${before.slice(gap.before.start, gap.before.end)}|${after.slice(gap.after.start, gap.after.end)}]`;
    at = gap.before.end;
  }
  return text + before.slice(at);
}

function expectSound({ before, after, stretches, gaps, blocks }: Alignment): void {
  const all = [
    ...stretches.map(({ before: b, after: a, length }) => ({
      b,
      a,
      toB: b + length,
      toA: a + length,
      same: true,
    })),
    ...gaps.map(gap => ({
      b: gap.before.start,
      a: gap.after.start,
      toB: gap.before.end,
      toA: gap.after.end,
      same: false,
    })),
  ].sort((x, y) => x.b - y.b || x.a - y.a || x.toB - y.toB);
  let [b, a] = [0, 0];
  for (const [i, one] of all.entries()) {
    expect([one.b, one.a]).to.deep.equal([b, a]);
    expect(one.toB + one.toA).to.be.greaterThan(b + a);
    if (i > 0) expect(one.same).to.not.equal(all[i - 1]!.same);
    if (one.same) expect(after.slice(one.a, one.toA)).to.equal(before.slice(one.b, one.toB));
    [b, a] = [one.toB, one.toA];
  }
  expect([b, a]).to.deep.equal([before.length, after.length]);
  for (const gap of gaps)
    expect(
      blocks.some(
        block =>
          block.before.start <= gap.before.start &&
          block.before.end >= gap.before.end &&
          block.after.start <= gap.after.start &&
          block.after.end >= gap.after.end,
      ),
    ).to.equal(true);
}

describe('two texts beside each other', () => {
  const cases: [string, string, string, string][] = [
    ['the same text has no gaps', 'as it was\n', 'as it was\n', 'as it was\n'],
    ['nothing has become something', '', 'new', '[|new]'],
    ['everything is deleted', 'old\ntext', '', '[old\ntext|]'],
    ['a word', 'a red house', 'a green house', 'a [red|green] house'],
    ['a number with its comma is one word', 'of 4,200 homes', 'of 4,350 homes', 'of [4,200|4,350] homes'],
    ['a word with its apostrophe is one', 'they do vote', "they don't vote", "they [do|don't] vote"],
    ['one of two look-alike lines', '* Luis P.\n* Lois P.\n', '* Lois P.\n', '[* Luis P.\n|]* Lois P.\n'],
    [
      'bullets and blank lines do not pair what does not belong',
      '* A\n\n* B\n\n* C',
      '* A\n\n* C',
      '* A\n\n[* B\n\n|]* C',
    ],
    ['a line that moved', 'one\ntwo\nthree\n', 'two\nthree\none\n', '[one\n|]two\nthree\n[|one\n]'],
    ['ends of lines alone', 'a\nb\n', 'a\r\nb\r\n', 'a[\n|\r\n]b[\n|\r\n]'],
    ['letters composed otherwise', 'Luis Pérez', 'Luis Pe\u0301rez', 'Luis [Pérez|Pe\u0301rez]'],
    ['capitals, word by word', 'so it was', 'SO IT was', '[so|SO] [it|IT] was'],
    ['no cluster is cut', 'we 👩‍👩‍👧‍👦 are', 'we 👩‍👩‍👧 are', 'we [👩‍👩‍👧‍👦|👩‍👩‍👧] are'],
    ['right to left', 'שלום עולם טוב', 'שלום ארץ טוב', 'שלום [עולם|ארץ] טוב'],
    ['without spaces between words', '在尊严和权利', '在尊严与权利', '在尊严[和|与]权利'],
  ];
  for (const [what, before, after, expected] of cases)
    it(`${what}`, () => {
      const alignment = align(before, after);
      expect(shown(alignment)).to.equal(expected);
      expectSound(alignment);
    });

  it('cover both texts with what stays and what differs in turn, and cut no cluster', () => {
    fc.assert(
      fc.property(hardTexts, hardTexts, (before, after) => {
        const alignment = align(before, after);
        expectSound(alignment);
        for (const { before: b, after: a, length } of alignment.stretches)
          for (const [text, edge] of [
            [before, b],
            [before, b + length],
            [after, a],
            [after, a + length],
          ] as const)
            expect(edgeAtOrBefore(text, edge)).to.equal(edge);
      }),
      { numRuns: 500 },
    );
  });

  it('ends on texts that have nothing, or everything, in common again and again', () => {
    const words = (seed: number) =>
      Array.from({ length: 6000 }, (_, i) => `w${(i * i * seed + i * 7) % 97}`).join(' ');
    for (const [before, after] of [
      ['ab '.repeat(9000), 'ba '.repeat(9000)],
      [words(31), words(57)],
      ['x\n'.repeat(9000), 'x\n\n'.repeat(9000)],
    ] as const)
      expectSound(align(before, after));
  });
});
