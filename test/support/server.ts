import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));
const launcher = path.join(projectRoot, 'server/cli/variorum.mjs');

export interface ServerOptions {
  /** A store to open in place and leave behind; without it, a new empty one that goes when the server stops. */
  data?: string;
  /** Begins the new store as a copy of the example desk. */
  example?: boolean;
  /** More arguments for `variorum serve`. */
  args?: readonly string[];
}

export interface RunningServer {
  /** The origin, without a final slash. */
  readonly url: string;
  /** The folder of the store. */
  readonly data: string;
  /** Stops it as a person would (SIGTERM), then removes a store it began itself. */
  close(): Promise<void>;
  /** Ends it without warning, as a power cut would, and leaves the store as it is. */
  crash(): Promise<void>;
}

async function freshStore(example: boolean): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'variorum-test-'));
  if (example) await cp(path.join(projectRoot, 'annotations/example'), folder, { recursive: true });
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

/** Starts the app in a process of its own, on a free port, with a store of its own. */
export async function startTestServer(options: ServerOptions = {}): Promise<RunningServer> {
  const data = options.data ?? (await freshStore(options.example === true));
  const child = spawn(
    process.execPath,
    [launcher, 'serve', '--port', '0', '--data', data, ...(options.args ?? [])],
    { env: { ...process.env, VARIORUM_AS_BUILT: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const url = await address(child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    url,
    data,
    async close() {
      await end('SIGTERM');
      if (options.data === undefined) await rm(data, { recursive: true, force: true });
    },
    crash: () => end('SIGKILL'),
  };
}
