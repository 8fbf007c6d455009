import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { DeskBuilder } from '../../support/desks/builder.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';
import { BABAKOV, ReadDesk } from '../read/desk.ts';
import { builtDesk } from '../states/built-desk.ts';

describe('Coverage', function () {
  const app = browserSuite(this, { begin: 'seeds', finding: true });

  it('ticks and waives what a text asserts, and says what is in the way of a sign-off', async () => {
    const desk = await ReadDesk.open(app, BABAKOV);
    const { page } = desk;
    await desk.mark('Sergei Mironov', '4');
    await desk.mark('April 27', '6');
    await desk.saved();
    await page.goto(`${app.url}/coverage/${BABAKOV}`);
    const panel = page.getByRole('complementary', { name: 'Sign-off' });
    await panel.getByText('2 claims not ticked').waitFor();
    const sign = panel.getByRole('button', { name: 'Sign off' });
    await eventually(async () => expect(await sign.getAttribute('aria-disabled')).to.equal('true'));
    await eventually(async () => expect(await violations(page)).to.eql([]));

    await page.keyboard.press('j');
    await panel
      .getByRole('heading', { name: 'Sergei Mironov' })
      .or(panel.getByRole('heading', { name: 'April 27' }))
      .waitFor();
    await page.keyboard.press('x');
    await page.locator('mark.t-cover-ticked').waitFor();
    await page.keyboard.press('j');
    await panel.getByText('1 claim not ticked').waitFor();
    await page.locator('mark.focus.t-cover-open').waitFor();
    await page.keyboard.press('w');
    await panel.getByLabel('Why it is not checked').fill('It is the heading only.');
    await page.keyboard.press('Enter');
    await page.locator('mark.t-cover-waived').waitFor();
    await panel.getByRole('heading', { name: 'Waived, with reasons' }).waitFor();
    await panel.getByText('nothing is left to be done').waitFor();
  });

  it('goes where things are settled', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/coverage/${BABAKOV}`);
    const panel = page.getByRole('complementary', { name: 'Sign-off' });
    await panel.getByRole('heading', { name: /Ready to sign off|Signed off/ }).waitFor();
    await page.locator('mark.c').first().click();
    await panel.getByRole('region', { name: 'The claim that is looked at' }).waitFor();
    await page.keyboard.press('o');
    await page.waitForURL(`**/read/${BABAKOV}/**`);
  });
});

describe('Coverage of a text in which nothing is left', function () {
  const words = 'nothing of this was ever written down by anybody';
  const app = builtDesk(this, async folder => {
    const desk = new DeskBuilder(folder);
    const id = await desk.document('Short', `it is said that ${words}.\n`, { language: 'en' });
    await desk.claim(id, 16, 16 + words.length, { type: 'statement' });
    await desk.close();
    return [id];
  });

  it('is signed off in one step with a remark, and taken back in one', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/coverage/${app.documents[0]}`);
    const panel = page.getByRole('complementary', { name: 'Sign-off' });
    await panel.getByText('1 claim not ticked').waitFor();
    await page.keyboard.press('j');
    await panel.getByRole('heading', { name: words }).waitFor();
    await page.keyboard.press('x');
    await panel.getByLabel('Remark, where it needs one').fill('Read twice.');
    await page.keyboard.press('Enter');
    await panel.getByText('Every claim is signed off or waived.').waitFor();
    await page.getByText('All changes saved').waitFor({ state: 'attached' });
    await page.keyboard.press('u');
    await panel.getByRole('button', { name: 'Sign off' }).waitFor();
  });
});
