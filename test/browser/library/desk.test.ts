import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page, Route } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';

const rows = (page: Page) => page.locator('vr-document-table tbody tr[data-id]');

async function addText(page: Page, title: string, content = `${title}: words.`): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(content) }]);
  await page.locator('vr-candidate').getByLabel('Title').fill(title);
  await page.locator('vr-candidate').getByRole('button', { name: 'Add' }).click();
  await page.getByRole('link', { name: title, exact: true }).waitFor();
}

describe('an empty Library', function () {
  const app = browserSuite(this, { begin: 'nothing' });

  it('offers ways to begin, and has nothing for axe to find', async () => {
    const page = await app.newPage();
    await page.goto(app.url);
    await page.getByRole('heading', { name: 'Nothing to check yet' }).waitFor();
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    await page.getByRole('button', { name: 'Paste text' }).waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
  });
});

describe('the Library', function () {
  const app = browserSuite(this, { begin: 'nothing' });

  async function library(options: Parameters<typeof app.newPage>[0] = {}) {
    const page = await app.newPage(options);
    await page.goto(`${app.url}/library`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    return page;
  }

  before('adds some documents', async () => {
    const page = await library({ keep: true });
    for (const title of ['Beta', 'Alpha', 'Gamma']) await addText(page, title);
    await page.context().close();
  });

  it('lists documents in the order they came, and by a column when its heading is pressed', async () => {
    const page = await library();
    await rows(page).first().waitFor();
    const titles = () => page.locator('.tt').allTextContents();
    await eventually(async () => expect(await titles()).to.eql(['Beta', 'Alpha', 'Gamma']));
    await page.getByRole('button', { name: 'Title' }).click();
    await eventually(async () => expect(await titles()).to.eql(['Alpha', 'Beta', 'Gamma']));
    await eventually(async () =>
      expect(await page.getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort')).to.equal(
        'ascending',
      ),
    );
  });

  it('walks the list with j and k, and opens a document with Enter', async () => {
    const page = await library();
    await rows(page).first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('j');
    await eventually(async () => expect(await focused()).to.equal('Beta'));
    await page.keyboard.press('j');
    await eventually(async () => expect(await focused()).to.equal('Alpha'));
    await page.keyboard.press('k');
    await eventually(async () => expect(await focused()).to.equal('Beta'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/read/*');
  });

  it('lets a document go at once, and brings it back', async () => {
    const page = await library();
    const link = page.getByRole('link', { name: 'Gamma' });
    await link.waitFor();
    await page.getByRole('button', { name: 'More for “Gamma”' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await link.waitFor({ state: 'hidden' });
    await page.getByText('Removed “Gamma”.', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await link.waitFor();
    await page.getByText('All changes saved').first().waitFor();
    await page.reload();
    await link.waitFor();
  });

  it('brings a removed document back also after the page was loaded anew', async () => {
    const page = await library();
    const link = page.getByRole('link', { name: 'Beta' });
    await link.focus();
    await page.keyboard.press('Delete');
    await link.waitFor({ state: 'hidden' });
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('Alpha'),
    );
    await page.getByText('All changes saved').first().waitFor();
    await page.reload();
    await page.getByText('1 removed document').click();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await link.waitFor();
    await page.getByText('1 removed document').waitFor({ state: 'hidden' });
    await page.getByText('All changes saved').first().waitFor();
  });

  it('puts title, kind and language right in the row, and takes that back with u', async () => {
    const page = await library();
    await page.getByRole('link', { name: 'Alpha' }).focus();
    await page.keyboard.press('F2');
    await page.locator('vr-document-edit').getByLabel('Title').fill('Alpha and Omega');
    await page.locator('vr-document-edit').getByLabel('Language').fill('el');
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: 'Alpha and Omega' });
    await link.waitFor();
    await eventually(async () => expect(await link.getAttribute('lang')).to.equal('el'));
    await page.keyboard.press('u');
    await page.getByRole('link', { name: 'Alpha', exact: true }).waitFor();
    await page.getByText('All changes saved').first().waitFor();
  });

  it('shows who changed a document, when and what, and takes a change back from there', async () => {
    const page = await library();
    await page.getByRole('link', { name: 'Alpha' }).focus();
    await page.keyboard.press('F2');
    await page.locator('vr-document-edit').getByRole('textbox', { name: 'Title' }).fill('Alpha again');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Alpha again' }).waitFor();
    await page.getByText('All changes saved').first().waitFor();
    await page.getByRole('button', { name: 'More for “Alpha again”' }).click();
    await page.getByRole('menuitem', { name: 'History', exact: true }).click();
    const history = page.getByRole('region', { name: 'History' });
    const last = history.getByRole('listitem').first();
    await last.filter({ hasText: 'Title set to “Alpha again”' }).waitFor();
    await eventually(async () => expect(await last.textContent()).to.contain('Guest'));
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await last.getByRole('button', { name: /^Take back/ }).click();
    await history.getByText('Title set to “Alpha”', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Alpha', exact: true }).waitFor();
  });

  it('lets the whole desk be taken away in every format, and an export be taken in', async () => {
    const page = await library();
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Variorum JSON' }).first().click();
    const path = await (await download).path();
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByText('is an export of a desk.').first().waitFor();
    await page.getByRole('button', { name: 'Take in' }).click();
    await page.getByText('was taken in.').first().waitFor();
  });

  it('says what a format leaves behind, lets columns be chosen, and remembers them', async () => {
    const page = await library();
    const panel = page.getByRole('dialog', { name: 'Export as CSV, one claim a row' });
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /^CSV/ }).click();
    await panel.getByText('The texts themselves.').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await panel.getByRole('button', { name: 'None' }).click();
    await panel.getByText('Choose a column at least.').waitFor();
    expect(await panel.getByRole('button', { name: 'Download' }).isDisabled()).to.equal(true);
    for (const name of ['words', 'type']) await panel.getByRole('checkbox', { name, exact: true }).check();
    await panel.getByText('The texts themselves.').waitFor();
    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Download' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).to.match(/^(\ufeff)?type,words\r?\n/);
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /^CSV/ }).click();
    await panel.getByText('The texts themselves.').waitFor();
    expect(await panel.getByRole('checkbox', { name: 'claim', exact: true }).isChecked()).to.equal(false);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('shows an export on its way, calls it off, and begins again where it failed', async () => {
    const page = await library({ allow: [/Failed to load resource/] });
    let answer: (route: Route) => Promise<void> = async () => undefined;
    await page.route('**/api/export/variorum-json*', route => answer(route));
    const take = async () => {
      await page.getByRole('button', { name: 'Export' }).first().click();
      await page.getByRole('menuitem', { name: 'Variorum JSON' }).first().click();
    };
    const downloads = page.getByRole('region', { name: 'Exports on their way' });
    await take();
    await downloads.getByRole('progressbar').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    const calledOff = page.waitForEvent('requestfailed');
    await downloads.getByRole('button', { name: 'Cancel' }).click();
    await calledOff;
    await downloads.waitFor({ state: 'detached' });
    answer = route => route.abort();
    await take();
    await downloads.getByRole('alert').getByText('The export failed.').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    answer = route => route.continue();
    const download = page.waitForEvent('download');
    await downloads.getByRole('button', { name: 'Try again' }).click();
    expect((await download).suggestedFilename()).to.equal('desk.variorum.json');
    await downloads.waitFor({ state: 'detached' });
  });

  it('says what is wrong when the desk cannot be loaded, and tries again', async () => {
    const page = await app.newPage({ allow: [/Failed to load resource/] });
    await page.route('**/api/documents', route =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', title: 'The disk is on fire.', status: 500 }),
      }),
    );
    await page.goto(`${app.url}/library`);
    await page.getByText('The documents could not be loaded.').first().waitFor();
    await page.getByText('The disk is on fire.').first().waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.unroute('**/api/documents');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Alpha' }).waitFor();
  });

  it('draws only the rows near the window when there are a thousand, and reaches the last by scrolling', async () => {
    const page = await app.newPage();
    await page.route('**/api/documents', async route => {
      const reply = await (await route.fetch()).json();
      const [one] = reply.documents;
      const documents = Array.from({ length: 1000 }, (_, i) => {
        const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
        const title = `Document ${i} ${i % 9 === 0 ? 'with a very long name '.repeat(12) : ''}`.trim();
        return { ...one, held: { ...one.held, id, object: { ...one.held.object, id, title } } };
      });
      await route.fulfill({ json: { ...reply, documents } });
    });
    await page.goto(`${app.url}/library`);
    await page.getByRole('link', { name: 'Document 1', exact: true }).waitFor();
    await eventually(async () => expect(await rows(page).count()).to.be.below(80));
    await page.evaluate(() => {
      const scroller = document.querySelector('[data-scroller]')!;
      scroller.scrollTop = scroller.scrollHeight;
    });
    await page.getByRole('link', { name: 'Document 998', exact: true }).waitFor();
    await eventually(async () => expect(await rows(page).count()).to.be.below(80));
  });
});
