import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { startServer } from '../../server/http/start.ts';
import { greeted } from '../support/browser.ts';
import { findBrowser } from '../support/chromium.ts';
import { makeSample, type Sample, storeSample } from './desks.ts';
import { median, percentile, printTable } from './figures.ts';
import { expectMark, openByLink, scrollSteadily, toggleFilter } from './in-page.ts';
import { heapOf } from './sight.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const SCROLL = { pixelsASecond: 6000, seconds: 3 };
const OURS = { scroller: '.reader-scroll', rows: '.reader-text p', ...SCROLL };
const CODEMIRROR = { scroller: '.cm-scroller', rows: '.cm-line', ...SCROLL };

interface Opened {
  readonly sample: Sample;
  readonly documentId: string;
}

/** Measures the running application in a browser, with peers beside it in the same run on the same texts and marks. */
export async function run(rounds: number): Promise<void> {
  const samples = [
    makeSample('16k', 'seed', 160),
    makeSample('1m', 1_000_000, 1000),
    makeSample('10m', 10_000_000, 100_000),
  ];
  const server = await startServer({ begin: 'nothing', limits: {} });
  const peers = await servePeers(samples);
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--js-flags=--expose-gc'],
  });
  try {
    const opened: Opened[] = [];
    for (const sample of samples)
      opened.push({ sample, documentId: await storeSample(server.desk.storage, sample) });
    const [small, middle, large] = opened as [Opened, Opened, Opened];
    const open: Record<string, number[]> = {};
    const note = (name: string, value: number) => {
      open[name] = [...(open[name] ?? []), value];
    };
    for (let round = 0; round <= rounds; round++) {
      for (const { sample, documentId } of opened) {
        const ms = await inPage(browser, server.url, page =>
          openWarm(page, server.url, documentId, small.documentId),
        );
        if (round > 0) note(`Variorum ${sample.name}`, ms);
      }
      for (const [peer, name] of [
        ['recogito', '1m'],
        ['codemirror', '10m'],
      ] as const) {
        const ms = await inPage(browser, peers.url, page => openPeer(page, peer, name));
        if (round > 0) note(`${peer} ${name}`, ms);
      }
    }
    const of = (name: string) => median(open[name]!);
    printTable(
      'From opening a document to its first highlighted text painted (ms, median)',
      ['what', 'median', 'least', 'most'],
      Object.entries(open).map(([name, values]) => [
        name,
        median(values),
        Math.min(...values),
        Math.max(...values),
      ]),
    );
    console.log(
      `10 MB with 100,000 claims : 16 KB = ${(of('Variorum 10m') / of('Variorum 16k')).toFixed(2)} (at most 2 wanted)`,
    );
    console.log(
      `1 MB with 1,000 claims : @recogito/text-annotator = ${(of('Variorum 1m') / of('recogito 1m')).toFixed(3)} (at most 0.2 wanted)`,
    );
    await scrolling(browser, server.url, peers.url, large, rounds);
    await gestures(browser, server.url, large, rounds);
    await heap(browser, server.url, [small, middle, large]);
  } finally {
    await browser.close();
    await peers.close();
    await server.close();
  }
}

async function inPage<T>(browser: Browser, url: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    storageState: greeted(url),
  });
  const page = await context.newPage();
  try {
    await page.goto(url, { waitUntil: 'networkidle' });
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Both sides warm: the Read screen has been shown once, and the server has served the document before. */
async function openWarm(page: Page, url: string, documentId: string, warmWith: string): Promise<number> {
  for (const id of [warmWith, documentId]) {
    await page.goto(`${url}/library`, { waitUntil: 'networkidle' });
    await page.evaluate(openByLink, id);
  }
  await page.evaluate(() => history.go(-1));
  await page.waitForSelector(`a[href="/read/${warmWith}"]`);
  await page.evaluate(openByLink, warmWith);
  await page.evaluate(() => history.go(-1));
  await page.waitForSelector(`a[href="/read/${documentId}"]`);
  await page.waitForTimeout(500);
  return page.evaluate(openByLink, documentId);
}

const openPeer = (page: Page, peer: string, name: string): Promise<number> =>
  page.evaluate(
    ([peer, name]) =>
      (globalThis as unknown as { openPeer(peer: string, name: string): Promise<number> }).openPeer(
        peer!,
        name!,
      ),
    [peer, name],
  );

async function scrolling(
  browser: Browser,
  url: string,
  peersUrl: string,
  large: Opened,
  rounds: number,
): Promise<void> {
  const rows: { name: string; p95: number; p50: number; blank: number }[] = [];
  const summarise = (name: string, { intervals, blank }: { intervals: number[]; blank: number }) =>
    rows.push({
      name,
      p50: percentile(intervals, 0.5),
      p95: percentile(intervals, 0.95),
      blank: blank * 100,
    });
  for (let round = 0; round < rounds; round++) {
    await inPage(browser, `${url}/library`, async page => {
      await page.evaluate(openByLink, large.documentId);
      await page.waitForTimeout(1500);
      summarise('Variorum', await page.evaluate(scrollSteadily, OURS));
    });
    await inPage(browser, peersUrl, async page => {
      await openPeer(page, 'codemirror', '10m');
      await page.waitForTimeout(1500);
      summarise('CodeMirror 6', await page.evaluate(scrollSteadily, CODEMIRROR));
    });
  }
  const names = ['Variorum', 'CodeMirror 6'];
  const of = (name: string, what: 'p50' | 'p95' | 'blank') =>
    median(rows.filter(row => row.name === name).map(row => row[what]));
  printTable(
    'Scrolling 10 MB with 100,000 claims at 6,000 px/s (frame interval, ms)',
    ['what', 'p50', 'p95', 'frames without text, %'],
    names.map(name => [name, of(name, 'p50'), of(name, 'p95'), of(name, 'blank')]),
  );
  console.log(
    `p95 Variorum : CodeMirror 6 = ${(of('Variorum', 'p95') / of('CodeMirror 6', 'p95')).toFixed(2)} (at most 1.3 wanted)`,
  );
}

async function gestures(browser: Browser, url: string, large: Opened, rounds: number): Promise<void> {
  const marks: { ms: number; frames: number }[] = [];
  const filters: number[] = [];
  await inPage(browser, `${url}/library`, async page => {
    await page.evaluate(openByLink, large.documentId);
    await page.waitForTimeout(1500);
    for (let i = 0; i < Math.max(5, rounds); i++) {
      await page
        .locator('.reader-text p:not(.blank)')
        .nth(i)
        .click({ position: { x: 30, y: 12 } });
      for (let k = 0; k < 5 + i; k++) await page.keyboard.press('Shift+ArrowRight');
      await page.waitForTimeout(150);
      await page.evaluate(expectMark);
      await page.keyboard.press('4');
      marks.push(
        await page.evaluate(
          () =>
            (globalThis as unknown as { markPainted: Promise<{ ms: number; frames: number }> }).markPainted,
        ),
      );
      await page.waitForTimeout(200);
    }
    const filter = await page.evaluate(() => {
      const row = [...document.querySelectorAll<HTMLElement>('vr-claim-filters [aria-pressed]')].find(
        button => /person/i.test(button.textContent ?? ''),
      );
      if (row) row.dataset.bench = 'filter';
      return row ? '[data-bench=filter]' : '';
    });
    for (let i = 0; i < Math.max(5, rounds) && filter; i++) {
      filters.push(await page.evaluate(toggleFilter, filter));
      await page.waitForTimeout(200);
    }
  });
  printTable(
    'Gestures at 10 MB with 100,000 claims (until painted)',
    ['what', 'median ms', 'most ms', 'frames'],
    [
      [
        'claim made by a key',
        median(marks.map(mark => mark.ms)),
        Math.max(...marks.map(mark => mark.ms)),
        median(marks.map(mark => mark.frames)),
      ],
      ['filter changed', median(filters), Math.max(...filters), Number.NaN],
    ],
  );
}

async function heap(browser: Browser, url: string, opened: readonly Opened[]): Promise<void> {
  const rows: [string, number, number][] = [];
  await inPage(browser, `${url}/library`, async page => {
    const empty = await heapOf(page);
    rows.push(['empty workbench', empty, 0]);
    for (const { sample, documentId } of opened) {
      await page.goto(`${url}/library`, { waitUntil: 'networkidle' });
      await page.evaluate(openByLink, documentId);
      await page.waitForTimeout(4000);
      const now = await heapOf(page);
      rows.push([`${sample.name} open`, now, now - empty]);
    }
  });
  printTable(
    'JavaScript heap after collection (MB; at most 60 above the empty workbench wanted)',
    ['what', 'used', 'above empty'],
    rows,
  );
}

async function servePeers(samples: readonly Sample[]): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = path.join(root, 'dist/peers');
  await build({
    root: path.join(root, 'test/bench/peers'),
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  const bodies = new Map<string, string>();
  for (const { name, text, marks } of samples) {
    bodies.set(`/samples/${name}.txt`, text);
    bodies.set(`/samples/${name}.json`, JSON.stringify(marks));
  }
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.txt': 'text/plain; charset=utf-8',
  };
  const server = createServer(async (request, response) => {
    const name = request.url === '/' ? '/index.html' : request.url!;
    try {
      const body = bodies.get(name) ?? (await readFile(path.join(outDir, path.normalize(name))));
      response
        .writeHead(200, { 'content-type': types[path.extname(name)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
