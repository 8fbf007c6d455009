import { expect } from 'chai';
import fc from 'fast-check';
import { applyChange, ChangeError } from '../../../shared/change/apply.ts';
import { applyGroup } from '../../../shared/change/group.ts';
import { changedSince, invertChange } from '../../../shared/change/invert.ts';
import { mergeChange } from '../../../shared/change/merge.ts';
import { canonicalJson } from '../../../shared/json/canonical.ts';
import type { Change, Operation, Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { AT, change, claim, held, uuid } from '../../support/objects.ts';

const note = (n: number, text = 'why?') => ({ id: uuid(n), text, by: 'Ines', at: AT });
const start = () => held('claim', claim());

describe('a change', () => {
  const refused: readonly [
    string,
    (before: Versioned<'claim'>) => [Versioned | undefined, Operation],
    RegExp,
  ][] = [
    [
      'to an object that is not there',
      () => [undefined, { op: 'set', values: { workflow: 'checked' } }],
      /create it first/,
    ],
    [
      'that creates what is there',
      before => [before, { op: 'create', value: claim() as never }],
      /already a claim/,
    ],
    [
      'of a field nobody may set',
      before => [before, { op: 'set', values: { createdBy: 'Eve' } }],
      /cannot be set/,
    ],
    [
      'of a field that does not exist',
      before => [before, { op: 'set', values: { shoeSize: 44 } }],
      /cannot be set/,
    ],
    [
      'to a value outside the scale',
      before => [before, { op: 'set', values: { workflow: 'finished' } }],
      /would not be valid/,
    ],
    [
      'that takes away a field that must be there',
      before => [before, { op: 'set', values: { workflow: null } }],
      /would not be valid/,
    ],
    [
      'into a list there is not',
      before => [before, { op: 'add', list: 'shoes', item: { id: uuid(9) } }],
      /no list/,
    ],
    [
      'that adds an item twice',
      before => [
        applyChange(before, change(before, { op: 'add', list: 'tags', item: 'name' })).held,
        { op: 'add', list: 'tags', item: 'name' },
      ],
      /already has/,
    ],
    [
      'of an item that is not there',
      before => [before, { op: 'edit', list: 'notes', item: uuid(9), values: { text: 'x' } }],
      /no item/,
    ],
    [
      'of an item that would break its schema',
      before => [before, { op: 'add', list: 'evidence', item: { id: uuid(9), stance: 'loves' } }],
      /would not be valid/,
    ],
    [
      'that gives an item another id',
      before => [
        applyChange(before, change(before, { op: 'add', list: 'notes', item: note(8) })).held,
        { op: 'edit', list: 'notes', item: uuid(8), values: { id: uuid(9) } },
      ],
      /cannot be changed/,
    ],
    [
      'of a removed object',
      before => [
        applyChange(before, change(before, { op: 'remove' })).held,
        { op: 'set', values: { workflow: 'checked' } },
      ],
      /restore it/,
    ],
    ['that restores what is not removed', before => [before, { op: 'restore' }], /not removed/],
  ];
  for (const [name, make, message] of refused) {
    it(`is refused ${name}`, () => {
      const [object, operation] = make(start());
      expect(() => applyChange(object, change(object, operation))).to.throw(ChangeError, message);
    });
  }

  it('leaves the object it is applied to as it was', () => {
    const before = start();
    const copy = structuredClone(before);
    applyChange(before, change(before, { op: 'add', list: 'notes', item: note(8) }));
    expect(before).to.deep.equal(copy);
  });

  it('keeps a removed object and who removed it, and brings it back whole', () => {
    const before = start();
    const removed = applyChange(before, change(before, { op: 'remove' }, { why: 'marked twice' })).held;
    expect(removed.removed).to.deep.equal({ by: 'Marta', at: AT, why: 'marked twice' });
    const back = applyChange(removed, change(removed, { op: 'restore' })).held;
    expect(back.removed).to.equal(undefined);
    expect(back.object).to.deep.equal(before.object);
  });
});

describe('two people who change one claim', () => {
  const base = start();
  const both = (mine: Operation, theirs: Operation) => {
    const after = applyChange(base, change(base, theirs, { by: 'Ines' })).held;
    return { after, merge: mergeChange(after, change(base, mine)) };
  };
  const merges: readonly [string, Operation, Operation][] = [
    [
      'set different fields',
      { op: 'set', values: { workflow: 'checked' } },
      { op: 'set', values: { verdict: 'accurate' } },
    ],
    [
      'set different keys of the fields',
      { op: 'set', values: { 'fields.role': 'speaker' } },
      { op: 'set', values: { 'fields.country': 'Spain' } },
    ],
    [
      'each add a note',
      { op: 'add', list: 'notes', item: note(8) },
      { op: 'add', list: 'notes', item: note(9) },
    ],
    ['each add a tag', { op: 'add', list: 'tags', item: 'a' }, { op: 'add', list: 'tags', item: 'b' }],
    [
      'set a field to the same value',
      { op: 'set', values: { workflow: 'checked' } },
      { op: 'set', values: { workflow: 'checked' } },
    ],
  ];
  for (const [name, mine, theirs] of merges) {
    it(`merge when they ${name}`, () => {
      const { after, merge } = both(mine, theirs);
      expect(merge.merged).to.equal(true);
      expect(() => applyChange(after, change(base, mine))).not.to.throw();
    });
  }

  it('clash, with both values, when they set one field differently', () => {
    const { merge } = both(
      { op: 'set', values: { workflow: 'checked' } },
      { op: 'set', values: { workflow: 'returned' } },
    );
    expect(merge.merged).to.equal(false);
    if (!merge.merged)
      expect(merge.clashes[0]).to.include({ path: 'workflow', mine: 'checked', theirs: 'returned' });
  });

  it('clash when one edits the note that the other took out', () => {
    const noted = applyChange(base, change(base, { op: 'add', list: 'notes', item: note(8) })).held;
    const dropped = applyChange(noted, change(noted, { op: 'drop', list: 'notes', item: uuid(8) })).held;
    expect(
      mergeChange(
        dropped,
        change(noted, { op: 'edit', list: 'notes', item: uuid(8), values: { text: 'new' } }),
      ).merged,
    ).to.equal(false);
  });

  it('clash when one removes what the other has changed unseen', () => {
    const { merge } = both({ op: 'remove' }, { op: 'set', values: { verdict: 'disputed' } });
    expect(merge.merged).to.equal(false);
  });
});

describe('a group of changes', () => {
  it('applies whole, each change seeing the ones before', () => {
    const base = start();
    const first = change(base, { op: 'add', list: 'notes', item: note(8) });
    const seen = applyChange(base, first).held;
    const result = applyGroup(
      () => base,
      [first, change(seen, { op: 'edit', list: 'notes', item: uuid(8), values: { text: 'better' } })],
    );
    expect(result.applied && (result.objects[0]!.object as Claim).notes[0]!.text).to.equal('better');
  });

  it('applies not at all when one of its changes clashes', () => {
    const base = start();
    const now = applyChange(base, change(base, { op: 'set', values: { workflow: 'returned' } })).held;
    const result = applyGroup(
      () => now,
      [
        change(base, { op: 'set', values: { verdict: 'accurate' } }),
        change(base, { op: 'set', values: { workflow: 'checked' } }),
      ],
    );
    expect(result.applied).to.equal(false);
  });
});

const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .filter(value => value.trim().length > 0);
const operation: fc.Arbitrary<(held: Versioned<'claim'>) => Operation> = fc.oneof(
  fc
    .record({ workflow: fc.constantFrom('open', 'checking', 'checked', 'returned') })
    .map(values => () => ({ op: 'set', values }) as Operation),
  fc
    .constantFrom('accurate', 'disputed', null)
    .map(verdict => () => ({ op: 'set', values: { verdict } }) as Operation),
  fc.tuple(fc.constantFrom('role', 'country'), fc.option(text)).map(
    ([key, value]) =>
      () =>
        ({ op: 'set', values: { [`fields.${key}`]: value } }) as Operation,
  ),
  fc.tuple(fc.nat(30), text, fc.nat(3)).map(
    ([n, words, at]) =>
      () =>
        ({ op: 'add', list: 'notes', item: note(200 + n, words), at }) as Operation,
  ),
  fc.nat(30).map(
    n => (now: Versioned<'claim'>) =>
      ({
        op: 'drop',
        list: 'notes',
        item: now.object.notes[n % Math.max(1, now.object.notes.length)]?.id ?? uuid(1),
      }) as Operation,
  ),
  fc.tuple(fc.nat(30), text).map(
    ([n, words]) =>
      (now: Versioned<'claim'>) =>
        ({
          op: 'edit',
          list: 'notes',
          item: now.object.notes[n % Math.max(1, now.object.notes.length)]?.id ?? uuid(1),
          values: { text: words },
        }) as Operation,
  ),
  text.map(tag => () => ({ op: 'add', list: 'tags', item: tag }) as Operation),
  fc.nat(9).map(
    n => (now: Versioned<'claim'>) =>
      ({
        op: 'drop',
        list: 'tags',
        item: now.object.tags[n % Math.max(1, now.object.tags.length)] ?? 'x',
      }) as Operation,
  ),
  fc.constantFrom('remove', 'restore').map(op => () => ({ op }) as Operation),
);

/** Applies what applies; operations that make no sense at the moment are passed over. */
function walk(steps: readonly ((held: Versioned<'claim'>) => Operation)[]) {
  let now: Versioned = start();
  const done: { change: Change; before: ReturnType<typeof applyChange>['before']; from: Versioned }[] = [];
  for (const step of steps) {
    const next = change(now, step(now as Versioned<'claim'>));
    try {
      const result = applyChange(now, next);
      done.push({ change: next, before: result.before, from: now });
      now = result.held;
    } catch (error) {
      if (!(error instanceof ChangeError)) throw error;
    }
  }
  return { now, done };
}

describe('any walk of changes', () => {
  it('can be taken back step by step to where it began', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 25 }), steps => {
        const { now, done } = walk(steps);
        let back = now;
        for (const { change: did, before, from } of done.reverse()) {
          expect(changedSince(back, did)).to.equal(undefined);
          back = applyChange(back, change(back, invertChange(did, before)!)).held;
          expect(back.object).to.deep.equal(from.object);
          expect(back.removed === undefined).to.equal(from.removed === undefined);
        }
      }),
    );
  });

  it('gives the same object when it is replayed from the log', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 25 }), steps => {
        const { now, done } = walk(steps);
        if (done.length === 0) return;
        let replayed = done[0]!.from;
        for (const { change: did } of done)
          replayed = applyChange(replayed, JSON.parse(JSON.stringify(did)) as Change).held;
        expect(canonicalJson(replayed)).to.equal(canonicalJson(now));
      }),
    );
  });

  it('never merges away what somebody else set: a merge that succeeds keeps every path of theirs that it does not name itself', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 10 }), operation, operation, (steps, mine, theirs) => {
        const { now } = walk(steps);
        const common = now as Versioned<'claim'>;
        const my = change(common, mine(common));
        const their = change(common, theirs(common), { by: 'Ines' });
        let after: Versioned;
        try {
          applyChange(common, my);
          after = applyChange(common, their).held;
        } catch {
          return;
        }
        if (!mergeChange(after, my).merged) return;
        try {
          const merged = applyChange(after, my).held;
          expect(changedSince(merged, my)).to.equal(undefined);
          if (
            my.operation.op !== 'remove' &&
            JSON.stringify(my.operation) !== JSON.stringify(their.operation)
          ) {
            const named = JSON.stringify(my.operation);
            if (their.operation.op === 'set' && my.operation.op !== 'set')
              expect(changedSince(merged, their), named).to.equal(undefined);
          }
        } catch (error) {
          if (!(error instanceof ChangeError)) throw error;
        }
      }),
    );
  });
});
