import { expect } from 'chai';
import fc from 'fast-check';
import { CodePoints } from '../../../shared/text/code-points.ts';
import {
  edgeAtOrAfter,
  edgeAtOrBefore,
  nextEdge,
  previousEdge,
  snapOutward,
} from '../../../shared/text/graphemes.ts';
import { splitsPair } from '../../../shared/text/text-like.ts';
import { nextWordEnd, previousWordStart, wordAt } from '../../../shared/text/words.ts';
import { awkwardText, textAndOffset } from './texts.ts';

const edgesOf = (text: string) => [
  ...Array.from(new Intl.Segmenter('und').segment(text), part => part.index),
  text.length,
];

describe('grapheme edges', () => {
  it('are those of the whole text, wherever one asks', () => {
    fc.assert(
      fc.property(textAndOffset(), ([text, offset]) => {
        const edges = edgesOf(text);
        expect(edgeAtOrBefore(text, offset)).to.equal(edges.findLast(edge => edge <= offset));
        expect(edgeAtOrAfter(text, offset)).to.equal(edges.find(edge => edge >= offset));
        expect(nextEdge(text, offset)).to.equal(edges.find(edge => edge > offset) ?? text.length);
        expect(previousEdge(text, offset)).to.equal(edges.findLast(edge => edge < offset) ?? 0);
      }),
    );
  });

  it('widen a range to whole characters and leave an empty one empty', () => {
    expect(snapOutward('ae\u0301b', { start: 2, end: 3 })).to.deep.equal({ start: 1, end: 3 });
    expect(snapOutward('a👩🏽‍⚖️b', { start: 3, end: 4 })).to.deep.equal({ start: 1, end: 8 });
    expect(snapOutward('abc', { start: 1, end: 1 })).to.deep.equal({ start: 1, end: 1 });
  });

  it('are right in the middle of a long run of flags', () => {
    const text = `a${'🇧🇷'.repeat(100)}`;
    expect(edgeAtOrBefore(text, 1 + 4 * 60 + 2)).to.equal(1 + 4 * 60);
  });
});

describe('word edges', () => {
  const text = 'Luis Pérez, 42. Сергей!';
  it('step over white space and punctuation', () => {
    expect(nextWordEnd(text, 0)).to.equal(4);
    expect(nextWordEnd(text, 4)).to.equal(10);
    expect(nextWordEnd(text, 15)).to.equal(22);
    expect(nextWordEnd(text, 22)).to.equal(23);
    expect(previousWordStart(text, 16)).to.equal(12);
    expect(previousWordStart(text, 7)).to.equal(5);
    expect(previousWordStart(text, 0)).to.equal(0);
  });
  it('find the word at an offset', () => {
    expect(wordAt(text, 6)).to.deep.equal({ start: 5, end: 10 });
    expect(wordAt(text, 10)).to.deep.equal({ start: 5, end: 10 });
    expect(wordAt(text, 11)).to.equal(null);
  });
  it('cross a long stretch without words', () => {
    const far = `a${' '.repeat(3000)}b`;
    expect(nextWordEnd(far, 1)).to.equal(far.length);
    expect(previousWordStart(far, 3000)).to.equal(0);
  });
});

describe('code points', () => {
  it('go to UTF-16 and back', () => {
    fc.assert(
      fc.property(awkwardText(), text => {
        const points = new CodePoints(text);
        expect(points.length).to.equal([...text].length);
        for (let offset = 0; offset <= text.length; offset++) {
          if (splitsPair(text, offset)) continue;
          const point = points.fromUtf16(offset);
          expect(point).to.equal([...text.slice(0, offset)].length);
          expect(points.toUtf16(point)).to.equal(offset);
        }
      }),
    );
  });
  it('hold across checkpoints in a long text', () => {
    const text = 'a𝔟'.repeat(20_000);
    const points = new CodePoints(text);
    for (const point of [0, 1, 2, 2731, 8191, 8192, 39_999, 40_000])
      expect(points.fromUtf16(points.toUtf16(point))).to.equal(point);
    expect(points.toUtf16(39_999)).to.equal(59_998);
  });
});
