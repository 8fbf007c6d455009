import { expect } from 'chai';
import fc from 'fast-check';
import { GramIndex } from '../../../../shared/text/quotes/gram-index.ts';
import { indexesOf } from '../../../../shared/text/quotes/indexes-of.ts';
import { Passages } from '../../../../shared/text/quotes/passages.ts';
import { QuoteFinder } from '../../../../shared/text/quotes/quote-finder.ts';

function plainIndexes(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

describe('seeking words in a text', () => {
  it('finds long words wherever short ones of the same kind would be found', () => {
    const ab = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
    fc.assert(
      fc.property(ab, fc.integer({ min: 40, max: 90 }), fc.array(ab), ab, (part, count, between, odd) => {
        fc.pre(part !== '');
        const words = part.repeat(count) + odd;
        const text = [odd, ...between, words, part, words].join(part.repeat(3));
        expect([...indexesOf(text, words)]).to.eql(plainIndexes(text, words));
      }),
    );
    expect([...indexesOf('text', '')]).to.eql([]);
    expect([...indexesOf('text', 'longer than the text')]).to.eql([]);
  });

  it('is done in due time where words and text repeat themselves', () => {
    const text = 'a'.repeat(2_000_000);
    expect([...indexesOf(text, `b${'a'.repeat(500_000)}`)]).to.eql([]);
    const finder = new QuoteFinder('a '.repeat(1_000_000));
    const exact = `${'a '.repeat(200_000)}b`;
    expect(finder.find({ exact })).to.include({ found: false, why: 'nowhere' });
  });

  it('finds the same with an index as without', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(
        letters,
        fc.nat(50),
        fc.integer({ min: 4, max: 20 }),
        fc.constantFrom(1, 4),
        (text, at, length, step) => {
          const index = new GramIndex(text, [{ start: 0, end: text.length }], step);
          const words = text.slice(at, at + length);
          fc.pre(words.length >= index.shortest);
          expect(index.places(words, 1000)).to.eql(plainIndexes(text, words));
        },
      ),
    );
    const long = Array.from({ length: 12_000 }, (_, i) => `item ${i}\n`).join('');
    const passages = new Passages(long);
    for (let i = 0; i < 40; i++) {
      const words = `item ${i * 7}`;
      expect(passages.places(words, 2000)).to.eql(plainIndexes(long, words).slice(0, 2000));
    }
  });

  it('keeps to the parts it was given', () => {
    const text = 'one two three two one two';
    const passages = new Passages(text, [
      { start: 0, end: 7 },
      { start: 14, end: 21 },
    ]);
    expect(passages.places('one two', 9)).to.eql([0]);
    expect(passages.places('two one', 9)).to.eql([14]);
    expect(passages.places('three', 9)).to.eql([]);
    expect(passages.between('one ', 'o', 20, 9)).to.eql({ start: 4, end: 6 });
    expect(passages.between('three', 'o', 20, 9)).to.equal(undefined);
  });

  it('overlooks which white space and which quotation marks there are, and tells the place in the text itself', () => {
    const text = '\n “Ana”\u00a0\t met\r\n‘Luis’.';
    const finder = new QuoteFinder(text);
    const shown = (exact: string) => {
      const found = finder.find({ exact });
      return found.found ? text.slice(found.start, found.end) : found.why;
    };
    expect(shown('"Ana" met')).to.eql('“Ana”\u00a0\t met');
    expect(shown(" met 'Luis'. ")).to.eql('met\r\n‘Luis’.');
    expect(shown('met Ana  met')).to.eql('nowhere');
    expect(shown(' ')).to.eql('nowhere');
  });
});
