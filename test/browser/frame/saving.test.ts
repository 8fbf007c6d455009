import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';

describe('signing and saving', function () {
  const app = browserSuite(this);

  it('signs with the name that was given, in this browser from then on', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await page.getByRole('button', { name: 'You sign as Guest' }).click();
    await page.getByLabel('Sign changes as').fill('Marta Kovač');
    await page.getByRole('button', { name: 'Sign so' }).click();
    const who = page.getByRole('button', { name: 'You sign as Marta Kovač' });
    await who.locator('[data-initials=MK]').waitFor();
    await page.reload();
    await who.waitFor();
  });

  it('says that all is saved only when it is, and that it is saving where that takes long', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/sources`);
    const saved = page.getByText('All changes saved');
    await saved.waitFor();
    let answer = () => {};
    const asked = new Promise<void>(resolve => {
      answer = resolve;
    });
    await page.route('**/api/changes', async route => {
      await asked;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Add source' }).first().click();
    await page.getByLabel('Address').fill('https://example.org/slow');
    const said = await page
      .getByRole('button', { name: 'Add source' })
      .last()
      .evaluate(async button => {
        (button as HTMLElement).click();
        await new Promise(requestAnimationFrame);
        return document.querySelector('vr-save-state')!.textContent;
      });
    expect(said?.trim()).to.equal('');
    await page.getByText('Saving…').first().waitFor();
    await eventually(async () => expect(await saved.count()).to.equal(0));
    answer();
    await saved.waitFor();
    await page.unrouteAll({ behavior: 'wait' });
  });

  it('says what waits while the server cannot be reached, and sends it when it can', async () => {
    const page = await app.newPage({ allow: [/Failed to load resource/] });
    await page.goto(`${app.url}/sources`);
    await page.getByText('All changes saved').first().waitFor();
    await page.route('**/api/changes', route => route.abort());
    await page.getByRole('button', { name: 'Add source' }).first().click();
    await page.getByLabel('Address').fill('https://example.org/page');
    await page.getByRole('button', { name: 'Add source' }).last().click();
    const offline = page.getByRole('button', { name: '1 waiting, offline' });
    await offline.waitFor();
    await page.getByRole('link', { name: 'https://example.org/page' }).waitFor();
    await page.unroute('**/api/changes');
    await page.getByText('All changes saved').first().waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'https://example.org/page' }).first().waitFor();
  });
});
