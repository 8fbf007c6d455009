import { expect } from 'chai';
import fc from 'fast-check';
import { NameValue } from '../../../shared/values/names/name.ts';
import { readPerson } from '../../../shared/values/names/read-person.ts';
import { readOrganization, readPlace } from '../../../shared/values/names/read-proper.ts';
import { sayName } from '../../../shared/values/names/say-name.ts';

type Parts = Partial<NameValue>;

const people: readonly (readonly [words: string, parts: Parts, language?: string])[] = [
  ['Luis Pérez Leira', { given: 'Luis', family: 'Pérez Leira', assumed: ['double-surname-by-given-name'] }],
  [
    'Lois Pérez Leira',
    { given: 'Lois', family: 'Pérez Leira', assumed: ['double-surname-by-language'] },
    'es',
  ],
  [
    'Alan García Fernández',
    { given: 'Alan', family: 'García Fernández', assumed: ['double-surname-by-family-name'] },
  ],
  ['Carlos Alfredo Castañeda Magaña', { given: 'Carlos Alfredo', family: 'Castañeda Magaña' }],
  ['Miguel Suárez del Cerro', { given: 'Miguel', family: 'Suárez del Cerro' }],
  ['Juan Manuel De Jesús Flores Cornejo', { family: 'Flores Cornejo' }],
  ['Ana da Silva Santos', { given: 'Ana', family: 'da Silva Santos', particles: 'da' }, 'pt'],
  ['Jaime Flores', { given: 'Jaime', family: 'Flores', assumed: ['family-last'] }],
  ['Booker Ngesa Omole', { given: 'Booker Ngesa', family: 'Omole', assumed: ['family-last'] }],
  ['Ludwig van Beethoven', { given: 'Ludwig', family: 'van Beethoven', particles: 'van' }],
  ['Haz Al-Din', { given: 'Haz', family: 'Al-Din' }],
  ['Sergei Mironov', { given: 'Sergei', family: 'Mironov' }],
  ['Mironov Sergei', { given: 'Sergei', family: 'Mironov', assumed: ['family-first-by-ending'] }],
  ['Mironov S.M.', { family: 'Mironov', initials: 'S. M.', given: undefined, assumed: undefined }],
  ['Putin V. V.', { family: 'Putin', initials: 'V. V.' }],
  ['V. Kozlov', { family: 'Kozlov', initials: 'V.' }],
  ['М. Шевчук', { family: 'Шевчук', initials: 'М.', script: 'Cyrl' }],
  ['John F. Kennedy Jr.', { given: 'John', initials: 'F.', family: 'Kennedy', suffix: 'Jr.' }],
  [
    'Миронов Сергей Михайлович',
    { family: 'Миронов', given: 'Сергей', patronymic: 'Михайлович', script: 'Cyrl', assumed: undefined },
  ],
  ['Сергей Михайлович Миронов', { family: 'Миронов', given: 'Сергей', patronymic: 'Михайлович' }],
  ['Aleksandar Đenić', { given: 'Aleksandar', family: 'Đenić' }],
  ['DJENIC Aleksandar', { given: 'Aleksandar', family: 'DJENIC', assumed: undefined }],
  ['Aleksandar DJENIC', { given: 'Aleksandar', family: 'DJENIC', assumed: undefined }],
  ['ALEKSANDAR DJENIC', { given: 'ALEKSANDAR', family: 'DJENIC', assumed: ['family-last'] }],
  ['Putin, Vladimir', { given: 'Vladimir', family: 'Putin', full: 'Vladimir Putin', assumed: undefined }],
  ['Dr. John Kennedy, Jr.', { title: 'Dr.', given: 'John', family: 'Kennedy', suffix: 'Jr.' }],
  ['MAHMOUD, Dr. Abdel Hamid', { title: 'Dr.', given: 'Abdel Hamid', family: 'MAHMOUD' }],
  ['last1=Sort Creus |first1=Albert', { given: 'Albert', family: 'Sort Creus', full: 'Albert Sort Creus' }],
  [
    'Levichev N.V., Chairman of the Party',
    { family: 'Levichev', initials: 'N. V.', full: 'Levichev N.V.', given: undefined, title: undefined },
  ],
  [
    'Mr. Mironov, Chairman of Party A JUST RUSSIA',
    { title: 'Mr.', family: 'Mironov', given: undefined, initials: undefined },
  ],
  ['Luis Pérez Leira, secretario general', { given: 'Luis', family: 'Pérez Leira' }, 'es'],
  ['Putin, Vladimir, former President', { given: 'Vladimir', family: 'Putin', title: undefined }],
  ['Миронов С.М., председатель партии', { family: 'Миронов', initials: 'С. М.' }],
  ['Jane Doe, Vice-President and founder', { given: 'Jane', family: 'Doe' }],
  ['Liu Xu', { given: 'Xu', family: 'Liu', assumed: ['family-first-by-surname'] }],
  ['习近平', { given: '近平', family: '习', script: 'Hani' }, 'zh'],
  ['Mr. Mironov', { title: 'Mr.', family: 'Mironov', full: 'Mironov', assumed: ['single-word-is-family'] }],
  ["'''George Galloway'''<ref>x</ref>", { given: 'George', family: 'Galloway', full: 'George Galloway' }],
  ['[[Booker Omole|Booker Ngesa Omole]]', { full: 'Booker Ngesa Omole', linkTarget: 'Booker Omole' }],
  [
    'V. Avramchuk (Revolutionary Workers’ Party)',
    { family: 'Avramchuk', initials: 'V.', affiliation: 'Revolutionary Workers’ Party' },
  ],
];

describe('a person’s name read out of words', () => {
  for (const [words, parts, language] of people) {
    it(`“${words}”`, () => {
      const value = readPerson(words, language === undefined ? {} : { language });
      const shown = Object.fromEntries(Object.keys(parts).map(key => [key, value?.[key as keyof NameValue]]));
      expect(shown).to.deep.equal(parts);
      expect(NameValue.safeParse(value).success).to.equal(true);
    });
  }

  it('keeps every word of the name in full', () => {
    for (const [words] of people.filter(([words]) => /^[\p{L} -]+$/u.test(words))) {
      expect(readPerson(words, {})?.full).to.equal(words);
    }
  });

  it('loses no letter of the name to its parts', () => {
    const word = fc.constantFrom(
      'Luis',
      'Pérez',
      'de',
      'la',
      'van',
      'MIRONOV',
      'Сергей',
      'Михайлович',
      'S.',
      'V.V.',
      'Liu',
      'Al-Din',
      '习近平',
    );
    const letters = (text: string) => (text.match(/\p{L}/gu) ?? []).sort().join('');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(' ', ', '),
        (words, first) => {
          const name = [words[0], words.slice(1).join(' ')].filter(Boolean).join(first);
          const value = readPerson(name, {})!;
          const parts = [value.given, value.patronymic, value.family, value.initials];
          expect(letters(parts.filter(Boolean).join(' ')), name).to.equal(letters(name));
        },
      ),
    );
  });

  it('is none where there are no letters', () => {
    expect(['', '[2]', '()', '…'].map(words => readPerson(words, {}))).to.deep.equal(
      Array(4).fill(undefined),
    );
  });
});

describe('the name of an organization or place', () => {
  const organizations: readonly (readonly [words: string, parts: Parts])[] = [
    [
      '{{flagicon|Russia}} [[A Just Russia]]<ref name="x"/>',
      { full: 'A Just Russia', linkTarget: undefined },
    ],
    ['Socialist International (SI)', { full: 'Socialist International', acronym: 'SI' }],
    ['Fatah (Palestine)', { full: 'Fatah', qualifier: 'Palestine', acronym: undefined }],
    [
      '[[Authentic Socialist Party (Argentina)|Authentic Socialist Party]]',
      { full: 'Authentic Socialist Party', linkTarget: 'Authentic Socialist Party (Argentina)' },
    ],
    ['Communist Party Marxist – Kenya,', { full: 'Communist Party Marxist – Kenya' }],
  ];
  for (const [words, parts] of organizations) {
    it(`“${words}”`, () => {
      const value = readOrganization(words, {});
      const shown = Object.fromEntries(Object.keys(parts).map(key => [key, value?.[key as keyof NameValue]]));
      expect(shown).to.deep.equal(parts);
    });
  }

  it('takes what follows a comma as the place’s qualifier', () => {
    expect(readPlace('[[Moscow, Russia]]', {})).to.deep.include({ full: 'Moscow', qualifier: 'Russia' });
  });

  it('is said with what brackets add', () => {
    expect(sayName(readOrganization('Socialist International (SI)', {})!)).to.equal(
      'Socialist International (SI)',
    );
    expect(sayName(readPerson('Mr. Mironov', {})!)).to.equal('Mr. Mironov');
  });
});
