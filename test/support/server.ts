import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFree, unusedPort } from './ports.ts';
import type { Order } from './server-host.ts';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));
const launcher = path.join(projectRoot, 'server/cli/variorum.mjs');
const host = fileURLToPath(new URL('./server-host.js', import.meta.url));

export interface ServerOptions {
  /** A desk to open in place; without it, a new one. */
  data?: string;
  /** What a new desk holds: the five texts, unless said otherwise. */
  begin?: 'seeds' | 'example' | 'nothing';
  /** Whether the program looks for claims and contradictions by itself; most tests are about what people do. */
  finding?: boolean;
  /** More arguments for `variorum serve`. */
  args?: readonly string[];
}

export interface RunningServer {
  /** The origin, without a final slash. */
  readonly url: string;
  /** The folder of the store. */
  readonly data: string;
  /** Stops it as a person would (SIGTERM); the desk stays until the run ends. */
  close(): Promise<void>;
  /** Ends it without warning, as a power cut would. */
  crash(): Promise<void>;
}

const beginnings = { seeds: ['--seeds'], example: [], nothing: ['--clean'] };
const newDesks = new Set<string>();
const running = new Set<RunningServer>();

async function newDesk(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'variorum-test-'));
  newDesks.add(folder);
  return folder;
}

/** What a server is started with: its desk, made where it has to be, and the command line. */
async function orderOf(options: ServerOptions, port: number): Promise<Order & { data: string }> {
  const data = options.data ?? (await newDesk());
  const begin = options.data === undefined ? beginnings[options.begin ?? 'seeds'] : [];
  const finding = options.finding ? [] : ['--no-finding'];
  const argv = ['serve', '--port', String(port), '--data', data, ...begin, ...finding];
  return { data, argv: [...argv, ...(options.args ?? [])] };
}

/** Waits for the address that the server prints once it listens; rejects with what it said if it ends first. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /https?:\/\/(localhost|127\.0\.0\.1|\[::1\]):\d+/.exec(said)?.[0];
      if (!url) return;
      leave();
      resolve(url);
    };
    const end = (code: unknown) => {
      leave();
      const outcome = typeof code === 'object' ? JSON.stringify(code) : `exit code ${code}`;
      reject(new Error(`The server ended with ${outcome}:\n${said}`));
    };
    const outputs = [child.stdout, child.stderr];
    // What is said later is let go of: an output that nobody reads would stop the server.
    const leave = () => {
      for (const output of outputs) output?.off('data', hear).resume();
      for (const event of ['error', 'exit', 'message']) child.off(event, end);
    };
    for (const output of outputs) output?.on('data', hear);
    for (const event of ['error', 'exit', 'message']) child.on(event, end);
  });
}

const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function runningServer(
  child: ChildProcess,
  url: string,
  data: string,
  end: (signal: NodeJS.Signals) => Promise<unknown>,
): RunningServer {
  const finish = async (signal: NodeJS.Signals) => {
    const isOver = !running.delete(server) || isGone(child);
    if (!isOver) await end(signal);
  };
  const server = { url, data, close: () => finish('SIGTERM'), crash: () => finish('SIGKILL') };
  running.add(server);
  return server;
}

/** Starts the app in a process of its own, on a free port, with a desk of its own. */
export async function startTestServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { argv, data } = await orderOf(options, 0);
  const child = spawn(process.execPath, [launcher, ...argv], {
    env: { ...process.env, VARIORUM_AS_BUILT: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await address(child);
  return runningServer(child, url, data, async signal => {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  });
}

async function firstOf(child: ChildProcess, events: readonly string[]): Promise<void> {
  const enough = new AbortController();
  await Promise.race(events.map(event => once(child, event, { signal: enough.signal })));
  enough.abort();
}

let hosting: { readonly child: ChildProcess; port: number } | undefined;

/**
 * Serves a desk of its own from a process that serves one desk after another, all at one address, so that neither
 * the server's modules nor what a browser keeps of the application are loaded anew for every suite. For one server at
 * a time.
 */
export async function serveDesk(options: ServerOptions = {}): Promise<RunningServer> {
  if (!hosting || isGone(hosting.child)) {
    const child = fork(host, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    hosting = { child, port: hosting?.port ?? (await unusedPort()) };
  }
  if (!(await isFree(hosting.port))) hosting.port = await unusedPort();
  const { child } = hosting;
  const { argv, data } = await orderOf(options, hosting.port);
  child.send({ argv } satisfies Order);
  const url = await address(child);
  return runningServer(child, url, data, async signal => {
    const ended = firstOf(child, signal === 'SIGKILL' ? ['exit'] : ['exit', 'message']);
    child.kill(signal);
    await ended;
  });
}

/** Ends what a failed test left running and removes the desks that were made. */
export async function clearAway(): Promise<void> {
  for (const server of running) await server.crash();
  for (const folder of newDesks) await rm(folder, { recursive: true, force: true });
  newDesks.clear();
}

/** Ends the process that serves one desk after another. */
export async function endHost(): Promise<void> {
  const child = hosting?.child;
  hosting = undefined;
  if (!child || isGone(child)) return;
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}
