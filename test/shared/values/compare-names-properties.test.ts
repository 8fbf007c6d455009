import { expect } from 'chai';
import fc from 'fast-check';
import { compareNames } from '../../../shared/values/names/compare/compare.ts';
import { explainNames } from '../../../shared/values/names/compare/explain.ts';
import { nameKeys } from '../../../shared/values/names/compare/keys.ts';
import { prepareName } from '../../../shared/values/names/compare/prepare.ts';

const word = fc.constantFrom(
  ...[
    'Ivan',
    'Петров',
    'Đenić',
    'S.',
    'de',
    'Pérez',
    'Jean-Luc',
    'محمد',
    '김',
    'III',
    'Party',
    '44',
    'GmbH',
    'Ольга',
    'van',
    'JC',
  ],
);
const name = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 6 }).map(words => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const bearer = fc.constantFrom('person', 'organization', 'place' as const);

describe('Comparing any two texts as names', () => {
  it('never throws and stays between 0 and 1, lone surrogates included', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 });
    fc.assert(
      fc.property(
        units.map(codes => String.fromCharCode(...codes)),
        name,
        bearer,
        (a, b, bearer) => {
          const { score } = compareNames(a, b, { bearer });
          expect(score).to.be.within(0, 1);
          explainNames(a, b, { bearer });
          nameKeys(a, { bearer, singleWords: true });
        },
      ),
    );
  });

  it('gives the same score both ways, and the mirrored words', () => {
    fc.assert(
      fc.property(name, name, bearer, (a, b, bearer) => {
        const there = compareNames(a, b, { bearer });
        const back = compareNames(b, a, { bearer });
        expect(back.score).to.equal(there.score);
        expect(back.relation).to.equal(there.relation);
        expect(back.left.map(({ text }) => text)).to.deep.equal(there.right.map(({ text }) => text));
      }),
    );
  });

  it('finds every name with a word the same as itself', () => {
    fc.assert(
      fc.property(name, bearer, (a, bearer) => {
        fc.pre(prepareName(a, { bearer }).tokens.length > 0);
        const { score, relation } = compareNames(a, a, { bearer });
        expect([score, relation]).to.deep.equal([1, 'same']);
      }),
    );
  });

  it('does not care for the order of words', () => {
    const words = fc.uniqueArray(fc.constantFrom('Ivan', 'Петров', 'Đenić', 'Pérez', 'Ольга', 'Maria'), {
      minLength: 2,
    });
    fc.assert(
      fc.property(words, list => {
        expect(compareNames(list.join(' '), list.toReversed().join(' ')).score).to.equal(1);
      }),
    );
  });

  it('gives persons’ names that are the same but for order a key in common', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), words => {
        const one = nameKeys(words.join(' '));
        const other = new Set(nameKeys(words.toReversed().join(' ')));
        fc.pre(one.length > 0 && !one[0]!.startsWith('='));
        expect(one.some(key => other.has(key))).to.equal(true);
      }),
    );
  });

  it('looks at the beginning of hostile texts only', () => {
    for (const unit of ['a', 'a ', 'A.', '-', '\u0301', 'аa', 'ый ', '"(', 'aB', '한', "'", 'S.C '])
      expect(compareNames(unit.repeat(1_000_000), `${unit.repeat(999_999)}x`).score).to.be.within(0, 1);
  });
});
