import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';

describe('signing and saving', function () {
  const app = browserSuite(this);

  it('signs with the name that was given, in this browser from then on', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await page.getByRole('button', { name: 'You sign as Guest' }).click();
    await page.getByLabel('Sign changes as').fill('Marta Kovač');
    await page.getByRole('button', { name: 'Sign so' }).click();
    const who = page.getByRole('button', { name: 'You sign as Marta Kovač' });
    expect((await who.textContent())?.trim()).to.equal('MK');
    await page.reload();
    await who.waitFor();
  });

  it('says what waits while the server cannot be reached, and sends it when it can', async () => {
    const page = await app.newPage({ allow: [/Failed to load resource/] });
    await page.goto(`${app.url}/sources`);
    await page.getByText('All changes saved').waitFor();
    await page.route('**/api/changes', route => route.abort());
    await page.getByRole('button', { name: 'Add source' }).first().click();
    await page.getByLabel('Address').fill('https://example.org/page');
    await page.getByRole('button', { name: 'Add source' }).last().click();
    const offline = page.getByRole('button', { name: '1 waiting, offline' });
    await offline.waitFor();
    await page.getByRole('link', { name: 'https://example.org/page' }).waitFor();
    await page.unroute('**/api/changes');
    await page.getByText('All changes saved').waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'https://example.org/page' }).first().waitFor();
  });
});
