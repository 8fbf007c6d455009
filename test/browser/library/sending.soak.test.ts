import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';

const text = (size: number) => Buffer.from('The forum meets in Moscow. '.repeat(Math.ceil(size / 27)));

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([{ name, mimeType: 'text/plain', buffer }]);
}

/** Lets a request wait until told to go on. */
async function hold(page: Page, pattern: string): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>(resolve => {
    go = resolve;
  });
  await page.route(pattern, async route => {
    await held;
    await route.continue().catch(() => undefined);
  });
  return go;
}

describe('files on their way', function () {
  const app = browserSuite(this, { begin: 'nothing' });

  async function library(options: Parameters<typeof app.newPage>[0] = {}) {
    const page = await app.newPage(options);
    await page.goto(`${app.url}/library`);
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    return page;
  }

  it('shows that a file is being read once that lasts, and lets go of it when told to', async () => {
    const page = await library({ allow: [/Failed to load resource/] });
    const go = await hold(page, '**/api/documents/examine*');
    await choose(page, 'slow.txt', text(1000));
    await page.getByRole('progressbar', { name: 'Reading “slow.txt”' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Nothing to check yet' }).waitFor();
    go();
  });

  it('says how much of a file has been sent', async () => {
    const page = await library();
    await page.evaluate(() => {
      const shares: string[] = [];
      Object.assign(window, { shares });
      new MutationObserver(() => {
        const now = document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow');
        if (now) shares.push(now);
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await choose(page, 'long.txt', text(3_000_000));
    await page.getByRole('form', { name: '“long.txt”' }).waitFor();
    const shares = await page.evaluate(() => (window as unknown as { shares: string[] }).shares);
    expect(shares.map(Number).at(-1)).to.equal(100);
  });

  it('offers another try where the server did not answer, and stores the file once', async () => {
    const page = await library({ allow: [/Failed to load resource/] });
    await choose(page, 'again.txt', text(200));
    const form = page.getByRole('form', { name: '“again.txt”' });
    await form.getByLabel('Title').fill('Once only');
    // The answer is lost on its way back: the server has stored the document.
    await page.route('**/api/documents?*', async route => {
      await route.fetch();
      await route.abort();
    });
    await form.getByRole('button', { name: 'Add' }).click();
    const refusal = page.getByRole('alert').filter({ hasText: "“again.txt” wasn't added." });
    await refusal.waitFor();
    await page.unroute('**/api/documents?*');
    await refusal.getByRole('button', { name: 'Try again' }).click();
    await form.getByRole('button', { name: /^Add/ }).click();
    // The card may say so too, that the file is on the desk already.
    const listed = page.locator('vr-document-table').getByRole('link', { name: 'Once only' });
    await listed.waitFor();
    await page.reload();
    await listed.waitFor();
    await eventually(async () => expect(await page.locator('vr-document-table .tt').count()).to.equal(1));
  });

  for (const [what, content, isMendable] of [
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), false],
    ['a PDF', Buffer.from('%PDF-1.7 something'), false],
    ['a text with a zero in it', Buffer.from('Some words, and one \0 zero among them. '.repeat(3)), true],
  ] as const) {
    it(`${isMendable ? 'offers' : 'does not offer'} another encoding for ${what}`, async () => {
      const page = await library({ allow: [/status of 4\d\d/] });
      await choose(page, 'file.bin', content);
      const refusal = page.getByRole('alert').filter({ hasText: "“file.bin” wasn't added." });
      await refusal.waitFor();
      await eventually(async () =>
        expect(await refusal.getByLabel('Encoding').count()).to.equal(isMendable ? 1 : 0),
      );
    });
  }
});
