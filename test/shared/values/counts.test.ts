import { expect } from 'chai';
import fc from 'fast-check';
import { Comparator, CountValue } from '../../../shared/values/counts/count.ts';
import { readCount } from '../../../shared/values/counts/read-count.ts';
import { sayCount } from '../../../shared/values/counts/say-count.ts';

type Read = readonly [comparator: Comparator, number: number, unit?: string, upper?: number];

const cases: readonly (readonly [words: string, read: Read | undefined, language?: string])[] = [
  ['over 15 member organisations', ['more-than', 15, 'member organisations']],
  ['More than 100 parties and movements', ['more-than', 100, 'parties and movements']],
  ['70+ countries', ['at-least', 70, 'countries']],
  ['over 150', ['more-than', 150]],
  ['at least 25', ['at-least', 25]],
  ['25 or more', ['at-least', 25]],
  ['no more than 40', ['at-most', 40]],
  ['no fewer than 40', ['at-least', 40]],
  ['fewer than a hundred delegates', ['fewer-than', 100, 'delegates']],
  ['about 1,500 people', ['about', 1500, 'people']],
  ['exactly 42', ['exactly', 42]],
  ['> 15', ['more-than', 15]],
  ['≥ 70 countries', ['at-least', 70, 'countries']],
  ['10–12', ['between', 10, undefined, 12]],
  ['10 to 12 parties', ['between', 10, 'parties', 12]],
  ['between 10 and 12 countries', ['between', 10, 'countries', 12]],
  ['1 500 человек', ['exactly', 1500, 'человек']],
  ['1\u202f500 personnes', ['exactly', 1500, 'personnes']],
  ['1\u00a0500\u00a0000', ['exactly', 1500000]],
  ['1.500 socios', ['exactly', 1500, 'socios'], 'es'],
  ['2.5 million people', ['exactly', 2500000, 'people']],
  ['45% of voters', ['exactly', 45, '%']],
  ['thirty', ['exactly', 30]],
  ['more than ten regional branches', ['more-than', 10, 'regional branches']],
  ['more than one hundred and five parties', ['more-than', 105, 'parties']],
  ['forty-two', ['exactly', 42]],
  ['a hundred thousand', ['exactly', 100000]],
  ['two dozen parties', ['exactly', 24, 'parties']],
  ['twice', ['exactly', 2]],
  ['tripartite working group', ['exactly', 3, 'working group']],
  ['the two organisations', ['exactly', 2, 'organisations']],
  ['two of the key actors', ['exactly', 2, 'key actors']],
  ['In 2011, 15 parties', ['exactly', 15, 'parties']],
  ['[[party|15 parties]]<ref>20</ref>', ['exactly', 15, 'parties']],
  ['más de treinta y cinco países', ['more-than', 35, 'países'], 'es'],
  ['ciento veinte partidos', ['exactly', 120, 'partidos'], 'es'],
  ['entre 10 y 12 países', ['between', 10, 'países', 12], 'es'],
  ['un grupo de más de 100 partidos', ['more-than', 100, 'partidos'], 'es'],
  ['plus de quatre-vingt-dix-sept pays', ['more-than', 97, 'pays'], 'fr'],
  ['soixante et onze', ['exactly', 71], 'fr'],
  ['jusqu’à 40 délégués', ['at-most', 40, 'délégués'], 'fr'],
  ['более двадцати пяти партий', ['more-than', 25, 'партий'], 'ru'],
  ['не менее 40 стран', ['at-least', 40, 'стран']],
  ['от 10 до 12 партий', ['between', 10, 'партий', 12]],
  ['около 5 тыс. человек', ['about', 5000, 'человек'], 'ru'],
  ['einundzwanzig Länder', ['exactly', 21, 'Länder'], 'de'],
  ['mehr als 20 Parteien', ['more-than', 20, 'Parteien'], 'de'],
  ['преко двадесет странака', ['more-than', 20, 'странака'], 'sr'],
  ['несколько сотен', ['between', 200, undefined, 900]],
  ['several thousand people', ['between', 2000, 'people', 9000]],
  ['thousands of people on both sides', ['at-least', 1000, 'people on both sides']],
  ['a dozen parties', ['about', 12, 'parties']],
  ['понад двадцять п’ять партій', ['more-than', 25, 'партій'], 'uk'],
  ['ponad dwadzieścia pięć partii', ['more-than', 25, 'partii'], 'pl'],
  ['many', undefined],
  ['', undefined],
];

describe('a count read out of words', () => {
  for (const [words, read, language] of cases) {
    it(`“${words}” → ${read?.filter(part => part !== undefined).join(' ') ?? 'no count'}`, () => {
      const value = readCount(words, language === undefined ? {} : { language });
      const shown = value && [value.comparator, value.number, value.unit, value.upper];
      expect(shown).to.deep.equal(read && [read[0], read[1], read[2], read[3]]);
    });
  }

  it('reads every number up to a hundred in words of four languages', () => {
    const english = ['ninety-nine', 'sixty', 'seventeen', 'one hundred'];
    expect(english.map(words => readCount(words, {})?.number)).to.deep.equal([99, 60, 17, 100]);
    const spanish = ['noventa y nueve', 'veintiséis', 'cien', 'quince'];
    expect(spanish.map(words => readCount(words, { language: 'es' })?.number)).to.deep.equal([
      99, 26, 100, 15,
    ]);
    const french = ['quatre-vingt-dix-neuf', 'soixante-dix', 'quatre-vingts', 'vingt et un', 'cent'];
    const inFrench = french.map(words => readCount(words, { language: 'fr' })?.number);
    expect(inFrench).to.deep.equal([99, 70, 80, 21, 100]);
    const russian = ['девяносто девять', 'сорока', 'сто', 'тринадцати'];
    expect(russian.map(words => readCount(words, { language: 'ru' })?.number)).to.deep.equal([
      99, 40, 100, 13,
    ]);
  });

  it('is always a valid value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), ([words]) => {
        const value = readCount(words, {});
        if (value) expect(CountValue.safeParse(value).success).to.equal(true);
      }),
    );
  });
});

describe('a count said', () => {
  it('is read back as the same count', () => {
    const counts = fc.record({
      number: fc.integer({ min: 0, max: 2_000_000 }),
      more: fc.integer({ min: 1, max: 5000 }),
      comparator: fc.constantFrom(...Comparator.options),
      unit: fc.constantFrom(undefined, 'member organisations', 'стран', '%'),
      locale: fc.constantFrom('en', 'es', 'fr', 'ru', 'de'),
    });
    fc.assert(
      fc.property(counts, ({ number, more, comparator, unit, locale }) => {
        const upper = comparator === 'between' ? { upper: number + more } : {};
        const value: CountValue = { kind: 'count', number, ...upper, comparator, text: '' };
        const said = sayCount(unit === undefined ? value : { ...value, unit }, locale);
        expect(readCount(said, {}), said).to.deep.include({ number, ...upper, comparator });
        expect(readCount(said, {})?.unit).to.equal(unit);
      }),
    );
  });

  it('has an upper number with “between” only', () => {
    const accepts = (value: object) => CountValue.safeParse({ kind: 'count', text: '', ...value }).success;
    expect(accepts({ number: 10, upper: 12, comparator: 'between' })).to.equal(true);
    expect(accepts({ number: 10, comparator: 'between' })).to.equal(false);
    expect(accepts({ number: 10, upper: 12, comparator: 'exactly' })).to.equal(false);
    expect(accepts({ number: 12, upper: 10, comparator: 'between' })).to.equal(false);
  });
});
