import { expect } from 'chai';
import fc from 'fast-check';
import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { counts } from '../../../shared/detectors/counts.ts';
import { dates } from '../../../shared/detectors/dates.ts';
import type { Detector, Proposal } from '../../../shared/detectors/detector.ts';
import { quotations } from '../../../shared/detectors/quotations.ts';
import type { MediaType } from '../../../shared/model/document.ts';

const checked = (text: string, mediaType: MediaType = 'text/plain', language = 'en') =>
  new CheckedText({ documentId: 'd', text, mediaType, language, title: 'A title' });

const ARTICLE = `{{Infobox political party | name = Example | founded = {{start date and age|2011|3|7}} | dissolved = 12 May 2019 }}
'''Example''' is a network founded in [[Moscow, Russia]] in 2011.<ref>{{cite web |title=Meeting of the network on 3 June 2012 in Rome |date=27 April 2026 |access-date=2026-05-03}}</ref> On [[7 March]] [[2011]], '''over 15 [[member organisation]]s''' met.<ref name="x">{{cite web |title=Ten parties |date=May 2011}}</ref> Its leader said: "We will never leave this alliance."
* [[Comintern]] – older network ([[1919]]–1943)
[[Category:2011 establishments in Europe]]`;

interface Shown {
  readonly quote: string;
  readonly proposal: Proposal;
}

function proposed(detector: Detector, text: CheckedText): readonly Shown[] {
  return [...detector.detect(text)].map(proposal => {
    const [{ start, end }] = proposal.ranges as [Proposal['ranges'][number]];
    return { quote: text.text.slice(start, end), proposal };
  });
}

describe('dates that are suggested', () => {
  it('are those of the text, of boxes and categories, and days that titles speak of; never fields of citations', () => {
    const found = proposed(dates, checked(ARTICLE, 'text/x-wiki'));
    expect(found.map(({ quote }) => quote)).to.deep.equal([
      '2011|3|7',
      '12 May 2019',
      '2011',
      '3 June 2012',
      '7 March]] [[2011',
      '1919]]–1943',
      '2011',
    ]);
    for (const { proposal } of found) expect(proposal.value.kind).to.equal('date');
  });

  it('are read from templates in their own order', () => {
    const text =
      '{{Карточка организации|дата основания={{дата основания|7|3|2011}}|упразднена=2019 (как союз)}}';
    const found = proposed(dates, checked(text, 'text/x-wiki', 'ru'));
    expect(
      found.map(({ quote, proposal }) => [quote, proposal.value.kind === 'date' && proposal.value.edtf]),
    ).to.deep.equal([['7|3|2011', '2011-03-07']]);
  });

  it('tell what happened then', () => {
    const text =
      'The Network was inaugurated in Moscow on 27 April 2026, and grew.\n\nOn June 30, 2008 it joined the union.';
    const events = proposed(dates, checked(text)).map(({ proposal }) => proposal.fields.event);
    expect(events).to.deep.equal(['The Network was inaugurated in Moscow', 'it joined the union']);
  });

  it('tell whether they are meant as an earliest, a latest or an approximate date', () => {
    const text = 'A member since June 2007, open until 2012, built about 1984, seen in 1990.';
    const found = proposed(dates, checked(text)).map(({ quote, proposal }) => [
      quote,
      proposal.fields.precision,
    ]);
    expect(found).to.deep.equal([
      ['June 2007', 'not-before'],
      ['2012', 'not-after'],
      ['about 1984', 'approximate'],
      ['1990', undefined],
    ]);
  });

  it('say what speaks against them: two readings, no year', () => {
    const text = 'Seen 06-01-2026 and on August 30.';
    const against = proposed(dates, checked(text)).map(({ proposal }) =>
      proposal.grounds.filter(ground => !ground.for).map(({ rule }) => rule),
    );
    expect(against).to.deep.equal([['date-ambiguous'], ['date-without-year']]);
  });

  it('leave out centuries and the notes of a page', () => {
    const text = 'Socialism in the 21st century.[1]\n\n  1. ^ (in Russian) A report («News», 9 марта 2011)\n';
    expect(proposed(dates, checked(text)).map(({ quote }) => quote)).to.deep.equal([]);
  });
});

describe('counts that are suggested', () => {
  it('say what is counted and of whom', () => {
    const text = 'The Network unites over 150 parties from 70+ countries. 20 cities signed.';
    const found = proposed(counts, checked(text)).map(({ quote, proposal }) => [
      quote,
      proposal.fields.of,
      proposal.fields.subject,
    ]);
    expect(found).to.deep.equal([
      ['over 150 parties', 'parties', 'Network'],
      ['70+ countries', 'countries', 'Network'],
      ['20 cities', 'cities', 'A title'],
    ]);
  });

  it('come out of marked-up text without its markup', () => {
    const found = proposed(counts, checked(ARTICLE, 'text/x-wiki'));
    expect(found.map(({ proposal }) => proposal.value)).to.have.length(1);
    expect(found[0]!.proposal.value).to.include({ kind: 'count', number: 15, comparator: 'more-than' });
  });

  it('are worth the less the smaller they are', () => {
    const [small, large] = proposed(counts, checked('the two parties; over 150 parties')).map(
      ({ proposal }) => proposal.worth,
    );
    expect(small).to.be.below(large!);
  });
});

describe('quotations that are suggested', () => {
  it('have a speaker, or are longer than names, terms and titles', () => {
    const text = `Mironov said: “We are launching it today.” The “road map” of the “Left Front” and the book “The Long Way of the Little People” speak of "a movement that grows from below and asks nobody".`;
    const found = proposed(quotations, checked(text)).map(({ quote, proposal }) => [
      quote,
      proposal.fields.speaker,
    ]);
    expect(found).to.deep.equal([
      ['“We are launching it today.”', 'Mironov'],
      ['"a movement that grows from below and asks nobody"', undefined],
    ]);
  });
});

describe('what is suggested in whatever text', () => {
  const parts = fc.array(
    fc.constantFrom(
      '27 April 2026',
      '[[',
      ']]',
      '{{',
      '}}',
      '|',
      '<ref>',
      '</ref>',
      'over 15 parties',
      '"',
      ' ',
      '\n',
      '* ',
      '==',
      '2011',
      '[[Category:',
      '{{Infobox x|founded=',
    ),
    { maxLength: 40 },
  );

  it('stands within it and is the same every time', () => {
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom<MediaType>('text/x-wiki', 'text/plain', 'text/markdown'),
        (words, mediaType) => {
          const text = words.join('');
          for (const detector of [dates, counts, quotations]) {
            const [once, again] = [1, 2].map(() => [...detector.detect(checked(text, mediaType))]);
            expect(again).to.deep.equal(once);
            for (const { ranges } of once!)
              for (const { start, end } of ranges) expect(end).to.be.within(start + 1, text.length);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  for (const piece of [
    '{{start date|2011|1|1}}',
    '{{Infobox a|founded=2011|',
    '[[Category:2011 x]]',
    '<ref>{{cite web|title=',
    '[[27 April]] [[2011]] ',
    '"a b c" said ',
  ])
    it(`ends, were it ${JSON.stringify(piece)} for 40 kB`, () => {
      const text = checked(piece.repeat(40_000 / piece.length), 'text/x-wiki');
      for (const detector of [dates, counts, quotations]) Array.from(detector.detect(text));
    });
});
