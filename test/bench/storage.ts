import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openLowdb } from '../../server/storage/lowdb/open.ts';
import type { LowdbStorage } from '../../server/storage/lowdb/storage.ts';
import type { Versioned } from '../../shared/model/change.ts';
import { batchFor, claimOf, create, set, uuid } from '../server/storage/samples.ts';

/** One measurement: acknowledged writes a second, and how long each took, in milliseconds. */
export interface StorageRow {
  readonly what: string;
  readonly claims: number;
  readonly writers: number;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Share of what plain append and group fsync did in the same run with as many writers. */
  readonly ofFloor: number;
}

const SIZES = [1000, 100_000];
const WRITERS = [1, 50];
const HOMES = 50;
const ROUNDS = 9;
const RUN_MS = 250;

/**
 * Measures commits of one field each, spread over all claims, against lines of the same length that are only appended
 * and synced in groups, on the same disk. At each size once more while snapshots are written without pause.
 */
export async function run(): Promise<StorageRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'variorum-bench-'));
  try {
    const rows: StorageRow[] = [];
    for (const claims of SIZES) {
      const storage = await openLowdb(path.join(folder, `desk-${claims}`));
      await fill(storage, claims);
      for (const writers of WRITERS) {
        const append = appender(path.join(folder, `floor-${claims}-${writers}`));
        const commit = await committer(storage);
        const tries = { floor: new Tries(), commit: new Tries(), busy: new Tries() };
        for (let round = 0; round < ROUNDS; round++) {
          await tries.floor.add(writers, append);
          await tries.commit.add(writers, commit);
        }
        await beside(storage, async () => {
          for (let round = 0; round < ROUNDS; round++) await tries.busy.add(writers, commit);
        });
        const floor = tries.floor.perSecond;
        const row = (what: string, own: Tries): StorageRow => {
          const { perSecond, medianMs, p99Ms } = own;
          return { what, claims, writers, perSecond, medianMs, p99Ms, ofFloor: perSecond / floor };
        };
        rows.push(
          row('plain append and group fsync', tries.floor),
          row('commit', tries.commit),
          row('commit while snapshots are written', tries.busy),
        );
      }
      await storage.close();
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(storage: LowdbStorage, claims: number): Promise<void> {
  const PART = 500;
  for (let n = 0; n < claims; n += PART) {
    const some = Array.from({ length: Math.min(PART, claims - n) }, (_, i) => {
      const text = `${'The spokesman said that the congress would be held in Moscow. '.repeat(2)}${n + i}`;
      return create(
        'claim',
        claimOf(uuid('claim', n + i), uuid('document', (n + i) % HOMES), text, 32, 70),
        randomUUID(),
      );
    });
    await storage.commit(await batchFor(storage, some));
  }
  await storage.snapshot();
}

/** Sets one field of one claim after the other. The changed object is made by hand, so that storing alone is measured. */
async function committer(storage: LowdbStorage): Promise<() => Promise<unknown>> {
  const held = [...(await storage.readObjects('claim'))];
  let turn = 0;
  return () => {
    // Steps of a prime spread the writes over all documents and come to a claim again only after all others.
    const at = (turn++ * 7919) % held.length;
    const before = held[at]!;
    const workflow = before.object.workflow === 'open' ? 'checked' : 'open';
    const change = set('claim', before.id, { workflow }, randomUUID());
    const after: Versioned<'claim'> = {
      ...before,
      version: before.version + 1,
      last: change.id,
      stamps: { workflow: change.id },
      object: { ...before.object, workflow },
    };
    held[at] = after;
    return storage.commit({
      at: change.at,
      by: change.by,
      changes: [change],
      before: [{ values: { workflow: before.object.workflow } }],
      objects: [after],
      readAt: { [before.id]: before.version },
    });
  };
}

/** Appends a line of JSON as long as a commit's to a file; those that meet share a sync. */
function appender(file: string): () => Promise<void> {
  const fd = fs.openSync(file, 'a');
  const entry = {
    change: set('claim', uuid('claim', 1), { workflow: 'checked' }),
    rest: 'x'.repeat(330),
    n: 0,
  };
  let queue: { line: string; done: () => void }[] = [];
  let busy = false;
  const pump = () => {
    if (queue.length === 0) {
      busy = false;
      return;
    }
    const group = queue;
    queue = [];
    fs.write(fd, group.map(each => each.line).join(''), () =>
      fs.fdatasync(fd, () => {
        for (const { done } of group) done();
        setImmediate(pump);
      }),
    );
  };
  return () =>
    new Promise(done => {
      entry.n++;
      queue.push({ line: `${JSON.stringify(entry)}\n`, done });
      if (busy) return;
      busy = true;
      queueMicrotask(pump);
    });
}

/** What several short runs took; they take turns with those of others, so that a busy moment of the machine meets all. */
class Tries {
  readonly #rates: number[] = [];
  readonly #times: number[] = [];

  async add(writers: number, write: () => Promise<unknown>): Promise<void> {
    const before = this.#times.length;
    const start = performance.now();
    const end = start + RUN_MS;
    await Promise.all(
      Array.from({ length: writers }, async () => {
        for (let at = performance.now(); at < end; ) {
          await write();
          const now = performance.now();
          this.#times.push(now - at);
          at = now;
        }
      }),
    );
    this.#rates.push(((this.#times.length - before) * 1000) / (performance.now() - start));
  }

  get perSecond(): number {
    return at(this.#rates, 0.5);
  }
  get medianMs(): number {
    return at(this.#times, 0.5);
  }
  get p99Ms(): number {
    return at(this.#times, 0.99);
  }
}

function at(numbers: readonly number[], part: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * part)]!;
}

/** Runs a measurement while the snapshots of the desk are written one after the other. */
async function beside<T>(storage: LowdbStorage, act: () => Promise<T>): Promise<T> {
  let over = false;
  const writing = (async () => {
    while (!over) {
      await storage.snapshot();
      await nextTurn();
    }
  })();
  const result = await act();
  over = true;
  await writing;
  return result;
}
