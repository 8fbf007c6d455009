import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';

const greeting = (page: Page) => page.getByRole('form', { name: 'Welcome' });
const library = (page: Page) => page.getByRole('heading', { name: 'Library', level: 1 });

describe('the greeting', function () {
  const app = browserSuite(this, { begin: 'example' });

  it('asks for a name once, and lets one look at the example', async () => {
    const page = await app.newPage({ isNew: true });
    await page.goto(app.url);
    await greeting(page).waitFor();
    await greeting(page)
      .getByRole('button', { name: /worked example/ })
      .waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.getByLabel('Your name').fill('Marta Kovač');
    await page.keyboard.press('Enter');
    await library(page).waitFor();
    await page.getByRole('button', { name: 'You sign as Marta Kovač' }).waitFor();
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('Library'),
    );
    await page.reload();
    await library(page).waitFor();
  });

  it('can be skipped, and stands in nobody’s way who comes by a link', async () => {
    const page = await app.newPage({ isNew: true, width: 390, colorScheme: 'dark' });
    await page.goto(`${app.url}/sources`);
    await page.getByRole('heading', { name: 'What the texts rest on' }).waitFor();
    await page.getByRole('link', { name: 'Library' }).first().click();
    await greeting(page).waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.getByRole('button', { name: 'Skip this' }).click();
    await library(page).waitFor();
    await page.getByRole('button', { name: 'You sign as Guest' }).waitFor();
  });

  it('cleans a desk on which nobody has worked, brings it back by one undo, and offers that no more afterwards', async () => {
    const page = await app.newPage({ isNew: true });
    await page.goto(app.url);
    await greeting(page)
      .getByRole('button', { name: /clean desk/ })
      .click();
    await page.getByRole('heading', { name: 'Nothing to check yet' }).waitFor();
    await page.getByText('All changes saved').first().waitFor();
    const { beginning } = (await (await fetch(`${app.url}/api/beginning`)).json()) as { beginning: string };
    expect(beginning).to.equal('empty');
    await page.keyboard.press('u');
    await page.locator('.documents .tt').first().waitFor();
    await page.getByText('All changes saved').first().waitFor();
    const later = await app.newPage({ isNew: true });
    await later.goto(app.url);
    await greeting(later)
      .getByRole('button', { name: /To the desk/ })
      .waitFor();
    expect(
      await greeting(later)
        .getByRole('button', { name: /clean desk/ })
        .count(),
    ).to.equal(0);
  });
});
