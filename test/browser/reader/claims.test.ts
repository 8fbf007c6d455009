import { expect } from 'chai';
import { eventually } from '../eventually.ts';
import { readerSuite, type TestMark } from './harness.ts';

const TEXT = [
  'The Sovintern was inaugurated in Moscow, Russia, on 27 April 2026, and consists of over 15 member organisations.',
  'Luis Pérez Leira is its coordinator; Lois Pérez Leira signs his columns.',
  ...Array.from({ length: 80 }, (_, i) => `Line ${i} with nothing to claim.`),
].join('\r\n');

const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const MARKS: TestMark[] = [
  { id: 'date', type: 'date', state: 'checked', ranges: [at('27 April 2026')] },
  { id: 'said', type: 'statement', ranges: [{ start: 0, end: at('27 April 2026').end }] },
  { id: 'more', type: 'statement', ranges: [{ start: at('on 27').start, end: at('organisations').end }] },
  { id: 'luis', type: 'person', conflict: true, ranges: [at('Luis Pérez Leira')] },
  { id: 'lois', type: 'person', state: 'suggested', ranges: [at('Lois Pérez Leira')] },
  { id: 'parts', type: 'statement', ranges: [at('coordinator'), at('columns')] },
];

describe('claims in the text', function () {
  const suite = readerSuite(this);

  it('cover their words exactly, however they overlap', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    for (const { id, ranges } of MARKS) {
      const shown = await reader.page.evaluate(
        wanted => [...document.querySelectorAll(`mark[data-id=${wanted}]`)].map(m => m.textContent).join(''),
        id,
      );
      expect(shown, id).to.equal(ranges.map(range => TEXT.slice(range.start, range.end)).join(''));
    }
  });

  it('never change the height of a line', async () => {
    const { reader } = suite;
    await reader.show(TEXT);
    const heights = () =>
      reader.page.evaluate(() =>
        [...document.querySelectorAll('.reader-text p')].map(row => row.getBoundingClientRect().height),
      );
    const bare = await heights();
    await reader.show(
      TEXT,
      MARKS.filter(mark => mark.id !== 'parts'),
    );
    await eventually(async () => expect(await heights()).to.deep.equal(bare));
  });

  it('say what they are, and where they go on', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    const told = await reader.page.evaluate(() =>
      Object.fromEntries(
        ['luis', 'lois', 'date'].map(id => [
          id,
          document.querySelector(`mark[data-id=${id}]`)!.getAttribute('aria-description'),
        ]),
      ),
    );
    expect(told).to.deep.equal({
      luis: 'Person, open, in conflict',
      lois: 'Suggestion: person',
      date: 'Date, checked',
    });
    const parts = await reader.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('mark[data-id=parts]')].map(m => [
        m.dataset.from,
        m.dataset.to,
      ]),
    );
    expect(parts).to.deep.equal([
      [undefined, '1/2 ⋯'],
      ['⋯ 2/2', undefined],
    ]);
  });

  it('are told to a screen reader when the caret comes to them', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    await reader.caret(at('Luis').start - 1);
    await reader.press('ArrowRight', 'ArrowRight');
    await eventually(async () => expect(await reader.said()).to.equal('Person, open, in conflict'));
    const told = await reader.heard<{ ids: string[] }>('claims-at-caret');
    expect(told.at(-1)!.ids).to.deep.equal(['luis']);
    await reader.caret(at('April').start);
    expect((await reader.heard<{ ids: string[] }>('claims-at-caret')).at(-1)!.ids).to.deep.equal([
      'date',
      'more',
      'said',
    ]);
  });

  it('are focused by a click, those on top of one another in turn', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    const { x, y } = await reader.middleOf('date');
    const found: (string | null)[] = [];
    for (let i = 0; i < 4; i++) {
      await reader.page.mouse.click(x, y);
      await reader.page.waitForTimeout(550);
      found.push(await reader.focused());
    }
    expect(found).to.deep.equal(['date', 'more', 'said', 'date']);
    await reader.page.mouse.click(x, 500);
    await eventually(async () => expect(await reader.focused()).to.equal(null));
  });

  it('can each be chosen from a list by keyboard', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    await reader.caret(at('April').start);
    await reader.press('Alt+ArrowDown');
    const options = reader.page.getByRole('option');
    await eventually(async () => expect(await options.count()).to.equal(3));
    await eventually(async () =>
      expect(await options.first().getAttribute('aria-label')).to.equal('27 April 2026, Date, checked'),
    );
    await reader.press('ArrowDown', 'Enter');
    await eventually(async () => expect(await reader.focused()).to.equal('more'));
    await reader.press('ArrowRight', 'Alt+ArrowDown', 'ArrowUp', 'Escape', 'ArrowRight');
    await eventually(async () => expect(await reader.focused()).to.equal('more'));
    expect((await reader.selection()).head).to.equal(at('April').start + 2);
  });

  it('can be chosen from the list by mouse', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    const { x, y } = await reader.middleOf('date');
    await reader.page.mouse.click(x, y);
    await reader.page.getByRole('option').nth(2).click();
    await eventually(async () => expect(await reader.focused()).to.equal('said'));
    await eventually(async () => expect(await reader.page.getByRole('option').count()).to.equal(0));
  });

  it('have a button in the margin where they are in conflict', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    const button = reader.page.getByRole('button', { name: 'Conflict: Luis Pérez Leira' });
    await button.click();
    await eventually(async () => expect(await reader.focused()).to.equal('luis'));
    await eventually(async () =>
      expect(await reader.heard('claim-open')).to.deep.include({
        name: 'claim-open',
        id: 'luis',
        conflict: true,
      }),
    );
    await reader.frames();
    await eventually(async () => expect(await button.getAttribute('aria-pressed')).to.equal('true'));
    const [box, mark] = [(await button.boundingBox())!, await reader.middleOf('luis')];
    expect(Math.abs(box.y + box.height / 2 - mark.y)).to.be.lessThan(8);
  });

  it('come and go without the rest being drawn again', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    const kept = await reader.page.evaluate(async range => {
      const luis = document.querySelector('mark[data-id=luis]');
      const mark = {
        id: 'new',
        type: 'count',
        state: 'open',
        conflict: false,
        label: 'Count',
        ranges: [range],
      };
      harness.marks.put(mark);
      harness.reader.setMarks(harness.marks, [range]);
      return luis === document.querySelector('mark[data-id=luis]');
    }, at('over 15'));
    expect(kept).to.equal(true);
    await eventually(async () =>
      expect(await reader.page.locator('mark[data-id=new]').textContent()).to.equal('over 15'),
    );
  });

  it('stay within four levels, and the rest are counted', async () => {
    const { reader } = suite;
    const stack = Array.from(
      { length: 7 },
      (_, i): TestMark => ({ id: `m${i}`, ranges: [{ start: 0, end: 40 - i }] }),
    );
    await reader.show(TEXT, stack);
    const depth = await reader.page.evaluate(() => {
      let found = 0;
      for (let one = document.querySelector('mark'); one; one = one.querySelector('mark')) found++;
      return [found, document.querySelector<HTMLElement>('mark[data-more]')?.dataset.more];
    });
    expect(depth).to.deep.equal([4, '+3']);
  });
});

describe('the edges of a claim', function () {
  const suite = readerSuite(this);
  type Moved = { id: string; rangeIndex: number; start: number; end: number };

  const drag = async (side: 'start' | 'end', dx: number, key?: string) => {
    const { page } = suite.reader;
    const box = (await page.locator(`.reader-edge.${side}`).boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    if (key) await page.keyboard.down(key);
    await page.mouse.move(x + dx, y, { steps: 5 });
    await suite.reader.frames();
    await page.mouse.up();
    if (key) await page.keyboard.up(key);
  };

  it('are dragged, to whole characters or words', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    await reader.page.evaluate(() => harness.reader.focusClaim('luis'));
    await reader.frames();
    await drag('end', -20);
    const [first] = await reader.heard<Moved>('edge-moved');
    expect(first).to.include({ id: 'luis', rangeIndex: 0, start: at('Luis').start });
    expect(first!.end).to.be.within(at('Luis').start + 10, at('Luis Pérez Leira').end - 1);
    await reader.page.evaluate(() => harness.reader.setMarks(harness.marks));
    await reader.frames();
    await drag('end', 40, 'Control');
    const told = await reader.heard<Moved>('edge-moved');
    expect(TEXT.slice(0, told.at(-1)!.end)).to.match(/ (is|its)$/);
  });

  it('are moved by keyboard, kept by Enter and left by Escape', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    await reader.caret(at('Luis').start + 2);
    await reader.press('F2', 'ArrowLeft', 'Control+ArrowLeft', 'Escape');
    await eventually(async () => expect(await reader.heard('edge-moved')).to.deep.equal([]));
    await eventually(async () =>
      expect(await reader.page.locator('mark[data-id=luis]').textContent()).to.equal('Luis Pérez Leira'),
    );
    await reader.press('F2', 'Control+ArrowLeft', 'Tab', 'ArrowRight', 'Enter');
    const [moved] = await reader.heard<Moved>('edge-moved');
    expect(TEXT.slice(moved!.start, moved!.end)).to.equal('uis Pérez ');
    await eventually(async () =>
      expect(await reader.selection()).to.deep.equal({
        anchor: at('Luis').start + 2,
        head: at('Luis').start + 2,
      }),
    );
  });

  it('keep one character, and do not run into another part', async () => {
    const { reader } = suite;
    await reader.show(TEXT, MARKS);
    await reader.page.evaluate(() => harness.reader.focusClaim('parts'));
    await reader.page.evaluate(() => harness.reader.focus());
    await reader.press('F2', ...Array<string>(4).fill('Control+ArrowLeft'), 'Enter');
    const [moved] = await reader.heard<Moved>('edge-moved');
    expect(moved).to.include({ rangeIndex: 1, start: at('columns').start, end: at('columns').start + 1 });
  });
});

describe('the overview', function () {
  const suite = readerSuite(this);

  it('goes where one clicks, and by arrow keys', async () => {
    const { reader } = suite;
    await reader.show('A line of text to be read.\n'.repeat(60_000), MARKS);
    const ruler = reader.page.getByRole('scrollbar');
    await ruler.click({ position: { x: 8, y: 400 } });
    await reader.page.waitForTimeout(200);
    const length = await reader.page.evaluate(() => harness.reader.length);
    expect((await reader.page.evaluate(() => harness.reader.top)) / length).to.be.within(0.45, 0.57);
    expect(Number(await ruler.getAttribute('aria-valuenow'))).to.be.within(45, 57);
    await ruler.focus();
    await reader.press('Home', 'ArrowDown', 'ArrowDown');
    expect((await reader.page.evaluate(() => harness.reader.top)) / length).to.be.within(0.015, 0.025);
    await reader.press('End');
    expect((await reader.page.evaluate(() => harness.reader.top)) / length).to.be.greaterThan(0.99);
  });
});
