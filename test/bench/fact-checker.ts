import type { Page } from 'playwright-core';
import { type Seen, type Sight, timed } from './sight.ts';

const MARKS: Sight = { selectors: ['.reader-text mark.c', 'vr-announcer'], address: true };
const HEAD: Sight = { selectors: ['vr-claim-head'] };
const MENU: Sight = { selectors: ['vr-scale-menu [role=listbox]'] };

/** Somebody who works in the Read screen by keyboard; each gesture's time is kept. */
export class FactChecker {
  readonly seen: Seen[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Chooses words some words further on and makes a claim of them. @param digit the type's key */
  async mark(digit: string, skip: number): Promise<void> {
    const { keyboard } = this.#page;
    for (let i = 0; i < skip; i++) await keyboard.press('Control+ArrowRight');
    const words = () => this.#page.evaluate(() => getSelection()?.toString().trim() ?? '');
    for (let i = 0; i < 2 || (await words()) === ''; i++) await keyboard.press('Control+Shift+ArrowRight');
    await this.#press('mark a claim', digit, MARKS);
    await this.#page.waitForFunction(() => document.querySelector('vr-claim-head .ctx b') !== null);
  }

  async tick(): Promise<void> {
    await this.#press('tick', 'x', HEAD);
  }

  /** Chooses a step of a scale. @param key `v` or `w` */
  async choose(scale: string, key: string, digit: string): Promise<void> {
    await this.#press(`open ${scale}`, key, MENU);
    await this.#press(`choose ${scale}`, digit, HEAD);
  }

  async tag(word: string): Promise<void> {
    await this.#press('open tag', 't', { selectors: ['vr-tag-field input'] });
    await this.#page.keyboard.type(word);
    await this.#press('tag', 'Enter', HEAD);
    await this.#page.keyboard.press('Escape');
  }

  async note(words: string): Promise<void> {
    await this.#press('open note', 'm', { selectors: ['vr-claim-notes textarea'] });
    await this.#page.keyboard.type(words);
    await this.#press('note', 'Enter', { selectors: ['vr-claim-notes'] });
  }

  /** Attaches a new web page as evidence. */
  async evidence(n: number): Promise<void> {
    const page = this.#page;
    await this.#press('open evidence', 'e', { selectors: ['vr-claim-evidence form'] });
    const form = page.locator('vr-claim-evidence form');
    const fresh = form.getByRole('button', { name: 'New source', pressed: false });
    if ((await fresh.count()) > 0)
      await this.#click('new source', fresh, { selectors: ['vr-claim-evidence form'] });
    await form.getByLabel('Address').first().fill(`https://example.org/page-${n}`);
    await form.getByLabel('Title').first().fill(`Page ${n}`);
    await this.#press('attach evidence', 'Enter', { selectors: ['vr-claim-evidence .ev'] });
  }

  /** Raises a conflict between the focused claim and another one that is found by typing. */
  async flag(words: string): Promise<void> {
    const page = this.#page;
    await this.#press('open flag', 'f', { selectors: ['vr-flag-form input'] });
    await page.keyboard.type(words);
    await page.locator('vr-flag-form [role=option]:not([aria-disabled])').first().waitFor();
    await this.#press('pick the other side', 'Enter', { selectors: ['vr-flag-form'] });
    const raise = page.locator('vr-flag-form').getByRole('button', { name: 'Raise conflict' });
    await this.#click('raise a conflict', raise, { selectors: ['vr-claim-conflicts'] });
    await page.keyboard.press('Escape');
  }

  /** Decides the first conflict of the queue, and comes back to the text. */
  async decide(reason: string): Promise<void> {
    const page = this.#page;
    await page.keyboard.press('g');
    await this.#press('go to Conflicts', 'c', { selectors: ['vr-conflicts-screen h1'] });
    await page.locator('vr-conflicts-screen .outs').waitFor();
    await page.keyboard.press('4');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type(reason);
    await this.#press('decide', 'Control+Enter', {
      selectors: ['vr-conflicts-screen h1', 'vr-conflicts-screen .queue'],
    });
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await this.#press('go back to the text', 'r', { selectors: ['.reader-text mark.c'] });
    await page.locator('.reader-text').focus();
  }

  async step(key: 'j' | 'k'): Promise<void> {
    await this.#press('next or previous claim', key, { selectors: ['vr-claim-head'], address: true });
  }

  async find(words: string): Promise<void> {
    const page = this.#page;
    await this.#press('open find', '/', { selectors: ['vr-find-bar input', '[role=search] input'] });
    await page.keyboard.press('Control+a');
    await page.keyboard.type(words.slice(0, -1));
    await page.waitForTimeout(300);
    await this.#press('find', words.slice(-1), { selectors: ['[role=search]', '.reader-text .hit'] });
    await this.#press('next place found', 'Enter', { selectors: ['[role=search]'] });
    await page.keyboard.press('Escape');
  }

  async undo(): Promise<void> {
    await this.#press('undo', 'u', {
      selectors: ['vr-claim-head', '.reader-text mark.c', 'vr-claim-notes', 'vr-claim-evidence'],
    });
  }

  async filter(): Promise<void> {
    const row = this.#page.locator('vr-claim-filters [aria-pressed]').first();
    await this.#click('filter', row, { selectors: ['.reader-text mark.c'] });
    await this.#click('filter', row, { selectors: ['.reader-text mark.c'] });
    await this.#page.locator('.reader-text').focus();
  }

  async #press(gesture: string, key: string, sight: Sight): Promise<void> {
    this.seen.push(await timed(this.#page, gesture, sight, () => this.#page.keyboard.press(key)));
  }

  async #click(gesture: string, what: ReturnType<Page['locator']>, sight: Sight): Promise<void> {
    this.seen.push(await timed(this.#page, gesture, sight, () => what.click()));
  }
}
