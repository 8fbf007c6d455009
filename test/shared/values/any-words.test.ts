import { expect } from 'chai';
import fc from 'fast-check';
import { claimTypes } from '../../../shared/claim-types/registry.ts';
import { sayValue, Value } from '../../../shared/values/value.ts';

const pieces = [
  ...[
    '{{',
    '}}',
    '[[',
    ']]',
    '|',
    '<ref>',
    '</ref>',
    '<ref name="',
    '/>',
    '<!--',
    "'''",
    '* ',
    '\n',
    '=',
    '&nbsp;',
  ],
  ...[
    '27',
    '2026',
    '06-01-',
    'April',
    'мая',
    'to',
    '–',
    '-',
    '/',
    ',',
    '.',
    'over',
    'hundred',
    'one',
    'and',
    '+',
  ],
  ...[
    '(',
    ')',
    '“',
    '”',
    '"',
    '^',
    '[2]',
    'S.M.',
    'de',
    'Pérez',
    'https://',
    '\ud800',
    '\udc00',
    '\0',
    '\u0301',
    '🇧🇷',
  ],
];
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

  it('are read without growing slower than their length, however they are made up', () => {
    const quotes = [
      ...pieces,
      ' ',
      'a ',
      'a, ',
      'A. ',
      '1 ',
      '{{a|',
      '[[a|',
      '<ref',
      '* [[a]] ',
      '1) ',
      'x=y|',
      '^ a ',
    ];
    for (const piece of quotes) {
      const quote = piece.repeat(Math.ceil(100_000 / piece.length));
      for (const type of claimTypes) expect(() => type.normalise(quote, {})).not.to.throw();
    }
  }).timeout(60_000);
});
