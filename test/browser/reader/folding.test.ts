import { expect } from 'chai';
import { eventually } from '../eventually.ts';
import { readerSuite } from './harness.ts';

const TEXT = 'The [[House of the Trade Unions|House]] in {{flagicon|Russia}}Moscow.\r\nSecond line.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const FOLDS = [
  at('[[House of the Trade Unions|'),
  at(']]'),
  { ...at('{{flagicon|Russia}}'), chip: { text: 'flag', description: 'Flag of Russia' } },
];

describe('folding by a lens', function () {
  const suite = readerSuite(this);

  const open = async () => {
    await suite.reader.show(TEXT, [{ id: 'house', type: 'place', ranges: [at('House]]')] }]);
    await suite.reader.page.evaluate(folds => harness.fold(folds), FOLDS);
    await suite.reader.frames();
  };

  it('hides stretches and shows chips in their place', async () => {
    await open();
    const seen = await suite.reader.textBox.innerText();
    expect(seen.split('\n')[0]!.replace(/\s+/g, ' ').trim()).to.match(/^The House in flag ?Moscow\.$/);
    await eventually(async () =>
      expect(await suite.reader.page.getByRole('button', { name: 'Flag of Russia' }).count()).to.equal(1),
    );
  });

  it('leaves offsets those of the raw text', async () => {
    await open();
    const { reader } = suite;
    await reader.caret(0);
    await reader.press('Shift+End');
    await eventually(async () => expect(await reader.copy()).to.equal(TEXT.slice(0, TEXT.indexOf('\r\n'))));
    await reader.press('Control+a');
    await eventually(async () => expect(await reader.copy()).to.equal(TEXT));
  });

  it('lets the caret pass what is hidden', async () => {
    await open();
    const { reader } = suite;
    await reader.caret(at('in {{').start);
    await reader.press(...Array<string>(6).fill('ArrowRight'));
    expect((await reader.selection()).head).to.be.within(at('Moscow').start, at('Moscow').end);
    await reader.press(...Array<string>(14).fill('ArrowLeft'));
    expect((await reader.selection()).head).to.be.within(1, at('|House').end);
  });

  it('can be taken back', async () => {
    await open();
    await suite.reader.page.evaluate(() => harness.fold([]));
    await eventually(async () => expect(await suite.reader.rows()).to.deep.equal(TEXT.split('\r\n')));
    await eventually(async () =>
      expect(await suite.reader.textBox.innerText()).to.include('{{flagicon|Russia}}'),
    );
  });
});
