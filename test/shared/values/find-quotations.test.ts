import { expect } from 'chai';
import fc from 'fast-check';
import { findQuotations } from '../../../shared/values/quotations/find-quotations.ts';

/** A text, and each quotation in it with its speaker. */
const texts: readonly (readonly [text: string, ...found: (readonly [words: string, speaker?: string])[]])[] =
  [
    [
      'Mironov said: “We are launching a ‘new’ project today.” He left.',
      ['new'],
      ['We are launching a ‘new’ project today.', 'Mironov'],
    ],
    [
      '"We don\'t agree with it", said Sergei Mironov on Monday.',
      ["We don't agree with it", 'Sergei Mironov'],
    ],
    ['«Мы не согласны с этим», — заявил Миронов С. М.', ['Мы не согласны с этим', 'Миронов С. М.']],
    ['„Nie zgadzamy się na to”, powiedział Jan Kowalski.', ['Nie zgadzamy się na to', 'Jan Kowalski']],
    [
      '„Wir sind dagegen und bleiben es“, sagte Anna Meier.',
      ['Wir sind dagegen und bleiben es', 'Anna Meier'],
    ],
    ['»Wir sind dagegen«, sagte Anna.', ['Wir sind dagegen', 'Anna']],
    [
      'Selon Macron, « nous sommes « prêts » à tout ».',
      ['prêts'],
      ['nous sommes « prêts » à tout', 'Macron'],
    ],
    ['«No aceptamos esta guerra», declaró Juan de la Cruz.', ['No aceptamos esta guerra', 'Juan de la Cruz']],
    ['„Nećemo to prihvatiti“, izjavio je premijer.', ['Nećemo to prihvatiti']],
    ['According to John Smith, "all of us are here."', ['all of us are here.', 'John Smith']],
    [
      '"War does destroy us all," said the Rev. Peter Laarman, one of many.',
      ['War does destroy us all,', 'Rev. Peter Laarman'],
    ],
    ['the 5" pipe and "these words here" too', ['these words here']],
    ['’90s and ‘it’s fine’ yes', ['it’s fine']],
    ['unclosed "words here\n\nnew "good one here" end', ['good one here']],
  ];

describe('quotations in running text', () => {
  for (const [text, ...expected] of texts)
    it(`“${text}”`, () => {
      const found = findQuotations(text);
      expect(
        found.map(({ value }) => (value.speaker ? [value.words, value.speaker] : [value.words])),
      ).to.deep.equal(expected);
    });

  it('stand within it, marks and all', () => {
    const text = fc
      .array(fc.constantFrom('"', '“', '”', '„', '«', '»', '‘', '’', 'said', 'Anna', 'a', ' ', '.', '\n\n'), {
        maxLength: 60,
      })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, words => {
        for (const { start, end, value } of findQuotations(words)) {
          expect(end).to.be.within(start + 3, words.length);
          expect(words.slice(start, end)).to.include(value.words.split(' ')[0]!);
        }
      }),
    );
  });

  for (const piece of ['"a ', '" ', '«', '«a» ', '“”', '"a b c" ', '„a b c“ said '])
    it(`end, were it ${JSON.stringify(piece)} for 40 kB`, () => {
      findQuotations(piece.repeat(40_000 / piece.length));
    });
});
