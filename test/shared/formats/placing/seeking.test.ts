import { expect } from 'chai';
import fc from 'fast-check';
import { FoldedText } from '../../../../shared/formats/placing/folded-text.ts';
import { indexesOf } from '../../../../shared/formats/placing/indexes-of.ts';

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
    expect([...new FoldedText('a '.repeat(1_000_000)).places(`${'a '.repeat(200_000)}b`)]).to.eql([]);
  });

  it('overlooks which white space and which quotation marks there are, and tells the place in the text itself', () => {
    const text = '\n “Ana”\u00a0\t met\r\n‘Luis’.';
    const places = (words: string) => [...new FoldedText(text).places(words)];
    const shown = (words: string) => places(words).map(({ start, end }) => text.slice(start, end));
    expect(shown('"Ana" met')).to.eql(['“Ana”\u00a0\t met']);
    expect(shown(" met 'Luis'. ")).to.eql(['met\r\n‘Luis’.']);
    expect(shown('Ana  met')).to.eql([]);
    expect(shown(' ')).to.eql([]);
    const word = fc.string({ unit: fc.constantFrom('a', '“', '"', '’', ' ', '\n', '😀'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, word, (before, words, after) => {
        const whole = before + words + after;
        const trimmed = words.trim();
        fc.pre(trimmed !== '');
        const at = before.length + words.indexOf(trimmed);
        expect([...new FoldedText(whole).places(trimmed)]).to.deep.include({
          start: at,
          end: at + trimmed.length,
        });
      }),
    );
  });
});
