import { expect } from 'chai';
import fc from 'fast-check';
import { claimTypes } from '../../../shared/claim-types/registry.ts';
import { sayValue, Value } from '../../../shared/values/value.ts';
import { pieces } from './pieces.ts';

const madeOfPieces = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(parts => parts.join(''));
const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), madeOfPieces);
const context = fc.record(
  {
    language: fc.constantFrom('en', 'es', 'fr', 'ru', 'sr-Latn', 'zh', 'tlh'),
    documentDate: fc.constantFrom('2026-05-01', '2026', 'XXXX-08-30', ''),
  },
  { requiredKeys: [] },
);

describe('any words at all', () => {
  for (const type of claimTypes) {
    it(`become a value that can be stored and said, as a ${type.label.toLowerCase()}`, () => {
      fc.assert(
        fc.property(words, context, (quote, around) => {
          const value = type.normalise(quote, around);
          expect(Value.safeParse(value).error?.issues).to.equal(undefined);
          expect(sayValue(value, 'en')).to.be.a('string');
          expect(type.check(value, type.fieldsFrom?.(quote, around) ?? {}, around)).to.be.an('array');
        }),
        { numRuns: 300 },
      );
    });
  }
});
