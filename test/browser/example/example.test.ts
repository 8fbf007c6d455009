import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';

describe('the worked example in the browser', function () {
  const app = browserSuite(this, { begin: 'example' });

  it('shows a living desk: five texts with claims, ticks and open conflicts', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    for (const title of [
      'International Socialist Network Sovintern',
      'Babakov on the launch of SOVINTERN',
      'Russian Socialist Movement',
      'International activities of A JUST RUSSIA Party',
      'Resolution of the anti-war round table of the Left forces',
    ])
      await page.getByRole('link', { name: title }).first().waitFor();
  });

  it('opens at what is left to decide, and keeps what was decided on record', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/conflicts`);
    const queue = page.getByRole('complementary', { name: 'Queue' });
    await queue.getByRole('link').first().waitFor();
    expect(Number.parseInt(await queue.getByRole('heading').innerText(), 10)).to.be.at.least(6);
    await queue.getByLabel('Show').selectOption('settled');
    await queue.getByRole('link', { name: /Luis.*Lois/ }).click();
    const record = page.getByRole('region', { name: 'Decisions' });
    await record.getByText('Lois is the Galician form of Luis').waitFor();
    await record.getByText('Lois Pérez Leira').first().waitFor();
    await eventually(async () =>
      expect(await page.getByText('have changed since this was decided').count()).to.equal(0),
    );
  });

  it('leads from a conflict to its claim, with evidence that is locked to its text', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/conflicts`);
    const queue = page.getByRole('complementary', { name: 'Queue' });
    await queue.getByLabel('Show').selectOption('settled');
    await queue.getByRole('link', { name: /15 member organisations/ }).click();
    await page.getByRole('region', { name: 'Side A' }).getByRole('link').first().click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.locator('.ctx b', { hasText: 'over 15 member organisations' }).waitFor();
    await inspector.getByText('Found in Babakov on the launch').waitFor();
    await eventually(async () => expect(await inspector.locator('article.ev').count()).to.equal(3));
    await page.locator('mark.c.focus', { hasText: 'over 15' }).first().waitFor();
  });

  it('lists what the texts rest on', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/sources`);
    await page.getByRole('link', { name: 'El retorno de la esperanza' }).first().waitFor();
    await page.getByText('В Москве прошел первый форум').first().waitFor();
  });
});
