import { expect } from 'chai';
import fc from 'fast-check';
import { DateValue } from '../../../shared/values/dates/date.ts';
import { monthNames } from '../../../shared/values/dates/month-names.ts';
import { readDate } from '../../../shared/values/dates/read-date.ts';
import { sayDate, sayEdtf } from '../../../shared/values/dates/say-date.ts';

const days: readonly (readonly [words: string, edtf: string | undefined, language?: string])[] = [
  ['27 April 2026', '2026-04-27'],
  ['April 27, 2026', '2026-04-27'],
  ['the 3rd of May 2011', '2011-05-03'],
  ['April 14th, 2015', '2015-04-14'],
  ['14april 2015', '2015-04-14'],
  ['on Monday, 27 April 2026, in Moscow', '2026-04-27'],
  ["'''27 April''' [[2026]]", '2026-04-27'],
  ['30 мая 2011', '2011-05-30'],
  ['30 мая 2011 г.', '2011-05-30'],
  ['27 de abril de 2026', '2026-04-27'],
  ['1er mai 2011', '2011-05-01'],
  ['5 d’octubre de 2017', '2017-10-05'],
  ['le 3 août 2015', '2015-08-03'],
  ['3. August 2015', '2015-08-03'],
  ['3. април 2015.', '2015-04-03'],
  ['3. априла 2015. године', '2015-04-03'],
  ['12. studenoga 2014.', '2014-11-12'],
  ['12 listopada 2014', '2014-11-12', 'pl'],
  ['12. listopada 2014.', '2014-10-12', 'hr'],
  ['11 вересня 2014 року', '2014-09-11'],
  ['14 Απριλίου, 2015', '2015-04-14'],
  ['2015. április 3.', '2015-04-03'],
  ['2015年4月3日', '2015-04-03'],
  ['2026-04-27', '2026-04-27'],
  ['2026|4|27', '2026-04-27'],
  ['{{start date and age|2026|4|27}}', '2026-04-27'],
  ['{{birth date|df=yes|1950|1|2}}', '1950-01-02'],
  ['27.04.2026', '2026-04-27'],
  ['10.31.1974', '1974-10-31'],
  ['20 02 2014', '2014-02-20'],
  ['2015年3月25日に', '2015-03-25'],
  ['3-его марта 2015', '2015-03-03'],
  ['двадцать первого марта 2015 года', '2015-03-21'],
  ['the twenty-first of May 2011', '2011-05-21'],
  ['el cinco de mayo de 2013', '2013-05-05'],
  ['44 BC', '-0043'],
  ['30 February 2011', undefined],
  ['29 February 2011', undefined],
  ['29 February 2012', '2012-02-29'],
  ['2011-02-30', undefined],
  ['{{start date|2011|2|30}}', undefined],
  ['27 April 2026 and 3 May 2027', undefined],
  ['soon', undefined],
  ['', undefined],
];

const openDates: typeof days = [
  ['April 2011', '2011-04'],
  ['в апреле 2011 года', '2011-04'],
  ['2011', '2011'],
  ['4/2013', '2013-04'],
  ['2014/10', '2014-10'],
  ['May', 'XXXX-05'],
  ['spring 2011', '2011-21'],
  ['весной 2011 года', '2011-21'],
  ['otoño de 2010', '2010-23'],
  ['August 30', 'XXXX-08-30'],
  ['11 сентября', 'XXXX-09-11'],
  ['29 February', 'XXXX-02-29'],
  ['1990s', '199X'],
  ['1990-х годов', '199X'],
  ['20th century', '19'],
  ['c. 1984', '1984~'],
  ['около 1984 года', '1984~'],
  ['2011?', '2011?'],
  ['27.04.26', 'XX26-04-27'],
  ['06-01-2026', '[2026-01-06,2026-06-01]'],
  ['6/1/26', '[XX26-01-06,XX26-06-01]'],
  ['05-05-2026', '2026-05-05'],
  ['listopad 2014', '[2014-10,2014-11]'],
  ['[2026-01-06,2026-06-01]', '[2026-01-06,2026-06-01]'],
];

const spans: typeof days = [
  ['from 15 to 17 April 2026', '2026-04-15/2026-04-17'],
  ['15–17 April', 'XXXX-04-15/XXXX-04-17'],
  ['April 25-29', 'XXXX-04-25/XXXX-04-29'],
  ['del 25 al 29 de abril', 'XXXX-04-25/XXXX-04-29'],
  ['с 15 по 17 апреля 2026 года', '2026-04-15/2026-04-17'],
  ['1 – 3 lipca 2014', '2014-07-01/2014-07-03'],
  ['27–29.04.2026', '2026-04-27/2026-04-29'],
  ['15 April – 2 May 2026', '2026-04-15/2026-05-02'],
  ['28 December – 3 January 2012', '2011-12-28/2012-01-03'],
  ['15, 16 and 17 April 2026', '{2026-04-15,2026-04-16,2026-04-17}'],
  ['1919–1943', '1919/1943'],
  ['2006-2018', '2006/2018'],
  ['2006–07', '2006/2007'],
  ['2006-07', '2006-07'],
  ['between 2007 and 2012', '2007/2012'],
  ['с 2007 по 2012 год', '2007/2012'],
  ['1998–present', '1998/..'],
  ['since 2011', '2011/..'],
  ['до 2012 года', '../2012'],
  ['2026-04-15/2026-04-17', '2026-04-15/2026-04-17'],
];

function readsAs(table: typeof days): void {
  for (const [words, edtf, language] of table) {
    const named = language === undefined ? `“${words}”` : `“${words}” (${language})`;
    it(`${named} → ${edtf ?? 'no date'}`, () => {
      expect(readDate(words, language === undefined ? {} : { language })?.edtf).to.equal(edtf);
    });
  }
}

describe('a date read out of words', () => {
  describe('that name a day', () => readsAs(days));
  describe('that leave something open keeps it open', () => readsAs(openDates));
  describe('that span a time', () => readsAs(spans));

  it('takes day before month only where the language does, and says so', () => {
    expect(readDate('06/01/2026', { language: 'es' })).to.deep.include({
      edtf: '2026-01-06',
      assumed: ['day-first-by-language'],
    });
    expect(readDate('06/01/2026', { language: 'en-GB' })?.edtf).to.equal('[2026-01-06,2026-06-01]');
  });

  it('takes a century from the document’s date only, and says so', () => {
    expect(readDate('27.04.26', { documentDate: '2026-05-01' })).to.deep.include({
      edtf: '2026-04-27',
      assumed: ['century-by-document'],
    });
    expect(readDate('27.04.68', { documentDate: '2026' })?.edtf).to.equal('1968-04-27');
    expect(readDate('6/1/26', { language: 'es', documentDate: '2026' })).to.deep.include({
      edtf: '2026-01-06',
      assumed: ['day-first-by-language', 'century-by-document'],
    });
  });

  it('never takes a missing year from the document', () => {
    expect(readDate('August 30', { documentDate: '2013-05-22' })?.edtf).to.equal('XXXX-08-30');
  });

  it('is found whatever this runtime calls the month, day and year in a dozen languages', () => {
    const languages = [
      'en-GB',
      'en-US',
      'es',
      'fr',
      'ru',
      'de',
      'it',
      'pt',
      'uk',
      'sr',
      'sr-Latn',
      'hr',
      'pl',
    ];
    const date = fc.date({ min: new Date('1000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...languages), date, (language, day) => {
        const words = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
        expect(readDate(words, { language })?.edtf, words).to.equal(day.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('month names', () => {
  it('stand twelve to a language', () => {
    for (const [language, months] of Object.entries(monthNames)) {
      expect(months.split('|'), language).to.have.length(12);
    }
  });
});

describe('a date said', () => {
  const cases: readonly (readonly [edtf: string, locale: string, said: string])[] = [
    ['2026-04-27', 'en-GB', '27 April 2026'],
    ['2026-04-27', 'es', '27 de abril de 2026'],
    ['2011-04', 'en-GB', 'April 2011'],
    ['2011-21', 'en-GB', 'spring 2011'],
    ['XXXX-08-30', 'en-GB', '30 August'],
    ['XX26-04-27', 'en-GB', '27 April ’26'],
    ['199X', 'en-GB', '1990s'],
    ['1984~', 'en-GB', '≈ 1984'],
    ['1998/..', 'en-GB', '1998 – …'],
    ['2026-04-17/2026-04-15', 'en-GB', '17 April 2026 – 15 April 2026'],
    ['XXXX-04-15/2026-04-17', 'en-GB', '15 April – 17 April 2026'],
    ['[2026-01-06,2026-06-01]', 'en-GB', '6 January 2026 or 1 June 2026'],
    ['0033-04-03', 'en-GB', '3 April 33'],
    ['2004-06-~11', 'en-GB', '2004-06-~11'],
  ];
  for (const [edtf, locale, said] of cases) {
    it(`${edtf} in ${locale} → “${said}”`, () => expect(sayEdtf(edtf, locale)).to.equal(said));
  }

  it('is read back as the same date', () => {
    const parts = fc.record({
      year: fc.integer({ min: 1000, max: 2199 }).map(String),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      grain: fc.constantFrom(1, 2, 3),
      locale: fc.constantFrom('en-GB', 'en-US', 'es', 'fr', 'ru', 'de'),
    });
    fc.assert(
      fc.property(parts, ({ year, month, day, grain, locale }) => {
        const two = (number: number) => String(number).padStart(2, '0');
        const edtf = [year, two(month), two(day)].slice(0, grain).join('-');
        const said = sayDate({ kind: 'date', edtf, text: '' }, locale);
        expect(readDate(said, { language: locale })?.edtf, said).to.equal(edtf);
      }),
    );
  });
});

describe('a stored date', () => {
  it('must be EDTF that a calendar has', () => {
    const accepts = (edtf: string) => DateValue.safeParse({ kind: 'date', edtf, text: '' }).success;
    for (const edtf of [
      '2026-04-27',
      '2011-21',
      '199X',
      'XXXX-08-30',
      '1998/..',
      '[2011,2012]',
      '2012-02-29',
    ]) {
      expect(accepts(edtf), edtf).to.equal(true);
    }
    for (const edtf of [
      '',
      'soon',
      '27 April 2026',
      '2011-02-29',
      '2011-13',
      '2011-04-31',
      '0'.repeat(300),
    ]) {
      expect(accepts(edtf), edtf).to.equal(false);
    }
  });
});
