import { Worker } from 'node:worker_threads';
import { distance } from 'fastest-levenshtein';
import { median, percentile, printTable } from './figures.ts';
import { crowd, type Form, forms } from './names/crowd.ts';
import type { Done, Part } from './names/worker.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const WORKERS = 2;
const SEED = 7;
/** How long plain edit distances of all pairs may take, in milliseconds. */
const PLAIN_FOR = 10_000;

/** Compares made-up names with one another, as the index does it and by plain edit distance as far as that gets. */
export async function run(): Promise<void> {
  const rows: (string | number)[][] = [];
  const byForm: (string | number)[][] = [];
  for (const count of SIZES) {
    const from = performance.now();
    const cpu = process.cpuUsage();
    const parts = await Promise.all(
      Array.from({ length: WORKERS }, (_, part) => inWorker({ count, seed: SEED, part, of: WORKERS })),
    );
    const seconds = (performance.now() - from) / 1000;
    const spent = process.cpuUsage(cpu);
    const oneMore = parts.flatMap(part => part.oneMore);
    const planted = sum(parts.map(part => part.planted));
    const found = sum(parts.map(part => part.plantedFound));
    rows.push([
      count.toLocaleString('en'),
      seconds,
      (spent.user + spent.system) / 1e6,
      parts.reduce((all, part) => all + part.found, 0),
      total(found) / total(planted),
      Math.max(...parts.map(part => part.memoryMb)),
      median(oneMore),
      percentile(oneMore, 0.99),
    ]);
    byForm.push([
      count.toLocaleString('en'),
      ...forms.map(form => (found[form] ?? 0) / (planted[form] ?? 1)),
    ]);
  }
  printTable(
    `Names compared with one another by ${WORKERS} workers`,
    ['names', 'seconds', 'processor s', 'pairs', 'found share', 'process MB', 'one more ms', 'p99 ms'],
    rows,
  );
  printTable('Share of true pairs found, by form', ['names', ...forms], byForm);
  printPlain();
}

const total = (counts: Readonly<Partial<Record<Form, number>>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

function sum(counts: readonly Readonly<Partial<Record<Form, number>>>[]): Partial<Record<Form, number>> {
  return Object.fromEntries(
    forms.map(form => [form, counts.reduce((all, one) => all + (one[form] ?? 0), 0)]),
  );
}

function inWorker(part: Part): Promise<Done> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./names/worker.js', import.meta.url), { workerData: part });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function printPlain(): void {
  const names = [...crowd(100_000, SEED)].map(({ name }) => name.toLowerCase());
  const from = performance.now();
  let pairs = 0;
  for (let i = 1; i < names.length && performance.now() - from < PLAIN_FOR; i++)
    for (let j = 0; j < i; j++, pairs++) distance(names[i]!, names[j]!);
  const seconds = (performance.now() - from) / 1000;
  const all = (names.length * (names.length - 1)) / 2;
  printTable(
    'Plain edit distances of all pairs of 100,000 names, one thread',
    ['pairs', 'seconds', 'of all', 'all would take s'],
    [[pairs, seconds, pairs / all, (seconds * all) / pairs]],
  );
}
