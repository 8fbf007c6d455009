import { expect } from 'chai';
import fc from 'fast-check';
import { applyChange, ChangeError } from '../../../shared/change/apply.ts';
import type { Operation, Versioned } from '../../../shared/model/change.ts';
import { kinds, shapes } from '../../../shared/model/objects.ts';
import { AT, change, claim, conflict, held, uuid } from '../../support/objects.ts';

const note = { id: uuid(7), text: 'why?', by: 'Ines', at: AT };
const starts: readonly Versioned[] = [
  held('claim', claim({ tags: ['name'], notes: [note], fields: { role: 'guard' } })),
  held('conflict', conflict()),
  held('source', { id: uuid(3), csl: { type: 'book', title: 'Guards' } }),
  held('entity', { id: uuid(4), kind: 'person', preferred: 'Luis', variants: [], distinctFrom: [uuid(5)] }),
];

/** Values of which some fit somewhere, and some nowhere. */
const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'checked',
    'open',
    'settled',
    'place',
    'date',
    uuid(9),
    'x'.repeat(6000),
  ),
  fc.constantFrom<unknown>({ kind: 'date' }, {}, [], 7, true, claim().anchor, {
    ...claim().anchor,
    ranges: [],
  }),
);
const item = fc.constantFrom<unknown>(
  'tag',
  '',
  'x'.repeat(100),
  uuid(9),
  { id: uuid(9) },
  { ...note, id: uuid(9) },
  { ...note, id: uuid(9), surplus: 1 },
  { id: uuid(9), value: 'Luis', claimIds: [uuid(1)] },
  { id: uuid(9), form: 'Luis' },
);
const itemId = fc.constantFrom('name', note.id, uuid(5), uuid(9), uuid(51), uuid(52));

function operations({ kind }: Versioned): fc.Arbitrary<Operation> {
  const { settable, records, lists } = shapes[kind];
  const paths = [
    ...settable,
    ...records.flatMap(record => ['role', 'type', 'issued'].map(key => `${record}.${key}`)),
  ];
  const sets = fc.record({
    op: fc.constant('set'),
    values: fc.dictionary(fc.constantFrom(...paths), value, { minKeys: 1, maxKeys: 3 }),
  });
  if (lists.length === 0) return sets as fc.Arbitrary<Operation>;
  const list = fc.constantFrom(...lists);
  const values = fc.dictionary(fc.constantFrom('text', 'value', 'form', 'claimIds', 'surplus'), value, {
    minKeys: 1,
  });
  return fc.oneof(
    sets,
    fc.record({ op: fc.constant('add'), list, item }),
    fc.record({ op: fc.constant('edit'), list, item: itemId, values }),
    fc.record({ op: fc.constant('drop'), list, item: itemId }),
  ) as fc.Arbitrary<Operation>;
}

describe('an object that is changed', () => {
  for (const start of starts)
    it(`fits the schema of a ${start.kind} after every change that is taken`, () => {
      let taken = 0;
      let refused = 0;
      fc.assert(
        fc.property(fc.array(operations(start), { maxLength: 8 }), steps => {
          let now = start;
          for (const step of steps)
            try {
              now = applyChange(now, change(now, step)).held;
              taken++;
              expect(shapes[start.kind].schema.safeParse(now.object).error).to.equal(undefined);
            } catch (error) {
              if (!(error instanceof ChangeError)) throw error;
              refused++;
            }
        }),
        { numRuns: 300 },
      );
      expect(taken).to.be.greaterThan(0);
      expect(refused).to.be.greaterThan(0);
    });

  it('can be changed only in fields that its schema knows', () => {
    for (const kind of kinds) {
      const { schema, settable, records, lists } = shapes[kind];
      expect(Object.keys(schema.shape)).to.include.members([...settable, ...records, ...lists]);
    }
  });
});
