import { expect } from 'chai';
import fc from 'fast-check';
import { awkwardText } from '../../shared/text/texts.ts';
import { eventually } from '../eventually.ts';
import { readerSuite, type TestMark } from './harness.ts';

const range = (length: number) =>
  fc.tuple(fc.nat(length - 2), fc.integer({ min: 1, max: 60 })).map(([start, size]) => ({
    start,
    end: Math.min(length, start + size),
  }));

describe('the arithmetic of the reader', function () {
  const suite = readerSuite(this);

  it('gives every offset of any window its place in the document, and back', async () => {
    const texts = [
      ...fc.sample(awkwardText(), 150),
      ...fc.sample(awkwardText(12), 8).map(text => `${text}x\r\n`.repeat(700)),
      `${'word '.repeat(5000)}\r\nend\n`,
      '',
    ];
    await eventually(async () =>
      expect(await suite.reader.page.evaluate(all => harness.wrongPositions(all), texts)).to.deep.equal([]),
    );
  });

  it('cuts and stacks claims so that each unit shows its claims, the inner closer to the words', async () => {
    const marks = fc.array(fc.array(range(120), { minLength: 1, maxLength: 2 }), { maxLength: 9 }).map(all =>
      all.map((ranges, i): TestMark => {
        const [a, b] = ranges.sort((x, y) => x.start - y.start);
        return { id: `m${i}`, ranges: b && b.start > a!.end ? [a!, b] : [a!] };
      }),
    );
    const cases = fc.sample(marks, 300);
    const wrong = await suite.reader.page.evaluate(all => harness.wrongStretches(all, 120), cases);
    expect(wrong).to.deep.equal([]);
  });
});
