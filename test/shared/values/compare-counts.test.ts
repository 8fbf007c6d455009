import { expect } from 'chai';
import { type CountComparison, compareCounts } from '../../../shared/values/counts/compare-counts.ts';
import { nounsOf, sameNoun } from '../../../shared/values/counts/nouns.ts';
import { readCount } from '../../../shared/values/counts/read-count.ts';

const pairs: readonly (readonly [
  one: string,
  other: string,
  CountComparison['relation'],
  CountComparison['explanation'],
])[] = [
  ['15 members', '15 members', 'equal', 'same-number'],
  ['over 15 members', 'more than 15 members', 'equal', 'same-number'],
  ['over 15 members', '20 members', 'compatible', 'ranges-meet'],
  ['over 15 members', '15 members', 'contradicts', 'ranges-apart'],
  ['over 15 members', '50 members', 'contradicts', 'far-above-the-floor'],
  ['at least 15 members', '15 members', 'compatible', 'ranges-meet'],
  ['15 members', '16 members', 'contradicts', 'ranges-apart'],
  ['over 100 parties', 'over 150 parties', 'compatible', 'ranges-meet'],
  ['about 100 people', '110 people', 'compatible', 'ranges-meet'],
  ['about 100 people', '150 people', 'contradicts', 'ranges-apart'],
  ['up to 100 people', '40 people', 'contradicts', 'far-below-the-ceiling'],
  ['up to 100 people', '90 people', 'compatible', 'ranges-meet'],
  ['10–12 parties', '11 parties', 'compatible', 'ranges-meet'],
  ['10–12 parties', '13 parties', 'contradicts', 'ranges-apart'],
  ['dozens of parties', '90 parties', 'compatible', 'ranges-meet'],
  ['several hundred people', '500 people', 'compatible', 'ranges-meet'],
];

describe('two counts', () => {
  for (const [one, other, relation, explanation] of pairs)
    it(`“${one}” and “${other}”: ${relation} (${explanation})`, () => {
      const [a, b] = [readCount(one, { language: 'en' })!, readCount(other, { language: 'en' })!];
      expect(compareCounts(a, b)).to.include({ relation, explanation });
      expect(compareCounts(b, a)).to.include({ relation, explanation });
    });
});

describe('what is counted', () => {
  const units: readonly (readonly [unit: string, language: string | undefined, ...nouns: string[]])[] = [
    ['member organisations', 'en', 'organization'],
    ['parties and movements', 'en', 'party', 'movement'],
    ['social democratic, socialist and labour parties and organizations', 'en', 'party', 'organization'],
    ['key actors of the Russian left', 'en', 'actor'],
    ['partidos y movimientos de 70 países', 'es', 'party', 'movement'],
    ['партий и движений', undefined, 'party', 'movement'],
    ['членов партии', 'ru', 'member'],
    ['Parteien und Bewegungen', 'de', 'party', 'movement'],
    ['земаља', 'sr', 'country'],
    ['krajów', 'pl', 'country'],
  ];
  for (const [unit, language, ...nouns] of units)
    it(`“${unit}” counts ${nouns.join(' and ')}`, () => expect(nounsOf(unit, language)).to.deep.equal(nouns));

  it('is the same in singular and plural, in British and American, and across languages', () => {
    expect(sameNoun('member organisations', 'organization', 'en')).to.equal(true);
    expect(sameNoun('countries', 'стран', 'en', 'ru')).to.equal(true);
    expect(sameNoun('países', 'Ländern', 'es', 'de')).to.equal(true);
    expect(sameNoun('trees', 'tree', 'en')).to.equal(true);
  });

  it('is not the same where one counts more than the other', () => {
    expect(sameNoun('parties', 'parties and movements', 'en')).to.equal(false);
    expect(sameNoun('parties', 'countries', 'en')).to.equal(false);
    expect(sameNoun('', '', 'en')).to.equal(false);
  });
});
