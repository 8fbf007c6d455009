import { expect } from 'chai';
import { eventually } from '../eventually.ts';
import { readerSuite } from './harness.ts';

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');

/** Lines of differing lengths, numbered. */
const lines = (count: number, end = '\n') =>
  Array.from({ length: count }, (_, i) => `${i}: ${words(5 + ((i * 7) % 60))}.`).join(end);

describe('reading', function () {
  const suite = readerSuite(this);

  it('shows a text of nothing, with a caret', async () => {
    const { reader } = suite;
    await reader.show('');
    await reader.caret(0);
    await reader.press('Control+End', 'a', 'Control+a', 'ArrowRight');
    await eventually(async () => expect(await reader.rows()).to.deep.equal(['']));
    await eventually(async () => expect(await reader.selection()).to.deep.equal({ anchor: 0, head: 0 }));
  });

  it('gives every row its own direction, and shows what is odd as it is', async () => {
    const { reader } = suite;
    await reader.show('tab\there\r\nلدى الدوران\rzero\u200bwidth\u0085next\n\u00a0 end');
    await eventually(async () =>
      expect(await reader.rows()).to.deep.equal([
        'tab\there',
        'لدى الدوران',
        'zero\u200bwidth\u0085next',
        '\u00a0 end',
      ]),
    );
    const directions = await reader.page.evaluate(() =>
      [...document.querySelectorAll('.reader-text p')].map(row => getComputedStyle(row).direction),
    );
    expect(directions).to.deep.equal(['ltr', 'rtl', 'ltr', 'ltr']);
  });

  it('wraps words that are wider than the column', async () => {
    const { reader } = suite;
    await reader.show('x'.repeat(5000));
    const wide = await reader.page.evaluate(() => {
      const scroller = document.querySelector('.reader-scroll')!;
      return scroller.scrollWidth > scroller.clientWidth;
    });
    expect(wide).to.equal(false);
  });

  it('mounts only what is near in a large text, and all of a small one in the end', async () => {
    const { reader } = suite;
    const small = lines(2000);
    await reader.show(small);
    await reader.page.waitForFunction(
      count => document.querySelectorAll('.reader-text p').length === count,
      2000,
    );
    expect((await reader.rows()).join('\n')).to.equal(small);
    await reader.show(lines(12_000));
    await reader.page.waitForTimeout(400);
    expect((await reader.rows()).length).to.be.lessThan(120);
  });

  it('jumps to any place, also to text that has yet to come', async () => {
    const { reader } = suite;
    const text = lines(12_000);
    await reader.show(text, [], { delay: 20 });
    for (const line of [11_990, 6000, 3, 9000]) {
      await reader.page.evaluate(offset => harness.reader.jumpTo(offset), text.indexOf(`\n${line}: `) + 1);
      await reader.frames();
      const row = reader.page.locator('.reader-text p', { hasText: new RegExp(`^${line}: `) });
      const box = (await row.boundingBox())!;
      expect(box.y, `line ${line}`).to.be.within(60, 780);
    }
  });

  it('opens at an offset', async () => {
    const { reader } = suite;
    const text = lines(12_000);
    await reader.show(text, [], { at: text.indexOf('\n8000: ') + 1 });
    const box = await reader.page.locator('.reader-text p', { hasText: /^8000: / }).boundingBox();
    expect(box!.y).to.be.within(0, 120);
  });

  for (const count of [2000, 12_000])
    it(`keeps what is seen in its place while one scrolls up through ${count} lines`, async () => {
      const { reader } = suite;
      const text = lines(count);
      await reader.show(text);
      await reader.page.evaluate(offset => harness.reader.jumpTo(offset), Math.floor(text.length * 0.7));
      const jumps = await reader.page.evaluate(async () => {
        const scroller = document.querySelector('.reader-scroll')!;
        let wrong = 0;
        for (let i = 0; i < 60; i++) {
          const row = [...document.querySelectorAll('.chunk:not(.far) p')].find(one => {
            const box = one.getBoundingClientRect();
            return box.bottom > 150 && box.top < 500;
          })!;
          const before = row.getBoundingClientRect().top;
          scroller.scrollTop -= 180;
          await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          if (!row.isConnected || Math.abs(row.getBoundingClientRect().top - before - 180) > 2) wrong++;
        }
        return wrong;
      });
      expect(jumps).to.equal(0);
    });

  it('shows text wherever one scrolls to', async () => {
    const { reader } = suite;
    await reader.show(lines(12_000));
    const blanks = await reader.page.evaluate(async () => {
      const scroller = document.querySelector('.reader-scroll')!;
      let blank = 0;
      for (let i = 0; i < 40; i++) {
        scroller.scrollTop = ((i * 37) % 40) * (scroller.scrollHeight / 42);
        await new Promise(requestAnimationFrame);
        for (const y of [100, 400, 700]) if (!document.elementFromPoint(400, y)?.closest('p')) blank++;
      }
      return blank;
    });
    expect(blanks).to.equal(0);
  });

  it('keeps the place when the column changes its width', async () => {
    const { reader } = suite;
    const text = lines(12_000);
    await reader.show(text);
    await reader.page.evaluate(
      offset => harness.reader.jumpTo(offset, { align: 'start' }),
      text.indexOf('\n7000: ') + 1,
    );
    await reader.page.waitForTimeout(200);
    await reader.page.setViewportSize({ width: 560, height: 800 });
    await reader.frames();
    await reader.page.waitForTimeout(100);
    const box = await reader.page.locator('.reader-text p', { hasText: /^7000: / }).boundingBox();
    expect(box!.y).to.be.within(0, 160);
  });

  it('cuts a line of 4 MB into rows, and moves through them as one line', async () => {
    const { reader } = suite;
    const text = 'lorem ipsum 🎉 '.repeat(270_000);
    await reader.show(text);
    await reader.caret(2_000_003);
    for (let i = 0; i < 30; i++) await reader.press('Shift+PageDown');
    const { anchor, head } = await reader.selection();
    expect(anchor).to.equal(2_000_003);
    expect(head).to.be.greaterThan(2_020_000);
    await eventually(async () => expect(await reader.copy()).to.equal(text.slice(anchor, head)));
  });

  it('says when text cannot be fetched, and shows it once it can', async () => {
    const { reader } = suite;
    await reader.show(lines(12_000), [], { delay: 1 });
    const told = await reader.page.evaluate(async () => {
      let missing = 0;
      harness.fail(true);
      document.querySelector('vr-reader')!.addEventListener('vr-text-missing', () => missing++);
      await harness.reader.jumpTo(2_000_000);
      harness.fail(false);
      await harness.reader.jumpTo(2_000_000);
      return missing;
    });
    expect(told).to.be.greaterThan(0);
    await eventually(async () =>
      expect(await reader.page.evaluate(() => harness.reader.top)).to.be.greaterThan(1_990_000),
    );
  });
});
