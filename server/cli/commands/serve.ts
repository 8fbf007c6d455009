import { spawn } from 'node:child_process';
import path from 'node:path';
import { pino } from 'pino';
import { startServer } from '../../http/start.ts';
import { QUIET_ENGINE } from '../../services/findings/engine.ts';
import type { FindingsOptions } from '../../services/findings/findings.ts';
import { BadRecommender, recommenderUrl } from '../../services/findings/recommender.ts';
import { copyExample, isEmpty, setAside } from '../desk-folder.ts';
import {
  isFolder,
  mayFetch,
  portNumber,
  type Surroundings,
  say,
  storeAddress,
  UsageError,
} from '../surroundings.ts';

export interface ServeFlags {
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
  readonly open?: boolean;
  readonly clean?: boolean;
  readonly seeds?: boolean;
  readonly recommender?: string;
  readonly allowOrigin?: readonly string[];
  readonly fetch?: boolean;
  /** False with `--no-finding`. */
  readonly finding?: boolean;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const MEGABYTE = 2 ** 20;

/** Serves the desk until a signal stops it. @returns the exit code */
export async function serve(surroundings: Surroundings, flags: ServeFlags): Promise<number> {
  const { env, out, errors, packageRoot } = surroundings;
  if (flags.clean && flags.seeds) throw new UsageError('Choose one of --clean and --seeds.');
  const port = portNumber(flags.port ?? env.PORT ?? '4400');
  const data = storeAddress(surroundings, flags.data);
  const documentBytes = megabytes(env.VARIORUM_MAX_MB);
  const finding = {
    ...recommender(flags.recommender ?? env.VARIORUM_RECOMMENDER),
    ...(flags.finding === false || env.VARIORUM_FINDING === 'off' ? { engine: QUIET_ENGINE } : {}),
  };
  const begin = await prepare(surroundings, data, flags);
  // Before the address is known to anyone: whoever reads it may stop the server at once.
  const stopped = signalled();
  const running = await startServer({
    data,
    port,
    host: flags.host ?? (env.HOST || 'localhost'),
    begin,
    allowOrigins: origins(flags.allowOrigin ?? [env.VARIORUM_ALLOW_ORIGINS ?? '']),
    clientFolder: path.join(packageRoot, 'dist', 'client'),
    log: pino({ level: level(env.VARIORUM_LOG) }, pino.destination(2)),
    ...(documentBytes === undefined ? {} : { limits: { documentBytes } }),
    finding,
    fetching: { on: mayFetch(surroundings, flags.fetch) },
  });
  const { notices, readOnly } = running.desk.storage;
  for (const notice of notices) say(errors, notice);
  if (readOnly !== undefined) say(errors, `The desk can be read, not written: ${readOnly}`);
  say(out, `Variorum: ${running.url}`);
  say(out, `The desk: ${data}`);
  if (flags.open) openInBrowser(running.url);
  await stopped;
  await running.close();
  return 0;
}

/** Makes a desk where there is none. @returns what the server still has to put into it */
async function prepare(
  { errors, packageRoot }: Surroundings,
  data: string,
  flags: ServeFlags,
): Promise<'seeds' | 'nothing'> {
  if (!isFolder(data)) return flags.clean ? 'nothing' : 'seeds';
  if (flags.clean || flags.seeds) {
    const aside = await setAside(data, new Date());
    if (aside !== undefined) say(errors, `The desk that was there is now in ${aside}`);
    return flags.clean ? 'nothing' : 'seeds';
  }
  if (!(await isEmpty(data)) || (await copyExample(packageRoot, data))) return 'nothing';
  return 'seeds';
}

function recommender(url: string | undefined): FindingsOptions {
  if (url === undefined || url === '') return {};
  try {
    return { recommender: recommenderUrl(url).href };
  } catch (error) {
    throw error instanceof BadRecommender ? new UsageError(error.message) : error;
  }
}

/** @throws UsageError for what is no origin */
function origins(given: readonly string[] = []): string[] {
  return given
    .flatMap(text => text.split(','))
    .map(text => text.trim())
    .filter(text => text !== '')
    .map(text => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, ''))
        throw new UsageError(
          `"${text}" is no origin; give a scheme, a host and, where there is one, a port: https://editor.example`,
        );
      return url.origin;
    });
}

function megabytes(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^\d{1,4}$/.test(text) || Number(text) === 0)
    throw new UsageError(`VARIORUM_MAX_MB is "${text}"; give the largest file in megabytes, such as 32.`);
  return Number(text) * MEGABYTE;
}

function level(text: string | undefined): string {
  if (text === undefined || text === '') return 'warn';
  if (!LEVELS.includes(text))
    throw new UsageError(`VARIORUM_LOG is "${text}"; it can be ${LEVELS.join(', ')}.`);
  return text;
}

/** Resolves at the first signal to stop; the second one stops at once. */
function signalled(): Promise<void> {
  return new Promise(resolve => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const stop = () => {
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}

function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command!, args, { stdio: 'ignore', detached: true });
  // Without a browser to open, the printed address has to do.
  child.on('error', () => undefined);
  child.unref();
}
