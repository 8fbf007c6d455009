import { browserSuite } from '../../support/browser.ts';
import { BABAKOV } from '../read/desk.ts';

describe('what takes its time', function () {
  const app = browserSuite(this);

  it('is told, can be called off, and begun again', async () => {
    const page = await app.newPage();
    let isSlow = true;
    let letGo: (() => void) | undefined;
    await page.route('**/api/documents/*/revisions/**', async route => {
      if (isSlow)
        await new Promise<void>(resolve => {
          letGo = resolve;
        });
      await route.continue().catch(() => undefined);
    });
    await page.goto(`${app.url}/read/${BABAKOV}`);
    const works = page.getByRole('region', { name: 'Under way' });
    await works.getByRole('progressbar', { name: 'Opening the document …' }).waitFor();
    await works.getByRole('button', { name: 'Cancel: Opening the document …' }).click();
    await page.getByText('Opening it was called off.').first().waitFor();
    await works.waitFor({ state: 'detached' });
    isSlow = false;
    letGo?.();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.reader-text').waitFor();
  });
});
