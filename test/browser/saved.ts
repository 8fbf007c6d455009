import type { Page } from 'playwright-core';

interface App extends Element {
  readonly store: { readonly saving: { readonly waiting: number } };
}

/** Waits until the page has nothing left that the server has not acknowledged, and says so. */
export async function saved(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector<App>('vr-app')?.store.saving.waiting === 0);
  await page.getByText('All changes saved').waitFor({ state: 'attached' });
}
