import { expect } from 'chai';
import fc from 'fast-check';
import { decodeClaimIndex, encodeClaimIndex } from '../../../shared/claim-index/codec.ts';
import { type ClaimFilter, compileFilter, countFacets } from '../../../shared/claim-index/filter.ts';
import type { ClaimRow } from '../../../shared/claim-index/row.ts';
import { ClaimTable } from '../../../shared/claim-index/table.ts';
import { verdict, workflow } from '../../../shared/model/scales.ts';
import { uuid } from '../../support/objects.ts';

const row: fc.Arbitrary<ClaimRow> = fc
  .record({
    n: fc.nat(60),
    start: fc.nat(1000),
    lengths: fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 3 }),
    type: fc.constantFrom('person', 'date', 'дата', 'statement'),
    workflow: fc.constantFrom(...workflow.codes),
    verdict: fc.option(fc.constantFrom(...verdict.codes), { nil: undefined }),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', '🙂', 'ü'), { maxLength: 2 }),
    by: fc.constantFrom('Marta', 'Инес'),
    conflict: fc.boolean(),
    evidence: fc.boolean(),
    notes: fc.boolean(),
    waiting: fc.boolean(),
  })
  .map(({ n, start, lengths, verdict, ...rest }) => {
    let at = start;
    const ranges = lengths.map(length => {
      const range = { start: at, end: at + length };
      at += length + 5;
      return range;
    });
    return { id: uuid(n), ranges, ...(verdict ? { verdict } : {}), ...rest };
  });
const step = fc.oneof(
  { weight: 4, arbitrary: row.map(put => ({ put })) },
  { weight: 1, arbitrary: fc.nat(60).map(n => ({ delete: uuid(n) })) },
);

function build(steps: readonly ({ put: ClaimRow } | { delete: string })[]) {
  const table = new ClaimTable({ revision: uuid(99) });
  const model = new Map<string, ClaimRow>();
  for (const one of steps) {
    if ('put' in one) {
      table.put(one.put);
      model.set(one.put.id, one.put);
    } else {
      table.delete(one.delete);
      model.delete(one.delete);
    }
  }
  return { table, model };
}

const hullOf = (one: ClaimRow) => [one.ranges[0]!.start, one.ranges[one.ranges.length - 1]!.end] as const;
const ids = (table: ClaimTable, slots: Iterable<number>) =>
  Array.from(slots, slot => table.idAt(slot)).sort();

describe('the claim index', () => {
  it('holds what was put and not deleted, in text order, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), steps => {
        const { table, model } = build(steps);
        expect(table.size).to.equal(model.size);
        for (const [id, one] of model) expect(table.rowAt(table.slotOf(id))).to.deep.equal(one);
        for (const slots of [table.order, table.waiting]) {
          const starts = Array.from(slots, slot => table.columns.start[slot]!);
          expect(starts).to.deep.equal([...starts].sort((a, b) => a - b));
        }
        expect(ids(table, table.waiting)).to.deep.equal(
          [...model.values()]
            .filter(({ waiting }) => waiting)
            .map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });

  it('finds exactly the claims that touch a window, none of those that wait on another revision', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.nat(1200), fc.nat(200), (steps, from, width) => {
        const { table, model } = build(steps);
        const to = Math.max(from + width, from + 1);
        const wanted = [...model.values()]
          .filter(one => !one.waiting && hullOf(one)[1] > from && hullOf(one)[0] < to)
          .map(one => one.id)
          .sort();
        expect(ids(table, table.touching(from, from + width))).to.deep.equal(wanted);
      }),
    );
  });

  it('travels: what is decoded equals what was encoded, and can be changed further', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.array(step, { maxLength: 80 }), (before, after) => {
        const { table, model } = build(before);
        const { table: copy, seq } = decodeClaimIndex(encodeClaimIndex(table, 42).buffer);
        expect(seq).to.equal(42);
        for (const [id, one] of model) expect(copy.rowAt(copy.slotOf(id))).to.deep.equal(one);
        for (const one of after) {
          if ('put' in one) {
            copy.put(one.put);
            model.set(one.put.id, one.put);
          } else {
            copy.delete(one.delete);
            model.delete(one.delete);
          }
        }
        expect(ids(copy, copy.all)).to.deep.equal([...model.keys()].sort());
        expect(copy.revision).to.equal(table.revision);
      }),
    );
  });

  it('travels in part: a window holds the claims that touch it and no others', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 80 }),
        fc.nat(1000),
        fc.integer({ min: 1, max: 300 }),
        (steps, from, width) => {
          const { table, model } = build(steps);
          const slots = Uint32Array.from(table.touching(from, from + width));
          const { table: part } = decodeClaimIndex(encodeClaimIndex(table, 1, slots).buffer);
          expect(ids(part, part.order)).to.deep.equal(ids(table, slots));
          for (const slot of part.order) expect(part.rowAt(slot)).to.deep.equal(model.get(part.idAt(slot)));
        },
      ),
    );
  });

  it('filters and counts as a plain loop over the claims would', () => {
    const filter: fc.Arbitrary<ClaimFilter> = fc.record(
      {
        types: fc.subarray(['person', 'date', 'place']),
        workflow: fc.subarray([...workflow.codes]),
        verdict: fc.subarray(['none' as const, ...verdict.codes]),
        tags: fc.subarray(['a', '🙂']),
        by: fc.subarray(['Инес', 'nobody']),
        conflict: fc.boolean(),
        evidence: fc.boolean(),
        waiting: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), filter, (steps, asked) => {
        const { table, model } = build(steps);
        const test = compileFilter(table, asked);
        const wanted = [...model.values()].filter(
          one =>
            (!asked.types || asked.types.includes(one.type)) &&
            (!asked.workflow || asked.workflow.includes(one.workflow)) &&
            (!asked.verdict || asked.verdict.includes(one.verdict ?? 'none')) &&
            (!asked.tags || asked.tags.some(tag => one.tags.includes(tag))) &&
            (!asked.by || asked.by.includes(one.by)) &&
            (asked.conflict === undefined || asked.conflict === one.conflict) &&
            (asked.evidence === undefined || asked.evidence === one.evidence) &&
            (asked.waiting === undefined || asked.waiting === one.waiting),
        );
        expect(ids(table, [...table.all].filter(test))).to.deep.equal(wanted.map(one => one.id).sort());
        const facets = countFacets(table, test);
        expect(facets.total).to.equal(wanted.length);
        expect(facets.types.get('person') ?? 0).to.equal(wanted.filter(one => one.type === 'person').length);
        expect(facets.tags.get('🙂') ?? 0).to.equal(wanted.filter(one => one.tags.includes('🙂')).length);
      }),
    );
  });

  it('says so when bytes are not an index', () => {
    expect(() => decodeClaimIndex(new ArrayBuffer(4))).to.throw(/not a claim index/);
    expect(() => decodeClaimIndex(new TextEncoder().encode('<!doctype html><p>error').buffer)).to.throw(
      /not a claim index/,
    );
  });
});
