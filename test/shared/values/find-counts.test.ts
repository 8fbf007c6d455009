import { expect } from 'chai';
import fc from 'fast-check';
import { findCounts } from '../../../shared/values/counts/find-counts.ts';
import { readCount } from '../../../shared/values/counts/read-count.ts';

/** By language: a text, and the counts in it as they are marked. */
const texts: Readonly<Record<string, readonly (readonly [text: string, ...marked: string[]])[]>> = {
  en: [
    ['and consists of over 15 member organisations.', 'over 15 member organisations'],
    [
      'More than 100 parties and movements from 70+ countries—from',
      'More than 100 parties and movements',
      '70+ countries',
    ],
    ['a merger of the two organisations.[1][2]', 'the two organisations'],
    ['its Committee one representative from', 'one representative'],
    ['bodies of two of the key actors of the left', 'two of the key actors'],
    ['included more than ten regional branches with', 'more than ten regional branches'],
    [
      'over 150 social democratic, socialist and labour parties and organizations from',
      'over 150 social democratic, socialist and labour parties and organizations',
    ],
    [
      '150 Russian and foreign scientists, experts and politicians took part',
      '150 Russian and foreign scientists, experts and politicians',
    ],
    ['won 12 of 60 seats, 12 out of 60 seats', '12 of 60 seats', '12 out of 60 seats'],
    ['Tens of thousands of protesting Americans', 'Tens of thousands of protesting Americans'],
    ['a tripartite working group was set', 'tripartite working group'],
    ['They twice headed it, from all the G-20 countries', 'twice', 'all the G-20 countries'],
    ['between 10 and 12 countries, 10–12 parties', 'between 10 and 12 countries', '10–12 parties'],
    [
      'nearly 1,500 people, 45% of voters, 2.5 million workers',
      'nearly 1,500 people',
      '45%',
      '2.5 million workers',
    ],
    [
      'a dozen parties, several hundred delegates, thousands of workers',
      'a dozen parties',
      'several hundred delegates',
      'thousands of workers',
    ],
  ],
  es: [
    ['Más de 100 partidos y movimientos de 70 países', 'Más de 100 partidos y movimientos', '70 países'],
    [
      'los dos partidos y tres foros socialistas internacionales',
      'los dos partidos',
      'tres foros socialistas internacionales',
    ],
    [
      '1.500 delegados, casi treinta países, 45 por ciento',
      '1.500 delegados',
      'casi treinta países',
      '45 por ciento',
    ],
  ],
  fr: [
    ['278 délégués mandatés par 10 071 travailleurs', '278 délégués', '10 071 travailleurs'],
    ['plus de 100 partis et mouvements de 70 pays', 'plus de 100 partis et mouvements', '70 pays'],
    [
      'une vingtaine de délégués, environ 300 personnes',
      'une vingtaine de délégués',
      'environ 300 personnes',
    ],
  ],
  it: [
    [
      'più di 100 partiti e movimenti, venti organizzazioni membri',
      'più di 100 partiti e movimenti',
      'venti organizzazioni membri',
    ],
  ],
  pt: [
    [
      'mais de 100 partidos e movimentos, os dois países',
      'mais de 100 partidos e movimentos',
      'os dois países',
    ],
  ],
  de: [
    [
      'mehr als 100 Parteien und Bewegungen, 15 regionale Verbände',
      'mehr als 100 Parteien und Bewegungen',
      '15 regionale Verbände',
    ],
  ],
  ru: [
    ['Более 100 партий и движений из 70 стран', 'Более 100 партий и движений', '70 стран'],
    [
      'свыше 20 региональных отделений, около двадцати организаций',
      'свыше 20 региональных отделений',
      'около двадцати организаций',
    ],
    ['150 учёных, экспертов и политиков; тысячи людей', '150 учёных, экспертов и политиков', 'тысячи людей'],
    ['несколько десятков депутатов', 'несколько десятков депутатов'],
  ],
  uk: [
    [
      'понад 100 партій і рухів, двадцять п’ять депутатів',
      'понад 100 партій і рухів',
      'двадцять п’ять депутатів',
    ],
  ],
  pl: [
    ['216 na 460 mandatów w Sejmie', '216 na 460 mandatów'],
    ['ponad 100 partii i ruchów z 70 krajów', 'ponad 100 partii i ruchów', '70 krajów'],
  ],
  hr: [
    ['registrirane su čak 22 nove stranke, dva zakona o izmjenama', '22 nove stranke', 'dva zakona'],
    [
      'osvojila 12 od 60 mandata, oko 300 osoba i tri delegacije',
      '12 od 60 mandata',
      'oko 300 osoba',
      'tri delegacije',
    ],
    ['više od 100 stranaka iz 70 zemalja', 'više od 100 stranaka', '70 zemalja'],
  ],
  sr: [
    ['више од 100 партија и покрета из 70 земаља', 'више од 100 партија и покрета', '70 земаља'],
    [
      'dvadeset organizacija, oko 20 regionalnih ogranaka',
      'dvadeset organizacija',
      'oko 20 regionalnih ogranaka',
    ],
  ],
};

/** Numbers that count nothing. */
const none: readonly (readonly [text: string, language: string])[] = [
  ['the 24th Congress, Article 5 states, chapter 3, UN resolution 1325 calls', 'en'],
  ['Windows 95 users, Boeing 747 planes, Apollo 11 astronauts', 'en'],
  ['at 10:30, at 5 pm, in two years, 45-year-old members, 5-star hotels', 'en'],
  ['one of the leaders, one day, no one, two-thirds majorities, the Big Three', 'en'],
  ['on 5 May, in 2010 people, from 2007 to 2012', 'en'],
  ['Tel. (495) 787-85-15; version 2.10; route 66', 'en'],
  ['el artículo 5 de las leyes, el 5 de mayo, años 90', 'es'],
  ['статья 5 закона, в 10 утра, 24-й съезд, 5 апреля, три года', 'ru'],
  ['artykuł 5 ustawy, 24. kongres, trzy lata', 'pl'],
  ['članak 5 zakona, u 10 sati, 24. kongres, tri godine', 'hr'],
];

describe('counts in running text', () => {
  for (const [language, rows] of Object.entries(texts)) {
    for (const [text, ...marked] of rows) {
      it(`${language}: “${text}”`, () => {
        const found = findCounts(text, { language });
        expect(found.map(({ start, end }) => text.slice(start, end))).to.deep.equal(marked);
      });
    }
  }

  it('tells the language by its small words where nobody says it', () => {
    const text =
      'Il festival ha avuto circa venti partecipanti di tre paesi, e una decina di giornalisti che sono venuti per la prima volta.';
    const found = findCounts(text, {}).map(
      ({ start, end, value }) => `${text.slice(start, end)}=${value.number}`,
    );
    expect(found).to.deep.equal([
      'circa venti partecipanti=20',
      'tre paesi=3',
      'una decina di giornalisti=10',
    ]);
  });

  for (const [text, language] of none)
    it(`finds none in “${text}”`, () => {
      expect(findCounts(text, { language }).map(({ start, end }) => text.slice(start, end))).to.deep.equal(
        [],
      );
    });

  const words = Object.values(texts).flatMap(rows => rows.flatMap(([text]) => text.split(' ')));
  const text = fc
    .array(fc.oneof(fc.constantFrom(...words, '\n\n', '(', '2011', '+', '-'), fc.string({ maxLength: 4 })), {
      maxLength: 40,
    })
    .map(parts => parts.join(' '));

  it('stand within it, in order and apart, and are read alone as the same count', () => {
    const language = fc.constantFrom('en', 'es', 'ru', 'sr', 'pl', 'de');
    fc.assert(
      fc.property(text, language, (words, own) => {
        const context = { language: own };
        let last = 0;
        for (const { start, end, value } of findCounts(words, context)) {
          expect(start).to.be.at.least(last);
          expect(end).to.be.within(start + 1, words.length);
          expect(readCount(words.slice(start, end), context)).to.deep.equal(value);
          last = end;
        }
      }),
      { numRuns: 150 },
    );
  });

  for (const piece of [
    '1 ',
    '5 parties, ',
    '5 a, ',
    'two ',
    '5 red ',
    'a, ',
    '5 parties and ',
    'more than ',
    '1-2-',
  ])
    it(`end, were it ${JSON.stringify(piece)} for 40 kB`, () => {
      findCounts(piece.repeat(40_000 / piece.length), { language: 'en' });
    });
});
