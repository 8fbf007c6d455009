import type { Page } from 'playwright-core';
import type { ReadDesk } from '../read/desk.ts';

interface App extends Element {
  readonly store: {
    readonly delivery: { lost(): void; readonly leads: boolean };
    readonly kept?: { isHere(id: string): boolean };
  };
}

/** What a browser says that cannot reach the server, which tests of that provoke on purpose. */
export const AWAY = [/Failed to load resource|ERR_CONNECTION|ERR_FAILED/];

/** Cuts a page off from the server; the files of the application go on coming. @returns what restores the line */
export async function cutOff(page: Page): Promise<() => Promise<void>> {
  await page.route('**/api/**', route => route.abort());
  // A stream that is open already is not a request any more.
  await page.evaluate(() => document.querySelector<App>('vr-app')!.store.delivery.lost());
  return () => page.unroute('**/api/**');
}

/** Waits until all of a document is in the browser. */
export async function kept(page: Page, documentId: string): Promise<void> {
  await page.waitForFunction(
    id => document.querySelector<App>('vr-app')!.store.kept!.isHere(id),
    documentId,
    { timeout: 30_000 },
  );
}

/** Whether a page is the one that speaks with the server for all windows. */
export const leads = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector<App>('vr-app')!.store.delivery.leads);

/** Takes a note about the claim in hand, and waits until it stands there. */
export async function note(desk: ReadDesk, words: string): Promise<void> {
  await desk.page.keyboard.press('m');
  await desk.page.keyboard.type(words);
  await desk.page.keyboard.press('Enter');
  await desk.inspector.getByText(words).waitFor();
}

/** Chooses a step of a scale by its key and its digit. */
export async function choose(desk: ReadDesk, scale: 'v' | 'w', digit: string): Promise<void> {
  await desk.page.keyboard.press(scale);
  await desk.inspector.getByRole('listbox').waitFor();
  await desk.page.keyboard.press(digit);
  await desk.inspector.getByRole('listbox').waitFor({ state: 'detached' });
}
