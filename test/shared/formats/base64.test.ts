import { expect } from 'chai';
import fc from 'fast-check';
import { base64Pieces, fromBase64 } from '../../../shared/formats/base64.ts';

describe('base64', () => {
  it('is what Node writes, and comes back as the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000, size: 'max' }), bytes => {
        const text = [...base64Pieces(bytes)].join('');
        expect(text).to.equal(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).to.deep.equal(bytes);
      }),
      { numRuns: 50 },
    );
  });

  for (const text of [
    'a',
    'abc',
    'ab=c',
    '=',
    '====',
    'ab c',
    'abc\n',
    'ab-_',
    'é===',
    'YQ=',
    'YR==',
    'YWF=',
  ])
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(fromBase64(text)).to.equal(undefined);
    });
});
