import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';

const paper = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.querySelector('.top')!).backgroundColor);
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(27, 30, 33)';

describe('the look', function () {
  const app = browserSuite(this);

  it('follows the system until a theme is chosen, and then remembers that', async () => {
    const page = await app.newPage({ colorScheme: 'dark' });
    await page.goto(`${app.url}/library`);
    const button = page.getByRole('button', { name: /^Theme/ });
    await button.waitFor();
    await eventually(async () => expect(await paper(page)).to.equal(DARK));
    await button.click();
    await eventually(async () => expect(await paper(page)).to.equal(LIGHT));
    await page.reload();
    await button.waitFor();
    await eventually(async () => expect(await paper(page)).to.equal(LIGHT));
    await button.click();
    await eventually(async () => expect(await paper(page)).to.equal(DARK));
    await button.click();
    await eventually(async () => expect(await button.getAttribute('aria-label')).to.contain('as the system'));
  });

  it('fits a phone without scrolling sideways', async () => {
    const page = await app.newPage({ width: 390, height: 844 });
    for (const path of ['/library', '/sources', '/conflicts', '/nowhere']) {
      await page.goto(app.url + path);
      await page.locator('main h1, main h2').first().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).to.equal(390);
    }
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, width, height] of [
      ['a desk', 1440, 900],
      ['a phone', 390, 844],
    ] as const) {
      it(`has nothing for axe to find in the frame and its dialogs, ${colorScheme}, on ${name}`, async () => {
        const page = await app.newPage({ width, height, colorScheme });
        await page.goto(`${app.url}/library`);
        await page.locator('main h1').waitFor();
        await eventually(async () => expect(await violations(page)).to.eql([]));
        await page.keyboard.press('?');
        await page.getByRole('dialog', { name: 'Keys' }).waitFor();
        await eventually(async () => expect(await violations(page)).to.eql([]));
        await page.keyboard.press('Escape');
        await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
        await page.getByRole('button', { name: /^You sign as/ }).click();
        await eventually(async () => expect(await violations(page)).to.eql([]));
      });
    }
  }
});
