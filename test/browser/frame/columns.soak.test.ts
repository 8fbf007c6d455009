import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { SOVINTERN } from '../read/desk.ts';

describe('columns', function () {
  const app = browserSuite(this, { begin: 'example' });

  const screens = [
    {
      path: `/read/${SOVINTERN}`,
      name: 'Width of the inspector',
      column: '.insp',
      out: 'ArrowLeft',
      show: 'Show the inspector',
    },
    {
      path: '/conflicts',
      name: 'Width of the queue',
      column: 'vr-conflict-queue',
      out: 'ArrowRight',
      show: 'Show the queue',
    },
  ];
  for (const { path, name, column, out, show } of screens)
    it(`get wider, narrower, folded and usual again by key and hand, and stay so: ${name}`, async () => {
      const page = await app.newPage({ width: 1440, height: 900 });
      await page.goto(app.url + path);
      const line = page.getByRole('separator', { name });
      await line.waitFor();
      const width = async () => Math.round((await page.locator(column).boundingBox())?.width ?? 0);
      const becomes = (wanted: number) => eventually(async () => expect(await width()).to.equal(wanted));
      const usual = await width();
      await line.focus();
      await page.keyboard.press(out);
      await becomes(usual + 16);
      await page.keyboard.press('End');
      const most = Number(await line.getAttribute('aria-valuemax'));
      await becomes(most);
      await page.reload();
      await line.waitFor();
      await becomes(most);
      await line.dblclick({ position: { x: 4, y: 300 } });
      await becomes(usual);
      await line.focus();
      await page.keyboard.press('Enter');
      await page.locator(column).waitFor({ state: 'hidden' });
      const button = page.getByRole('button', { name: show });
      await eventually(async () =>
        expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).to.equal(show),
      );
      await button.click();
      await becomes(usual);
      const box = (await line.boundingBox())!;
      await page.mouse.move(box.x + 4, 300);
      await page.mouse.down();
      await page.mouse.move(box.x + 4 + (out === 'ArrowRight' ? 40 : -40), 300, { steps: 4 });
      await page.mouse.up();
      await becomes(usual + 40);
    });
});
