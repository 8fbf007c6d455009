import { expect } from 'chai';
import fc from 'fast-check';
import {
  certainlyBefore,
  compareDates,
  type DateRelation,
} from '../../../shared/values/dates/compare-dates.ts';

const pairs: readonly (readonly [one: string, other: string, relation: DateRelation, certain: boolean])[] = [
  ['2026-04-27', '2026-04-27', 'equal', true],
  ['2011-04', '2011-04-07', 'contains', true],
  ['2011-04-07', '2011', 'within', true],
  ['2007/2012', '2010', 'contains', true],
  ['2007/2012', '2011/2014', 'overlaps', true],
  ['2026-04-27', '2026-04-28', 'disjoint', true],
  ['1998/..', '1990', 'disjoint', true],
  ['../2012', '2013-01', 'disjoint', true],
  ['199X', '1995', 'contains', true],
  ['19', '1995', 'contains', true],
  ['-0043', '1950', 'disjoint', true],
  ['{2026-04-15,2026-04-17}', '2026-04-15', 'contains', true],
  ['XXXX-08-30', '2012-08-30', 'contains', true],
  ['XXXX-08-30', '2012-09', 'disjoint', true],
  ['XXXX-08-30', '2012', 'overlaps', true],
  ['XXXX-12-30/XXXX-01-03', '2026-01-01', 'contains', true],
  ['[2026-01-06,2026-06-01]', '2026-01-06', 'overlaps', false],
  ['[2026-01-06,2026-06-01]', '2026-04', 'disjoint', true],
  ['1984~', '1985', 'disjoint', false],
  ['2011-24', '2012-01', 'contains', false],
  ['XX26-04-27', '2026-04-27', 'overlaps', false],
  ['soon', '2026', 'incomparable', false],
];

describe('two dates', () => {
  for (const [one, other, relation, certain] of pairs)
    it(`${one} and ${other}: ${relation}${certain ? '' : ', not for certain'}`, () => {
      expect(compareDates(one, other)).to.include({ relation, certain });
    });

  it('say how many days lie between them', () => {
    expect(compareDates('2026-04-27', '2026-05-01').gap).to.equal(4);
    expect(compareDates('2011-04', '2011-04-07').gap).to.equal(0);
  });

  it('are before one another only where all their meanings are', () => {
    expect(certainlyBefore('2007-06', '2010-11')).to.equal(true);
    expect(certainlyBefore('2010-11', '2010')).to.equal(false);
    expect(certainlyBefore('[2026-01-06,2026-06-01]', '2026-04-27')).to.equal(false);
    expect(certainlyBefore('[2026-01-06,2026-06-01]', '2026-07')).to.equal(true);
    expect(certainlyBefore('XXXX-08-30', '2026-09-01')).to.equal(false);
  });

  it('lie to one another alike from either side', () => {
    const turned: Readonly<Partial<Record<DateRelation, DateRelation>>> = {
      contains: 'within',
      within: 'contains',
    };
    const date = fc.constantFrom(...pairs.map(([one]) => one), ...pairs.map(([, other]) => other));
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [there, back] = [compareDates(one, other), compareDates(other, one)];
        expect(back.relation).to.equal(turned[there.relation] ?? there.relation);
        expect(back.certain).to.equal(there.certain);
        expect(back.gap).to.equal(there.gap);
      }),
    );
  });
});
