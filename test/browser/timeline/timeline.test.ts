import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';

describe('Timeline', function () {
  const app = browserSuite(this, { begin: 'example' });

  it('draws what texts and sources date, goes closer and along by keys, and opens what is pressed', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/timeline`);
    const drawing = page.getByRole('img', { name: /^Timeline from/ });
    await drawing.waitFor();
    await page.getByRole('img', { name: 'Dates without a year' }).waitFor();
    await page
      .getByText(/sources? (is|are) older than what/)
      .first()
      .waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));

    await page.getByRole('button', { name: 'Weeks' }).click();
    await eventually(() => expect(page.url()).to.match(/from=2026-\d\d-\d\d&to=2026/));
    const before = page.url();
    await page.getByRole('group', { name: /^Drawing/ }).focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => expect(page.url()).not.to.equal(before));
    await page.keyboard.press('1');
    await eventually(() => expect(page.url()).not.to.include('from='));

    await page.keyboard.press('j');
    await page.locator('.agenda tr.cur a:focus').waitFor();
    await page.getByLabel('What is shown').selectOption('early');
    await page.locator('.agenda tr.x', { hasText: 'came later' }).first().waitFor();
    await page.getByLabel('What is shown').selectOption('contradictions');
    await page.locator('.agenda .against').first().waitFor();
    await page.locator('[data-key][aria-hidden], svg [data-key]').first().click();
    await page.waitForURL('**/read/**');
  });

  it('is a list of dates on a phone', async () => {
    const page = await app.newPage({ width: 390, height: 844, hasTouch: true, isMobile: true });
    await page.goto(`${app.url}/timeline?document=c83b2f16-7d45-4e98-a2c7-918d6f5e4b04`);
    await page.locator('.agenda time', { hasText: '30 June 2008' }).waitFor();
    const years = async () =>
      (await page.locator('.agenda time').evaluateAll(all => all.map(one => one.getAttribute('datetime')!)))
        .filter(edtf => /^\d{4}/.test(edtf))
        .map(edtf => edtf.slice(0, 4));
    await eventually(async () => {
      const found = await years();
      expect(found.length).to.be.greaterThan(5);
      expect(found).to.eql([...found].sort());
    });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    await eventually(async () => expect(await wide()).to.equal(390));
  });
});
