import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
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
});
