import { expect } from 'chai';
import { eventually } from '../eventually.ts';
import { readerSuite } from './harness.ts';

const LINES = [
  'Luis Pérez Leira spoke in Moscow on 27 April 2026.',
  'Сергей Миронов заявил, что создание сети станет ответом на кризис.',
  'قال المتحدث إن المؤتمر سيعقد في موسكو (Sovintern 2026) من جميع أنحاء العالم.',
  'Delegates 👩🏽‍⚖️ from 🇧🇷🇿🇦 cheered 🎉 — “peace, 𝔩𝔞𝔫𝔡” — e\u0301cole, naïve.',
  '',
  `${'A long line with many words goes on and on. '.repeat(30)}`,
];

/** Some 2 MB in lines that end in CR LF, too much to be mounted as a whole. */
const long = Array.from({ length: 9000 }, (_, i) => `${i} ${LINES[i % LINES.length]}`).join('\r\n');

describe('selecting in a text that is larger than the window', function () {
  const suite = readerSuite(this);

  it('goes on across the edge of the window by keyboard, and copies the raw text', async () => {
    const { reader } = suite;
    await reader.show(long);
    await reader.caret(7);
    for (let i = 0; i < 40; i++) await reader.press('Shift+PageDown');
    const { anchor, head } = await reader.selection();
    expect(anchor).to.equal(7);
    expect(head).to.be.greaterThan(20_000);
    expect((await reader.rows()).join('\r\n')).to.not.include(long.slice(0, 60));
    await eventually(async () => expect(await reader.copy()).to.equal(long.slice(7, head)));
  });

  it('goes back again to where it began', async () => {
    const { reader } = suite;
    await reader.show(long);
    await reader.caret(600_000);
    await reader.press(...Array<string>(8).fill('Shift+PageDown'), ...Array<string>(20).fill('Shift+PageUp'));
    const { anchor, head } = await reader.selection();
    expect(anchor).to.equal(600_000);
    expect(head).to.be.lessThan(600_000);
    await reader.press('Shift+Control+ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowUp');
    expect((await reader.selection()).anchor).to.equal(600_000);
  });

  const whole: [string, string[], (length: number) => [number, number]][] = [
    ['Ctrl End goes to the end', ['Control+End'], length => [length, length]],
    ['Ctrl Shift End selects to the end', ['Control+Shift+End'], length => [5, length]],
    ['Ctrl Home goes to the start', ['Control+End', 'Control+Home'], () => [0, 0]],
    ['Ctrl A selects all', ['Control+a'], length => [0, length]],
    ['← after that goes to the start', ['Control+a', 'ArrowLeft'], () => [0, 0]],
    ['→ after that goes to the end', ['Control+a', 'ArrowRight'], length => [length, length]],
    ['← goes to where a long selection began', ['Control+Shift+End', 'ArrowLeft'], () => [5, 5]],
  ];
  for (const [says, keys, expected] of whole)
    it(says, async () => {
      const { reader } = suite;
      await reader.show(long);
      await reader.caret(5);
      // Just after it got the focus, an editor takes a jump to the start for the browser's doing, and undoes it.
      await reader.page.waitForTimeout(250);
      await reader.press(...keys);
      const { anchor, head } = await reader.selection();
      expect([anchor, head]).to.deep.equal(expected(long.length));
    });

  it('copies all of a text that is only partly mounted, and partly not even here', async () => {
    const { reader } = suite;
    await reader.show(long, [], { delay: 1 });
    await reader.caret(5);
    await reader.press('Control+a');
    await reader.copy();
    await reader.page.waitForFunction(
      async length => (await navigator.clipboard.readText()).length === length,
      long.length,
    );
    await eventually(async () =>
      expect(await reader.page.evaluate(() => navigator.clipboard.readText())).to.equal(long),
    );
  });

  it('goes on from a caret that was scrolled out of sight', async () => {
    const { reader } = suite;
    await reader.show(long);
    await reader.caret(900);
    await reader.page.evaluate(() => harness.reader.jumpTo(1_000_000));
    await reader.frames();
    await reader.press('Shift+ArrowRight');
    await eventually(async () => expect(await reader.selection()).to.deep.equal({ anchor: 900, head: 901 }));
    await eventually(async () => expect(await reader.scrolled()).to.be.lessThan(2000));
  });

  it('reaches from the caret to a click with Shift far away', async () => {
    const { reader } = suite;
    await reader.show(long);
    await reader.caret(900);
    await reader.page.evaluate(() => harness.reader.jumpTo(1_000_000));
    await reader.frames();
    await reader.page.keyboard.down('Shift');
    await reader.page.mouse.click(500, 400);
    await reader.page.keyboard.up('Shift');
    const { anchor, head } = await reader.selection();
    expect(anchor).to.equal(900);
    expect(head).to.be.within(995_000, 1_005_000);
  });

  it('follows a drag that scrolls on below the edge', async () => {
    const { reader } = suite;
    await reader.show(long);
    const { mouse } = reader.page;
    await mouse.move(300, 200);
    await mouse.down();
    await mouse.move(320, 400, { steps: 4 });
    const { anchor } = await reader.selection();
    for (let i = 0; i < 12; i++) {
      await mouse.wheel(0, 900);
      await reader.frames();
      await mouse.move(320 + (i % 2), 420);
    }
    await mouse.up();
    await reader.frames();
    const selection = await reader.selection();
    expect(selection.anchor).to.equal(anchor);
    expect(selection.head).to.be.greaterThan(12_000);
    await eventually(async () => expect(await reader.copy()).to.equal(long.slice(anchor, selection.head)));
  });

  it('takes a word on a double click and a row on a triple one', async () => {
    const { reader } = suite;
    await reader.show('one two three\nfour five');
    const box = (await reader.textBox.locator('p').first().boundingBox())!;
    await reader.page.mouse.dblclick(box.x + 45, box.y + 12);
    await eventually(async () => expect(await reader.copy()).to.equal('two'));
    await reader.page.mouse.click(box.x + 45, box.y + 12, { clickCount: 3 });
    expect((await reader.copy()).trimEnd()).to.equal('one two three');
  });
});
