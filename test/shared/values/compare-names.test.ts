import { expect } from 'chai';
import { compareNames, type NameRelation } from '../../../shared/values/names/compare/compare.ts';
import { explainNames } from '../../../shared/values/names/compare/explain.ts';
import { countRarity } from '../../../shared/values/names/compare/rarity.ts';
import type { Bearer } from '../../../shared/values/names/name.ts';
import { readPerson } from '../../../shared/values/names/read-person.ts';

type Row = readonly [string, string];

function each(relation: NameRelation, bearer: Bearer, rows: readonly Row[]): void {
  for (const [a, b] of rows)
    it(`${a} | ${b}`, () => {
      const there = compareNames(a, b, { bearer });
      expect(there.relation, `score ${there.score}`).to.equal(relation);
      expect(compareNames(b, a, { bearer }).score).to.equal(there.score);
    });
}

describe('Comparing names', () => {
  describe('finds persons’ names written in another way', () => {
    each('variant', 'person', [
      ['Luis Pérez Leira', 'Lois Pérez Leira'],
      ['Đenić', 'DJENIC'],
      ['Djenić', 'Ђенић'],
      ['Boris Johnson', 'Борис Джонсон'],
      ['Nikita Khrushchev', 'Никита Хрущёв'],
      ['Пётр Чайковский', 'Pyotr Tchaikovsky'],
      ['Пётр Чайковский', 'Peter Tschaikowski'],
      ['Volodymyr Zelensky', 'Володимир Зеленський'],
      ['Wolodymyr Selenskyj', 'Володимир Зеленський'],
      ['Владимир Зеленский', 'Володимир Зеленський'],
      ['Aliaksandr Lukashenka', 'Аляксандр Лукашэнка'],
      ['Slobodan Milošević', 'Slobodan Milosevic'],
      ['Slobodan Milošević', 'Слободан Милошевић'],
      ['Zoran Đinđić', 'Zoran Djindjic'],
      ['Novak Đoković', 'Новак Джокович'],
      ['François Hollande', 'Франсуа Олланд'],
      ['Jean-Luc Mélenchon', 'Жан-Люк Меланшон'],
      ['Gerhard Schröder', 'Gerhard Schroeder'],
      ['Gerhard Schröder', 'Герхард Шрёдер'],
      ['Hugo Chávez', 'Уго Чавес'],
      ['Giuseppe Garibaldi', 'Джузеппе Гарибальди'],
      ['Wojciech Jaruzelski', 'Войцех Ярузельский'],
      ['Lech Wałęsa', 'Лех Валенса'],
      ['William Shakespeare', 'Уильям Шекспир'],
      ['Muammar Gaddafi', 'Moammar Qadhafi'],
      ['Mohammed bin Salman', 'Muhammad ibn Salman'],
      ['Barack Obama', 'ბარაკ ობამა'],
      ['Barack Obama', 'Բարակ Օբամա'],
      ['Fernando Pérez', 'فرناندو بيريز'],
      ['Vladimir Putin', 'فلاديمير بوتين'],
      ['Angela Merkelová', 'Angela Merkel'],
      ['Misha Gorbachev', 'Mikhail Gorbachev'],
      ['Саша Петров', 'Александр Петров'],
      ['Pepe Mujica', 'José Mujica'],
      ['Bill Clinton', 'William Clinton'],
      ['Donlad Trump', 'Donald Trump'],
      ['Li Hongri', 'Li Hong Ri'],
      ['JC Juncker', 'Jean-Claude Juncker'],
    ]);
  });

  describe('hears what is the same whatever its order, case and marks', () => {
    each('same', 'person', [
      ['Ivan Petrov', 'ivan petrov'],
      ['Putin, Vladimir', 'Vladimir Putin'],
      ['DJENIC Aleksandar', 'Aleksandar Djenic'],
      ['Kim Jong-un', 'Kim Jong Un'],
      ['VladimirPutin', 'Vladimir Putin'],
    ]);
  });

  describe('takes initials for words that they begin', () => {
    each('initials', 'person', [
      ['Mironov S.M.', 'Sergei Mironov'],
      ['Миронов С. М.', 'Сергей Михайлович Миронов'],
      ['S. M. Mironov', 'Сергей Миронов'],
      ['Putin V. V.', 'Vladimir Putin'],
      ['Ю. Тимошенко', 'Юлия Тимошенко'],
      ['G. W. Bush', 'George Walker Bush'],
    ]);
  });

  describe('tells a short form from a full one', () => {
    each('short-form', 'person', [
      ['Vladimir Putin', 'Vladimir Vladimirovich Putin'],
      ['Luis Leira', 'Luis Pérez Leira'],
      ['Gabriel García', 'Gabriel García Márquez'],
      ['Putin', 'Vladimir Putin'],
      ['Mr. Rami Makhlouf', 'Rami Makhlouf'],
    ]);
    each('short-form', 'organization', [['Workers’ Party', 'Workers’ Party of Serbia']]);
  });

  describe('knows a name in another case', () => {
    each('inflection', 'person', [
      ['Сергея Миронова', 'Сергей Миронов'],
      ['Миронову', 'Миронов'],
      ['Ангелы Меркель', 'Ангела Меркель'],
      ['Володимира Зеленського', 'Володимир Зеленський'],
    ]);
    each('inflection', 'organization', [['Справедливой России', 'Справедливая Россия']]);
  });

  describe('finds organizations across legal forms and languages', () => {
    each('variant', 'organization', [
      ['Communist Party of the Russian Federation', 'Коммунистическая партия Российской Федерации'],
      ['Socialist Party of Serbia', 'Социалистическая партия Сербии'],
      ['Socijalistička partija Srbije', 'Parti socialiste de Serbie'],
      ['Partido Comunista de Cuba', 'Communist Party of Cuba'],
      ['Gazprom Neft JSC', 'Gazprom Neft OAO'],
      ['World Health Organisation', 'World Health Organization'],
      ['CPRF', 'Communist Party of the Russian Federation'],
    ]);
  });

  describe('keeps names apart that share words', () => {
    each('different', 'organization', [
      ['Socialist Party of France', 'Socialist Party of Serbia'],
      ['Workers Party of Britain', 'Workers Party of Bangladesh'],
      ['Left Socialist Action', 'Left Socialist Movement'],
      ['Social Democratic Party', 'Socialist Party'],
      ['Second International', 'Third International'],
      ['Republic of Korea', 'Republic of Congo'],
      ['Komunistička partija Srbije', 'Komunistička partija Hrvatske'],
      ['Partido Socialista Obrero Español', 'Partido Socialista Popular'],
      ['Government of Estonia', 'Government of Ethiopia'],
    ]);
    each('different', 'person', [
      ['Jaime Flores', 'Juan Manuel De Jesús Flores Cornejo'],
      ['Sergey Viktorovich Lavrov', 'Sergey Borisovich Lavrov'],
      ['Raúl Castro', 'Fidel Castro'],
      ['Mohammed Hassan', 'Mohammed Ali'],
      ['Jelena Petrović', 'Milan Petrović'],
      ['María López', 'Mario López'],
      ['Ivan Ivanov', 'Igor Ivanov'],
      ['A. Petrov', 'B. Petrov'],
      ['高石早苗', '高市早苗'],
    ]);
  });

  it('says word by word what speaks for and against', () => {
    const grounds = explainNames('Mironov S.M.', 'Sergei Mironov');
    expect(grounds.map(({ rule, for: isFor }) => [rule, isFor])).to.deep.equal([
      ['name-equal', true],
      ['name-initial', true],
      ['name-order', true],
      ['name-left-over-one', false],
    ]);
    expect(grounds[1]).to.deep.include({
      says: '“S” and “Sergei” begin alike, and one is an initial.',
      given: { left: 'S', right: 'Sergei' },
    });
  });

  it('says what is left over on both sides and which rules did not fire', () => {
    const rules = explainNames('Socialist Party of France', 'Socialist Party of Serbia', {
      bearer: 'organization',
    }).map(({ rule }) => rule);
    expect(rules).to.include.members(['name-left-over-both', 'name-not-short-form']);
  });

  it('reads a word that mixes Latin and Cyrillic look-alikes in one script, and says so', () => {
    const grounds = explainNames('Пyтин', 'Путин');
    expect(grounds.map(({ rule }) => rule)).to.include('name-mixed-scripts');
    expect(compareNames('Пyтин', 'Путин').relation).to.equal('same');
  });

  it('takes values as they were read, with their language', () => {
    const one = readPerson('Олександр Гриценко', { language: 'uk' })!;
    expect(compareNames(one, 'Oleksandr Hrytsenko').score).to.be.greaterThan(0.98);
  });

  it('follows what the project decided', () => {
    const learned = {
      entityOf: new Map([
        ['lula', 'e1'],
        ['da inacio luis silva', 'e1'],
        ['ivan petrov', 'e2'],
        ['ivan petrovic', 'e3'],
      ]),
      apart: new Set(['e2 e3']),
    };
    const same = compareNames('Lula', 'Luís Inácio da Silva', { learned });
    expect([same.score, same.decided]).to.deep.equal([1, 'same']);
    const apart = compareNames('Ivan Petrov', 'Ivan Petrovic', { learned });
    expect([apart.relation, apart.decided]).to.deep.equal(['different', 'different']);
  });

  it('counts a word less that many names of the project have', () => {
    const many = Array.from({ length: 500 }, (_, index) => ['zubarev', `other${index}`]);
    const rarity = countRarity(many, 'test');
    const before = compareNames('Anton Zubarev', 'Zubarev Lenar').score;
    expect(compareNames('Anton Zubarev', 'Zubarev Lenar', { rarity }).score).to.be.lessThan(before);
  });
});
