import { expect } from 'chai';
import fc from 'fast-check';
import { type Dependent, withoutSteps } from '../../../shared/history/take-back.ts';
import { wayToward } from '../../../shared/history/toward.ts';
import { keyOf, World } from '../../../shared/history/world.ts';
import { sameJson } from '../../../shared/json/canonical.ts';
import type { Before, LogEntry, Operation, Versioned } from '../../../shared/model/change.ts';
import { change, uuid } from '../../support/objects.ts';
import {
  add,
  addNote,
  create,
  type Deed,
  drop,
  editNote,
  historyOf,
  remove,
  repeated,
  restore,
  set,
  someHistory,
} from './histories.ts';

const everything = () => true;

describe('taking back one step', () => {
  const begun: readonly Deed[][] = [[create.claim(1)], [create.claim(2)], [create.entity(11)]];
  const cases: readonly {
    readonly name: string;
    /** After the two claims and the entity are there; the first is taken back. */
    readonly steps: readonly Deed[][];
    /** Numbers of the steps that depend on it, and how; counted from the one that is taken back, which is 0. */
    readonly by: readonly [number, Dependent['how'], string, number][];
  }[] = [
    {
      name: 'is free where others changed other fields and other objects since',
      steps: [
        [set(1, { verdict: 'disputed' })],
        [set(1, { workflow: 'checked' })],
        [set(2, { verdict: 'accurate' })],
        [add(1, 'tags', 'a')],
      ],
      by: [],
    },
    {
      name: 'meets who set the same field since',
      steps: [
        [set(1, { verdict: 'disputed' })],
        [set(1, { workflow: 'checked' })],
        [set(1, { verdict: 'accurate' })],
      ],
      by: [[2, 'changes', 'verdict', 0]],
    },
    {
      name: 'is free where the same field was set to what it was',
      steps: [[set(1, { workflow: 'open' })], [set(1, { workflow: 'checked' })]],
      by: [],
    },
    {
      name: 'names a whole chain of steps',
      steps: [
        [set(1, { verdict: 'disputed' })],
        [set(1, { verdict: 'accurate' }), set(1, { workflow: 'checked' })],
        [set(1, { workflow: 'in-review' })],
      ],
      by: [
        [1, 'changes', 'verdict', 0],
        [2, 'changes', 'workflow', 1],
      ],
    },
    {
      name: 'that made an object meets all that was done to it',
      steps: [
        [create.claim(3)],
        [set(3, { verdict: 'disputed' })],
        [set(1, { verdict: 'disputed' })],
        [remove(3)],
      ],
      by: [
        [1, 'changes', '*', 0],
        [3, 'changes', '*', 1],
      ],
    },
    {
      name: 'that made an object meets who named it',
      steps: [[create.entity(12)], [set(1, { entityId: uuid(12) })], [set(2, { entityId: uuid(11) })]],
      by: [[1, 'names', '*', 0]],
    },
    {
      name: 'that made an object meets who named it on a claim and removed the claim in the same step',
      steps: [
        [create.entity(12)],
        [create.claim(3)],
        [set(3, { entityId: uuid(12) }), remove(3), set(1, { verdict: 'accurate' })],
        [set(1, { workflow: 'checked' })],
      ],
      by: [[2, 'names', '*', 0]],
    },
    {
      name: 'that made a claim meets the conflict raised about it',
      steps: [[create.claim(3)], [create.conflict(31, 1, 3)]],
      by: [[1, 'names', '*', 0]],
    },
    {
      name: 'that removed an object meets who brought it back',
      steps: [[remove(1)], [restore(1)], [set(1, { verdict: 'disputed' })]],
      by: [[1, 'changes', '*', 0]],
    },
    {
      name: 'that added to a list meets who edited what was added',
      steps: [[addNote(1, 21)], [addNote(1, 22)], [editNote(1, 21, 'x')], [drop(1, 'notes', uuid(21))]],
      by: [
        [2, 'changes', `notes/${uuid(21)}`, 0],
        [3, 'changes', `notes/${uuid(21)}`, 2],
      ],
    },
    {
      name: 'on a claim that was removed since meets who removed it',
      steps: [[set(1, { verdict: 'disputed' })], [remove(1)]],
      by: [[1, 'changes', '*', 0]],
    },
    {
      name: 'that named an entity meets who took the name away, not who removed the entity then',
      steps: [[set(1, { entityId: uuid(11) })], [set(1, { entityId: null })], [remove(11, 'entity')]],
      by: [[1, 'changes', 'entityId', 0]],
    },
    {
      name: 'is free where an entity is removed in the same step in which the claim lets go of it',
      steps: [
        [set(1, { verdict: 'disputed' })],
        [set(1, { entityId: uuid(11) })],
        [set(1, { entityId: null }), remove(11, 'entity')],
      ],
      by: [],
    },
  ];
  for (const { name, steps, by } of cases) {
    it(name, () => {
      const { entries, world } = historyOf([...begun, ...steps]);
      const first = begun.length + 1;
      const { dependents } = withoutSteps(entries, new Set([first]), everything);
      expect(dependents.map(({ seq, how, path, on }) => [seq - first, how, path, on - first])).to.deep.equal(
        by,
      );
      expect(world.size).to.be.greaterThan(0);
    });
  }

  it('that took an entity away from a claim meets who removed the entity since', () => {
    const { entries } = historyOf([
      ...begun,
      [set(1, { entityId: uuid(11) })],
      [set(1, { entityId: null })],
      [remove(11, 'entity')],
    ]);
    const { dependents } = withoutSteps(entries, new Set([5]), everything);
    expect(dependents.map(({ seq, how, on }) => [seq, how, on])).to.deep.equal([[6, 'removes', 5]]);
  });

  it('that also touched the entity it took away meets who removed the entity since', () => {
    const { entries } = historyOf([
      ...begun,
      [set(1, { entityId: uuid(11) })],
      [set(1, { entityId: null }), set(11, { preferred: 'Luis' }, 'entity')],
      [remove(11, 'entity')],
    ]);
    const { dependents } = withoutSteps(entries, new Set([5]), everything);
    expect(dependents.map(({ seq, how, on }) => [seq, how, on])).to.deep.equal([[6, 'removes', 5]]);
  });

  it('puts a tag back where it would have stood', () => {
    const { entries, world } = historyOf([
      ...begun,
      [add(1, 'tags', 'a'), add(1, 'tags', 'b')],
      [drop(1, 'tags', 'a')],
      [add(1, 'tags', 'c', 0)],
    ]);
    const { dependents, apart } = withoutSteps(entries, new Set([5]), everything);
    expect(dependents).to.deep.equal([]);
    const after = brought(world, apart);
    expect(after.get('claim', uuid(1))!.object.tags).to.deep.equal(['c', 'a', 'b']);
  });

  it('gives the history without it, and names exactly the steps that could not stand', () => {
    fc.assert(
      fc.property(someHistory, fc.nat(), ({ entries, world }, place) => {
        const seq = 1 + (place % entries.length);
        const { dependents, apart } = withoutSteps(entries, new Set([seq]), everything);
        const left = new Set([seq, ...dependents.map(dependent => dependent.seq)]);
        // Without it and all that depends on it, history can be told as it was, and it is what one comes to. Of the
        // later steps, those that are named could not have stood, and all others could.
        const was = new World();
        const told = new World();
        for (const entry of entries) {
          if (entry.seq > seq)
            expect(stands(entry, was, told), `step ${entry.seq}`).to.equal(!left.has(entry.seq));
          repeated(was, entry.changes);
          if (left.has(entry.seq)) continue;
          const before = repeated(told, entry.changes);
          expect(before, `step ${entry.seq}`).not.to.equal(undefined);
          expect(before!.map(bare)).to.deep.equal(entry.before.map(bare));
        }
        expectSame(brought(world, apart), told);
      }),
      { numRuns: 150 },
    );
  });

  it('needs no more than the history of what is concerned', () => {
    fc.assert(
      fc.property(someHistory, fc.nat(), ({ entries }, place) => {
        const seq = 1 + (place % entries.length);
        const whole = withoutSteps(entries, new Set([seq]), everything);
        const left = [seq, ...whole.dependents.map(dependent => dependent.seq)];
        const keys = new Set(
          left.flatMap(n => entries[n - 1]!.changes.map(({ kind, objectId }) => keyOf(kind, objectId))),
        );
        const part = withoutSteps(entries, new Set([seq]), (kind, id) => keys.has(keyOf(kind, id)));
        expect(part.apart.map(({ now }) => now.id)).to.deep.equal(whole.apart.map(({ now }) => now.id));
      }),
      { numRuns: 50 },
    );
  });
});

/** The world after the changes that bring what stands otherwise to where it would stand. */
function brought(world: World, apart: readonly { now: Versioned; other: Versioned | undefined }[]): World {
  const after = world.copy();
  for (const { now, other } of apart)
    for (const draft of wayToward(now, other).drafts) {
      const held = after.get(draft.kind, draft.objectId);
      after.repeat({ ...change(held, draft.operation), kind: draft.kind, objectId: draft.objectId });
    }
  return after;
}

function expectSame(one: World, other: World): void {
  const present = (world: World) =>
    [...world.all]
      .filter(({ removed }) => !removed)
      .map(({ object }) => object)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(present(one)).to.deep.equal(present(other));
}

const bare = ({ values, item }: Before): unknown => ({ values, item });

/**
 * Whether a step would be the very same without some before it: it can be done, overwrites what it did, names what is
 * there, and takes away nothing that is named. Each of its changes counts for itself: a name that a later change of the
 * step takes away again, or hides with its object, is told all the same.
 * @param before what was there before the step
 * @param beside what would have been there without the others
 */
function stands(entry: LogEntry, before: World, beside: World): boolean {
  const [was, without] = [before.copy(), beside.copy()];
  return entry.changes.every((change, i) => {
    const { kind, objectId, operation } = change;
    const isHidden =
      operation.op === 'remove' &&
      !sameJson(was.get(kind, objectId)?.object, without.get(kind, objectId)?.object);
    const isAbsent = namesIn(operation).some(key => isThere(was.at(key)) && !isThere(without.at(key)));
    repeated(was, [change]);
    const over = repeated(without, [change])?.[0];
    if (isHidden || isAbsent || !over || !sameJson(bare(over), bare(entry.before[i]!))) return false;
    if (operation.op !== 'remove') return true;
    const gone = keyOf(kind, objectId);
    return [...without.all].every(
      held =>
        !isThere(held) ||
        !namesOf(held.object).includes(gone) ||
        namesOf(was.get(held.kind, held.id)?.object).includes(gone),
    );
  });
}

const isThere = (held: Versioned | undefined): boolean => held !== undefined && !held.removed;

/** The keys of what a claim or a conflict names, or what is set in one. */
function namesOf(object: unknown): string[] {
  const { entityId, sides = [] } = (object ?? {}) as {
    entityId?: string | null;
    sides?: readonly { readonly claimIds: readonly string[] }[];
  };
  return [
    ...(entityId ? [keyOf('entity', entityId)] : []),
    ...sides.flatMap(({ claimIds }) => claimIds.map(id => keyOf('claim', id))),
  ];
}

function namesIn(operation: Operation): string[] {
  if (operation.op === 'create') return namesOf(operation.value);
  return operation.op === 'set' ? namesOf(operation.values) : [];
}
