import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { sweepUploads } from '../services/attachments.ts';
import { Desk, type Limits, USUAL_LIMITS } from '../services/desk.ts';
import type { FindingsOptions } from '../services/findings/findings.ts';
import { isLoopback } from '../services/loopback.ts';
import { Presences } from '../services/presence.ts';
import { seedDesk } from '../services/seed-desk.ts';
import { openStorage } from '../storage/registry.ts';
import { createApp } from './app.ts';
import { answerGarbledRequests, HEAD_BYTES } from './garbled-requests.ts';
import { LiveHub, type LiveLimits } from './live-hub.ts';

const packageRoot = new URL('../../../', import.meta.url);
const GRACE = 5_000;
/** Milliseconds after which texts and claims begin to be made ready for finding. */
const LATER = 1_500;
/** How often what was sent ahead and never named is looked for, in milliseconds. */
const SWEEP = 60 * 60 * 1000;

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
  const storage = await openStorage(options.data ?? 'memory:');
  const desk = await Desk.open(storage, { ...USUAL_LIMITS, ...options.limits }, options.finding);
  try {
    if (storage.head.seq === 0 && storage.readOnly === undefined && options.begin !== 'nothing')
      await seedDesk(desk);
    let ready = true;
    const sweeping = sweepNowAndThen(desk, log);
    const live = new LiveHub(desk.storage, new Presences(() => performance.now()), options.live);
    desk.findings.subscribe(news => live.tellFindings(news));
    const app = createApp(desk, {
      host,
      live,
      version: readVersion(),
      log,
      clientFolder: options.clientFolder ?? fileURLToPath(new URL('dist/client/', packageRoot)),
      allowOrigins: options.allowOrigins ?? [],
      mostRequests: options.mostRequests ?? 100_000,
      ready: () => ready,
    });
    const server = createServer({ keepAliveTimeout: 60_000, maxHeaderSize: HEAD_BYTES }, app);
    answerGarbledRequests(server);
    await listen(server, port, host);
    // Those who come at once come for what they were doing; what they may look for comes after it.
    const later = setTimeout(() => {
      desk.search.begin();
      desk.findings.begin().catch(error => log.warn(error, 'Nothing is found by itself.'));
    }, LATER).unref();
    const shownHost = host.includes(':') ? `[${host.replaceAll(/[[\]]/g, '')}]` : host;
    return {
      url: `http://${shownHost}:${(server.address() as AddressInfo).port}`,
      desk,
      live,
      async close() {
        ready = false;
        clearTimeout(later);
        clearInterval(sweeping);
        live.close();
        await stop(server);
        await desk.close();
      },
    };
  } catch (error) {
    await desk.close();
    throw error;
  }
}

/** Gives up orphaned uploads, now and every hour. */
function sweepNowAndThen({ storage }: Desk, log: Logger): NodeJS.Timeout {
  const sweep = () =>
    sweepUploads(storage, Date.now()).catch(error => log.warn(error, 'Old uploads were not swept.'));
  void sweep();
  return setInterval(sweep, SWEEP).unref();
}

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
