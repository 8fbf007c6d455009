import { expect } from 'chai';
import fc from 'fast-check';
import { placeAt, placesOf } from '../../../shared/derivation/places.ts';
import { derivations, derived } from './made.ts';

describe('places of derived text', () => {
  it('gives every unit the place of the stretch that holds it, and none to what was put in', () => {
    fc.assert(
      fc.property(derivations, fc.nat({ max: 400 }), (derivation, offset) => {
        const holds = derivation.stretches.find(({ start, end }) => start <= offset && offset < end);
        expect(placeAt(derivation, offset)).to.equal(holds?.at);
      }),
    );
  });

  it('gives a range the places of all stretches that it touches, in order', () => {
    fc.assert(
      fc.property(
        derivations,
        fc.nat({ max: 400 }),
        fc.integer({ min: 1, max: 60 }),
        (derivation, start, n) => {
          const touched = derivation.stretches.filter(one => one.start < start + n && one.end > start);
          fc.pre(touched.length > 0);
          expect(placesOf(derivation, { start, end: start + n })).to.deep.equal(touched.map(({ at }) => at));
        },
      ),
    );
  });

  it('gives what was put in the place of the words behind it, else of those before', () => {
    const derivation = derived({
      stretches: [
        { start: 2, end: 5, at: { page: 1 } },
        { start: 8, end: 9, at: { page: 2 } },
      ],
    });
    expect(placesOf(derivation, { start: 0, end: 2 })).to.deep.equal([{ page: 1 }]);
    expect(placesOf(derivation, { start: 5, end: 7 })).to.deep.equal([{ page: 2 }]);
    expect(placesOf(derivation, { start: 9, end: 9 })).to.deep.equal([{ page: 2 }]);
    expect(placesOf(derived({}), { start: 0, end: 3 })).to.deep.equal([]);
  });
});
