import type { Page } from 'playwright-core';
import type { BrowserSuite, PageOptions } from '../../support/browser.ts';

/** The seed texts that these tests read. */
export const SOVINTERN = 'f47f0a52-3c1e-4a0d-9a57-0c6d1b1f5e01';
export const BABAKOV = 'a1c0b6de-58b7-4c43-8b3e-6f2f7d0c9e02';

/** A page on which a document is read, and what a person does there. */
export class ReadDesk {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  static async open(app: BrowserSuite, documentId: string, options?: PageOptions): Promise<ReadDesk> {
    const page = await app.newPage(options);
    const desk = new ReadDesk(page, app.url);
    await desk.goTo(documentId);
    return desk;
  }

  async goTo(documentId: string, rest = ''): Promise<void> {
    await this.page.goto(`${this.url}/read/${documentId}${rest}`);
    await this.page.locator('.reader-text').waitFor();
  }

  get inspector() {
    return this.page.getByRole('complementary', { name: 'Inspector' });
  }

  get palette() {
    return this.page.getByRole('group', { name: 'Mark selection' });
  }

  /** Selects words by finding them, hands on the keyboard. */
  async select(words: string): Promise<void> {
    await this.page.keyboard.press('/');
    await this.page.getByLabel('Find in this document').fill(words);
    await this.page.locator('vr-find-bar [role=status]', { hasText: ' of ' }).waitFor();
    await this.page.keyboard.press('Escape');
    await this.palette.waitFor();
  }

  /** Marks words by a key, and waits until the inspector shows the claim. */
  async mark(words: string, key: string): Promise<void> {
    await this.select(words);
    await this.page.keyboard.press(key);
    await this.inspector.locator('.ctx b', { hasText: words }).waitFor();
  }

  /** The row of the inspector that stands under a heading: "Value". */
  row(name: string) {
    return this.inspector.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  }

  /** The words of the caret's stretch of text up to it; undefined where something is selected instead. */
  wordsBeforeCaret(): Promise<string | undefined> {
    return this.page.evaluate(() => {
      const { anchorNode, anchorOffset, isCollapsed } = getSelection()!;
      return isCollapsed ? anchorNode?.textContent?.slice(0, anchorOffset) : undefined;
    });
  }

  /** Claims, not what is suggested. */
  marks(words: string) {
    return this.page.locator('mark.c:not([data-s=sugg])', { hasText: words });
  }

  /** Waits until everything done so far is on the server. */
  async saved(): Promise<void> {
    await this.page.getByText('All changes saved').waitFor({ state: 'attached' });
  }
}
