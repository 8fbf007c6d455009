import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { SOVINTERN } from '../read/desk.ts';

describe('keys', function () {
  const app = browserSuite(this);

  async function open(path = '/library') {
    const page = await app.newPage();
    await page.goto(app.url + path);
    await page.locator('main h1').first().waitFor();
    return page;
  }

  it('lists in help the keys of the frame and of the screen that is shown', async () => {
    const page = await open();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.waitFor();
    const listed = await page.locator('vr-help .what').allTextContents();
    expect(listed).to.include.members(['Go to Sources', 'Undo', 'Redo', 'Next document']);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
  });

  for (const screen of [
    'library',
    'lists',
    'timeline',
    'coverage',
    'compare',
    'history',
    'sources',
    'conflicts',
    `read/${SOVINTERN}`,
  ]) {
    it(`has no key with two meanings: /${screen.split('/')[0]}`, async () => {
      const page = await app.newPage();
      await page.goto(`${app.url}/${screen}`);
      await page.locator('main').locator('h1, h2, .reader-text').first().waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      const keys = await page.locator('vr-help .stroke:not(.none)').allTextContents();
      expect(keys.length).to.be.above(12);
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).to.eql([]);
    });
  }

  it('leaves keys alone while a field is written in', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Paste text' }).click();
    await page.getByLabel('Text').fill('');
    await page.keyboard.type('g s u ?');
    await eventually(async () => expect(await page.getByLabel('Text').inputValue()).to.equal('g s u ?'));
    expect(new URL(page.url()).pathname).to.equal('/library');
  });

  it('goes by the place of a key where the layout has no Latin letters', async () => {
    const page = await open();
    const press = (key: string, code: string) =>
      page.evaluate(
        ([key, code]) => {
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }));
        },
        [key, code],
      );
    await press('п', 'KeyG');
    await press('ы', 'KeyS');
    await page.waitForURL('**/sources');
  });

  it('does not take the second key of a pair for a command of its own', async () => {
    const page = await open('/sources');
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.waitForURL('**/library');
  });

  it('gives a command another key by pressing it, shows it everywhere, and swaps where it is taken', async () => {
    const page = await open('/sources');
    const row = (label: string) => page.locator('vr-help li', { hasText: label });
    const keysOf = (label: string) => row(label).locator('.stroke').allTextContents();
    await page.keyboard.press('?');
    await page.getByLabel('Find a command or a key').fill('source');
    await row('Next source').getByRole('button', { name: 'Next source: j. Change' }).click();
    await page.getByText('Press the keys …').first().waitFor();
    await page.keyboard.press('k');
    await row('Next source').getByText('k is the key of “Previous source”.').waitFor();
    await page.getByRole('button', { name: 'Swap' }).click();
    await eventually(async () => {
      expect(await keysOf('Next source')).to.eql(['k', '↓']);
      expect(await keysOf('Previous source')).to.eql(['j', '↑']);
    });
    await row('Add a source').getByRole('button', { name: 'Add a source: a. Change' }).click();
    await page.keyboard.press('q');
    await page.keyboard.press('n');
    await eventually(async () => expect(await keysOf('Add a source')).to.eql(['q then n']));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });

    await page.reload();
    await page.locator('main h1').first().waitFor();
    await page.keyboard.press('q');
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'New source' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'New source' }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByRole('button', { name: 'Add a source: reset' }).click();
    await eventually(async () => expect(await keysOf('Add a source')).to.eql(['a']));
    await page.getByRole('button', { name: 'Reset all keys' }).click();
    await eventually(async () => expect(await keysOf('Next source')).to.eql(['j', '↓']));
  });
});
