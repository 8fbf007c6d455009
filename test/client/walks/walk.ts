import { expect } from 'chai';
import fc from 'fast-check';
import { rowOf } from '../../../shared/claim-index/row.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { kinds } from '../../../shared/model/objects.ts';
import { SomeBrowser } from './browser.ts';
import { Chance } from './chance.ts';
import { CALM, STORM } from './network.ts';
import { ServedDesk } from './served-desk.ts';
import { type Fates, SomeWindow } from './some-window.ts';
import { VirtualTime } from './virtual-time.ts';

/** One step of a walk: who does what, to what, and how many milliseconds go by. */
export interface WalkStep {
  readonly who: number;
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly pause: number;
}

export interface Walk {
  /** How many windows there are; those of an odd number stand in the browser of the one before. */
  readonly windows: number;
  readonly steps: readonly WalkStep[];
  /** From which the weather of the lines follows. */
  readonly seed: number;
}

const NAMES = ['Ines', 'Marta', 'Li', 'Óscar'];
/** Of all steps, those of the line, the window and the server; the others are gestures. */
const EVENTS = 8;
const GESTURES = 40;

/** @returns walks of up to so many steps */
export const walks = (steps: number): fc.Arbitrary<Walk> =>
  fc.record({
    windows: fc.integer({ min: 2, max: 4 }),
    steps: fc.array(
      fc.record({
        who: fc.nat({ max: 3 }),
        what: fc.nat({ max: GESTURES + EVENTS - 1 }),
        a: fc.nat({ max: 500 }),
        b: fc.nat({ max: 500 }),
        pause: fc.oneof(fc.constant(0), fc.nat({ max: 400 }), fc.nat({ max: 8000 })),
      }),
      { minLength: 1, maxLength: steps, size: 'max' },
    ),
    seed: fc.integer(),
  });

/** How many groups of changes were done, and what became of them. */
export interface Tally {
  done: number;
  committed: number;
  refused: number;
  withdrawn: number;
}

/**
 * Walks, lets the weather clear, and looks whether all windows and the server agree and nothing was lost or doubled.
 * @param tally is added to
 */
export async function walk({ windows: count, steps, seed }: Walk, tally?: Tally): Promise<void> {
  const time = new VirtualTime();
  const served = await ServedDesk.open(seed % 2 === 0);
  const chance = new Chance(seed);
  const fates: Fates = { done: new Map(), seen: new Set(), withdrawn: new Set() };
  const browsers = NAMES.map(() => new SomeBrowser(time));
  const browserOf = (who: number) => browsers[count > 2 && who % 2 === 1 ? who - 1 : who]!;
  const open = (who: number) => new SomeWindow(NAMES[who]!, browserOf(who), served, time, chance, fates);
  const windows = Array.from({ length: count }, (_, who) => open(who));
  try {
    await time.advance(100);
    for (const { who: n, what, a, b, pause } of steps) {
      const who = n % count;
      const window = windows[who]!;
      if (what < GESTURES) window.act(what, a, b);
      else if (what === GESTURES) window.network.down();
      else if (what <= GESTURES + 2) window.network.isDown = false;
      else if (what === GESTURES + 3) served.restart();
      else if (what === GESTURES + 4 && window.close()) windows[who] = open(who);
      else if (what === GESTURES + 5)
        for (const { network } of windows) network.weather = b % 2 ? STORM : CALM;
      else if (what === GESTURES + 6) window.store.retry();
      else if (what === GESTURES + 7) await served.revise(b);
      await time.advance(pause);
    }
    await calm(windows, time);
    const opening = windows.map(window => window.openAgain());
    await time.advance(5000);
    await Promise.all(opening);
    await compare(windows, served);
    await judge(fates, windows, served, tally);
  } finally {
    for (const window of windows) window.network.isCut = true;
    await served.close();
  }
}

/** Lets everything arrive. */
async function calm(windows: readonly SomeWindow[], time: VirtualTime): Promise<void> {
  for (const { network } of windows) {
    network.isDown = false;
    network.weather = CALM;
  }
  await time.advance(5000);
  for (let i = 0; i < 30 && windows.some(window => window.unrest); i++) await time.advance(10_000);
  expect(
    windows.map(window => window.unrest),
    'everything is sent and heard in the end',
  ).to.eql(windows.map(() => ''));
  await time.advance(5000);
}

/** All windows see what the server has. */
async function compare(windows: readonly SomeWindow[], { desk, documentId }: ServedDesk): Promise<void> {
  const current = currentRevision((await desk.storage.readObject('document', documentId))!.object).id;
  for (const [i, { store }] of windows.entries()) {
    for (const kind of kinds)
      for (const held of await desk.storage.readObjects(kind)) {
        const known = store.objects.get(kind, held.id);
        if (!known && (held.removed || kind === 'claim')) continue;
        expect(known, `${kind} in window ${i}`).to.eql(held);
        expect(store.objects.confirmed(kind, held.id), `${kind} in window ${i}, without what waits`).to.eql(
          held,
        );
      }
    const claims = await desk.storage.readObjects('claim', documentId);
    const { table } = store.claims!;
    expect(table.revision, `the revision of the claims in window ${i}`).to.equal(current);
    const rows = claims
      .filter(({ removed }) => !removed)
      .map(({ object }) => rowOf(object, false, table.revision));
    const seen = [...table.all].map(slot => table.rowAt(slot));
    expect(byId(seen), `the claim index of window ${i}`).to.eql(byId(rows));
  }
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What was done is in the log once, or whoever did it was told that it is not. */
async function judge(
  fates: Fates,
  windows: readonly SomeWindow[],
  { desk }: ServedDesk,
  tally: Tally = { done: 0, committed: 0, refused: 0, withdrawn: 0 },
): Promise<void> {
  const logged = new Map<string, number>();
  for await (const { changes } of desk.storage.readLog(0))
    for (const { id } of changes) logged.set(id, (logged.get(id) ?? 0) + 1);
  expect(
    [...logged.values()].every(times => times === 1),
    'nothing is in the log twice',
  ).to.equal(true);
  const reported = new Set(windows.flatMap(({ store }) => store.reviews.map(({ group }) => group.group)));
  for (const [group, changes] of fates.done) {
    const times = changes.map(id => logged.get(id) ?? 0);
    const isReported = reported.has(group) || fates.seen.has(group);
    const isIn = times.every(n => n === 1);
    tally.done++;
    if (isIn) tally.committed++;
    else if (isReported) tally.refused++;
    else tally.withdrawn++;
    if (!isIn)
      expect(
        times.every(n => n === 0),
        'a group is in the log as a whole',
      ).to.equal(true);
    if (isIn) expect(isReported, `group ${group} is in the log and was reported as refused`).to.equal(false);
    else expect(isReported || fates.withdrawn.has(group), `group ${group} was lost`).to.equal(true);
  }
}
