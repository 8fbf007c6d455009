import { expect } from 'chai';
import { eventually } from '../eventually.ts';
import { readerSuite } from './harness.ts';

const TEXT = 'First line, naïve.\r\nSecond 🎉 line\n\nلدى الدوران\rend';
const ROWS = ['First line, naïve.', 'Second 🎉 line', '', 'لدى الدوران', 'end'];

describe('the text cannot be changed', function () {
  const suite = readerSuite(this);

  const attempts: [string, (page: import('playwright-core').Page) => Promise<unknown>][] = [
    ['by typing', page => page.keyboard.type('hello World 1', { delay: 1 })],
    [
      'by Enter, Backspace and Delete',
      async page => {
        for (const key of [
          'Enter',
          'Shift+Enter',
          'Backspace',
          'Delete',
          'Control+Backspace',
          'Control+Delete',
          'Tab',
        ])
          await page.keyboard.press(key);
      },
    ],
    [
      'by the keys of formatting and undoing',
      async page => {
        for (const key of ['Control+b', 'Control+i', 'Control+u', 'Control+z', 'Control+y'])
          await page.keyboard.press(key);
      },
    ],
    [
      'by pasting',
      async page => {
        await page.evaluate(() => navigator.clipboard.writeText('pasted'));
        await page.keyboard.press('Control+v');
      },
    ],
    [
      'by cutting, which copies',
      async page => {
        await page.evaluate(() => harness.reader.select(0, 5));
        await page.keyboard.press('Control+x');
        await eventually(async () =>
          expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal('First'),
        );
      },
    ],
    ['by dictation', page => page.keyboard.insertText('dictated')],
    [
      'by composing',
      async page => {
        const session = await page.context().newCDPSession(page);
        for (const text of ['に', 'にほ', 'にほん'])
          await session.send('Input.imeSetComposition', {
            text,
            selectionStart: text.length,
            selectionEnd: text.length,
          });
        await session.send('Input.insertText', { text: '日本' });
      },
    ],
    [
      'by composing over a selection and giving up',
      async page => {
        await page.evaluate(() => harness.reader.select(2, 30));
        const session = await page.context().newCDPSession(page);
        await session.send('Input.imeSetComposition', { text: '^', selectionStart: 1, selectionEnd: 1 });
        await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
      },
    ],
    [
      'by dropping',
      async page => {
        await page.evaluate(() => {
          const target = document.querySelector('.reader-text p')!;
          const dataTransfer = new DataTransfer();
          dataTransfer.setData('text/plain', 'dropped');
          for (const type of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(
              new DragEvent(type, {
                bubbles: true,
                cancelable: true,
                dataTransfer,
                clientX: 250,
                clientY: 90,
              }),
            );
        });
      },
    ],
    [
      'by dragging a selection elsewhere',
      async page => {
        await page.evaluate(() => harness.reader.select(0, 5));
        const box = (await page.locator('.reader-text p').first().boundingBox())!;
        await page.mouse.move(box.x + 10, box.y + 12);
        await page.mouse.down();
        await page.mouse.move(box.x + 60, box.y + 14, { steps: 4 });
        await page.mouse.move(box.x + 90, box.y + 45, { steps: 4 });
        await page.mouse.up();
      },
    ],
    [
      'by a command of the browser',
      page => page.evaluate(() => document.execCommand('insertText', false, 'x')),
    ],
  ];
  for (const [how, attempt] of attempts)
    it(how, async () => {
      const { reader } = suite;
      await reader.show(TEXT);
      await reader.caret(4);
      await attempt(reader.page);
      await reader.page.waitForTimeout(60);
      await reader.frames();
      await eventually(async () => expect(await reader.rows()).to.deep.equal(ROWS));
      await reader.caret(0);
      await reader.press('Control+a');
      await eventually(async () => expect(await reader.copy()).to.equal(TEXT));
    });

  it('and leaves keys that write elsewhere to whoever listens', async () => {
    const { reader } = suite;
    await reader.show(TEXT);
    await reader.caret(4);
    await reader.page.evaluate(() => {
      addEventListener('keydown', event => {
        if (!event.defaultPrevented) document.title += event.key;
      });
    });
    await reader.press('j', '4', 'Enter', 'f');
    await eventually(async () => expect(await reader.page.title()).to.equal('Readerj4Enterf'));
  });
});
