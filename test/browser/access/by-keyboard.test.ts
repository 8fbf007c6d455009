import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { SOVINTERN } from '../read/desk.ts';

const client = fileURLToPath(new URL('../../../../client/', import.meta.url));

interface Listed {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
}

/** Where the pointer is listened to on what is no control, and how the same is done from the keyboard. */
const BY_KEYBOARD: Readonly<Record<string, string>> = {
  'elements/fate-card.ts': 'digits and arrows choose among the places',
  'elements/file-catch.ts': 'files are chosen by a button as well',
  'elements/row-picker.ts': 'Space picks a row, Shift with j and k more of them',
  'elements/toasts.ts': 'a button',
  'palette/palette.ts': 'arrows and Enter choose; Escape closes',
  'panels/columns.ts': 'the separator takes the focus and moves by arrow keys',
  'panels/fate-rows.ts': 'a listbox: arrows, j and k',
  'reader/chooser.ts': 'a listbox: arrows and Enter',
  'reader/claim-hand.ts': 'j and k go to claims, Alt ↓ chooses among them, Enter opens',
  'reader/edges.ts': 'F2 moves the edges of a claim, Shift with arrows those of a selection',
  'reader/fold-hand.ts': 'Enter and Alt Enter open and close what is folded',
  'reader/margin.ts': 'a button',
  'reader/reader.ts': 'only keeps what a press began in mounted',
  'reader/ruler.ts': 'a scrollbar: arrows, Page up and down, Home and End',
  'reader/touch-hand.ts': 'arrows with Shift select',
  'router/router.ts': 'follows links, however they are pressed',
  'screens/compare/difference-ruler.ts': 'n and p go from difference to difference',
  'screens/library/drops.ts': 'files are chosen by a button as well',
  'screens/read/bulk/claim-list.ts': 'a grid: arrows, Space and Enter',
  'screens/read/finder.ts': 'a combobox: arrows and Enter',
  'screens/read/page/page-sheet.ts':
    'the text beside it has the same words: arrows with Shift, j and k, find',
  'screens/read/palette.ts': 'only keeps the selection while a button of the palette is pressed',
  'screens/read/scale-menu.ts': 'a listbox: arrows, digits and Enter',
  'screens/read/screen.ts': 'only waits with the palette until a press is over',
  'screens/read/suggestions/suggestion-list.ts': 'a grid: arrows, Space and Enter',
  'screens/read/suggestions/suggestion-palette.ts':
    'only keeps the caret while a button of the palette is pressed',
  'screens/timeline/figure.ts': 'buttons and keys move and zoom; all it shows stands in a list below',
};

async function pointerFiles(): Promise<string[]> {
  const files = (await readdir(client, { recursive: true })).filter(file => file.endsWith('.ts'));
  const quiet = '(?:div|span|li|tr|td|th|p|section|article|aside|ul|ol|main|i|b|vr-reader)';
  const pressed = '(?:click|pointerdown|dblclick|mousedown|contextmenu|drop|touchstart)';
  const drawn = new RegExp(`<${quiet}\\b(?:[^<>]|=>|<[^a-z/!])*?@${pressed}=`);
  const listened = new RegExp(`addEventListener\\('${pressed}'`);
  const found: string[] = [];
  for (const file of files) {
    const source = await readFile(path.join(client, file), 'utf8');
    if (drawn.test(source) || listened.test(source)) found.push(file.split(path.sep).join('/'));
  }
  return found.sort();
}

describe('every function by keyboard', function () {
  const app = browserSuite(this, { begin: 'example' });

  it('is there wherever the pointer is listened to on what is no control', async () => {
    const found = await pointerFiles();
    expect(found.length).to.be.greaterThan(10);
    expect(found.filter(file => !(file in BY_KEYBOARD))).to.eql([]);
  });

  for (const [name, at, shown] of [
    ['the Library', '/library', 'main h1'],
    ['Read', `/read/${SOVINTERN}`, 'mark.c'],
    ['Conflicts', '/conflicts', '.qi'],
    ['Sources', '/sources', '.tt'],
  ] as const)
    it(`has a key of its own for every command of ${name}, or its place in the command palette`, async () => {
      const page = await app.newPage();
      await page.goto(app.url + at);
      await page.locator(shown).first().waitFor();
      const commands = await page.evaluate(() => {
        const app = document.querySelector('vr-app') as unknown as { commands: { all: readonly Listed[] } };
        const { all } = app.commands;
        return all.map(({ id, label, keys }) => ({ id, label, hasKey: keys.length > 0 }));
      });
      expect(commands.length).to.be.greaterThan(8);
      for (const { label } of commands.filter(({ hasKey }) => !hasKey)) {
        await page.keyboard.press('Control+k');
        const field = page.getByRole('search', { name: /^Find, or say/ }).getByRole('combobox');
        await field.fill(`>${label}`);
        await eventually(async () =>
          expect(await page.getByRole('option', { name: label }).count(), label).to.be.greaterThan(0),
        );
        await page.keyboard.press('Escape');
      }
    });
});
