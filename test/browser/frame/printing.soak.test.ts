import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { SOVINTERN } from '../read/desk.ts';

describe('printing', function () {
  const app = browserSuite(this, { begin: 'example' });

  /** The page as it comes on paper. */
  async function printed(path: string, ready: string): Promise<Page> {
    const page = await app.newPage({ width: 1440, height: 1000 });
    await page.addInitScript(() => {
      window.print = () => window.dispatchEvent(new Event('beforeprint'));
    });
    await page.goto(app.url + path);
    await page.locator(ready).first().waitFor();
    // The conflict that is shown is in the address once it was gone to; on a narrow page no other is.
    if (path === '/conflicts') await page.locator('.queue .qi').first().click();
    await page.setViewportSize({ width: 680, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    return page;
  }

  it('gives the text with its claims, numbered, with values and evidence after it', async () => {
    const page = await printed(`/read/${SOVINTERN}`, 'mark.c');
    await page.locator('.reader-text').focus();
    await page.keyboard.press('Control+p');
    const notes = page.locator('.print-notes li');
    await notes.filter({ hasText: 'Luis Pérez Leira' }).first().waitFor();
    await page.locator('.print-notes .ev').first().waitFor();
    await page.locator('.print-head', { hasText: SOVINTERN }).waitFor();
    await eventually(async () =>
      expect(await page.locator('.tools, vr-rail, .insp').filter({ visible: true }).count()).to.equal(0),
    );
    const { number, words } = await page.evaluate(() => {
      const mark = document.querySelector('mark.c:not(.oe)')!;
      return { number: getComputedStyle(mark, '::after').content, words: mark.textContent! };
    });
    expect(number).to.match(/^"\d+"$/);
    expect(await notes.nth(Number(number.slice(1, -1)) - 1).innerText()).to.contain(words.slice(0, 10));
    // Nothing is cut off by a window: the page is as long as what stands on it.
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).to.be.greaterThan(3000),
    );
  });

  for (const [path, ready] of [
    ['/library', '.documents tbody tr'],
    ['/sources', '.source-table tbody tr'],
    ['/conflicts', '.desk h1'],
  ] as const)
    it(`gives the whole of ${path} on the paper's width`, async () => {
      const page = await printed(path, ready);
      await page.evaluate(() => window.print());
      await page.locator('.print-head').waitFor();
      await eventually(async () => {
        expect(await page.locator('vr-rail, vr-top-bar, .queue').filter({ visible: true }).count()).to.equal(
          0,
        );
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(680);
      });
    });
});
