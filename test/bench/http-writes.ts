import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, percentile, printTable } from './figures.ts';
import type { Ask, Listening } from './http-peer.ts';
import { Connection } from './keep-alive.ts';
import { plainAppend } from './plain-append.ts';

const CLIENTS = 50;
const BATCH = 20;
const TURN_MS = 1000;
const PEER = fileURLToPath(new URL('http-peer.js', import.meta.url));

/** What is compared: what a client does over and over, and how many writes are then acknowledged. */
interface Contender {
  readonly name: string;
  readonly server?: Server;
  readonly writes: number;
  readonly act: (client: number) => Promise<unknown>;
  readonly before?: () => void;
  readonly after?: () => void;
  readonly rates: number[];
  readonly times: number[];
  readonly used: number[];
}

/**
 * Acknowledged writes over HTTP by 50 clients into 1,000 and into 100,000 claims, beside plain append with group fsync,
 * without HTTP and behind bare node:http. Clients and every server are processes of their own and take turns.
 */
export async function run(rounds: number): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'variorum-bench-'));
  const servers: Server[] = [];
  const start = async (...args: string[]) => {
    const server = await Server.start(args);
    servers.push(server);
    return server;
  };
  try {
    const bare = await start('bare', path.join(folder, 'bare'));
    const small = await start('desk', path.join(folder, 'small'), '1000');
    const large = await start('desk', path.join(folder, 'large'), '100000');
    const append = plainAppend(path.join(folder, 'plain'));
    const change = new Changes(small.claims);
    const contenders = [
      contender('plain append and group fsync, no HTTP', {
        act: () => append(`${change.request(1)}\n`),
      }),
      contender('the same behind bare node:http', over(bare, change)),
      contender('into 1,000 claims', over(small, change)),
      contender('into 100,000 claims', over(large, new Changes(large.claims))),
      contender('into 100,000 while snapshots are written', {
        ...over(large, new Changes(large.claims)),
        before: () => large.ask('snapshots'),
        after: () => large.ask('no snapshots'),
      }),
      contender(`into 100,000, ${BATCH} changes a request`, over(large, new Changes(large.claims), BATCH)),
    ];
    for (let round = 0; round <= rounds; round++) for (const each of contenders) await turn(each, round > 0);
    print(contenders);
  } finally {
    for (const server of servers) server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Given = Pick<Contender, 'act'> & Partial<Contender>;

const contender = (name: string, given: Given): Contender => ({
  name,
  writes: 1,
  rates: [],
  times: [],
  used: [],
  ...given,
});

function over(server: Server, changes: Changes, writes = 1): Given {
  return {
    server,
    writes,
    async act(client) {
      const reply = await server.clients[client]!.post(changes.request(writes));
      if (reply.includes('"status":"refused"')) throw new Error(reply.slice(0, 2000));
    },
  };
}

/** Lets the clients of one contender work for a while. @param counts false while it warms up */
async function turn(contender: Contender, counts: boolean): Promise<void> {
  const { server, act, writes } = contender;
  await server?.connect();
  contender.before?.();
  const times: number[] = [];
  const usedBefore = await server?.used();
  const begun = performance.now();
  const end = begun + TURN_MS;
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let at = performance.now(); at < end; ) {
        await act(client);
        const now = performance.now();
        times.push(now - at);
        at = now;
      }
    }),
  );
  const took = performance.now() - begun;
  const usedAfter = await server?.used();
  contender.after?.();
  server?.hangUp();
  if (!counts) return;
  const count = times.length * writes;
  contender.rates.push((count * 1000) / took);
  for (const time of times) contender.times.push(time);
  if (server) contender.used.push((usedAfter! - usedBefore!) / count);
}

function print(contenders: readonly Contender[]): void {
  const [plain, bare] = contenders as [Contender, Contender];
  const part = (own: Contender, peer: Contender) =>
    median(own.rates.map((rate, round) => rate / peer.rates[round]!)).toFixed(2);
  printTable(
    `Writes acknowledged with ${CLIENTS} clients; the CPU is the server's own`,
    ['what', 'a second', 'median ms', 'p99 ms', 'CPU ms a write', 'of plain', 'of bare HTTP'],
    contenders.map(each => [
      each.name,
      median(each.rates),
      median(each.times),
      percentile(each.times, 0.99),
      each.used.length > 0 ? median(each.used).toFixed(3) : '',
      part(each, plain),
      part(each, bare),
    ]),
  );
}

/** Bodies of requests, each change with an id of its own; they go through the claims in turn. */
class Changes {
  readonly #claims: readonly string[];
  #next = 0;

  constructor(claims: readonly string[]) {
    this.#claims = claims;
  }

  /** @param count how many changes, each a group of its own */
  request(count: number): string {
    return `{"changes":[${Array.from({ length: count }, () => this.#change()).join(',')}]}`;
  }

  #change(): string {
    const n = ++made;
    const id = `01b00000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
    // Steps of a prime spread the writes over the document and come to a claim again only after all others.
    const objectId = this.#claims[(this.#next++ * 7919) % this.#claims.length];
    return `{"id":"${id}","group":"${id}","kind":"claim","objectId":"${objectId}","operation":{"op":"set","values":{"fields.role":"role ${n}"}},"base":{},"at":"2026-05-07T10:42:00.000Z","by":"Bench"}`;
  }
}
let made = 0;

/** A server in a process of its own. */
class Server {
  readonly claims: readonly string[];
  /** One for each client, while it is the server's turn: left idle for long they would be closed. */
  clients: readonly Connection[] = [];
  readonly #process: ChildProcess;
  readonly #port: number;

  private constructor(process: ChildProcess, { port, claims }: Listening) {
    this.#process = process;
    this.#port = port;
    this.claims = claims;
  }

  static async start(args: readonly string[]): Promise<Server> {
    const process = fork(PEER, args);
    const [listening] = (await once(process, 'message')) as [Listening];
    return new Server(process, listening);
  }

  async connect(): Promise<void> {
    this.clients = await Promise.all(
      Array.from({ length: CLIENTS }, () => Connection.open(this.#port, '/api/changes')),
    );
  }

  hangUp(): void {
    for (const client of this.clients) client.close();
    this.clients = [];
  }

  ask(what: Ask): void {
    this.#process.send(what);
  }

  /** @returns processor time used so far, in milliseconds */
  async used(): Promise<number> {
    this.ask('used');
    const [used] = (await once(this.#process, 'message')) as [number];
    return used;
  }

  stop(): void {
    this.hangUp();
    this.#process.disconnect();
  }
}
