import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { browser } from '../../support/browser.ts';
import { listenForComplaints } from '../../support/complaints.ts';

/** A claim as the reader takes it. */
export interface TestMark {
  id: string;
  ranges: { start: number; end: number }[];
  type?: string;
  state?: 'open' | 'checked' | 'suggested';
  conflict?: boolean;
}

export interface ShowOptions {
  /** Milliseconds that every piece of the text takes to come; all is at hand without it. */
  delay?: number;
  face?: 'txt' | 'src';
  at?: number;
}

const page = fileURLToPath(new URL('../../../../test/browser/reader/harness/', import.meta.url));
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

let built: Promise<string> | undefined;

/** Bundles the page that holds nothing but a reader; once per run. */
async function bundle(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'variorum-reader-'));
  await build({
    root: page,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, target: 'es2022', assetsInlineLimit: 0, minify: false, emptyOutDir: true },
  });
  process.once('exit', () => void rm(folder, { recursive: true, force: true }));
  return folder;
}

async function serve(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, pathname === '/' ? 'index.html' : path.normalize(pathname));
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** A page with a reader, and ways to use it as a person would. */
export class ReaderPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get textBox() {
    return this.page.locator('.reader-text');
  }

  /** Shows a text with claims. */
  async show(text: string, marks: readonly TestMark[] = [], options: ShowOptions = {}): Promise<void> {
    const full = marks.map(mark => ({
      type: 'person',
      state: 'open',
      conflict: false,
      label: (mark.type ?? 'person').replace(/^./, first => first.toUpperCase()),
      ...mark,
    }));
    await this.page.evaluate(
      async ([t, m, o]) => {
        await harness.show(t, m, o);
        await document.fonts.ready;
      },
      [text, full, options] as const,
    );
    await this.frames();
  }

  /** Waits until what was asked for is on the screen. */
  async frames(): Promise<void> {
    await this.page.evaluate(
      () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.frames();
  }

  /** Puts the caret somewhere and gives the text the keyboard. */
  async caret(anchor: number, head = anchor): Promise<void> {
    await this.page.evaluate(
      async ([a, h]) => {
        await harness.reader.jumpTo(h, { align: 'center' });
        harness.reader.focus();
        harness.reader.select(a, h);
      },
      [anchor, head] as const,
    );
    await this.frames();
  }

  selection(): Promise<{ anchor: number; head: number }> {
    return this.page.evaluate(() => ({ ...harness.reader.selection }));
  }

  /** Copies by keyboard and gives what is on the clipboard then. */
  async copy(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText('nothing was copied'));
    await this.press('Control+c');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** The rows that are mounted. */
  rows(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.reader-text p')].map(row => row.textContent ?? ''),
    );
  }

  /** What the reader told under one name, oldest first. */
  heard<T>(name: string): Promise<T[]> {
    return this.page.evaluate(wanted => harness.heard.filter(told => told.name === wanted), name) as Promise<
      T[]
    >;
  }

  /** Middle of the first line of a claim's mark. */
  async middleOf(id: string): Promise<{ x: number; y: number }> {
    return this.page.evaluate(wanted => {
      const [box] = document.querySelector(`mark[data-id="${wanted}"]`)!.getClientRects();
      return { x: box!.left + box!.width / 2, y: box!.top + box!.height / 2 };
    }, id);
  }

  focused(): Promise<string | null> {
    return this.page.evaluate(() => harness.reader.focused);
  }

  /** What a screen reader was last told. */
  async said(): Promise<string> {
    await this.page.waitForTimeout(200);
    return this.page.evaluate(() => document.querySelector('.reader [role=status]')?.textContent ?? '');
  }

  /** Distance scrolled. */
  scrolled(): Promise<number> {
    return this.page.evaluate(() => document.querySelector('.reader-scroll')!.scrollTop);
  }
}

/** Gives a suite a page with a reader for each of its tests; fails tests whose page complains. */
export function readerSuite(suite: Mocha.Suite): { readonly reader: ReaderPage } {
  suite.timeout(60_000);
  let server: Server;
  let current: ReaderPage | undefined;
  let complaints: string[] = [];

  before('bundles and serves the page', async () => {
    built ??= bundle();
    server = await serve(await built);
  });

  beforeEach('opens the page', async () => {
    const { port } = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    const context = await (await browser()).newContext({
      viewport: { width: 1000, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    complaints = listenForComplaints(context, origin, [/favicon/]).complaints;
    const opened = await context.newPage();
    await opened.goto(origin);
    await opened.waitForFunction(() => 'harness' in window);
    current = new ReaderPage(opened);
  });

  afterEach('closes the page and looks for complaints', async () => {
    await current?.page.context().close();
    current = undefined;
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  });

  after('stops serving', () => {
    server?.closeAllConnections();
    server?.close();
  });

  return {
    get reader() {
      if (!current) throw new Error('There is a page only inside tests.');
      return current;
    },
  };
}

declare global {
  /** What harness/main.js puts on the page. */
  const harness: {
    readonly heard: ({ name: string } & Record<string, unknown>)[];
    readonly text: string;
    readonly marks: { get(id: string): TestMark | undefined; put(mark: unknown): void };
    readonly reader: {
      selection: { anchor: number; head: number };
      focused: string | null;
      top: number;
      length: number;
      select(anchor: number, head: number): void;
      jumpTo(offset: number, options?: { align: string }): Promise<void>;
      focusClaim(id: string | null, options?: { scroll: string | false }): void;
      setMarks(marks: unknown, changed?: readonly { start: number; end: number }[]): void;
      find(query: string, options?: object): void;
      findNext(forward?: boolean): void;
      endFind(): void;
      focus(): void;
    };
    fail(now: boolean): void;
    fold(folds: readonly unknown[]): Promise<void>;
    show(text: string, marks: readonly unknown[], options: ShowOptions): Promise<void>;
    wrongPositions(texts: readonly string[]): string[];
    wrongStretches(cases: readonly (readonly TestMark[])[], length: number): string[];
  };
}
