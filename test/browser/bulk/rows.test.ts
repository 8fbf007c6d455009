import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';
import { saved } from '../saved.ts';

describe('many rows at once', function () {
  const app = browserSuite(this, { begin: 'example' });

  const bar = (page: Page) => page.getByRole('group', { name: 'What is selected' });
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

  async function open(path: string): Promise<Page> {
    const page = await app.newPage();
    await page.goto(app.url + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    return page;
  }

  it('removes documents as one undo, and goes on beside them', async () => {
    const page = await open('/library');
    const titles = page.locator('.documents .tt');
    await titles.first().waitFor();
    const all = await titles.allTextContents();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+J');
    await bar(page).getByText('2 selected').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await bar(page).getByRole('button', { name: 'Remove' }).click();
    await eventually(async () => expect(await titles.allTextContents()).to.eql(all.slice(2)));
    await eventually(async () => expect(await focused(page)).to.equal(all[2]));
    await bar(page).waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await eventually(async () => expect((await titles.allTextContents()).sort()).to.eql([...all].sort()));
    await saved(page);
  });

  it('makes one source of several, and undoes it', async () => {
    const page = await open('/sources');
    const rows = page.locator('.source-table tbody tr');
    await rows.first().waitFor();
    const count = await rows.count();
    await rows.nth(0).getByRole('checkbox').click();
    await rows
      .nth(2)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await bar(page).getByText('3 selected').waitFor();
    await bar(page).getByRole('button', { name: 'Merge into the most cited' }).click();
    await eventually(async () => expect(await rows.count()).to.equal(count - 2));
    await page.getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => expect(await rows.count()).to.equal(count));
    await saved(page);
  });

  it('settles conflicts as none with one reason, and undoes it', async () => {
    const page = await open('/conflicts');
    const rows = page.locator('.queue .qi');
    await rows.first().waitFor();
    // Rows out of sight are not drawn: how many there are is said above them.
    const said = page.getByRole('complementary', { name: 'Queue' }).getByRole('heading');
    const openOnes = async () => Number.parseInt(await said.innerText(), 10);
    const count = await openOnes();
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+J');
    await bar(page).getByText('2 selected').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.getByLabel('Why none of them is a conflict').fill('They speak of different things.');
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await openOnes()).to.equal(count - 2));
    await eventually(async () => expect(await focused(page)).to.equal(await page.locator('h1').innerText()));
    await page.keyboard.press('u');
    await eventually(async () => expect(await openOnes()).to.equal(count));
    await saved(page);
  });
});
