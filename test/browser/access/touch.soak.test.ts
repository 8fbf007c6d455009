import { expect } from 'chai';
import type { CDPSession, Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { luisAndLois } from '../conflicts/desk.ts';
import { eventually } from '../eventually.ts';
import { BABAKOV, SOVINTERN } from '../read/desk.ts';
import { saved } from '../saved.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger on the screen of a phone; it touches as the browser itself is told of touches. */
class Finger {
  readonly page: Page;
  readonly #session: CDPSession;

  constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  async tap(at: Point): Promise<void> {
    await this.#touch('touchStart', at);
    await this.#touch('touchEnd');
  }

  /** Drags from one point to another. @param held is looked at while the finger is still down */
  async drag(from: Point, to: Point, held?: () => Promise<void>): Promise<void> {
    await this.#touch('touchStart', from);
    for (let i = 1; i <= 6; i++) {
      const part = i / 6;
      await this.#touch('touchMove', {
        x: from.x + (to.x - from.x) * part,
        y: from.y + (to.y - from.y) * part,
      });
    }
    await held?.();
    await this.#touch('touchEnd');
  }

  /** The middle of some words of the text, brought into sight. */
  async on(words: string): Promise<Point & { readonly right: number }> {
    const box = await this.page.evaluate(async sought => {
      const nodes = document.createTreeWalker(document.querySelector('.reader-text')!, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const at = node.textContent!.indexOf(sought);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + sought.length);
        if (range.getBoundingClientRect().width === 0) continue;
        const scroller = document.querySelector('.reader-scroll')!;
        const view = scroller.getBoundingClientRect();
        scroller.scrollTop += range.getBoundingClientRect().top - view.top - view.height / 3;
        await new Promise(resolve => setTimeout(resolve, 300));
        return range.getBoundingClientRect().toJSON();
      }
      return null;
    }, words);
    if (!box) throw new RangeError(`“${words}” cannot be seen.`);
    return { x: box.left + box.width / 2, y: box.top + box.height / 2, right: box.right };
  }

  #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point): Promise<unknown> {
    return this.#session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at ? [{ x: at.x, y: at.y }] : [],
    });
  }
}

describe('a phone, touched', function () {
  const app = browserSuite(this);

  async function hold(path: string, shown: string): Promise<Finger> {
    const page = await app.newPage({
      width: 390,
      height: 844,
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    await page.goto(app.url + path);
    await page.locator(shown).first().waitFor();
    // A face that comes late moves the words from under the finger.
    await page.evaluate(async () => void (await document.fonts.ready));
    return new Finger(page, await page.context().newCDPSession(page));
  }

  const selects = (page: Page, words: string) =>
    eventually(async () => expect(await page.evaluate(() => getSelection()!.toString())).to.equal(words));

  it('selects a word by a tap, widens it by a handle under a loupe, marks it, and lets go by another tap', async () => {
    const finger = await hold(`/read/${BABAKOV}`, '.reader-text');
    const { page } = finger;
    const word = await finger.on('Sergei');
    await finger.tap(word);
    await selects(page, 'Sergei');
    const grip = page.locator('.grips .reader-edge.end');
    await grip.waitFor();
    const box = (await grip.boundingBox())!;
    expect(Math.min(box.width, box.height)).to.be.at.least(44);
    const held = { x: box.x + 12, y: box.y + box.height - 24 };
    const { right } = await finger.on('Mironov');
    const now = (await grip.boundingBox())!;
    const from = { x: now.x + 12, y: now.y + now.height - 24 };
    await finger.drag(from, { x: right - 12 + held.x - box.x - 6, y: from.y }, async () => {
      await page.locator('.grips .reader-loupe').waitFor();
      await eventually(async () =>
        expect(await page.locator('.grips .reader-loupe').innerText()).to.contain('Sergei Mironov'),
      );
    });
    await selects(page, 'Sergei Mironov');
    await page.locator('.grips .reader-loupe').waitFor({ state: 'hidden' });
    const palette = page.getByRole('group', { name: 'Mark selection' });
    await palette.waitFor();
    await eventually(async () => {
      const bottom = await page.evaluate(() => getSelection()!.getRangeAt(0).getBoundingClientRect().bottom);
      expect((await palette.boundingBox())!.y, 'the palette stands below the words').to.be.at.least(bottom);
    });
    await palette.getByRole('button', { name: 'Person' }).tap();
    const sheet = page.getByRole('complementary', { name: 'Inspector' });
    await sheet.getByRole('heading', { name: 'Person' }).waitFor();
    await finger.tap(await finger.on('forum'));
    await selects(page, 'forum');
    await finger.tap(await finger.on('forum'));
    await selects(page, '');
  });

  it('keeps a word in sight above the palette wherever it was tapped', async () => {
    const finger = await hold(`/read/${SOVINTERN}`, '.reader-text');
    const { page } = finger;
    await finger.on('anti-imperialism');
    const low = await page.evaluate(() => {
      const view = document.querySelector('.reader-scroll')!.getBoundingClientRect();
      return { x: view.left + 90, y: view.bottom - 40 };
    });
    let tapped = low;
    await eventually(async () => {
      await finger.tap(tapped);
      tapped = { x: tapped.x + 14, y: tapped.y };
      await page.locator('.pal').waitFor({ timeout: 1500 });
    });
    await eventually(async () => {
      const { words, palette } = await page.evaluate(() => ({
        words: getSelection()!.getRangeAt(0).getBoundingClientRect().bottom,
        palette: document.querySelector('.pal')!.getBoundingClientRect().top,
      }));
      expect(words).to.be.at.most(palette);
    });
  });

  it('moves the edge of a claim by its handle, and goes from claim to claim and ticks in the sheet', async () => {
    const ines = new Colleague(app.url);
    const id = await ines.marks(SOVINTERN, 'House of the Trade', { type: 'place' });
    await ines.marks(SOVINTERN, 'United Russia', { type: 'organization' });
    const finger = await hold(`/read/${SOVINTERN}/${id}`, `mark[data-id="${id}"]`);
    const { page } = finger;
    const handle = page.locator('.edges .reader-edge.end');
    await finger.on('House of the');
    await handle.waitFor();
    const { right } = await finger.on('Unions');
    const box = (await handle.boundingBox())!;
    expect(Math.min(box.width, box.height)).to.be.at.least(44);
    const from = { x: box.x + 20, y: box.y + box.height / 2 };
    await finger.drag(from, { x: right + 8, y: from.y });
    await eventually(async () => {
      const claim = await ines.claim(id);
      expect(claim.anchor.quote.exact).to.equal('House of the Trade Unions');
    });
    const sheet = page.getByRole('complementary', { name: 'Inspector' });
    await sheet.getByRole('button', { name: 'Tick', exact: true }).tap();
    await sheet.getByRole('button', { name: 'Ticked' }).waitFor();
    await sheet.getByRole('button', { name: 'Next claim' }).last().tap();
    await sheet.getByRole('heading', { name: 'Organization' }).waitFor();
    await sheet.getByRole('button', { name: 'Previous claim' }).last().tap();
    await sheet.getByRole('heading', { name: 'Place' }).waitFor();
    await sheet.getByRole('button', { name: 'Evidence', exact: true }).tap();
    await sheet.getByRole('form').or(sheet.locator('form')).first().waitFor();
  });

  it('selects a word within a claim by a second tap', async () => {
    const ines = new Colleague(app.url);
    const id = await ines
      .marks(SOVINTERN, 'promoting socialism in', { type: 'statement' })
      .catch(() => undefined);
    const marked =
      id ?? (await ines.marks(SOVINTERN, 'network-based international movement', { type: 'statement' }));
    const finger = await hold(`/read/${SOVINTERN}`, `mark[data-id="${marked}"]`);
    await finger.tap(await finger.on('international movement'));
    await finger.page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('heading', { name: 'Statement' })
      .waitFor();
    await finger.tap(await finger.on('international movement'));
    await eventually(async () =>
      expect(await finger.page.evaluate(() => getSelection()!.toString())).to.match(
        /^(international|movement)$/,
      ),
    );
  });

  it('decides a conflict', async () => {
    const ines = new Colleague(app.url);
    const { conflict } = await luisAndLois(ines, 'By thumb');
    const finger = await hold(`/conflicts/${conflict}`, '.dk h1');
    const { page } = finger;
    await page.getByText('Both are right').tap();
    await page.getByLabel('Reason').tap();
    await page.getByLabel('Reason').fill('Galician and Spanish.');
    await page.getByRole('button', { name: 'Decide' }).tap();
    await page.getByText('Decided.').first().waitFor();
    await saved(page);
    expect((await ines.conflictNow(conflict)).state).to.equal('settled');
  });
});
