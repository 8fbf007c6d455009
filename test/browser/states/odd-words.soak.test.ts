import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { buildOdd, HEBREW_NAME, LONG_WORD } from '../../support/desks/odd.ts';
import { eventually } from '../eventually.ts';
import { builtDesk } from './built-desk.ts';

/** What reaches beyond the window, or beyond the panel it stands in, by its first words. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const say = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 30)}`;
    for (const panel of document.querySelectorAll(
      'main, main aside, .insp, .desk, .work, .ev, .sd, .queue, .topbar',
    )) {
      const { overflowX } = getComputedStyle(panel);
      const isClipped = overflowX === 'hidden' || overflowX === 'clip';
      if (!isClipped && panel.scrollWidth > panel.clientWidth + 1) found.push(say(panel));
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page');
    return found;
  });

describe('words that interfaces stumble over', function () {
  const app = builtDesk(this, buildOdd);

  it('stay in their place, in a wide window and on a phone', async () => {
    const page = await app.newPage();
    const list = async (kind: string): Promise<string[]> => {
      const reply = await (await page.request.get(`${app.url}/api/${kind}`)).json();
      return (reply[kind.split('?')[0]!] as { id: string }[]).map(({ id }) => id);
    };
    const places = ['/library', `/sources/${(await list('sources'))[0]}`];
    for (const id of await list('conflicts')) places.push(`/conflicts/${id}`);
    for (const id of app.documents.slice(0, 4)) {
      const [claim = ''] = await list(`claims?document=${id}`);
      places.push(`/read/${id}/${claim}`);
    }
    await page.goto(app.url);
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    for (const place of places) {
      await page.evaluate(path => {
        history.pushState(null, '', path);
        dispatchEvent(new PopStateEvent('popstate'));
      }, place);
      const screen = place.split('/')[1];
      await page.locator(`vr-${screen}-screen`).waitFor();
      await page.locator('.sk').waitFor({ state: 'detached' });
      for (const [width, height] of [
        [1280, 800],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        await eventually(async () =>
          expect(await overflowing(page), `${place} at ${width}`).to.deep.equal([]),
        );
      }
    }
  });

  it('run in their own direction and turn nothing around them', async () => {
    const page = await app.newPage();
    const [hebrew] = app.documents;
    await page.goto(`${app.url}/read/${hebrew}`);
    const title = page.locator('.reader-lead h1');
    await title.waitFor();
    const direction = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(element => getComputedStyle(element).direction);
    await eventually(async () => expect(await direction('.reader-lead h1')).to.equal('rtl'));
    await page.goto(`${app.url}/conflicts`);
    await page.locator('.qi').first().click();
    await page.getByRole('region', { name: 'Side A' }).waitFor();
    await eventually(async () => expect(await direction('.sd .big')).to.equal('rtl'));
    // Between the isolate and its end, the name cannot reach for the day that follows it.
    await page.getByText('raised by \u2068שרה Cohen\u2069, 1 Mar').first().waitFor();
    await page.goto(`${app.url}/library`);
    await page.getByText('Untitled').first().waitFor();
    await page.getByRole('main').getByTitle(LONG_WORD.slice(0, 40)).waitFor({ state: 'attached' });
    expect(HEBREW_NAME).to.match(/^\p{Script=Hebrew}/u);
  });
});
