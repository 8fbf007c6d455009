import { expect } from 'chai';
import fc from 'fast-check';
import { findDates, findImpossibleDates } from '../../../shared/values/dates/find-dates.ts';
import { readDate } from '../../../shared/values/dates/read-date.ts';

/** By language: a text, and the dates in it as they are marked. */
const texts: Readonly<Record<string, readonly (readonly [text: string, ...marked: string[]])[]>> = {
  en: [
    ['It met on Monday, 27 April 2026 in Moscow.', 'Monday, 27 April 2026=2026-04-27'],
    ['held in Rome, on December 15, 2012 and', 'December 15, 2012=2012-12-15'],
    ['On August 30, the congress', 'August 30=XXXX-08-30'],
    ['a member since June 2007, Mr X', 'June 2007=2007-06'],
    ['three forums from 2007 to 2012 were held', 'from 2007 to 2012=2007/2012'],
    ['from 22 to 24 May 2013', 'from 22 to 24 May 2013=2013-05-22/2013-05-24'],
    ['on 23–24 April 2012', '23–24 April 2012=2012-04-23/2012-04-24'],
    ['on 15, 16 and 17 April 2026', '15, 16 and 17 April 2026={2026-04-15,2026-04-16,2026-04-17}'],
    ['the party (1919–1943) and (1998–present)', '1919–1943=1919/1943', '1998–present=1998/..'],
    ['founded in 2011, split in 2014 and 2016', '2011=2011', '2014=2014', '2016=2016'],
    ['c. 1984 and about 1990, the 1990s', 'c. 1984=1984~', 'about 1990=1990~', '1990s=199X'],
    ['in spring 2011', 'spring 2011=2011-21'],
    ['© 2006-2018', '2006-2018=2006/2018'],
    ['accessed 06-01-2026', '06-01-2026=[2026-01-06,2026-06-01]'],
    ['accessed 2026-05-03.', '2026-05-03=2026-05-03'],
    ['on the second Wednesday of October 2014', 'second Wednesday of October 2014=2014-10-08'],
    ['1999: founded\n2001 – split', '1999=1999', '2001=2001'],
  ],
  es: [
    ['del 25 al 29 de abril de 2012 en Madrid', 'del 25 al 29 de abril de 2012=2012-04-25/2012-04-29'],
    ['El viernes, 12 de septiembre de 2014', 'viernes, 12 de septiembre de 2014=2014-09-12'],
    ['el 5 de mayo, en 1998 y 2004', '5 de mayo=XXXX-05-05', '1998=1998', '2004=2004'],
    ['en la década de 1980 y los años 2010 y 2011', 'década de 1980=198X', '2010=2010', '2011=2011'],
    ['entre 2007 y 2012', 'entre 2007 y 2012=2007/2012'],
  ],
  fr: [
    ['Le 1er mai 2011, en 2010', '1er mai 2011=2011-05-01', '2010=2010'],
    ['du 25 au 29 avril 2012', 'du 25 au 29 avril 2012=2012-04-25/2012-04-29'],
  ],
  it: [
    ['Il 12 febbraio 2013, nel 2010', '12 febbraio 2013=2013-02-12', '2010=2010'],
    ['serie 23/1/1953 - 1/4/1984', '23/1/1953 - 1/4/1984=1953-01-23/1984-04-01'],
    ['tra il 2007 e il 2012', 'tra il 2007 e il 2012=2007/2012'],
  ],
  pt: [
    ['de 25 a 29 de abril, em 2010', 'de 25 a 29 de abril=XXXX-04-25/XXXX-04-29', '2010=2010'],
    ['na sexta-feira, 12 de setembro de 2014', 'sexta-feira, 12 de setembro de 2014=2014-09-12'],
  ],
  de: [
    [
      'vom 25. bis 29. April 2012, im Jahr 2010',
      'vom 25. bis 29. April 2012=2012-04-25/2012-04-29',
      '2010=2010',
    ],
    ['bei den Wahlen 2019, der 2015 gewählt wurde', '2019=2019', '2015=2015'],
    ['Am 14./15. Juli 2007 vereinigt', '14./15. Juli 2007={2007-07-14,2007-07-15}'],
    ['am Montag, den 3. Mai 2010', 'Montag, den 3. Mai 2010=2010-05-03'],
  ],
  ru: [
    ['С 15 по 17 апреля 2013 года', 'С 15 по 17 апреля 2013 года=2013-04-15/2013-04-17'],
    ['в 2011 г. и летом 2014 года', '2011 г.=2011', 'летом 2014 года=2014-22'],
    ['в 1990-х годах, 9 мая', '1990-х годах=199X', '9 мая=XXXX-05-09'],
    ['третьего марта 2015', 'третьего марта 2015=2015-03-03'],
  ],
  uk: [['7 березня 2011 року, у 2014 році', '7 березня 2011 року=2011-03-07', '2014 році=2014']],
  pl: [
    ['12 listopada 2014 r. w Warszawie', '12 listopada 2014 r.=2014-11-12'],
    ['Zjazd odbył się 15 kwietnia 1999 r.', '15 kwietnia 1999 r.=1999-04-15'],
    ['aż do 25 lipca.', '25 lipca=XXXX-07-25'],
    ['od 3 do 5 maja 2010 roku', 'od 3 do 5 maja 2010 roku=2010-05-03/2010-05-05'],
    ['12.IV.2014 r.', '12.IV.2014 r.=2014-04-12'],
  ],
  hr: [
    ['na izborima 2019. stranka', '2019=2019'],
    ['12. listopada 2014. godine u Zagrebu', '12. listopada 2014. godine=2014-10-12'],
  ],
  sr: [
    ['12. априла 2014. године, у мају 2015', '12. априла 2014. године=2014-04-12', 'мају 2015=2015-05'],
    ['od 2001. do 2005. godine', 'od 2001. do 2005. godine=2001/2005'],
  ],
};

/** Texts in which nothing is a date. */
const none: readonly (readonly [text: string, language: string])[] = [
  ['Tel. (495) 787-85-15, fax 959-35-86', 'en'],
  ['ISBN 978-3-16-148410-0, ISSN 1234-2010, pp. 1919–1943', 'en'],
  ['1500–2000 people, 2000 members, €2000, 2000 km, no. 2010', 'en'],
  ['It may 20 people; they march 15 miles', 'en'],
  ['Windows 2000 and Agenda 2030', 'es'],
  ['version 1.2.10, A2011, 2011x', 'en'],
  ['in May', 'en'],
  ['5 years ago 2010 people', 'en'],
];

describe('dates in running text', () => {
  for (const [language, rows] of Object.entries(texts)) {
    for (const [text, ...marked] of rows) {
      it(`${language}: “${text}”`, () => {
        const found = findDates(text, { language });
        expect(found.map(({ start, end, value }) => `${text.slice(start, end)}=${value.edtf}`)).to.deep.equal(
          marked,
        );
      });
    }
  }

  for (const [text, language] of none)
    it(`finds none in “${text}”`, () => expect(findDates(text, { language })).to.deep.equal([]));

  it('never reads across an empty line', () => {
    const text = '27 April\n\n2026 people';
    const [found] = findDates(text, { language: 'en' });
    expect(text.slice(found!.start, found!.end)).to.equal('27 April');
  });

  it('tells days that no calendar has', () => {
    const text = 'on 31 April 2011, 29 February 2011, 30.02.2011 and 29 February 2012';
    const found = findImpossibleDates(text, { language: 'en' });
    expect(found.map(({ start, end }) => text.slice(start, end))).to.deep.equal([
      '31 April 2011',
      '29 February 2011',
      '30.02.2011',
    ]);
  });

  it('keeps what can be read two ways open, or says that the language decided it', () => {
    const two = fc.integer({ min: 1, max: 12 }).map(number => String(number).padStart(2, '0'));
    const language = fc.constantFrom(
      undefined,
      'en',
      'es',
      'fr',
      'ru',
      'uk',
      'it',
      'pt',
      'sr',
      'hr',
      'pl',
      'de',
    );
    fc.assert(
      fc.property(two, two, fc.constantFrom('-', '/'), language, (first, second, sign, own) => {
        fc.pre(first !== second);
        const [found] = findDates(
          `seen ${first}${sign}${second}${sign}2024`,
          own === undefined ? {} : { language: own },
        );
        const isOpen = found!.value.edtf.startsWith('[');
        expect(isOpen || found!.value.assumed?.includes('day-first-by-language')).to.equal(true);
      }),
    );
  });
});

describe('dates in whatever text', () => {
  const words = Object.values(texts).flatMap(rows => rows.flatMap(([text]) => text.split(' ')));
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(...words, '\n\n', '(', ')', '2011', '31', '–', '.'),
        fc.string({ maxLength: 4 }),
      ),
      {
        maxLength: 40,
      },
    )
    .map(parts => parts.join(' '));
  const language = fc.constantFrom(undefined, 'en', 'es', 'ru', 'sr', 'pl', 'hr');

  it('stand within it, in order and apart, and are read alone as the same date', () => {
    fc.assert(
      fc.property(text, language, (words, own) => {
        const context = own === undefined ? {} : { language: own };
        let last = 0;
        for (const { start, end, value } of findDates(words, context)) {
          expect(start).to.be.at.least(last);
          expect(end).to.be.within(start + 1, words.length);
          expect(readDate(words.slice(start, end), context)).to.deep.equal(value);
          last = end;
        }
      }),
      { numRuns: 150 },
    );
  });

  for (const piece of ['1 ', '2011-', '27 April ', '15, ', 'from 2007 to ', '\n ', 'a', '1', '.', 'д'])
    it(`end, were it ${JSON.stringify(piece)} for 40 kB`, () => {
      findDates(piece.repeat(40_000 / piece.length), { language: 'en' });
    });
});
