import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';

describe('Lists', function () {
  const app = browserSuite(this, { begin: 'example' });

  it('hold lists and numbers against one another, and what is said of a cell is one gesture', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/lists`);
    const grid = page.getByRole('grid', { name: 'Lists side by side' });
    await grid.getByRole('rowheader', { name: 'A Just Russia' }).first().waitFor();
    const numbers = page.getByRole('region', { name: 'Numbers against lists' });
    await numbers.locator('.ck', { hasText: 'over 15' }).getByText('50 listed').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));

    await page.getByLabel('Rows that are shown').selectOption('uncertain');
    const cell = grid.getByRole('gridcell', { name: /^uncertain: may be/ }).first();
    await cell.click();
    const panel = page.getByRole('complementary', { name: 'Row' });
    const row = await panel.getByRole('heading', { level: 2 }).textContent();
    await page.keyboard.press('d');
    await page.getByText(`Different: ${row}`).first().waitFor();
    await page.keyboard.press('u');
    await page.getByText(`Undone: Different: ${row}`).first().waitFor();
    await cell.click();
    await page.keyboard.press('m');
    await page.getByText(`One and the same: ${row}`).first().waitFor();
    await page.getByText('All changes saved').waitFor({ state: 'attached' });
    await page.keyboard.press('u');
    await page.getByText(`Undone: One and the same: ${row}`).first().waitFor();

    await cell.click();
    await page.keyboard.press('f');
    await panel.getByLabel('Reason, where it needs one').fill('Two parties of one name');
    await panel.getByRole('button', { name: 'Raise conflict', exact: true }).click();
    await panel.getByRole('link', { name: /^≠/ }).waitFor();
    await page.getByLabel('Rows that are shown').selectOption('conflict');
    await grid.getByRole('rowheader', { name: row! }).waitFor();
  });

  it('are walked by arrows, opened by Enter, found by an address, and taken away as CSV', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/lists?order=name&words=communist`);
    const grid = page.getByRole('grid');
    await grid.getByRole('rowheader').first().waitFor();
    const heads = () => grid.getByRole('rowheader').allTextContents();
    await eventually(async () => {
      const names = (await heads()).map(name => name.trim());
      expect(names.length).to.be.greaterThan(2);
      expect(names).to.eql([...names].sort(new Intl.Collator('en', { numeric: true }).compare));
    });
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Home');
    await page.locator('[data-index="0"] th:focus').waitFor();
    await page.waitForURL(/row=/);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const lines = (await readFile(await saved.path(), 'utf8')).split('\r\n');
    expect(lines[0]).to.match(/^\ufeffWho or what,Country,/);
    expect(lines).to.have.length((await heads()).length + 2);
    await page.locator('[data-index="0"] th').click();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/read/**');
    await page.goBack();
    await grid.getByRole('rowheader').first().waitFor();
    await page.getByRole('button', { name: 'Lists', exact: true }).click();
    const choice = page.getByRole('group', { name: 'Lists to lay side by side' });
    await choice.getByRole('checkbox', { checked: true }).first().uncheck();
    await eventually(() => expect(page.url()).to.include('lists='));
  });

  it('keep the first column on a phone', async () => {
    const page = await app.newPage({ width: 390, height: 844, hasTouch: true, isMobile: true });
    await page.goto(`${app.url}/lists`);
    const first = page.getByRole('rowheader').first();
    await first.waitFor();
    await page.locator('.lists > .work').evaluate(work => work.scrollTo(400, 300));
    await eventually(async () => {
      const box = await first.boundingBox();
      expect(box!.x).to.be.within(-2, 20);
    });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    await eventually(async () => expect(await wide()).to.equal(390));
  });
});

describe('Lists without any', function () {
  const app = browserSuite(this, { begin: 'nothing' });

  it('say what a list is made of', async () => {
    const page = await app.newPage();
    for (const [path, heading] of [
      ['/lists', 'No lists yet'],
      ['/timeline', 'No dates yet'],
      ['/coverage', 'Nothing to read yet'],
    ] as const) {
      await page.goto(app.url + path);
      await page.getByRole('heading', { name: heading }).waitFor();
    }
  });
});
