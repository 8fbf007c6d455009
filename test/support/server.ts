import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));
const launcher = path.join(projectRoot, 'server/cli/variorum.mjs');

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

/** Waits for the address that the server prints once it listens; rejects with what it said if it ends first. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /https?:\/\/(localhost|127\.0\.0\.1|\[::1\]):\d+/.exec(said)?.[0];
      if (url) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`The server ended with exit code ${code}:\n${said}`)));
  });
}

/** Starts the app in a process of its own, on a free port, with a desk of its own. */
export async function startTestServer(options: ServerOptions = {}): Promise<RunningServer> {
  const data = options.data ?? (await newDesk());
  const begin = options.data === undefined ? beginnings[options.begin ?? 'seeds'] : [];
  const child = spawn(
    process.execPath,
    [
      launcher,
      'serve',
      '--port',
      '0',
      '--data',
      data,
      ...begin,
      ...(options.finding ? [] : ['--no-finding']),
      ...(options.args ?? []),
    ],
    { env: { ...process.env, VARIORUM_AS_BUILT: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const url = await address(child);
  const end = async (signal: NodeJS.Signals) => {
    running.delete(server);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  const server = { url, data, close: () => end('SIGTERM'), crash: () => end('SIGKILL') };
  running.add(server);
  return server;
}

/** Ends what a failed test left running and removes the desks that were made. */
export async function clearAway(): Promise<void> {
  for (const server of running) await server.crash();
  for (const folder of newDesks) await rm(folder, { recursive: true, force: true });
}
