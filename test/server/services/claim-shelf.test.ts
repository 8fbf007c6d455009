import { expect } from 'chai';
import fc from 'fast-check';
import { ClaimShelf } from '../../../server/services/claim-shelf.ts';
import { openStorage } from '../../../server/storage/registry.ts';
import type { LogEntry, Versioned } from '../../../shared/model/change.ts';
import { claim, conflict, held, uuid } from '../../support/objects.ts';

type Step =
  | { readonly what: 'claim'; readonly n: number; readonly start: number; readonly removed: boolean }
  | {
      readonly what: 'conflict';
      readonly n: number;
      readonly sides: readonly number[];
      readonly open: boolean;
    };

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    what: fc.constant('claim' as const),
    n: fc.nat({ max: 5 }),
    start: fc.nat({ max: 50 }),
    removed: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('conflict' as const),
    n: fc.nat({ max: 3 }),
    sides: fc.array(fc.nat({ max: 5 }), { minLength: 2, maxLength: 3 }),
    open: fc.boolean(),
  }),
);

function objectOf(step: Step): Versioned {
  if (step.what === 'claim') {
    const id = uuid(step.n);
    const documentId = uuid(100 + (step.n % 2));
    const ranges = [{ start: step.start, end: step.start + 5 }];
    const anchor = { ...claim().anchor, documentId, ranges };
    const object = held('claim', claim({ id, anchor }));
    return step.removed ? { ...object, removed: { by: 'Ines', at: '' } } : object;
  }
  const sides = step.sides.map((n, i) => ({ id: uuid(60 + i), value: 'x', claimIds: [uuid(n)] }));
  return held('conflict', conflict({ id: uuid(40 + step.n), sides, state: step.open ? 'open' : 'settled' }));
}

describe('the shelf of claims', () => {
  it('kept up step by step is the same as made anew from where the steps have led', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 30 }), all => {
        const shelf = new ClaimShelf({ seq: 0, hash: '' });
        const last = new Map<string, Versioned>();
        all.forEach((step, i) => {
          const object = objectOf(step);
          last.set(object.id, object);
          shelf.take({ seq: i + 1, hash: `${i}` } as LogEntry, [object]);
        });
        const anew = new ClaimShelf({ seq: 0, hash: '' });
        anew.take({ seq: 1, hash: '' } as LogEntry, [...last.values()]);
        for (const document of [uuid(100), uuid(101)])
          expect(rows(shelf, document)).to.eql(rows(anew, document));
        expect([...shelf.openConflicts()].sort()).to.eql([...anew.openConflicts()].sort());
      }),
    );
  });

  it('of an empty desk is empty', async () => {
    const shelf = await ClaimShelf.load(await openStorage('memory:'));
    expect(shelf.of(uuid(1)).table.size).to.equal(0);
    expect([...shelf.present()]).to.eql([]);
  });
});

function rows(shelf: ClaimShelf, document: string) {
  const { table } = shelf.of(document);
  return [...table.order].map(slot => table.rowAt(slot)).sort((a, b) => (a.id < b.id ? -1 : 1));
}
