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
    const listed = await page.locator('vr-help dt').allTextContents();
    expect(listed).to.include.members(['Go to Sources', 'Undo', 'Redo', 'Next document']);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
  });

  for (const screen of ['library', 'sources', 'conflicts', `read/${SOVINTERN}`]) {
    it(`has no key with two meanings: /${screen.split('/')[0]}`, async () => {
      const page = await app.newPage();
      await page.goto(`${app.url}/${screen}`);
      await page.locator('main').locator('h1, h2, .reader-text').first().waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      const keys = await page.locator('vr-help .stroke').allTextContents();
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
});
