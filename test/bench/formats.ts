import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, openAsBlob } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { openStorage } from '../../server/storage/registry.ts';
import { makeSample, storeSample } from './desks.ts';
import { median, printTable } from './figures.ts';

const CLI = fileURLToPath(new URL('../../../server/cli/variorum.mjs', import.meta.url));
const UNITS = 10 * 2 ** 20;
const CLAIMS = Number(process.env.BENCH_CLAIMS ?? 100_000);
/** The desk's own form, which is taken in by a desk without anything. */
const OWN = 'variorum-json';
/** Those that are both written and read; by themselves the first three are measured. */
const FORMATS = ['web-annotation', 'csv', 'doccano', 'brat', 'webanno-tsv', 'uima-cas-json', OWN];
const asked = process.argv.find(arg => arg.startsWith('--formats='))?.slice('--formats='.length);
const SIGNED = 'by=Bench&at=2026-05-07T10:42:00.000Z';

interface Measured {
  readonly ms: number;
  /** Megabytes that the server held before, and at most while it worked; undefined where the system does not say. */
  readonly before: number | undefined;
  readonly peak: number | undefined;
}

/** Every annotation out and in again through a running server, beside the engine's own JSON on the same file. */
export async function run(rounds: number): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'variorum-bench-'));
  try {
    const sample = makeSample('Large', UNITS, CLAIMS);
    const full = path.join(folder, 'full');
    await prepare(full, sample);
    const rows: (string | number)[][] = [];
    for (const format of chosen()) {
      const file = path.join(folder, format);
      const exports: Measured[] = [];
      const imports: Measured[] = [];
      const parses: number[] = [];
      const writes: number[] = [];
      for (let round = 0; round < rounds; round++) {
        exports.push(await withServer(full, server => exportTo(server, format, file)));
        const text = path.join(folder, `text-${format}-${round}`);
        const documentId = format === OWN ? undefined : await prepare(text, { ...sample, marks: [] });
        imports.push(await withServer(text, server => importFrom(server, format, file, documentId)));
        await rm(text, { recursive: true });
        const { parse, write } = await peer(file);
        parses.push(parse);
        writes.push(write);
      }
      const megabytes = (await stat(file)).size / 2 ** 20;
      rows.push([`export ${format}`, megabytes, ...figures(exports), median(writes)]);
      rows.push([`import ${format}`, megabytes, ...figures(imports), median(parses)]);
    }
    printTable(
      `${CLAIMS.toLocaleString('en')} annotations of a text of ${UNITS / 2 ** 20} MB`,
      [
        'what',
        'MB',
        'ms',
        'annotations/s',
        'server before, MB',
        'server at most, MB',
        'JSON of the same file, ms',
      ],
      rows,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function chosen(): readonly string[] {
  if (asked === undefined) return FORMATS.slice(0, 3);
  if (asked === 'all') return FORMATS;
  const wanted = asked.split(',');
  const unknown = wanted.filter(format => !FORMATS.includes(format));
  if (unknown.length > 0)
    throw new Error(`${unknown.join(', ')} cannot be measured; ${FORMATS.join(', ')} can.`);
  return wanted;
}

const figures = (all: readonly Measured[]): number[] => {
  const ms = median(all.map(one => one.ms));
  const before = median(all.map(one => one.before ?? Number.NaN));
  return [ms, (CLAIMS / ms) * 1000, before, median(all.map(one => one.peak ?? Number.NaN))];
};

async function prepare(folder: string, sample: Parameters<typeof storeSample>[1]): Promise<string> {
  const storage = await openStorage(`lowdb:${folder}`);
  const id = await storeSample(storage, sample);
  await storage.close();
  return id;
}

interface Server {
  readonly url: string;
  readonly process: ChildProcess;
}

async function withServer(data: string, work: (server: Server) => Promise<void>): Promise<Measured> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      CLI,
      'serve',
      '--port',
      String(port),
      '--data',
      data,
      '--no-finding',
      ...(existsSync(data) ? [] : ['--clean']),
    ],
    { env: { ...process.env, VARIORUM_AS_BUILT: '1' }, stdio: 'ignore' },
  );
  const gone = once(child, 'exit');
  try {
    const server = { url: `http://localhost:${port}`, process: child };
    while (!(await fetch(`${server.url}/healthz`).catch(() => undefined))?.ok)
      await new Promise(resolve => setTimeout(resolve, 100));
    await new Promise(resolve => setTimeout(resolve, 4000));
    // From here on, the most is counted anew.
    await writeFile(`/proc/${child.pid}/clear_refs`, '5').catch(() => undefined);
    const before = await memory(child, 'VmRSS');
    const start = performance.now();
    await work(server);
    return { ms: performance.now() - start, before, peak: await memory(child, 'VmHWM') };
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

async function memory({ pid }: ChildProcess, which: 'VmRSS' | 'VmHWM'): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = new RegExp(`${which}:\\s+(\\d+)`).exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

async function exportTo({ url }: Server, format: string, file: string): Promise<void> {
  const response = await fetch(`${url}/api/export/${format}`);
  if (!response.ok || !response.body) throw new Error(`The export was answered with ${response.status}.`);
  await pipeline(Readable.fromWeb(response.body as never), createWriteStream(file));
}

async function importFrom(
  { url }: Server,
  format: string,
  file: string,
  document: string | undefined,
): Promise<void> {
  const onto = document === undefined ? '' : `&document=${document}`;
  const response = await fetch(`${url}/api/import?${SIGNED}&format=${format}${onto}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: await openAsBlob(file),
  });
  const reply = await response.text();
  if (!response.ok)
    throw new Error(`The import was answered with ${response.status}: ${reply.slice(0, 300)}`);
  const { added, items } = JSON.parse(reply) as {
    added: { claim?: number };
    items?: { exact: number };
  };
  const placed = items?.exact ?? added.claim;
  if (placed !== CLAIMS) throw new Error(`${placed} of ${CLAIMS} were placed.`);
}

/** What the engine's own JSON needs for the file; a file that is none is read and written as one string. */
async function peer(file: string): Promise<{ parse: number; write: number }> {
  const text = await readFile(file, 'utf8');
  const json = /^\s*[[{]/.test(text) ? text : JSON.stringify(text);
  const start = performance.now();
  const value: unknown = JSON.parse(json);
  const parsed = performance.now();
  JSON.stringify(value);
  return { parse: parsed - start, write: performance.now() - parsed };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
