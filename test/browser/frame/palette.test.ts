import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { BABAKOV, ReadDesk, SOVINTERN } from '../read/desk.ts';

const palette = (page: Page) => page.getByRole('search', { name: /^Find, or say/ });
const field = (page: Page) => palette(page).getByRole('combobox');
const rows = (page: Page) => palette(page).getByRole('option');

/** Opens the palette by its keys and types into it. */
async function ask(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await field(page).waitFor();
  await eventually(async () =>
    expect(await field(page).evaluate(input => document.activeElement === input)).to.equal(true),
  );
  await field(page).fill(words);
}

const selected = (page: Page) => page.evaluate(() => getSelection()?.toString());

describe('the palette', function () {
  const app = browserSuite(this);

  it('finds a passage by its words and opens it with the words selected', async () => {
    const { page } = await ReadDesk.open(app, BABAKOV);
    await ask(page, '"luis perez lei');
    await rows(page).first().waitFor();
    await eventually(async () =>
      expect(await rows(page).first().locator('b').allTextContents()).to.eql(['Luis Pérez Lei']),
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/read/${SOVINTERN}?at=*`);
    await eventually(async () => expect(await selected(page)).to.equal('Luis Pérez Lei'));
    // What was chosen is offered the next time; the address alone gives the same selection.
    await page.reload();
    await eventually(async () => expect(await selected(page)).to.equal('Luis Pérez Lei'));
    await page.keyboard.press('Control+k');
    await palette(page).getByRole('group', { name: 'Chosen last' }).getByRole('option').waitFor();
    await page.keyboard.press('Escape');
    await page.goBack();
    await page
      .getByRole('heading', { name: /Babakov/ })
      .first()
      .waitFor();
  });

  it('gives the keyboard back exactly where it was', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.select('Regional Coordinator');
    await page.keyboard.press('Control+k');
    await field(page).waitFor();
    await page.keyboard.type('moscow');
    await page.keyboard.press('Escape');
    await palette(page).waitFor({ state: 'detached' });
    await eventually(async () => {
      expect(await selected(page)).to.equal('Regional Coordinator');
      expect(await page.evaluate(() => document.activeElement?.className)).to.include('reader-text');
    });
    await page.keyboard.press('/');
    const find = page.getByLabel('Find in this document');
    await find.fill('abcdef');
    await find.evaluate(input => (input as HTMLInputElement).setSelectionRange(2, 4));
    await page.keyboard.press('Control+k');
    await field(page).waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () =>
      expect(
        await find.evaluate(input => {
          const { selectionStart, selectionEnd } = input as HTMLInputElement;
          return [document.activeElement === input, selectionStart, selectionEnd];
        }),
      ).to.eql([true, 2, 4]),
    );
  });

  it('finds what is on the desk by the arrows alone, and tells screen readers where one is', async () => {
    const { page } = await ReadDesk.open(app, SOVINTERN);
    await ask(page, 'just russ');
    await palette(page).getByRole('group', { name: 'Documents' }).waitFor();
    await palette(page).getByRole('group', { name: 'Passages' }).waitFor();
    await eventually(async () =>
      expect(await palette(page).getByRole('status').textContent()).to.match(/result/),
    );
    const active = () =>
      field(page).evaluate(
        input => document.getElementById(input.getAttribute('aria-activedescendant')!)?.textContent,
      );
    expect(await active()).to.match(/JUST RUSSIA/);
    await page.keyboard.press('ArrowUp');
    const last = await rows(page).last().textContent();
    await eventually(async () => expect(await active()).to.equal(last));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page
      .getByRole('heading', { name: /JUST RUSSIA/ })
      .first()
      .waitFor();
  });

  it('offers what can be done now, with its keys as they are, and does it', async () => {
    const { page } = await ReadDesk.open(app, SOVINTERN);
    await ask(page, '>');
    await rows(page).filter({ hasText: 'Find in this document' }).locator('kbd', { hasText: '/' }).waitFor();
    // Without a claim in focus there is nothing to tick.
    expect(await rows(page).filter({ hasText: 'Tick the claim' }).count()).to.equal(0);
    await field(page).fill('>go sources');
    await eventually(async () => expect(await rows(page).count()).to.equal(1));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sources');
  });

  it('says when nothing was found, and looks among what is here while the server is away', async () => {
    const { page } = await ReadDesk.open(app, SOVINTERN, { allow: [/Failed to load resource/] });
    await ask(page, 'qqqqqqqq');
    await palette(page).getByText('Nothing was found. Words').waitFor();
    await page.route('**/api/search**', route => route.abort());
    await field(page).fill('resolution');
    await palette(page).getByText('The server is away').waitFor();
    await rows(page).filter({ hasText: 'Resolution of the anti-war' }).waitFor();
    await page.unrouteAll({ behavior: 'wait' });
  });
});
