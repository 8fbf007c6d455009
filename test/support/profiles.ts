import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { listenForComplaints } from './complaints.ts';

/** What a page is asked for with. */
export interface Wanted {
  /** The origin that the page is for, without a final slash. */
  readonly url: string;
  /** Complaints that are provoked on purpose. */
  readonly allow: readonly RegExp[];
  /** What the origin's local storage holds. */
  readonly remembered: Readonly<Record<string, string>>;
  /** All that a profile is made with; only one of the very same look is given again. */
  readonly look: BrowserContextOptions;
}

/** What cannot be taken back: the profile is not given to another test. */
const LASTING = {
  page: ['addInitScript', 'exposeFunction', 'exposeBinding', 'setExtraHTTPHeaders', 'setViewportSize', 'on'],
  context: ['addInitScript', 'addCookies', 'exposeFunction', 'exposeBinding', 'grantPermissions', 'on'],
  either: ['emulateMedia', 'newCDPSession', 'setGeolocation', 'setOffline', 'close'],
};

/** Where a page waits between tests: in the application's origin, with nothing of it running. */
const REST = '/icon.svg';
const STORED = 'cookies,indexeddb,local_storage,service_workers,cache_storage';
/** Most profiles that wait for a test; each is a process. */
const MOST = 4;

/**
 * A browser profile with a page, which one test leaves to the next as it found it: nothing is stored, nothing runs, and
 * only files that never change stay in the browser's cache. A new profile would load and compile them all again, which
 * is most of what a page costs.
 */
export class Profile {
  readonly page: Page;
  /** Profiles of one key are alike. */
  readonly key: string;
  readonly #tools: CDPSession;
  #listening: { readonly complaints: string[]; end(): void } | undefined;
  #isSpoilt = false;

  private constructor(key: string, page: Page, tools: CDPSession) {
    this.key = key;
    this.page = page;
    this.#tools = tools;
    const spoil = () => {
      this.#isSpoilt = true;
    };
    page.once('crash', spoil);
    page.context().once('close', spoil);
    whenCalled(page, [...LASTING.page, ...LASTING.either], spoil);
    whenCalled(page.context(), [...LASTING.context, ...LASTING.either], spoil);
  }

  static async make(browser: Browser, { look }: Wanted): Promise<Profile> {
    const context = await browser.newContext(look);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    return new Profile(keyOf(look), page, await context.newCDPSession(page));
  }

  get isSpoilt(): boolean {
    return this.#isSpoilt || this.page.isClosed();
  }

  /** What the page has complained of since it was last asked. */
  takeComplaints(): string[] {
    return this.#listening?.complaints.splice(0) ?? [];
  }

  /** Makes the page ready for a test. */
  async begin({ url, allow, remembered }: Wanted): Promise<void> {
    this.#listening = listenForComplaints(this.page.context(), url, allow);
    if (!this.page.url().startsWith(`${url}/`)) await this.page.goto(url + REST);
    await this.page.evaluate(items => {
      for (const [name, value] of items) localStorage.setItem(name, value);
    }, Object.entries(remembered));
  }

  /** Leaves what was gone to, as a person does, and forgets what was stored. */
  async end(): Promise<void> {
    const { page } = this;
    const { origin } = new URL(page.url());
    for (const other of page.context().pages())
      if (other !== page) await other.goto('about:blank').then(() => other.close());
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto(origin + REST, { timeout: 3000 });
    await page.mouse.move(-1, -1);
    await page.evaluate(() => sessionStorage.clear());
    await this.#tools.send('Storage.clearDataForOrigin', { origin, storageTypes: STORED });
    this.#listening?.end();
  }

  async close(): Promise<void> {
    // Leaving properly tells the server that nobody is here any more.
    for (const page of this.page.context().pages())
      await page.goto('about:blank', { timeout: 2000 }).catch(() => undefined);
    await this.page.context().close();
  }
}

const keyOf = (look: object): string =>
  JSON.stringify(Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1)));

function whenCalled(target: object, names: readonly string[], tell: () => void): void {
  for (const name of names) {
    const method = Reflect.get(target, name) as ((...args: unknown[]) => unknown) | undefined;
    if (method)
      Reflect.set(target, name, (...args: unknown[]) => {
        tell();
        return method.apply(target, args);
      });
  }
}

/** Those that wait for a test, the one that waits longest first. */
const waiting: Profile[] = [];

/** A profile as a test wants it: one that another test has left, or a new one. */
export async function takeProfile(browser: Browser, wanted: Wanted): Promise<Profile> {
  const key = keyOf(wanted.look);
  const index = waiting.findLastIndex(profile => profile.key === key);
  const left = index >= 0 ? waiting.splice(index, 1)[0] : undefined;
  const profile = left && !left.isSpoilt ? left : await Profile.make(browser, wanted);
  await profile.begin(wanted);
  return profile;
}

/** Takes a profile back from a test. @param isFit whether another test may have it, if nothing on it lasts */
export async function giveBack(profile: Profile, isFit: boolean): Promise<void> {
  const isLeft =
    isFit &&
    !profile.isSpoilt &&
    (await profile.end().then(
      () => true,
      () => false,
    ));
  if (!isLeft) return profile.close();
  waiting.push(profile);
  if (waiting.length > MOST) await waiting.shift()?.close();
}

/** Closes all that wait. */
export async function closeProfiles(): Promise<void> {
  for (const profile of waiting.splice(0)) await profile.close();
}
