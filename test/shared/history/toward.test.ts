import { expect } from 'chai';
import fc from 'fast-check';
import { deedsOf, FULL, goesOn } from '../../../shared/history/deeds.ts';
import { differencesOf, fateBetween } from '../../../shared/history/difference.ts';
import { wayToward } from '../../../shared/history/toward.ts';
import { World } from '../../../shared/history/world.ts';
import type { LogEntry } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { change, claim, held, uuid } from '../../support/objects.ts';
import { addNote, create, historyOf, set, someHistory } from './histories.ts';

const evidence = (stance: 'supports' | 'mentions') =>
  ({ id: uuid(61), sourceId: uuid(60), stance, by: 'Ines', at: '2026-05-07T10:42:00.000Z' }) as const;

/** The state after so many entries of a history. */
function worldAfter(entries: readonly LogEntry[], count: number): World {
  const world = new World();
  for (const entry of entries.slice(0, count)) for (const one of entry.changes) world.repeat(one);
  return world;
}

describe('what became of an object between two moments', () => {
  const cases: readonly [string, Partial<Claim>, Partial<Claim>, unknown][] = [
    ['nothing', {}, {}, []],
    ['a field that was set', {}, { verdict: 'disputed' }, [{ path: 'verdict', now: 'disputed' }]],
    [
      'a key of a record',
      { fields: { role: 'speaker' } },
      { fields: { role: 'host' } },
      [{ path: 'fields.role', old: 'speaker', now: 'host' }],
    ],
    [
      'items that came and went',
      { tags: ['a', 'b'] },
      { tags: ['b', 'c'] },
      [
        { path: 'tags/a', old: 'a' },
        { path: 'tags/c', now: 'c' },
      ],
    ],
    ['no other order of a list', { tags: ['a', 'b'] }, { tags: ['b', 'a'] }, []],
    [
      'one field of an item',
      { evidence: [evidence('supports')] },
      { evidence: [evidence('mentions')] },
      [{ path: `evidence/${uuid(61)}/stance`, old: 'supports', now: 'mentions' }],
    ],
  ];
  for (const [name, before, now, wanted] of cases)
    it(`tells ${name}`, () => {
      expect(differencesOf('claim', claim(before), claim(now))).to.deep.equal(wanted);
    });

  it('counts what is removed as not there', () => {
    const there = held('claim', claim());
    const gone = { ...there, removed: { by: 'Ines', at: '2026-05-07T10:42:00.000Z' } };
    expect(fateBetween(undefined, there)).to.equal('added');
    expect(fateBetween(there, gone)).to.equal('removed');
    expect(fateBetween(gone, there)).to.equal('brought-back');
    expect(fateBetween(undefined, gone)).to.equal('same');
  });
});

describe('the way to another moment', () => {
  it('leads from any moment of a history to any other', () => {
    fc.assert(
      fc.property(someHistory, fc.nat(), fc.nat(), ({ entries }, one, other) => {
        const from = worldAfter(entries, one % (entries.length + 1));
        const to = worldAfter(entries, other % (entries.length + 1));
        for (const key of new Set([...from.keys, ...to.keys])) {
          const [now, then] = [from.at(key), to.at(key)];
          const world = new World(now ? [now] : []);
          for (const { kind, objectId, operation } of wayToward(now, then).drafts)
            world.repeat({ ...change(world.get(kind, objectId), operation), kind, objectId });
          const came = world.at(key);
          if (!then || then.removed) expect(!came || came.removed !== undefined).to.equal(true);
          else expect(came!.object).to.deep.equal(then.object);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('can be gone backwards entry by entry as well as told from the beginning', () => {
    fc.assert(
      fc.property(someHistory, fc.nat(), ({ entries, world }, place) => {
        const count = place % (entries.length + 1);
        const back = world.copy();
        for (const entry of entries.slice(count).reverse()) back.takeBack(entry);
        const told = worldAfter(entries, count);
        expect([...back.keys].sort()).to.deep.equal([...told.keys].sort());
        for (const key of told.keys) {
          expect(back.at(key)!.object).to.deep.equal(told.at(key)!.object);
          expect(back.at(key)!.removed === undefined).to.equal(told.at(key)!.removed === undefined);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leaves a claim where it stands when its text is another one now', () => {
    const then = held('claim', claim({ verdict: 'disputed' }));
    const now = held('claim', claim({ anchor: { ...claim().anchor, revision: uuid(102) } }));
    const { drafts, unable } = wayToward(now, then);
    expect(unable).to.deep.equal(['place']);
    expect(drafts.map(({ operation }) => operation)).to.deep.equal([
      { op: 'set', values: { verdict: 'disputed' } },
    ]);
  });
});

describe('an entry in brief', () => {
  it('tells the same done to several as one, in the order in which it was begun', () => {
    const { entries } = historyOf([
      [create.claim(1)],
      [create.claim(2)],
      [set(1, { workflow: 'checked' }), addNote(1, 21), set(2, { workflow: 'checked' })],
    ]);
    const { deeds, more } = deedsOf(entries[2]!);
    expect(more).to.equal(0);
    expect(deeds.map(({ operation, count, objectIds }) => [operation.op, count, objectIds])).to.deep.equal([
      ['set', 2, [uuid(1), uuid(2)]],
      ['add', 1, [uuid(1)]],
    ]);
  });

  it('goes on with a group as large as one may be, by the same hand, a moment before', () => {
    const of = (size: number, at: string, by = 'Ines'): LogEntry => ({
      ...{ seq: 1, by, at, before: [], prevHash: '', hash: '' },
      changes: Array.from({ length: size }, () => change(undefined, { op: 'remove' })),
    });
    const [now, soon, late] = ['10:00:00', '10:00:20', '10:20:00'].map(time => `2026-05-07T${time}.000Z`) as [
      string,
      string,
      string,
    ];
    const cases: readonly [boolean, LogEntry, LogEntry][] = [
      [true, of(FULL, now), of(12, soon)],
      [false, of(FULL - 1, now), of(12, soon)],
      [false, of(FULL, now), of(12, late)],
      [false, of(FULL, now), of(12, soon, 'Omar')],
    ];
    expect(cases.map(([, before, next]) => goesOn(before, next))).to.deep.equal(
      cases.map(([wanted]) => wanted),
    );
  });
});
