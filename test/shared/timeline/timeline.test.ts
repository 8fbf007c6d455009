import { expect } from 'chai';
import {
  contradictionsIn,
  datedClaims,
  datedSources,
  isYearless,
  tooEarly,
} from '../../../shared/timeline/dated.ts';
import { busiest, extentOf, layOut } from '../../../shared/timeline/lay-out.ts';
import { dayNumber } from '../../../shared/values/dates/time-spans.ts';
import { AT, claim, conflict, uuid } from '../../support/objects.ts';

const dated = (n: number, edtf: string, event = edtf) =>
  claim({
    id: uuid(n),
    type: 'date',
    value: { kind: 'date', edtf, text: edtf },
    fields: { event },
  });
const source = (n: number, issued: number[], accessed?: number[]) => ({
  id: uuid(n),
  csl: {
    type: 'webpage' as const,
    title: `Page ${n}`,
    issued: { 'date-parts': [issued] },
    ...(accessed ? { accessed: { 'date-parts': [accessed] } } : {}),
  },
});
const day = (year: number, month: number, date: number) => dayNumber(year, month, date);
const letters = { width: 1000, words: () => 100, mostRows: 3 };

describe('a timeline', () => {
  it('has dates that are understood, each with all it can mean', () => {
    const things = datedClaims([
      dated(1, '2026-04-27'),
      dated(2, '[2026-01-06,2026-06-01]'),
      dated(3, 'XXXX-08-30'),
      claim({ id: uuid(4), type: 'date', value: { kind: 'text', text: 'once' } }),
    ]);
    expect(things.map(({ id, meanings }) => [id, meanings.length])).to.eql([
      [uuid(1), 1],
      [uuid(2), 2],
      [uuid(3), 1],
    ]);
    expect(things.map(isYearless)).to.eql([false, false, true]);
    expect(extentOf(things)!.from).to.be.lessThan(day(2026, 1, 6));
    expect(extentOf(datedClaims([dated(3, 'XXXX-08-30')]))).to.equal(undefined);
  });

  it('has the days on which sources were published and opened', () => {
    const things = datedSources([source(5, [2026, 4, 24], [2026, 4, 28]), source(6, [2026, 4])] as never);
    expect(things.map(({ what, edtf }) => [what, edtf])).to.eql([
      ['published', '2026-04-24'],
      ['accessed', '2026-04-28'],
      ['published', '2026-04'],
    ]);
  });

  it('joins dates of open conflicts, and finds sources that are older than what they prove', () => {
    const things = datedClaims([dated(1, '2008-06-30'), dated(2, '2007-06')]);
    expect(contradictionsIn([conflict(), conflict({ id: uuid(60), state: 'settled' })], things)).to.eql([
      { conflictId: uuid(50), says: 'Luis / Lois', keys: [uuid(1), uuid(2)] },
    ]);
    const evidence = (sourceId: string, fit?: 'predates') => [
      { id: uuid(90), sourceId, stance: 'supports' as const, by: 'M', at: AT, ...(fit ? { fit } : {}) },
    ];
    const citing = [
      { ...dated(1, '2026-04-27'), evidence: evidence(uuid(5)) },
      { ...dated(2, '2026-04'), evidence: evidence(uuid(5)) },
      claim({ id: uuid(3), evidence: evidence(uuid(6), 'predates') }),
    ];
    const found = tooEarly([source(5, [2026, 4, 24]), source(6, [2026, 4, 24])] as never, citing);
    expect(found).to.eql([
      { sourceId: uuid(5), claimIds: [uuid(1)] },
      { sourceId: uuid(6), claimIds: [uuid(3)] },
    ]);
  });

  it('puts things that would lie over one another into rows, up to a number of rows', () => {
    const window = { from: day(2026, 1, 1), to: day(2027, 1, 1) };
    const things = datedClaims(
      ['2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04', '2026-09-01', '2026-12-30'].map((edtf, i) =>
        dated(i + 1, edtf),
      ),
    );
    const placed = layOut(things, window, letters);
    expect(placed.map(({ row }) => row)).to.eql([0, 1, 2, 2, 0, 0]);
    expect(placed.map(({ side }) => side)).to.eql(['after', 'after', 'after', 'none', 'after', 'before']);
    const wide = layOut(
      datedClaims([dated(1, '2020/2030'), dated(2, '2026'), dated(3, '1999')]),
      window,
      letters,
    );
    expect(wide.map(({ side, isPoint }) => [side, isPoint])).to.eql([
      ['inside', false],
      ['inside', false],
    ]);
  });

  it('looks closer where most begins', () => {
    const things = datedClaims([dated(1, '1919'), ...[1, 2, 3, 4].map(n => dated(n + 1, `2026-04-2${n}`))]);
    const { from, to } = busiest(things, 100)!;
    expect(to - from).to.be.within(99, 102);
    expect(from).to.be.lessThan(day(2026, 4, 21));
    expect(to).to.be.greaterThan(day(2026, 4, 24));
  });
});
