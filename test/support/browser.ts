import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from './chromium.ts';
import { closeProfiles, giveBack, type Profile, takeProfile } from './profiles.ts';
import { type RunningServer, type ServerOptions, serveDesk } from './server.ts';

/** What a page is opened with. */
export interface PageOptions {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** Whether things may move; without, they do not. */
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  /** A screen that is touched, as a phone's. */
  hasTouch?: boolean;
  isMobile?: boolean;
  /** The browser's language. */
  locale?: string;
  /** Complaints that this test provokes on purpose. */
  allow?: readonly RegExp[];
  /** Lets the application be kept by its service worker; without, every file comes from the server. */
  worker?: boolean;
  /** Opens the page as somebody who was never here, so that the greeting comes. */
  isNew?: boolean;
  /** What the browser's local storage holds besides, by name. */
  remembered?: Readonly<Record<string, string>>;
  /** Keeps the page until the suite ends instead of closing it after the test that opened it. */
  keep?: boolean;
}

/** A suite's server and its way to open pages on it. */
export interface BrowserSuite {
  /** The origin of the running app, without a final slash; known once the suite's hooks have run. */
  readonly url: string;
  readonly server: RunningServer;
  /** Opens an empty page in a browser profile that no other page of the test shares; go on with `page.goto(suite.url + '/…')`. */
  newPage(options?: PageOptions): Promise<Page>;
}

const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  // Nothing but this machine can be reached, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** What the browser of somebody who has been greeted has in its local storage. */
const GREETED = { 'variorum-greeted': 'yes' };

/** What a browser remembers of somebody who has been greeted at a place, for `newContext`. */
export const greeted = (url: string) => ({
  cookies: [],
  origins: [
    {
      origin: new URL(url).origin,
      localStorage: Object.entries(GREETED).map(([name, value]) => ({ name, value })),
    },
  ],
});

let shared: Promise<Browser> | undefined;

/** The one browser of this run, started when first asked for, and again where it has died. */
export async function browser(): Promise<Browser> {
  const running = await shared?.catch(() => undefined);
  if (!running?.isConnected()) shared = launchOptions().then(options => chromium.launch(options));
  return shared!;
}

async function launchOptions() {
  return {
    executablePath: await findBrowser(),
    headless: true,
    args: process.getuid?.() === 0 ? [...flags, '--no-sandbox'] : flags,
  };
}

/** Starts a browser of its own whose profile lies in a folder, so that it can be closed and started again as it was. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  const options = await launchOptions();
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    viewport: { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(20_000);
  await context.addInitScript("localStorage.setItem('variorum-greeted', 'yes')");
  return context;
}

/** Closes the shared browser if it was started. */
export async function closeBrowser(): Promise<void> {
  const running = await shared?.catch(() => undefined);
  shared = undefined;
  await closeProfiles();
  await running?.close();
}

/**
 * Gives a suite a server with a fresh store and pages that fail the running test on page errors, console errors,
 * reports of the content security policy and requests to any other host. Call it first in a
 * `describe(…, function () { const app = browserSuite(this); … })`.
 */
export function browserSuite(suite: Mocha.Suite, options: ServerOptions = {}): BrowserSuite {
  suite.timeout(90_000);
  // A browser on a busy machine may come a moment late once; what fails twice in a row has failed.
  suite.retries(1);
  const open: { profile: Profile; keep: boolean }[] = [];
  let server: RunningServer | undefined;
  const closePages = async (isFit: boolean) => {
    for (const page of open.filter(({ keep }) => !keep)) {
      open.splice(open.indexOf(page), 1);
      await giveBack(page.profile, isFit);
    }
  };
  const running = () => {
    if (!server) throw new Error('The server runs only inside hooks and tests of this suite.');
    return server;
  };

  before('starts the server', async () => {
    server = await serveDesk(options);
  });

  afterEach('closes pages and looks for complaints', async function () {
    const heard = open.flatMap(({ profile }) => profile.takeComplaints());
    await closePages(this.currentTest?.state === 'passed' && heard.length === 0);
    if (heard.length > 0) throw new Error(`The page complained:\n${heard.join('\n')}`);
  });

  beginAgain(suite, () => closePages(false));

  after('stops the server', async () => {
    for (const { profile } of open.splice(0)) await profile.close();
    await server?.close();
  });

  return {
    get url() {
      return running().url;
    },
    get server() {
      return running();
    },
    async newPage({
      width = 1280,
      height = 800,
      allow = [],
      keep = false,
      isNew = false,
      remembered = {},
      // What moves is drawn sixty times a second, which costs a test more than what it does.
      reducedMotion = 'reduce',
      worker,
      ...look
    }: PageOptions = {}) {
      const { url } = running();
      const profile = await takeProfile(await browser(), {
        url,
        allow,
        remembered: { ...(isNew ? {} : GREETED), ...remembered },
        look: {
          viewport: { width, height },
          serviceWorkers: worker ? 'allow' : 'block',
          reducedMotion,
          ...look,
        },
      });
      open.push({ profile, keep });
      return profile.page;
    },
  };
}

/** Gives what comes before each test of a suite a second try, as its tests have: mocha itself gives hooks none. */
function beginAgain(suite: Mocha.Suite, cleanUp: () => Promise<void>): void {
  const add = suite.beforeEach.bind(suite) as (title: string, fn: Mocha.AsyncFunc) => Mocha.Suite;
  const twice = (begin: Mocha.AsyncFunc): Mocha.AsyncFunc =>
    async function (this: Mocha.Context) {
      try {
        await begin.call(this);
      } catch (error) {
        console.warn(`Begun again in “${suite.fullTitle()}”, since this came first: ${error}`);
        await cleanUp();
        await begin.call(this);
      }
    };
  suite.beforeEach = ((title: string | Mocha.AsyncFunc, fn?: Mocha.AsyncFunc) =>
    typeof title === 'string' ? add(title, twice(fn!)) : add('', twice(title))) as Mocha.Suite['beforeEach'];
  suite.on('suite', child => beginAgain(child, cleanUp));
}
