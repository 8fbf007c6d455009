import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startServer } from '../../server/http/start.ts';
import { makeSample, storeSample } from './desks.ts';
import { median, percentile, printTable } from './figures.ts';

const CLIENTS = 50;
const SECONDS = 3;

/** Acknowledged writes over HTTP by 50 clients, one change each, into 1,000 and into 100,000 claims, beside plain append with group fsync. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'variorum-bench-'));
  const rows: [string, number, number, number][] = [];
  try {
    for (const count of [1000, 100_000]) {
      const server = await startServer({ data: path.join(folder, `desk-${count}`), begin: 'nothing' });
      const documentId = await storeSample(
        server.desk.storage,
        makeSample(`${count} claims`, 10_000_000, count),
      );
      const claims = (await server.desk.storage.readObjects('claim', documentId)).map(held => held.id);
      const post = (body: unknown) =>
        fetch(`${server.url}/api/changes`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      rows.push([
        `over HTTP, ${count.toLocaleString('en')} claims`,
        ...(await writing(async n => {
          const id = uuid(n);
          const objectId = claims[n % claims.length]!;
          const reply = await post({
            changes: [
              {
                id,
                group: id,
                kind: 'claim',
                objectId,
                operation: { op: 'set', values: { 'fields.role': `role ${n}` } },
                base: {},
                at: '2026-05-07T10:42:00.000Z',
                by: 'Bench',
              },
            ],
          });
          const { groups } = (await reply.json()) as { groups: { status: string }[] };
          if (groups[0]?.status !== 'committed') throw new Error(JSON.stringify(groups));
        })),
      ]);
      await server.close();
    }
    rows.push([
      'plain append and group fsync, no HTTP',
      ...(await writing(await appender(path.join(folder, 'plain')))),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  printTable(
    `Writes acknowledged with ${CLIENTS} clients`,
    ['what', 'a second', 'median ms', 'p99 ms'],
    rows,
  );
}

async function writing(write: (n: number) => Promise<void>): Promise<[number, number, number]> {
  const times: number[] = [];
  let n = 0;
  const begun = performance.now();
  const client = async () => {
    while (performance.now() - begun < SECONDS * 1000) {
      const start = performance.now();
      await write(n++);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return [(times.length * 1000) / (performance.now() - begun), median(times), percentile(times, 0.99)];
}

/** One file, lines appended; whoever waits is released by the next fdatasync. */
async function appender(file: string): Promise<(n: number) => Promise<void>> {
  const handle = await open(file, 'a');
  const line = `${'x'.repeat(600)}\n`;
  let waiting: (() => void)[] = [];
  let syncing = false;
  const flush = async () => {
    if (syncing) return;
    syncing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await handle.write(line.repeat(batch.length));
      await handle.datasync();
      for (const done of batch) done();
    }
    syncing = false;
  };
  return () =>
    new Promise(resolve => {
      waiting.push(resolve);
      void flush();
    });
}

const uuid = (n: number): string => `01b00000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
