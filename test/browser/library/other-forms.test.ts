import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Call for participants</title></head><body>
<nav><ul><li><a href="/">Front page</a></li><li><a href="/news">All the news</a></li></ul></nav>
<main><article><h1>Call for participants</h1>
<p>The forum meets in <b>Moscow</b> on 27 April 2026, and parties of seventy countries are invited to take part in it.</p>
<h2>Agenda</h2><ul><li>Opening, with words of greeting</li><li>Reports<ol><li>On peace</li></ol></li></ul>
<table><tr><th>Party</th><th>Country</th></tr><tr><td>MORENA</td><td>Mexico</td></tr></table>
<p>Delegates are asked to send their names before the end of March, in writing, to the secretariat of the forum.</p>
</article></main><footer>Imprint of the site</footer></body></html>`;

const wikiExport = (pages: number) =>
  `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><siteinfo><sitename>Wiki</sitename></siteinfo>${Array.from(
    { length: pages },
    (_, i) =>
      `<page><title>Party no. ${i + 1}</title><ns>0</ns><id>${i + 1}</id><revision><id>${9000 + i}</id><timestamp>2026-01-01T00:00:00Z</timestamp><model>wikitext</model><format>text/x-wiki</format><text xml:space="preserve">'''Party no. ${i + 1}''' was founded in ${1900 + i}.</text></revision></page>`,
  ).join('')}</mediawiki>`;

const wordFile = (words: string): Buffer => {
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))),
  );
};

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name, mimeType: '', buffer: Buffer.from(content) }]);
}

const card = (page: Page, name: string) => page.getByRole('form', { name: `“${name}”` });

describe('adding files of other kinds', function () {
  const app = browserSuite(this, { begin: 'nothing' });

  async function library(options: Parameters<typeof app.newPage>[0] = {}) {
    const page = await app.newPage(options);
    await page.goto(`${app.url}/library`);
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    return page;
  }

  async function more(page: Page, way: string): Promise<void> {
    await page.getByRole('button', { name: 'More ways to add' }).click();
    await page.getByRole('menuitem', { name: way }).click();
  }

  it('shows a web page with its headings, takes its main content or all of it, and reads it otherwise later on', async () => {
    const page = await library();
    await choose(page, 'call.html', PAGE);
    const form = card(page, 'call.html');
    await form.getByText('Web page', { exact: true }).first().waitFor();
    const sample = form.getByRole('region', { name: 'How it begins' });
    await sample.locator('.sm-head', { hasText: 'Agenda' }).waitFor();
    await sample.getByRole('cell', { name: 'MORENA' }).waitFor();
    await eventually(async () => expect(await sample.textContent()).to.not.contain('Front page'));
    await form.getByLabel('Title').fill('The call');
    await form.getByRole('button', { name: 'Whole page' }).press('Enter');
    await sample.getByText('Front page').waitFor();
    await eventually(async () => expect(await form.getByLabel('Title').inputValue()).to.equal('The call'));
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await form.getByRole('button', { name: /^Add/ }).click();
    const row = page.locator('tr[data-id]', { hasText: 'The call' }).first();
    await row.getByText('Web page').waitFor();
    await row.getByRole('link', { name: 'The call' }).click();

    await page.getByRole('link', { name: 'Read it otherwise …' }).click();
    await page.getByRole('heading', { name: 'Read “The call” otherwise' }).waitFor();
    await page.getByText('So it is read now.').waitFor();
    await page.getByRole('button', { name: 'Main content' }).click();
    const changes = page.getByRole('region', { name: 'What changes in the text' });
    await changes.getByText('Front page').first().waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.keyboard.press('Control+Enter');
    await page.getByText('The revision is taken in.', { exact: false }).first().waitFor();
    await page.locator('.reader-lead').getByText('Web page').waitFor();
    await eventually(async () =>
      expect(await page.locator('vr-reader').textContent())
        .to.contain('The forum meets in')
        .and.not.contain('Front page'),
    );
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the original' }).click();
    expect((await download).suggestedFilename()).to.match(/\.html$/);
  });

  it('makes a text of each part of a file that is ticked, as one step that u takes back', async () => {
    const page = await library();
    await choose(page, 'export.xml', wikiExport(60));
    const form = card(page, 'export.xml');
    const parts = form.getByRole('listbox', { name: 'Parts of the file' });
    await parts.getByRole('option', { name: 'Party no. 1', exact: true }).waitFor();
    await form.getByText('0 of 60 parts chosen').waitFor();
    await form.getByRole('button', { name: 'Choose what to add' }).waitFor();
    await form.getByRole('searchbox', { name: 'Filter the parts' }).fill('no. 2');
    await form.getByRole('button', { name: 'All', exact: true }).click();
    await form.getByText('11 of 60 parts chosen').waitFor();
    await parts.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await form.getByText('10 of 60 parts chosen').waitFor();
    await form.getByText('founded in 1919', { exact: false }).waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await form.getByRole('button', { name: 'Add 10 texts' }).click();
    const added = page.getByRole('link', { name: /^Party no\. 2/ });
    await eventually(async () => expect(await added.count()).to.equal(10));
    await page.getByText('MediaWiki export').first().waitFor();
    await page.keyboard.press('u');
    await eventually(async () => expect(await added.count()).to.equal(0));
  });

  it('takes a folder as rows, says what was passed over, adds all at once, and keeps what failed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'variorum-folder-'));
    try {
      await mkdir(path.join(folder, 'inner', '.hidden'), { recursive: true });
      const files: Record<string, string | Buffer> = {
        'one.txt': 'The first text of a folder.\n',
        'inner/two.html': PAGE,
        'inner/three.docx': wordFile('The third text of a folder.'),
        'inner/four.md': '# Four\n\nThe fourth.\n',
        'broken.docx': 'PK\u0003\u0004 and nothing after it',
        'rows.csv': 'speaker,quote\nAna,Words that stand in no text here\n',
        'photo.png': 'a picture',
        'empty.txt': '',
        'inner/.hidden/config': 'of some program',
      };
      for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
      const page = await library({ allow: [/status of 4\d\d/] });
      const chooser = page.waitForEvent('filechooser');
      await more(page, 'A folder …');
      await (await chooser).setFiles(folder);
      await page.getByRole('heading', { name: '4 texts to add' }).waitFor();
      await page.getByText('3 files of the folder were passed over').click();
      for (const name of ['photo.png', 'empty.txt', 'config'])
        await page.getByRole('definition').filter({ hasText: name }).waitFor();
      const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
      await row('broken.docx').getByText('damaged', { exact: false }).waitFor();
      await row('rows.csv').getByText('Annotations, or texts?').waitFor();
      await eventually(async () => expect(await violations(page)).to.eql([]));
      await row('rows.csv').getByRole('button', { name: 'rows.csv', exact: true }).press('Enter');
      await page.getByRole('button', { name: 'Texts', exact: true }).click();
      await page.getByRole('heading', { name: '5 texts to add' }).waitFor();
      await page.getByRole('button', { name: 'Add all' }).click();
      await page.getByRole('heading', { name: 'Not added yet' }).waitFor();
      await page.getByRole('link', { name: 'Call for participants' }).waitFor();
      await row('broken.docx').waitFor();
      await page.getByRole('button', { name: 'Leave all out' }).click();
      await row('broken.docx').waitFor({ state: 'detached' });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('takes pasted words with their headings and lists if one likes', async () => {
    const page = await library();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Aims\nPeace\nTrade');
      data.setData('text/html', '<h2>Aims</h2><ul><li>Peace</li><li>Trade</li></ul>');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    const form = page.getByRole('form', { name: 'The pasted text' });
    await form.getByText('Plain text', { exact: true }).first().waitFor();
    await form.getByRole('button', { name: 'With headings and lists' }).click();
    await form.locator('.sm-head', { hasText: 'Aims' }).waitFor();
    await form.getByRole('listitem').filter({ hasText: 'Trade' }).waitFor();
    await form.getByRole('button', { name: 'The words alone' }).click();
    await form.locator('pre', { hasText: 'Peace' }).waitFor();
    await form.getByRole('button', { name: 'Leave out' }).click();
  });

  it('says how an address is fetched where that is off; where it is on, shows what came before it is added', async () => {
    const page = await library({ allow: [/status of 502/] });
    await more(page, 'From an address …');
    await page.getByText('This server fetches nothing from the web.').waitFor();
    await page.getByText('variorum serve --fetch').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.getByRole('button', { name: 'Close', exact: true }).click();

    await page.route('**/api/status', async route =>
      route.fulfill({ json: { ...(await (await route.fetch()).json()), fetching: true } }),
    );
    let answers = 0;
    await page.route('**/api/fetched', route => {
      if (answers++ === 0)
        return route.fulfill({
          status: 502,
          contentType: 'application/problem+json',
          json: { type: 'about:blank', title: 'Could not be fetched', status: 502, detail: 'It went away.' },
        });
      const retrieval = {
        requested: 'https://example.org/old',
        url: 'https://example.org/call.html',
        at: '2026-05-01T10:00:00Z',
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        sha256: '0'.repeat(64),
      };
      const fetched = '0196a0a0-0000-7000-8000-000000000001';
      return route.fulfill({ status: 201, json: { fetched, name: 'call.html', bytes: 900, retrieval } });
    });
    // The server here has fetched nothing: it is given the page instead.
    await page.route('**/api/documents/examine?*fetched=*', route =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/&?fetched=[^&]*/, ''),
        postData: PAGE,
      }),
    );
    await page.reload();
    await more(page, 'From an address …');
    await page.getByLabel('Address of a page or a file').fill('example.org/old');
    await page.getByRole('button', { name: 'Fetch' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Fetch' }).click();
    const form = card(page, 'call.html');
    await form.getByText('https://example.org/call.html').waitFor();
    await form.getByText('led there from', { exact: false }).waitFor();
    await form.locator('.sm-head', { hasText: 'Agenda' }).waitFor();
  });
});
