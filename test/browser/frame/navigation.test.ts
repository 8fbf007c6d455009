import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';

const heading = (page: Page) => page.locator('main h1').first();

describe('going from screen to screen', function () {
  const app = browserSuite(this);

  it('begins with the Library', async () => {
    const page = await app.newPage();
    await page.goto(app.url);
    await page.getByRole('heading', { name: 'Library', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).to.equal('/library');
    await eventually(async () => expect(await page.title()).to.equal('Library · Variorum'));
  });

  it('leads to every screen that the rail names, and marks where one is', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    const rail = page.getByRole('navigation', { name: 'Screens' });
    for (const name of ['Conflicts', 'Sources', 'Library']) {
      await rail.getByRole('link', { name }).click();
      await page.waitForURL(`**/${name.toLowerCase()}`);
      await rail.locator('[aria-current=page]', { hasText: name }).waitFor();
    }
  });

  it('goes back and forward with the browser', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await heading(page).waitFor();
    await page.getByRole('link', { name: 'Sources' }).click();
    await page.getByRole('heading', { name: /sources|rest on/i, level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Library', level: 1 }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: /sources|rest on/i, level: 1 }).waitFor();
  });

  it('moves the focus to the heading of the screen that is gone to', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await heading(page).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(new URL(page.url()).pathname).to.equal('/sources');
  });

  it('says so where an address names no screen, and leads on', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/nowhere/at/all`);
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    await page.getByRole('link', { name: 'To the Library', exact: true }).click();
    await page.getByRole('heading', { name: 'Library', level: 1 }).waitFor();
  });

  it('skips the frame for those who begin with the keyboard', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await heading(page).waitFor();
    await page.keyboard.press('Tab');
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('Skip to content'),
    );
    await page.keyboard.press('Enter');
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.id)).to.equal('main'),
    );
  });
});
