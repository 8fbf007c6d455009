import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { BABAKOV, ReadDesk, SOVINTERN } from './desk.ts';

describe('marking', function () {
  const app = browserSuite(this);

  it('makes a claim of the selected words by one digit and gives the keyboard back just after them', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.mark('Luis Pérez Leira', '4');
    await desk.marks('Luis Pérez Leira').waitFor();
    await eventually(async () =>
      expect(await desk.row('Value').innerText()).to.contain('given Luis, family Pérez Leira'),
    );
    const caret = await desk.page.evaluate(() => ({
      inText: document.activeElement?.matches('.reader-text'),
      collapsed: getSelection()?.isCollapsed,
      before: getSelection()?.anchorNode?.textContent?.slice(0, getSelection()!.anchorOffset),
    }));
    expect(caret.inText).to.equal(true);
    expect(caret.collapsed).to.equal(true);
    expect(caret.before).to.match(/Leira$/);
    await eventually(async () => expect(await desk.palette.count()).to.equal(0));
  });

  it('reads words as a date, a count, a place or an organization', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    for (const [words, key, type, value] of [
      ['27 April 2026', '6', 'Date', '2026-04-27'],
      ['over 15', '7', 'Count', '15'],
      ['House of the Trade Unions', '9', 'Place', 'House of the Trade Unions'],
      ['A Just Russia', '5', 'Organization', 'A Just Russia'],
    ] as const) {
      await desk.mark(words, key);
      await desk.inspector.getByRole('heading', { name: type, exact: true }).waitFor();
      await eventually(async () => expect(await desk.row('Value').innerText()).to.contain(value));
    }
  });

  it('marks by mouse: a double click, then a type in the palette that covers neither words nor focus', async () => {
    const desk = await ReadDesk.open(app, BABAKOV);
    const { page } = desk;
    const word = page.locator('.reader-text p', { hasText: 'Sergei Mironov' }).first();
    await word.dblclick({ position: { x: 8, y: 12 } });
    await desk.palette.waitFor();
    const [palette, selected] = [
      await desk.palette.boundingBox(),
      await page.evaluate(() => getSelection()!.getRangeAt(0).getBoundingClientRect().toJSON()),
    ];
    expect(palette!.y >= selected.bottom || palette!.y + palette!.height <= selected.top).to.equal(true);
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.matches('.reader-text'))).to.equal(true),
    );
    await desk.palette.getByRole('button', { name: 'Organization' }).click();
    await desk.inspector.getByRole('heading', { name: 'Organization' }).waitFor();
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.matches('.reader-text'))).to.equal(true),
    );
  });

  it('says what the words read as, before anything is marked', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.select('Moscow, Russia');
    await eventually(async () => expect(await desk.palette.innerText()).to.match(/Reads as\s+place/));
  });

  it('finds every type by typing, and changes the type of a focused claim by digit', async () => {
    const desk = await ReadDesk.open(app, BABAKOV);
    const { page } = desk;
    await desk.select('This is not just a forum');
    await page.keyboard.press('0');
    await page.getByRole('combobox', { name: 'Type' }).fill('state');
    await page.keyboard.press('Enter');
    await desk.inspector.getByRole('heading', { name: 'Statement' }).waitFor();
    await page.keyboard.press('8');
    await desk.inspector.getByRole('heading', { name: 'Quotation' }).waitFor();
  });

  it('leaves the caret just after the words however they were marked, so that the next key meets the claim', async () => {
    const desk = await ReadDesk.open(app, BABAKOV);
    const { page } = desk;
    await desk.select('This is not just a forum');
    await page.keyboard.press('0');
    await page.getByRole('combobox', { name: 'Type' }).fill('state');
    await page.keyboard.press('Enter');
    await desk.inspector.getByRole('heading', { name: 'Statement' }).waitFor();
    await eventually(async () => expect(await desk.wordsBeforeCaret()).to.match(/This is not just a forum$/));
    const word = page.locator('.reader-text p', { hasText: 'Sergei Mironov' }).first();
    await word.dblclick({ position: { x: 8, y: 12 } });
    await desk.palette.waitFor();
    await desk.palette.getByRole('button', { name: 'Place' }).click();
    await desk.inspector.getByRole('heading', { name: 'Place' }).waitFor();
    await desk.palette.waitFor({ state: 'detached' });
    const marked = await desk.inspector.locator('.ctx b').innerText();
    expect((await desk.wordsBeforeCaret())?.endsWith(marked)).to.equal(true);
    await page.keyboard.press('Enter');
    await desk.inspector.getByLabel('Name', { exact: true }).waitFor();
  });

  it('has room for all its deeds beside a focused claim', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.mark('Luis Pérez Leira', '4');
    await desk.select('Lois Pérez Leira');
    const edges = await desk.palette.evaluate(box => ({
      inner: box.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(box).paddingRight),
      more: box.querySelector('.more')!.getBoundingClientRect().right,
      rows: new Set([...box.querySelectorAll('.a button')].map(deed => deed.getBoundingClientRect().top))
        .size,
    }));
    expect(edges.more).to.be.at.most(edges.inner);
    expect(edges.rows).to.equal(1);
  });

  it('takes words that are marked already for the same claim', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.mark('Regional Coordinator for Latin America and Caribbean', '5');
    const before = await desk.inspector.locator('.hd .num').innerText();
    await desk.select('Regional Coordinator for Latin America and Caribbean');
    await desk.page.keyboard.press('5');
    await desk.inspector.getByRole('heading', { name: 'Organization' }).waitFor();
    await eventually(async () =>
      expect(await desk.inspector.locator('.hd .num').innerText()).to.equal(before),
    );
  });

  it('joins further words to a claim, which then stands at two places', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.mark('logo_size = 250', '5');
    await desk.select('colorcode');
    await desk.page.keyboard.press('+');
    await desk.page.locator('mark.c[data-from]', { hasText: 'colorcode' }).waitFor();
    await eventually(async () =>
      expect(await desk.inspector.locator('.ctx b').innerText()).to.equal('logo_size = 250 … colorcode'),
    );
    await eventually(async () => expect(await desk.wordsBeforeCaret()).to.match(/colorcode$/));
    await desk.page.keyboard.press('u');
    await desk.page
      .locator('mark.c:not([data-s=sugg])', { hasText: 'colorcode' })
      .waitFor({ state: 'detached' });
  });

  it('moves an edge by keyboard, reads the words anew, and puts it back', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('The representatives', '5');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Enter');
    await desk.inspector.locator('.ctx b', { hasText: 'The representatives met' }).waitFor();
    await page.keyboard.press('u');
    await desk.inspector.locator('.ctx b', { hasText: /^The representatives$/ }).waitFor();
  });

  it('undoes and redoes, and removes what can be brought back', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('Aleksandar Djenić', '4');
    await page.keyboard.press('u');
    await desk.marks('Aleksandar Djenić').waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+u');
    await desk.marks('Aleksandar Djenić').waitFor();
    await desk.inspector.locator('.ctx b', { hasText: 'Aleksandar Djenić' }).waitFor();
    await desk.marks('Aleksandar Djenić').click();
    await page.keyboard.press('Delete');
    await desk.marks('Aleksandar Djenić').waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await desk.marks('Aleksandar Djenić').waitFor();
  });

  it('keeps what was marked: a link to a claim opens it again', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.mark('Sergey Mironov', '3');
    await desk.saved();
    await desk.page.waitForURL(/\/read\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/);
    const address = desk.page.url();
    const again = await app.newPage();
    await again.goto(address);
    await again.locator('.insp .ctx b', { hasText: 'Sergey Mironov' }).waitFor();
    await again.locator('mark.c.focus', { hasText: 'Sergey Mironov' }).waitFor();
  });

  it('says so where the address names a claim that is not there', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/read/${SOVINTERN}/00000000-0000-4000-8000-000000000000`);
    await page.getByText('is not in this document any more').first().waitFor();
  });
});
