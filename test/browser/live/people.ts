import type { Locator, Page } from 'playwright-core';
import type { BrowserSuite, PageOptions } from '../../support/browser.ts';
import { ReadDesk } from '../read/desk.ts';

/** Opens a page in a browser of its own, whose person signs with a name. */
export function pageOf(app: BrowserSuite, name: string, options?: PageOptions): Promise<Page> {
  return app.newPage({ ...options, remembered: { 'variorum-signature': name } });
}

/** Opens a document in a browser of its own, whose person signs with a name. */
export async function readerOf(
  app: BrowserSuite,
  name: string,
  documentId: string,
  rest = '',
  options?: PageOptions,
): Promise<ReadDesk> {
  const desk = new ReadDesk(await pageOf(app, name, options), app.url);
  await desk.goTo(documentId, rest);
  return desk;
}

/** The others as the top bar shows them. */
export const othersIn = (page: Page): Locator => page.getByRole('navigation', { name: 'Who else is here' });

/** Where the keyboard and the text stand. */
export function whereabouts(page: Page): Promise<{ focus: string; scroll: number; caret: number }> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return {
      focus: `${activeElement?.tagName} ${activeElement?.getAttribute('name') ?? ''}`,
      scroll: document.querySelector('[data-scroller]')?.scrollTop ?? -1,
      caret: getSelection()?.anchorOffset ?? -1,
    };
  });
}
