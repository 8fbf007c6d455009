import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk } from './desk.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Congress</title></head><body>
<h1>Founding congress</h1>
<p>On <b>27 April 2026</b> delegates met, says <a href="https://host.example/congress">the host</a>.</p>
<h2>Participants</h2>
<ul><li>Europe<ul><li>Communist Party of Spain</li><li>Left Action<ol><li>youth wing</li></ol></li></ul></li></ul>
<h2>Seats</h2>
<table><caption>By party</caption>
<tr><th>Party</th><th>Country</th><th>Seats</th></tr>
<tr><td>Communist Party of Spain</td><td>Spain</td><td>1,024</td></tr>
<tr><td>Left Action</td><td>Norway</td><td>7</td></tr>
</table>
<blockquote>We have waited long.</blockquote>
</body></html>`;

const wide = (rows: number, columns: number): string =>
  `<table>${Array.from({ length: rows }, (_, row) => `<tr>${Array.from({ length: columns }, (_, column) => `<td>row ${row + 1} cell ${column + 1}</td>`).join('')}</tr>`).join('')}</table><p>Behind the table.</p>`;

describe('a derived text', function () {
  const app = browserSuite(this);
  const text = ({ page }: ReadDesk) => page.locator('.reader-text');
  const row = (desk: ReadDesk, words: string) => text(desk).locator('p.trow', { hasText: words });
  const cell = (desk: ReadDesk, inRow: string, words: string) =>
    row(desk, inRow).locator('.cell', { hasText: words });
  const left = async (desk: ReadDesk, inRow: string, words: string) =>
    Math.round((await cell(desk, inRow, words).boundingBox())!.x);

  it('is read with its headings, lists and tables', async () => {
    const id = await new Colleague(app.url).addsDerived('Congress', 'html', PAGE);
    const desk = await ReadDesk.open(app, id);
    await text(desk).getByRole('heading', { name: 'Participants', level: 2 }).waitFor();
    await eventually(async () =>
      expect(await desk.page.locator('.reader-lead .meta').innerText()).to.match(/^Web page, /),
    );
    await desk.page.getByRole('navigation', { name: 'Contents' }).getByText('Seats').waitFor();
    const shown = await text(desk).innerText();
    expect(shown)
      .to.match(/•\s*Europe/)
      .and.to.match(/◦\s*Left Action/)
      .and.to.match(/1\.\s*youth wing/);
    await eventually(async () => {
      const columns = [await left(desk, 'Party', 'Country'), await left(desk, 'Left Action', 'Norway')];
      expect(columns[0]).to.be.above(0).and.to.equal(columns[1]);
    });
    await desk.page.getByRole('button', { name: 'Source', exact: true }).click();
    await eventually(async () =>
      expect(await text(desk).innerText())
        .to.include('- Europe')
        .and.to.include('Left Action\tNorway\t7'),
    );
    await desk.page.getByRole('button', { name: 'Reading', exact: true }).click();
    await cell(desk, 'Left Action', 'Norway').waitFor();
  });

  it('has claims over cells at the offsets of its text, and says where they stand', async () => {
    const colleague = new Colleague(app.url);
    const id = await colleague.addsDerived('Congress', 'html', PAGE);
    const desk = await ReadDesk.open(app, id);
    const from = (await cell(desk, 'Left Action', 'Norway').boundingBox())!;
    const to = (await cell(desk, 'Left Action', '7').boundingBox())!;
    await desk.page.mouse.move(from.x + 1, from.y + from.height / 2);
    await desk.page.mouse.down();
    await desk.page.mouse.move(to.x + to.width - 3, to.y + to.height / 2, { steps: 6 });
    await desk.page.mouse.up();
    await desk.palette.waitFor();
    await desk.page.keyboard.press('0');
    await desk.page.keyboard.type('statement');
    await desk.page.keyboard.press('Enter');
    await desk.inspector.locator('.ctx b', { hasText: 'Norway' }).waitFor();
    await desk.saved();
    const { claims } = await colleague.client.listClaims({ query: { document: id } });
    const held = await colleague.client.getDocument({ params: { id } });
    const { object } = held as { object: { revisions: { id: string }[] } };
    const piece = await colleague.client.getPiece({
      params: { id, revision: object.revisions[0]!.id, piece: 0 },
    });
    const derived = new TextDecoder().decode(piece);
    const { anchor } = claims[0]!.object as {
      anchor: { ranges: { start: number; end: number }[]; quote: { exact: string } };
    };
    expect(derived.slice(anchor.ranges[0]!.start, anchor.ranges[0]!.end)).to.equal('Norway\t7');
    expect(anchor.quote.exact).to.equal('Norway\t7');
    expect(anchor.ranges[0]!.start).to.equal(derived.indexOf('Norway'));
    await eventually(async () =>
      expect(await desk.row('In the original').innerText()).to.equal('under “Seats”'),
    );
    await eventually(async () => expect(await desk.marks('Norway').count()).to.be.above(0));
    await eventually(async () =>
      expect(await row(desk, 'Left Action').locator('.cell mark').count()).to.equal(2),
    );

    await desk.mark('the host', '5');
    await eventually(async () =>
      expect(await desk.row('Links to').innerText()).to.include('https://host.example/congress'),
    );
  });

  it('goes to a time of a recording, and says in evidence when its words were said', async () => {
    const two = (count: number) => String(count).padStart(2, '0');
    const time = (seconds: number) => `00:${two(Math.floor(seconds / 60))}:${two(seconds % 60)}.000`;
    const cues = Array.from(
      { length: 40 },
      (_, i) => `${time(i * 10)} --> ${time(i * 10 + 4)}\nWords of cue ${i + 1}.\n`,
    );
    const file = `WEBVTT\n\n${cues.join('\n')}`;
    const id = await new Colleague(app.url).addsDerived('Talk', 'subtitles', file);
    const desk = await ReadDesk.open(app, id);
    const { page } = desk;
    await page.getByRole('navigation', { name: 'Contents' }).getByText('00:06:00').waitFor();
    await page.keyboard.press('Shift+g');
    await page.getByLabel('Find in this document').fill('00:05:00');
    await page.getByRole('button', { name: 'Go there' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await desk.wordsBeforeCaret()).to.not.equal(undefined));
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(async () =>
      expect(await page.evaluate(() => getSelection()!.anchorNode!.textContent)).to.include('cue 31.'),
    );

    await desk.mark('cue 2.', '7');
    await eventually(async () =>
      expect(await desk.row('In the original').innerText()).to.equal('00:00:10–00:00:14'),
    );
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'A passage' }).click();
    await page.getByRole('button', { name: 'Select the words' }).click();
    await page.getByText('Use as evidence for').first().waitFor();
    await desk.select('Words of cue 9');
    await page.keyboard.press('Enter');
    await desk.inspector.locator('.ev').getByText('00:01:20–00:01:24').waitFor();
  });

  it('scrolls a wide table as one, beside it nothing, and mounts and sets long ones as they come near', async () => {
    const id = await new Colleague(app.url).addsDerived(
      'Register',
      'html',
      `<p>Before it.</p>${wide(400, 14)}`,
    );
    const desk = await ReadDesk.open(app, id, { width: 390, height: 844 });
    const { page } = desk;
    const scroller = page.locator('.reader-scroll');
    const across = (words: string) =>
      row(desk, words)
        .first()
        .evaluate(element => element.scrollLeft);
    await row(desk, 'row 1 cell 1').first().waitFor();
    const before = text(desk).locator('p', { hasText: 'Before it.' });
    const x = (await before.boundingBox())!.x;
    await row(desk, 'row 2 cell 1')
      .first()
      .evaluate(element => {
        element.scrollLeft = 400;
      });
    await eventually(async () => {
      expect(await across('row 1 cell 1')).to.equal(400);
      expect(await across('row 5 cell 1')).to.equal(400);
    });
    expect(await scroller.evaluate(element => element.scrollWidth - element.clientWidth)).to.equal(0);
    expect((await before.boundingBox())!.x).to.be.closeTo(x, 1);

    // Rows that come later stand as far across; the caret brings what it enters into sight, and it is said.
    await scroller.evaluate(element => {
      element.scrollTop = element.scrollHeight / 2;
    });
    await eventually(async () => expect(await across('row 200 cell 1')).to.equal(400));
    await scroller.evaluate(element => {
      element.scrollTop = 0;
    });
    await text(desk).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByText('Row 1 of 400, column 1').waitFor({ state: 'attached' });
    for (let i = 0; i <= 'row 1 cell 1'.length; i++) await page.keyboard.press('ArrowRight');
    await page.getByText('Column 2').waitFor({ state: 'attached' });
    await eventually(async () => expect(await across('row 3 cell 1')).to.be.below(400));
    await desk.select('row 1 cell 14');
    await eventually(async () => expect(await across('row 3 cell 1')).to.be.above(600));
    await scroller.evaluate(element => {
      element.scrollTop = element.scrollHeight;
    });
    await eventually(async () => {
      expect(await row(desk, 'row 400 cell 14').count()).to.equal(1);
      await scroller.evaluate(element => {
        element.scrollTop = element.scrollHeight;
      });
      expect((await text(desk).getByText('Behind the table.').boundingBox())!.y).to.be.below(844);
    });
  });

  it('of millions of letters is set where one reads, and its contents are as many as can be looked over', async () => {
    const section = (n: number) =>
      `<h2>Section ${n}</h2><p>On <b>27 April</b> they met. ${'And spoke at length. '.repeat(40)}</p><ul><li>entry ${n}</li></ul>`;
    const many = Array.from({ length: 1500 }, (_, i) => section(i + 1)).join('\n');
    const id = await new Colleague(app.url).addsDerived('Record', 'html', `<h1>Record</h1>${many}`);
    const desk = await ReadDesk.open(app, id);
    const { page } = desk;
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await text(desk).getByRole('heading', { name: 'Section 1', exact: true }).waitFor();
    await contents.getByText('Section 1', { exact: true }).waitFor();
    await eventually(async () => expect(await contents.getByRole('button').count()).to.be.within(60, 240));
    await page.locator('.reader-scroll').evaluate(element => {
      element.scrollTop = element.scrollHeight * 0.6;
    });
    await eventually(async () => {
      const current = contents.locator('[aria-current]');
      const [, number] = /Section (\d+)/.exec(await current.innerText()) ?? [];
      expect(Number(number)).to.be.within(600, 1200);
      await text(desk)
        .getByRole('heading', { name: `Section ${number}`, exact: true })
        .waitFor();
      expect(await text(desk).locator('p.item .chip.bullet').count()).to.be.above(0);
    });
    await page.getByRole('button', { name: 'Source', exact: true }).click();
    await text(desk).locator('p.item').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Reading', exact: true }).click();
    await text(desk).locator('p.item').first().waitFor();
  });
});
