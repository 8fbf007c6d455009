import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { startServer } from '../../server/http/start.ts';
import type { LowdbStorage } from '../../server/storage/lowdb/storage.ts';
import { makeSample, storeSample } from './desks.ts';
import { plainAppend } from './plain-append.ts';

/** What a server of the comparison says when it listens; `claims` are ids that can be written to. */
export interface Listening {
  readonly port: number;
  readonly claims: readonly string[];
}
/** What it is asked while it runs: to begin or end writing snapshots without pause, or what it has used of a processor. */
export type Ask = 'snapshots' | 'no snapshots' | 'used';

/** Starts one of the servers of the comparison in a process of its own: `bare <file>` or `desk <folder> <claims>`. */
const [kind, place, count] = process.argv.slice(2);
let snapshots = false;
const { listening, snapshot } = kind === 'bare' ? await bare(place!) : await desk(place!, Number(count));
process.send!(listening);
process.on('message', (ask: Ask) => {
  if (ask === 'used') {
    const { user, system } = process.cpuUsage();
    process.send!((user + system) / 1000);
    return;
  }
  snapshots = ask === 'snapshots';
  if (snapshots) void writeSnapshots();
});
process.on('disconnect', () => process.exit());

async function writeSnapshots(): Promise<void> {
  while (snapshots) {
    await snapshot();
    await nextTurn();
  }
}

/** Nothing but node:http around plain append: the body is parsed, appended, and sent back when it is on the disk. */
async function bare(file: string) {
  const append = plainAppend(file);
  let seq = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const line = JSON.stringify({ seq: ++seq, ...JSON.parse(Buffer.concat(chunks).toString('utf8')) });
      await append(`${line}\n`);
      const body = Buffer.from(line);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
      response.end(body);
    });
  });
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return { listening: { port, claims: [] } satisfies Listening, snapshot: async () => undefined };
}

async function desk(data: string, claims: number) {
  const { url, desk } = await startServer({
    data,
    begin: 'nothing',
    mostRequests: Number.MAX_SAFE_INTEGER,
  });
  const storage = desk.storage as LowdbStorage;
  const documentId = await storeSample(storage, makeSample(`${claims} claims`, 10_000_000, claims));
  await storage.snapshot();
  const ids = (await storage.readObjects('claim', documentId)).map(({ id }) => id);
  const listening: Listening = { port: Number(new URL(url).port), claims: ids };
  return { listening, snapshot: () => storage.snapshot() };
}
