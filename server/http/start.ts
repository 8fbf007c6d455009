import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import type { Extracting } from '../extracting/extract-file.ts';
import type { FetchingOptions } from '../fetching/fetching.ts';
import type { Desk, Limits } from '../services/desk.ts';
import type { FindingsOptions } from '../services/findings/findings.ts';
import { isLoopback } from '../services/loopback.ts';
import { Presences } from '../services/presence.ts';
import { seedDesk } from '../services/seed-desk.ts';
import { Door } from './door.ts';
import { answerGarbledRequests, HEAD_BYTES } from './garbled-requests.ts';
import type { LiveHub, LiveLimits } from './live-hub.ts';
import { Redactor } from './redactor.ts';
import { openServedDesk, type ServedDeskOptions } from './served-desk.ts';

const packageRoot = new URL('../../../', import.meta.url);
const GRACE = 5_000;

export interface ServerOptions {
  /** Address of the store, as `openStorage` takes it; in memory where it is not given. */
  readonly data?: string;
  /** 0 chooses a free one. */
  readonly port?: number;
  readonly host?: string;
  /** What a store in which nothing has ever been written begins with. */
  readonly begin?: 'seeds' | 'nothing';
  readonly limits?: Partial<Limits>;
  /** Origins whose pages may use the annotations; none where it is not given. */
  readonly allowOrigins?: readonly string[];
  /** Most requests in ten seconds. */
  readonly mostRequests?: number;
  readonly live?: Partial<LiveLimits>;
  /** What is used to find claims and contradictions. */
  readonly finding?: FindingsOptions;
  /** What makes text of files of other kinds. */
  readonly extracting?: Extracting;
  /** How files are fetched by their addresses; none are where it is not given. */
  readonly fetching?: FetchingOptions;
  readonly clientFolder?: string;
  /** Silent where it is not given. */
  readonly log?: Logger;
}

export interface RunningServer {
  /** The origin, without a final slash. */
  readonly url: string;
  readonly desk: Desk;
  readonly live: LiveHub;
  /** Lets what is under way finish, then closes the desk. */
  close(): Promise<void>;
}

/** The address cannot be listened on; the message says why and what to do. */
export class CannotListen extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotListen';
  }
}

/**
 * Opens the store and serves it.
 * @throws CannotListen where the port is taken or the host is not this machine
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { port = 0, host = 'localhost', log = pino({ level: 'silent' }) } = options;
  if (!isLoopback(host))
    throw new CannotListen(
      `"${host}" can be reached from other machines, and there are no accounts yet to tell who comes. Set --host or HOST to localhost, 127.0.0.1 or ::1.`,
    );
  const data = options.data ?? 'memory:';
  let ready = true;
  const redactor = new Redactor(data, {
    async close() {
      served.dismiss();
      await door.shut(1, GRACE);
      await served.close();
    },
    async open() {
      try {
        served = await openServedDesk(serving);
        served.start();
        door.open(served.answer);
      } catch (error) {
        log.fatal(error, 'The desk could not be opened again.');
        // What was there before may know words that are gone by now.
        door.open(answerClosed);
        throw error;
      }
    },
  });
  const serving: ServedDeskOptions = {
    ...{
      data,
      log,
      limits: options.limits,
      finding: options.finding,
      extracting: options.extracting,
      live: options.live,
    },
    presences: new Presences(() => performance.now()),
    app: {
      ...{ host, redactor, version: readVersion(), allowOrigins: options.allowOrigins ?? [] },
      clientFolder: options.clientFolder ?? fileURLToPath(new URL('dist/client/', packageRoot)),
      mostRequests: options.mostRequests ?? 100_000,
      fetching: options.fetching ?? { on: false },
      ready: () => ready,
    },
  };
  let served = await openServedDesk({
    ...serving,
    async begin(desk) {
      const { head, readOnly } = desk.storage;
      if (head.seq === 0 && readOnly === undefined && options.begin !== 'nothing') await seedDesk(desk);
    },
  });
  const door = new Door(served.answer);
  try {
    const server = createServer({ keepAliveTimeout: 60_000, maxHeaderSize: HEAD_BYTES }, door.enter);
    answerGarbledRequests(server);
    await listen(server, port, host);
    served.start();
    const shownHost = host.includes(':') ? `[${host.replaceAll(/[[\]]/g, '')}]` : host;
    return {
      url: `http://${shownHost}:${(server.address() as AddressInfo).port}`,
      get desk() {
        return served.desk;
      },
      get live() {
        return served.live;
      },
      async close() {
        ready = false;
        served.dismiss();
        await stop(server);
        await served.close();
      },
    };
  } catch (error) {
    await served.close();
    throw error;
  }
}

const answerClosed: RequestListener = (_request, response) => {
  response
    .writeHead(503, { 'content-type': 'text/plain' })
    .end('The desk could not be opened again; the log says why.');
};

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as {
    version: string;
  };
  return version;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken, perhaps by another Variorum. Stop it, or choose another with --port or PORT.`;
      const barred = `Port ${port} may not be used by this account; choose one above 1023 with --port or PORT.`;
      const known: Record<string, string> = { EADDRINUSE: taken, EACCES: barred };
      reject(
        new CannotListen(known[error.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${error.message}`),
      );
    });
    server.listen(port, host.replaceAll(/[[\]]/g, ''), resolve);
  });
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(impatience);
}
