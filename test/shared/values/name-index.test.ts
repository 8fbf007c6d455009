import { expect } from 'chai';
import { NameIndex } from '../../../shared/values/names/compare/name-index.ts';

const names = [
  'Sergei Mironov',
  'Nikolai Levichev',
  'Aleksandar Đenić',
  'Luis Pérez Leira',
  'Jelena Petrović',
  'Milan Petrović',
  'Mohammed bin Salman',
];

function filled(): NameIndex<number> {
  const index = new NameIndex<number>({ bearer: 'person' });
  names.forEach((name, id) => {
    index.add(id, name);
  });
  return index;
}

describe('An index of names', () => {
  for (const [asked, found] of [
    ['Сергей Миронов', 0],
    ['Mironov S.M.', 0],
    ['Levichev, Nikolay', 1],
    ['DJENIC Aleksandar', 2],
    ['Александар Ђенић', 2],
    ['Lois Pérez Leira', 3],
    ['Luis Prez Leira', 3],
    ['Muhammad ibn Salman', 6],
  ] as const)
    it(`finds ${names[found]} by ${asked}`, () => {
      expect(filled().matches(asked)[0]?.id).to.equal(found);
    });

  it('finds nobody by the name of somebody else', () => {
    expect(filled().matches('Zoran Petrović')).to.deep.equal([]);
  });

  it('forgets what is removed, and only that', () => {
    const index = filled();
    index.remove(0);
    expect(index.matches('Sergei Mironov')).to.deep.equal([]);
    expect(index.candidates('Sergei Mironov')).to.deep.equal([]);
    expect(index.matches('Nikolai Levichev')[0]?.id).to.equal(1);
    expect(index.size).to.equal(names.length - 1);
  });

  it('answers once with the best of an entity’s names', () => {
    const index = filled();
    index.add(0, 'Сергей Михайлович Миронов');
    const matches = index.matches('Сергей Миронов');
    expect(matches.map(({ id }) => id)).to.deep.equal([0]);
    expect(matches[0]!.score).to.be.greaterThan(0.99);
  });

  it('compares all with all as they are added', () => {
    const index = new NameIndex<string>({ bearer: 'person' });
    const found = ['Ivan Sokolov', 'Anna Weber', 'Иван Соколов', 'Weber, Anna', 'I. Sokolov'].map(name =>
      index
        .matchAndAdd(name, name)
        .map(({ id }) => id)
        .sort(),
    );
    expect(found).to.deep.equal([[], [], ['Ivan Sokolov'], ['Anna Weber'], ['Ivan Sokolov', 'Иван Соколов']]);
  });

  it('holds more names than it began with room for', () => {
    const index = new NameIndex<number>();
    for (let id = 0; id < 3000; id++) index.add(id, `Person${id} Family${id * 7}`);
    expect(index.matches('Person2999 Family20993')[0]?.id).to.equal(2999);
    expect(index.matches('Person1 Family7')[0]?.id).to.equal(1);
  });
});
