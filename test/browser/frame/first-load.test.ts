import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { SOVINTERN } from '../read/desk.ts';

/** Most bytes over the wire until a text can be read, with nothing in the cache; fonts take their place later. */
const MOST = 350_000;

describe('the first load', function () {
  const app = browserSuite(this);

  it('takes less than 350 kB until the first text is there', async () => {
    const page = await app.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    const fonts = new Set<string>();
    session.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Font') fonts.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!fonts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(`${app.url}/read/${SOVINTERN}`);
    await page.locator('.reader-text p').first().waitFor();
    expect(bytes).to.be.within(50_000, MOST);
  });

  it('brings each screen when it is gone to', async () => {
    const page = await app.newPage();
    const chunks: string[] = [];
    page.on('request', request => {
      if (request.resourceType() === 'script') chunks.push(request.url());
    });
    await page.goto(`${app.url}/library`);
    await page.getByRole('heading', { name: 'Library', level: 1 }).waitFor();
    for (const [key, tag] of [
      ['s', 'vr-sources-screen'],
      ['c', 'vr-conflicts-screen'],
      ['r', 'vr-read-screen'],
    ] as const) {
      const before = chunks.length;
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await page.locator(tag).waitFor();
      await eventually(() => expect(chunks.length, tag).to.be.above(before));
    }
  });
});
