import { chromium, type Page } from 'playwright-core';
import { startServer } from '../../server/http/start.ts';
import { greeted } from '../support/browser.ts';
import { findBrowser } from '../support/chromium.ts';
import { makeSample, random, storeSample } from './desks.ts';
import { FactChecker } from './fact-checker.ts';
import { median, percentile, printTable } from './figures.ts';
import { openByLink } from './in-page.ts';
import { collectLongTasks, heapOf, longTasks, type Seen } from './sight.ts';

const CLAIMS = 200;
const EVIDENCE = 40;
const CONFLICTS = 10;
/** Milliseconds after which what was closed has been let go of. */
const LET_GO = 6000;
/** Claims of the same work done beforehand in another text, so that the heap's growth is what the work leaves, not its code. */
const WARMING_UP = 40;

/**
 * Half an hour of a fact-checker's work without its pauses, at 16 KB and at 10 MB with 100,000 claims: 200 claims,
 * 40 pieces of evidence, 10 conflicts raised and decided, and what goes with them. Every gesture is timed until its
 * result is painted.
 */
export async function run(): Promise<void> {
  const server = await startServer({ begin: 'nothing' });
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    for (const [name, units, count] of [
      ['16 KB', 'seed', 160],
      ['10 MB with 100,000 claims', 10_000_000, 100_000],
    ] as const) {
      const warm = await storeSample(server.desk.storage, makeSample(`before ${name}`, 'seed', 20));
      const documentId = await storeSample(server.desk.storage, makeSample(name, units, count));
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        storageState: greeted(server.url),
      });
      const page = await context.newPage();
      await collectLongTasks(page);
      await page.goto(`${server.url}/library`, { waitUntil: 'networkidle' });
      await openText(page, warm);
      await work(page, new FactChecker(page), WARMING_UP);
      await toLibrary(page);
      const empty = await heapOf(page);
      await longTasks(page);
      await openText(page, documentId);
      const opening = await longTasks(page);
      const worker = new FactChecker(page);
      await work(page, worker, CLAIMS);
      const tasks = await longTasks(page);
      await toLibrary(page);
      await page.waitForTimeout(LET_GO);
      const after = await heapOf(page);
      report(name, worker.seen, { opening, tasks, empty, after });
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function openText(page: Page, documentId: string): Promise<void> {
  await page.evaluate(openByLink, documentId);
  await page.waitForTimeout(3000);
}

async function toLibrary(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.waitForURL('**/library');
  await page.waitForTimeout(2000);
}

async function work(page: Page, worker: FactChecker, claims: number): Promise<void> {
  const next = random(7);
  await page
    .locator('.reader-text p:not(.blank)')
    .first()
    .click({ position: { x: 30, y: 12 } });
  for (let n = 1; n <= claims; n++) {
    await worker.mark(String(1 + Math.floor(next() * 9)), 1 + Math.floor(next() * 5));
    if (n % 2 === 0) await worker.tick();
    if (n % 10 === 0) await worker.undo();
    if (n % 4 === 0) await worker.choose('verdict', 'v', '2');
    if (n % 5 === 0) await worker.choose('workflow', 'w', '2');
    if (n % 8 === 0) await worker.tag(`tag${n % 24}`);
    if (n % 6 === 0) await worker.note(`To be looked up, ${n}`);
    if (n % (CLAIMS / EVIDENCE) === 0) await worker.evidence(n);
    if (n % (CLAIMS / CONFLICTS) === 0) {
      await worker.flag('the');
      await worker.decide('Neither stands in the register.');
    }
    if (n % 10 === 0) {
      for (const key of ['k', 'k', 'j', 'j'] as const) await worker.step(key);
      await worker.filter();
    }
    if (n % 20 === 0) await worker.find('part');
  }
}

interface Rest {
  readonly opening: readonly number[];
  readonly tasks: readonly number[];
  readonly empty: number;
  readonly after: number;
}

function report(name: string, seen: readonly Seen[], { opening, tasks, empty, after }: Rest): void {
  const kinds = new Map<string, number[]>();
  for (const { gesture, ms } of seen) kinds.set(gesture, [...(kinds.get(gesture) ?? []), ms]);
  const row = (what: string, times: readonly number[]) => [
    what,
    times.length,
    median(times),
    percentile(times, 0.95),
    Math.max(...times),
  ];
  printTable(
    `Half an hour of work at ${name}: from a gesture to the paint of its result (ms)`,
    ['gesture', 'times', 'median', 'p95', 'most'],
    [
      row(
        'all',
        seen.map(({ ms }) => ms),
      ),
      ...[...kinds].map(([kind, times]) => row(kind, times)),
    ],
  );
  const longest = (times: readonly number[]) => (times.length > 0 ? Math.round(Math.max(...times)) : 0);
  console.log(
    `Longest task while working ${longest(tasks)} ms, while opening ${longest(opening)} ms (at most 200 wanted). ` +
      `Heap without code ${empty.toFixed(1)} MB before opening, ${after.toFixed(1)} MB after closing: ${(after / empty).toFixed(2)} (at most 1.2 wanted).`,
  );
}
