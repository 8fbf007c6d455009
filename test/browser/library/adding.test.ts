import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';
import { AWAY, cutOff } from '../offline/offline-desk.ts';

const RUSSIAN = 'Форум прошёл в Москве 27 апреля 2026 года. Участники приняли заявление о мире. '.repeat(6);
const seed = fileURLToPath(new URL('../../../../seeds/001_4455f260396b40a6.txt', import.meta.url));

interface Upload {
  readonly name: string;
  readonly content: Buffer | string;
}

async function choose(page: Page, ...files: Upload[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles(
      files.map(({ name, content }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })),
    );
}

const titles = (page: Page) => page.locator('vr-document-table .tt').allTextContents();
const card = (page: Page, name: string) => page.getByRole('form', { name: `“${name}”` });

describe('adding documents', function () {
  const app = browserSuite(this);

  async function library(options: Parameters<typeof app.newPage>[0] = {}) {
    const page = await app.newPage({ allow: [/status of 4\d\d/], ...options });
    await page.goto(`${app.url}/library`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    return page;
  }

  it('shows what a file is before anything is stored, and stores it when told to', async () => {
    const page = await library();
    await choose(page, { name: 'call.md', content: '# A call\n\nThe forum meets in Moscow.\n' });
    const form = card(page, 'call.md');
    await form.waitFor();
    await eventually(async () =>
      expect(await form.getByLabel('Kind').inputValue()).to.equal('text/markdown'),
    );
    await eventually(async () => expect(await form.getByLabel('Encoding').inputValue()).to.equal('utf-8'));
    await eventually(async () =>
      expect(await form.locator('pre').textContent()).to.contain('The forum meets in Moscow.'),
    );
    await eventually(async () => expect(await titles(page)).to.not.include('The call'));
    await form.getByLabel('Title').fill('The call');
    await form.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: 'The call' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'The call' }).waitFor();
  });

  it('shows what would become of annotations from elsewhere, writes nothing before it is told to, and then places them', async () => {
    const page = await library();
    const text = 'Ana met Luis in Vigo.\nVigo is a port.\n';
    const ann = 'T1\tPerson 0 3\tAna\nT2\tPerson 9 13\tLuis\nT3\tORG 0 3\tUNAM\n';
    await choose(page, { name: 'meeting.txt', content: text }, { name: 'meeting.ann', content: ann });
    const tried = page.getByRole('region', { name: '“meeting.zip”' });
    await tried.getByText('1 stands where the file says.').waitFor();
    await tried.getByText('1 was found after a repair.').waitFor();
    await tried.getByText('1 cannot be placed and stays out.').waitFor();
    await tried.getByText('Its words are not in the text.').waitFor();
    await eventually(async () => expect(await violations(page)).to.deep.equal([]));
    expect(await titles(page)).to.not.include('meeting.txt');
    await tried.getByRole('button', { name: 'Take in' }).click();
    await page.getByRole('link', { name: 'meeting.txt' }).waitFor();

    await choose(page, {
      name: 'quotes.csv',
      content: 'quote,type\nVigo is a port,statement\nMadrid,place\n',
    });
    const table = page.getByRole('region', { name: '“quotes.csv”' });
    await table.getByText('1 was found after a repair.').waitFor();
    await table.getByLabel('Place them on').selectOption({ label: 'meeting.txt' });
    await table.getByText('1 stands where the file says.').waitFor();
    await table.getByRole('button', { name: 'Leave out' }).click();
    await table.waitFor({ state: 'detached' });
  });

  it('recognises encodings', async () => {
    const page = await library();
    for (const encoding of ['windows-1251', 'utf-16le', 'koi8-r']) {
      const name = `${encoding}.txt`;
      await choose(page, {
        name,
        content: iconv.encode(RUSSIAN, encoding, { addBOM: encoding !== 'koi8-r' }),
      });
      await card(page, name).waitFor();
      await eventually(async () =>
        expect(await card(page, name).getByLabel('Encoding').inputValue()).to.equal(encoding),
      );
      await eventually(async () =>
        expect(await card(page, name).locator('pre').textContent()).to.contain('Форум прошёл в Москве'),
      );
    }
  });

  it('shows the text anew when another encoding is chosen, and keeps what was written', async () => {
    const page = await library();
    await choose(page, { name: 'letter.txt', content: iconv.encode(RUSSIAN, 'windows-1251') });
    const form = card(page, 'letter.txt');
    await form.getByLabel('Title').fill('A letter');
    await form.getByLabel('Encoding').selectOption('iso-8859-5');
    await page.waitForFunction(() => !document.querySelector('pre')?.textContent?.includes('Форум'));
    await form.getByLabel('Encoding').selectOption('windows-1251');
    await form.getByText('Форум прошёл в Москве').waitFor();
    await eventually(async () => expect(await form.getByLabel('Title').inputValue()).to.equal('A letter'));
  });

  it('does not add a text of which places do not decode', async () => {
    const page = await library();
    await choose(page, { name: 'broken.txt', content: iconv.encode(RUSSIAN, 'windows-1251') });
    const form = card(page, 'broken.txt');
    await form.getByLabel('Encoding').selectOption('utf-8');
    await form.getByText(/places? do(es)? not decode/).waitFor();
    await eventually(async () =>
      expect(await form.getByRole('button', { name: 'Add' }).getAttribute('aria-disabled')).to.equal('true'),
    );
    await eventually(async () => expect(await violations(page)).to.eql([]));
  });

  it('refuses an empty file, a picture and binary data in words, and leaves nothing behind', async () => {
    const page = await library();
    const before = await titles(page);
    for (const [content, says] of [
      ['', /is empty/],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /picture|not text/],
      [Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 7) % 256)), /not (a )?text/],
    ] as const) {
      await choose(page, { name: 'file.bin', content });
      const refusal = page.getByRole('alert').filter({ hasText: "“file.bin” wasn't added." });
      await refusal.waitFor();
      await eventually(async () =>
        expect(await refusal.textContent())
          .to.match(says)
          .and.to.contain('Nothing was stored.'),
      );
      await refusal.getByRole('button', { name: 'Leave out' }).click();
      await refusal.waitFor({ state: 'hidden' });
    }
    await page.reload();
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    await eventually(async () => expect(await titles(page)).to.eql(before));
  });

  it('refuses a file over the limit without sending it', async () => {
    const page = await app.newPage();
    await page.route('**/api/status', async route => {
      const reply = await (await route.fetch()).json();
      await route.fulfill({ json: { ...reply, limits: { ...reply.limits, documentBytes: 20 } } });
    });
    const sent: string[] = [];
    page.on('request', request => sent.push(request.url()));
    await page.goto(`${app.url}/library`);
    await page.getByRole('link', { name: 'Russian Socialist Movement' }).waitFor();
    await choose(page, { name: 'long.txt', content: 'A text that is longer than that.' });
    const refusal = page.getByRole('alert').filter({ hasText: "“long.txt” wasn't added." });
    await refusal.waitFor();
    await eventually(async () => expect(await refusal.textContent()).to.contain('at most 20 bytes'));
    expect(sent.filter(url => url.includes('examine'))).to.eql([]);
  });

  it('recognises bytes that are here already, and leads to them', async () => {
    const page = await library();
    const content = await readFile(seed);
    await choose(page, { name: 'first.txt', content });
    await card(page, 'first.txt').getByLabel('Title').fill('Seen before');
    await card(page, 'first.txt').getByRole('button', { name: /^Add/ }).click();
    await page.getByRole('link', { name: 'Seen before' }).waitFor();
    await choose(page, { name: 'second.txt', content });
    await card(page, 'second.txt').getByText('The same bytes are here already').waitFor();
    await eventually(async () =>
      expect(await card(page, 'second.txt').getByRole('link').getAttribute('href')).to.match(/^\/read\//),
    );
    await card(page, 'second.txt').getByRole('button', { name: 'Add once more' }).waitFor();
  });

  it('takes several files at once and adds those that can be', async () => {
    const page = await library();
    await choose(
      page,
      { name: 'one.txt', content: 'The first of three texts.' },
      { name: 'two.txt', content: '' },
      { name: 'three.txt', content: 'The third of three texts.' },
    );
    await page.getByRole('heading', { name: '2 texts to add' }).waitFor();
    await page.getByRole('button', { name: 'Add all' }).click();
    await page.getByRole('heading', { name: '2 texts to add' }).waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.querySelectorAll('vr-candidate form').length === 0);
    expect((await titles(page)).length).to.be.at.least(2);
    await page.getByRole('alert').filter({ hasText: 'two.txt' }).waitFor();
  });

  it('takes pasted text, from the panel and straight from the clipboard', async () => {
    const page = await library();
    await page.getByRole('button', { name: 'Paste text' }).click();
    await page.getByLabel('Text', { exact: true }).fill('On 7 May 2026 nine parties signed.');
    await page.getByRole('button', { name: 'Go on' }).click();
    const form = page.getByRole('form', { name: 'The pasted text' });
    await form.waitFor();
    await form.getByRole('button', { name: 'Leave out' }).click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Words from the clipboard.');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await form.getByText('Words from the clipboard.').waitFor();
  });

  it('takes files that are dropped anywhere', async () => {
    const page = await library();
    const drop = (kind: string) =>
      page.evaluate(kind => {
        const data = new DataTransfer();
        data.items.add(new File(['Dropped words.'], 'dropped.txt', { type: 'text/plain' }));
        document
          .querySelector('main')!
          .dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
      }, kind);
    await drop('dragover');
    await page.getByText('Drop to add').first().waitFor();
    await drop('drop');
    await card(page, 'dropped.txt').waitFor();
    await page.getByText('Drop to add').waitFor({ state: 'hidden' });
  });

  it('keeps what is given while the server is away, and looks at it when it is back', async () => {
    const page = await library({ allow: AWAY });
    const restore = await cutOff(page);
    await choose(page, { name: 'away.txt', content: 'The forum met in Moscow.\n' });
    await page.getByText('is looked at when the server is back').waitFor();
    await restore();
    const form = card(page, 'away.txt');
    await form.locator('pre', { hasText: 'The forum met in Moscow.' }).waitFor();
    await form.getByLabel('Title').fill('Kept meanwhile');
    await form.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: 'Kept meanwhile' }).waitFor();
  });

  it('takes an adding back with u', async () => {
    const page = await library();
    await choose(page, { name: 'regret.txt', content: 'Words one takes back.' });
    await card(page, 'regret.txt').getByLabel('Title').fill('Regretted');
    await card(page, 'regret.txt').getByRole('button', { name: 'Add' }).click();
    const link = page.getByRole('link', { name: 'Regretted' });
    await link.waitFor();
    await page.keyboard.press('u');
    await link.waitFor({ state: 'hidden' });
    await page.keyboard.press('Shift+u');
    await link.waitFor();
  });

  it('runs no script that stands in a name, a title or a text', async () => {
    const page = await library();
    const attack = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
    await choose(page, { name: `${attack}.txt`.replaceAll('/', '_'), content: attack });
    await page.locator('vr-candidate form').waitFor();
    await page.locator('vr-candidate').getByLabel('Title').fill(attack);
    await page.locator('vr-candidate').getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: '<img src=x' }).waitFor();
    await eventually(async () => expect(await page.evaluate(() => 'hurt' in window)).to.equal(false));
  });
});
