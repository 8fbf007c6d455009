import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';

const TEXTS = [
  'International Socialist Network Sovintern',
  'Babakov on the launch of SOVINTERN',
  'Russian Socialist Movement',
  'International activities of A JUST RUSSIA Party',
  'Resolution of the anti-war round table of the Left forces',
];

const offered = (page: Page) => page.locator('vr-seed-list .tt');
const titles = (page: Page) => page.locator('vr-document-table .tt').allTextContents();

describe('beginning with an empty desk', function () {
  const app = browserSuite(this, { begin: 'nothing' });

  async function emptyLibrary(options: Parameters<typeof app.newPage>[0] = {}) {
    const page = await app.newPage(options);
    await page.goto(`${app.url}/library`);
    await page.getByRole('heading', { name: 'Nothing to check yet' }).waitFor();
    await offered(page).first().waitFor();
    return page;
  }

  for (const [where, colorScheme, width, height] of [
    ['at a desk, light', 'light', 1440, 900],
    ['on a phone, dark', 'dark', 390, 844],
  ] as const) {
    it(`offers the five texts, with nothing for axe to find, ${where}`, async () => {
      const page = await emptyLibrary({ colorScheme, width, height });
      await eventually(async () => expect(await offered(page).allTextContents()).to.eql(TEXTS));
      await eventually(async () => expect(await violations(page)).to.eql([]));
      await eventually(async () =>
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(width),
      );
    });
  }

  it('adds a text and opens it by keyboard alone; u takes it back, and the text is brought back when asked for again', async () => {
    // What is suggested in a text may still be on its way when the text goes.
    const page = await emptyLibrary({ allow: [/status of 404 .*\/suggestions/] });
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/read/*');
    const address = page.url();
    await page.getByText('SOVINTERN').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByRole('link', { name: TEXTS[1]!, exact: true }).waitFor();
    await eventually(async () => expect(await titles(page)).to.eql([TEXTS[1]]));
    await page.keyboard.press('u');
    await offered(page).first().waitFor();
    await page.getByText('1 removed document').first().waitFor();
    await page.getByRole('button', { name: TEXTS[1]! }).click();
    await page.waitForURL(address);
    await page.locator('.reader-text').getByText('SOVINTERN').first().waitFor();
    await page.keyboard.press('u');
    await page.getByText('All changes saved').first().waitFor();
  });

  it('adds all five at once, as one gesture that u takes back', async () => {
    const page = await emptyLibrary();
    await page.getByRole('button', { name: 'Add all 5' }).click();
    await page.getByRole('link', { name: TEXTS[0]!, exact: true }).waitFor();
    await eventually(async () => expect((await titles(page)).sort()).to.eql([...TEXTS].sort()));
    await page.getByText('All changes saved').first().waitFor();
    await page.reload();
    await page.getByRole('link', { name: TEXTS[4]!, exact: true }).waitFor();
    await page.getByRole('button', { name: `More for “${TEXTS[4]}”` }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('link', { name: TEXTS[4]!, exact: true }).waitFor({ state: 'hidden' });
    await page.keyboard.press('u');
    await page.getByRole('link', { name: TEXTS[4]!, exact: true }).waitFor();
    await page.getByText('All changes saved').first().waitFor();
  });
});

describe('beginning when something fails', function () {
  const app = browserSuite(this, { begin: 'nothing' });

  it('says so when a text cannot be added, and leaves the desk as it was', async () => {
    const page = await app.newPage({ allow: [/Failed to load resource/] });
    await page.route('**/api/seeds/*/bytes', route => route.abort());
    await page.goto(`${app.url}/library`);
    await offered(page).first().click();
    await page
      .getByRole('region', { name: 'Messages' })
      .getByText('Not all was added: The server did not answer.')
      .waitFor();
    await page.getByRole('heading', { name: 'Nothing to check yet' }).waitFor();
  });

  it('offers the other ways where the texts cannot be listed', async () => {
    const page = await app.newPage({ allow: [/Failed to load resource/] });
    await page.route('**/api/seeds', route => route.abort());
    await page.goto(`${app.url}/library`);
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    await eventually(async () => expect(await offered(page).count()).to.equal(0));
  });

  it('undoes all five in one step', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await page.getByRole('button', { name: 'Add all 5' }).click();
    await page.getByRole('link', { name: TEXTS[4]!, exact: true }).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('u');
    await page.getByRole('heading', { name: 'Nothing to check yet' }).waitFor();
    await page.getByText('5 removed documents').first().waitFor();
    await page.getByText('All changes saved').first().waitFor();
  });
});
