import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { BABAKOV, ReadDesk, SOVINTERN } from '../read/desk.ts';

const query = (page: Page) => new URL(page.url()).searchParams;
const selected = (page: Page) => page.evaluate(() => getSelection()?.toString());

describe('addresses', function () {
  const app = browserSuite(this);

  it('name the words that are selected, the lens and the filter, and show them to whoever opens them', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.select('Regional Coordinator');
    await eventually(() => expect(query(page).get('at')).to.match(/^\d+-\d+$/));
    await page.getByRole('button', { name: 'Source', exact: true }).click();
    await eventually(() => expect(query(page).get('lens')).to.equal('source'));
    const address = page.url();
    const other = await app.newPage();
    await other.goto(address);
    await eventually(async () => expect(await selected(other)).to.equal('Regional Coordinator'));
    expect(
      await other.getByRole('button', { name: 'Source', exact: true }).getAttribute('aria-pressed'),
    ).to.equal('true');
  });

  it('are copied for the words that are selected, and for a claim', async () => {
    const desk = await ReadDesk.open(app, BABAKOV);
    const { page } = desk;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await desk.select('Moscow');
    await page.keyboard.press('y');
    await eventually(async () => expect(await copied()).to.match(/\?at=\d+-\d+$/));
    await page.goto(await copied());
    await eventually(async () => expect(await selected(page)).to.equal('Moscow'));
    await desk.mark('Babakov', '4');
    await desk.saved();
    await page.keyboard.press('y');
    await eventually(async () => expect(await copied()).to.match(/\/read\/[^/]+\/[^/?]+$/));
  });

  const wrong: [what: string, path: string, says: RegExp][] = [
    ['words beyond the text', `/read/${BABAKOV}?at=99999990-99999999`, /words that are not in this text/],
    ['words that are none', `/read/${BABAKOV}?at=12-3`, /words that are not in this text/],
    [
      'a claim that is not there',
      `/read/${BABAKOV}/01900000-0000-7000-8000-000000000001`,
      /not in this document/,
    ],
    [
      'a source that is not there',
      '/sources/01900000-0000-7000-8000-000000000001',
      /This source is not here|No sources yet/,
    ],
  ];
  for (const [what, path, says] of wrong)
    it(`say so where they name ${what}`, async () => {
      const page = await app.newPage({ allow: [/404/] });
      await page.goto(app.url + path);
      await page.getByText(says).first().waitFor();
    });

  it('name the order of the Library, which "back" brings back with the focus', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await page.getByRole('button', { name: 'Title' }).click();
    await eventually(() => expect(query(page).get('sort')).to.equal('title'));
    await page.getByRole('button', { name: 'Characters' }).click();
    await eventually(() => expect(query(page).get('sort')).to.equal('-size'));
    const first = page.locator('.documents tbody a').first();
    const title = await first.textContent();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.locator('.reader-text').waitFor();
    await page.goBack();
    await eventually(async () => {
      expect(query(page).get('sort')).to.equal('-size');
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal(title);
    });
  });

  it('name what the queue of conflicts shows, and in which order', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/conflicts?show=settled&order=newest`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(query(page).get('show')).to.equal('settled');
  });

  it('show the panel of keys where they end in it', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library#keys`);
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.waitFor();
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
    await eventually(() => expect(new URL(page.url()).hash).to.equal(''));
  });

  it('bring back where one was reading', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.select('World Anti-Imperialist Platform');
    await page.keyboard.press('Escape');
    const seen = page.locator('.reader-text', { hasText: 'World Anti-Imperialist Platform' });
    await seen.waitFor();
    await page.waitForFunction(() => (history.state as { top?: number } | null)?.top);
    const top = await page.evaluate(() => (history.state as { top: number }).top);
    expect(top).to.be.greaterThan(1000);
    await page.getByRole('link', { name: 'Sources' }).click();
    await page.waitForURL('**/sources');
    await page.goBack();
    await page.locator('.reader-text').waitFor();
    await eventually(async () =>
      expect(await page.evaluate(() => (history.state as { top: number }).top)).to.be.within(
        top - 800,
        top + 800,
      ),
    );
  });
});
