import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';
import { BABAKOV, ReadDesk, SOVINTERN } from './desk.ts';

/** The text's element, as much of it as is asked here. */
interface ReaderHost extends Element {
  readonly reader: { readonly length: number; select(anchor: number, head: number): void };
}

/** What the reader gives to the clipboard of the current selection. */
const copied = (page: Page): Promise<string> =>
  page.locator('.reader-text').evaluate(text => {
    const clipboardData = new DataTransfer();
    text.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });

describe('the lens', function () {
  const app = browserSuite(this);

  const lens = (desk: ReadDesk, name: string) =>
    desk.page.getByRole('group', { name: 'Lens' }).getByRole('button', { name });
  const text = (desk: ReadDesk) => desk.page.locator('.reader-text');
  const chip = (desk: ReadDesk, name: string | RegExp) => text(desk).getByRole('button', { name });

  it('lets wikitext be read like an article', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await eventually(async () =>
      expect(await lens(desk, 'Reading').getAttribute('aria-pressed')).to.equal('true'),
    );
    await eventually(async () =>
      expect(await chip(desk, /Infobox political party/).innerText()).to.equal('Infobox political party'),
    );
    const upper = await text(desk).locator('p').first().innerText();
    expect(upper).not.to.match(/\{\{|\[\[|'''|==|<ref/);
    expect(upper).to.include('political international consisting of communist');
    await text(desk).getByText('History', { exact: true }).waitFor();
    // What is far from the window is laid out when it comes near.
    const party = text(desk).getByText('New Communist Party of Yugoslavia').first();
    await party.waitFor({ state: 'attached' });
    await party.scrollIntoViewIfNeeded();
    const lower = text(desk).locator('p', { hasText: 'New Communist Party of Yugoslavia' }).first();
    await desk.page.waitForFunction(
      row => /^•.*New Communist Party of Yugoslavia/m.test((row as HTMLElement).innerText),
      await lower.elementHandle(),
    );
    await eventually(async () => expect(await lower.innerText()).not.to.match(/\{\{|\[\[|'''|==|<ref/));
  });

  it('shows the words that a reference with a misspelt end would swallow, and says what is wrong', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await text(desk).getByText('Workers Party of Britain').waitFor();
    await eventually(async () =>
      expect(await chip(desk, /closing tag is misspelt/).innerText()).to.match(/!$/),
    );
  });

  it('lets Markdown be read like an article, and shows its source on asking', async () => {
    const words =
      '# The *League*\n\nJoined by the [Alliance](https://a.example).[^1]\n\n- One\n  - Two\n\n> Said **so**.\n\n[^1]: A book.\n';
    const id = await new Colleague(app.url).adds('League', words, 'text/markdown');
    const desk = await ReadDesk.open(app, id);
    await text(desk).getByRole('heading', { name: 'The' }).first().waitFor();
    await eventually(async () => {
      const shown = await text(desk).innerText();
      expect(shown).not.to.match(/[*#>[\]]/);
      expect(shown)
        .to.include('Joined by the Alliance.')
        .and.to.match(/•\s*One/)
        .and.to.include('Said so.');
    });
    await lens(desk, 'Source').click();
    await eventually(async () =>
      expect(await text(desk).innerText()).to.include('[Alliance](https://a.example).[^1]'),
    );
    await lens(desk, 'Reading').click();
  });

  it('keeps lines at even distances', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const steps = await text(desk)
      .locator('p', { hasText: 'Speakers at the inaugural' })
      .evaluate(paragraph => {
        const range = document.createRange();
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const bottoms = new Set<number>();
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement!.closest('.chip')) continue;
          range.selectNodeContents(node);
          for (const { bottom } of range.getClientRects()) bottoms.add(Math.round(bottom));
        }
        const lines = [...bottoms].sort((a, b) => a - b);
        return lines.slice(1).map((line, i) => line - lines[i]!);
      });
    expect(steps.length).to.be.above(5);
    expect(Math.max(...steps) - Math.min(...steps)).to.be.at.most(1);
  });

  it('shows the source on asking, and remembers it for this document', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await lens(desk, 'Source').click();
    await text(desk).getByText('{{Infobox political party').waitFor();
    await eventually(async () => expect(await text(desk).getAttribute('class')).to.contain('src'));
    await desk.goTo(SOVINTERN);
    await eventually(async () =>
      expect(await lens(desk, 'Source').getAttribute('aria-pressed')).to.equal('true'),
    );
    await desk.page.keyboard.press('r');
    await text(desk).getByText('{{Infobox political party').waitFor({ state: 'hidden' });
    await eventually(async () =>
      expect(await lens(desk, 'Reading').getAttribute('aria-pressed')).to.equal('true'),
    );
  });

  it('is not offered where there is no markup', async () => {
    const desk = await ReadDesk.open(app, BABAKOV);
    await eventually(async () =>
      expect(await desk.page.getByRole('group', { name: 'Lens' }).count()).to.equal(0),
    );
    await eventually(async () => expect(await text(desk).getAttribute('class')).to.contain('txt'));
  });

  it('leaves the text as it is: what is copied is raw', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await text(desk).focus();
    await desk.page.keyboard.press('Control+a');
    const raw = await copied(desk.page);
    expect(raw).to.have.lengthOf(16_257);
    expect(raw).to.contain('{{Infobox political party | name =');
  });

  it('opens a chip to its raw text, and closes it again', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const infobox = chip(desk, /Infobox political party/);
    await infobox.click();
    await text(desk).getByText('colorcode = #FF0000').waitFor();
    await eventually(async () => expect(await infobox.getAttribute('aria-expanded')).to.equal('true'));
    await eventually(async () =>
      expect(await text(desk).innerText()).to.contain('{{start date and age|2026|4|27}}'),
    );
    await infobox.click();
    await text(desk).getByText('colorcode = #FF0000').waitFor({ state: 'hidden' });
  });

  it('opens by keyboard what is folded beside the caret', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await text(desk).focus();
    await desk.page.keyboard.press('Control+Home');
    await desk.page.keyboard.press('Enter');
    await text(desk).getByText('{{Short description|').waitFor();
    await desk.page.keyboard.press('Enter');
    await text(desk).getByText('{{Short description|').waitFor({ state: 'hidden' });
  });

  it('finds words in what is folded, and opens it', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.select('Lois Pérez Leira');
    await text(desk).getByText('Lois Pérez Leira').waitFor();
    await eventually(async () => expect(await copied(desk.page)).to.equal('Lois Pérez Leira'));
  });

  it('counts on its chip the claims that a reference hides, and opens it when one gets the focus', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.mark('Lois Pérez Leira', '4');
    await desk.saved();
    await desk.goTo(SOVINTERN);
    const reference = chip(desk, /^Reference 3\b/).first();
    await desk.page.locator('.chip[data-claims="1"]').waitFor();
    await eventually(async () =>
      expect(await reference.getAttribute('aria-label')).to.contain('1 claim inside'),
    );
    await text(desk).focus();
    await desk.page.keyboard.press('j');
    await desk.marks('Lois Pérez Leira').waitFor();
    await eventually(async () => expect(await reference.getAttribute('aria-expanded')).to.equal('true'));
  });

  it('shows a claim of a folded date on the date that stands for it', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.mark('{{start date and age|2026|4|27}}', '6');
    await desk.saved();
    await desk.goTo(SOVINTERN);
    const date = text(desk).locator('.chip.t-date', { hasText: '27 April 2026' });
    await date.waitFor();
    await date.click();
    await desk.inspector.getByRole('heading', { name: 'Date', exact: true }).waitFor();
    await eventually(async () => expect(await text(desk).locator('.chip.t-date.focus').count()).to.equal(1));
  });

  it('takes words selected across a reference for one raw stretch, without signs at its ends', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await text(desk).focus();
    const raw = await page.evaluate(async () => {
      const { reader } = document.querySelector<ReaderHost>('vr-reader')!;
      reader.select(0, reader.length);
      return reader.length;
    });
    expect(raw).to.equal(16_257);
    const all = await copied(page);
    const start = all.indexOf('[[political international]]');
    const end = all.indexOf('[[Communism|communist]]') + '[[Communism|communist]]'.length;
    await page.evaluate(
      ([from, to]) => document.querySelector<ReaderHost>('vr-reader')!.reader.select(from!, to!),
      [start, end],
    );
    await desk.palette.waitFor();
    await page.keyboard.press('1');
    await desk.inspector.getByRole('heading', { name: 'Member', exact: true }).waitFor();
    const anchor = await desk.row('Anchor').innerText();
    expect(anchor.replaceAll(',', '')).to.contain(`${start + 2}–${end - 2}`);
  });

  it('can be worked on a phone', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN, { width: 390, height: 844 });
    const box = (await lens(desk, 'Source').boundingBox())!;
    expect(box.height).to.be.at.least(40);
    expect(box.x + box.width).to.be.at.most(390);
    const overflow = await desk.page
      .locator('.reader-scroll')
      .evaluate(scroller => scroller.scrollWidth - scroller.clientWidth);
    expect(overflow).to.be.at.most(0);
  });
});
