import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Source' });

async function addSource(page: Page, fields: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: 'Add source' }).first().click();
  const form = page.getByRole('group', { name: 'New source' });
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label).fill(value);
  await form.getByRole('button', { name: 'Add source' }).click();
}

describe('Sources without any', function () {
  const app = browserSuite(this, { begin: 'nothing' });

  it('says what a source is where there are none', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/sources`);
    await page.getByRole('heading', { name: 'No sources yet' }).waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
  });
});

describe('sources', function () {
  const app = browserSuite(this, { begin: 'nothing' });

  async function open(options: Parameters<typeof app.newPage>[0] = {}, path = '/sources') {
    const page = await app.newPage(options);
    await page.goto(app.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Add source' }).first().waitFor();
    return page;
  }

  before('adds two sources', async () => {
    const page = await open({ keep: true });
    await addSource(page, {
      Address: 'https://www.prensa-latina.cu/2026/04/24/foro',
      Title: 'Capital rusa acogerá foro',
      Authors: 'García, Ana; Luis Pérez',
      'Site, newspaper or book': 'Prensa Latina',
      Published: '24 April 2026',
      Language: 'es',
    });
    await panel(page).waitFor();
    await addSource(page, { Title: 'Zebra, a second source' });
    await panel(page).getByRole('heading', { name: 'Zebra, a second source' }).waitFor();
    await page.getByText('All changes saved').first().waitFor();
    await page.context().close();
  });

  it('keeps a source by its address and fields, and writes it out as a reference', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Capital rusa acogerá foro' }).click();
    await panel(page).getByText('Prensa Latina').first().waitFor();
    const reference = panel(page).locator('.reference');
    await page.waitForFunction(() => document.querySelector('.reference')?.textContent?.includes('2026'));
    await eventually(async () =>
      expect(await reference.textContent())
        .to.contain('Capital rusa acogerá foro')
        .and.to.contain('García'),
    );
    await eventually(async () =>
      expect(await panel(page).getByRole('link', { name: /^Open/ }).getAttribute('rel')).to.equal(
        'noopener noreferrer',
      ),
    );
    await page.reload();
    await panel(page).getByRole('heading', { name: 'Capital rusa acogerá foro' }).waitFor();
    await eventually(async () =>
      expect(await page.locator('vr-source-table').textContent()).to.contain('2026-04-24'),
    );
    await eventually(async () => expect(await violations(page)).to.eql([]));
  });

  it('edits a field in place, and takes the edit back with undo', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Capital rusa acogerá foro' }).click();
    const title = panel(page).getByRole('textbox', { name: 'Title' });
    await title.fill('Otro título');
    await title.press('Tab');
    await panel(page).getByRole('heading', { name: 'Otro título' }).waitFor();
    await panel(page).getByRole('heading', { name: 'Otro título' }).click();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('u');
    await panel(page).getByRole('heading', { name: 'Capital rusa acogerá foro' }).waitFor();
    await eventually(async () => expect(await title.inputValue()).to.equal('Capital rusa acogerá foro'));
    await eventually(async () =>
      expect(await panel(page).getByLabel('Authors').inputValue()).to.contain('García'),
    );
  });

  it('says beside the field what is wrong with it, and keeps the rest', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Capital rusa acogerá foro' }).click();
    await panel(page).getByLabel('Accessed').fill('some day');
    await panel(page).getByLabel('Accessed').press('Tab');
    await panel(page).getByText('is not a date').waitFor();
    await panel(page).getByRole('textbox', { name: 'Publisher' }).fill('Agencia');
    await panel(page).getByRole('textbox', { name: 'Publisher' }).press('Tab');
    await page.getByText('All changes saved').first().waitFor();
    await page.reload();
    await panel(page).waitFor();
    await eventually(async () =>
      expect(await panel(page).getByRole('textbox', { name: 'Publisher' }).inputValue()).to.equal('Agencia'),
    );
    await eventually(async () => expect(await panel(page).getByLabel('Accessed').inputValue()).to.equal(''));
  });

  it('refuses addresses that would run or read something, in words', async () => {
    const page = await open();
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'file:///etc/passwd',
    ]) {
      await addSource(page, { Address: address, Title: 'A trap' });
      await page
        .getByText('Only addresses that begin with https:// or http:// are opened.')
        .first()
        .waitFor();
      await eventually(async () =>
        expect(await page.getByLabel('Address').getAttribute('aria-invalid')).to.equal('true'),
      );
      await page.keyboard.press('Escape');
      await eventually(async () =>
        expect(await page.getByRole('link', { name: 'A trap' }).count()).to.equal(0),
      );
    }
  });

  it('never makes a link of a dangerous address that is there already', async () => {
    const page = await app.newPage();
    await page.route('**/api/sources', async route => {
      const reply = await (await route.fetch()).json();
      for (const held of reply.sources) held.object.csl.URL = 'javascript:window.hurt=1';
      await route.fulfill({ json: reply });
    });
    await page.goto(`${app.url}/sources`);
    await page.getByRole('link', { name: 'Capital rusa acogerá foro' }).click();
    await panel(page).getByText('is not a link.').waitFor();
    const hrefs = await page.locator('a[href]').evaluateAll(links => links.map(a => a.getAttribute('href')));
    expect(hrefs.filter(href => href?.startsWith('javascript'))).to.eql([]);
  });

  it('opens the next source with j while one is open, and closes it with Escape', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Capital rusa acogerá foro' }).click();
    await panel(page).waitFor();
    await page.keyboard.press('j');
    await panel(page).getByRole('heading', { name: 'Zebra, a second source' }).waitFor();
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.contain('Zebra'),
    );
  });

  it('gives the sources away as CSL-JSON', async () => {
    const page = await open();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSL-JSON' }).click();
    const items = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(items.map((item: { title: string }) => item.title)).to.include('Capital rusa acogerá foro');
  });

  it('removes a source that nothing cites at once, and brings it back', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Zebra, a second source' }).click();
    await panel(page).getByRole('button', { name: 'Remove source' }).click();
    await page.getByRole('link', { name: 'Zebra, a second source' }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Zebra, a second source' }).waitFor();
  });

  it('says which claims miss a source that goes', async () => {
    const page = await app.newPage();
    await page.route('**/api/sources', async route => {
      const reply = await (await route.fetch()).json();
      const claim = '00000000-0000-4000-8000-000000000001';
      const uses = Object.fromEntries(reply.sources.map(({ id }: { id: string }) => [id, [claim]]));
      await route.fulfill({ json: { ...reply, uses } });
    });
    await page.goto(`${app.url}/sources`);
    const link = page.getByRole('link', { name: 'Capital rusa acogerá foro' });
    await link.click();
    await panel(page).getByRole('button', { name: 'Remove source' }).click();
    await page
      .getByText('1 claim cites it; its evidence now points to a source that is gone.')
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await link.waitFor();
  });
});
