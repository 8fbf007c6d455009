import { expect } from 'chai';
import fc from 'fast-check';
import { quoteOf, verifyQuote } from '../../../shared/text/quote.ts';
import { splitsPair } from '../../../shared/text/text-like.ts';
import { textAndOffset } from './texts.ts';

describe('a quote', () => {
  it('is found where it was taken and cuts no surrogate pair at its context', () => {
    fc.assert(
      fc.property(textAndOffset(), fc.nat(20), fc.nat(8), ([text, start], length, context) => {
        const range = { start, end: Math.min(text.length, start + length) };
        const quote = quoteOf(text, [range], context);
        expect(verifyQuote(text, [range], quote)).to.deep.equal({ exact: true, prefix: true, suffix: true });
        expect(quote.prefix.length).to.be.at.most(context);
        if (!splitsPair(text, range.start))
          expect(splitsPair(text, range.start - quote.prefix.length), 'prefix').to.equal(false);
        if (!splitsPair(text, range.end))
          expect(splitsPair(text, range.end + quote.suffix.length), 'suffix').to.equal(false);
      }),
    );
  });

  it('joins the parts of a discontinuous claim', () => {
    const text = 'The Network (also Sovintern) is a union.';
    const quote = quoteOf(text, [
      { start: 4, end: 11 },
      { start: 29, end: 39 },
    ]);
    expect(quote).to.deep.equal({ exact: 'Network … is a union', prefix: 'The ', suffix: '.' });
  });

  it('says what has changed', () => {
    const quote = quoteOf('not so long ago', [{ start: 4, end: 6 }]);
    expect(verifyQuote('now so long ago', [{ start: 4, end: 6 }], quote)).to.deep.equal({
      exact: true,
      prefix: false,
      suffix: true,
    });
    expect(verifyQuote('not', [{ start: 4, end: 6 }], quote).exact).to.equal(false);
  });
});
