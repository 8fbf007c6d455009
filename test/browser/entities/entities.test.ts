import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk, SOVINTERN } from '../read/desk.ts';

describe('entities', function () {
  const app = browserSuite(this);

  it('are named from a claim by typing, found by the palette, and seen with their forms and claims', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page, inspector } = desk;
    await desk.mark('Luis Pérez Leira', '4');
    await page.keyboard.press('b');
    const field = inspector.getByRole('combobox', { name: 'Who or what it names' });
    await field.waitFor();
    await field.click();
    await inspector
      .getByRole('option', { name: /^Luis Pérez Leira/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await inspector.getByRole('link', { name: 'Luis Pérez Leira' }).waitFor();

    await desk.mark('Lois Pérez Leira', '4');
    await page.keyboard.press('b');
    await field.fill('lui per');
    await inspector.getByRole('option', { name: 'Luis Pérez Leira', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await desk.row('Entity').getByText('2 forms').waitFor();
    await desk.saved();

    await page.keyboard.press('Control+k');
    const palette = page.getByRole('search', { name: /^Find, or say/ });
    await palette.getByRole('combobox').fill('@lois');
    await palette.getByRole('option', { name: /Luis Pérez Leira/ }).waitFor();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Entity' });
    await panel.getByRole('heading', { name: 'Luis Pérez Leira' }).waitFor();
    await panel.getByText('Named by 2 claims').waitFor();
    await panel.getByRole('link', { name: /Lois Pérez Leira/ }).waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));

    await panel.locator('.forms li', { hasText: 'Lois' }).getByRole('button', { name: 'Prefer' }).click();
    await panel.getByRole('heading', { name: 'Lois Pérez Leira' }).waitFor();
    await page.keyboard.press('u');
    await panel.getByRole('heading', { name: 'Luis Pérez Leira' }).waitFor();
    await panel.getByRole('button', { name: 'Remove entity' }).click();
    await page.getByRole('heading', { name: 'Nobody is named yet' }).waitFor();
    await page.keyboard.press('u');
    await page.getByRole('link', { name: 'Luis Pérez Leira' }).waitFor();
  });

  it('come of a decision that several forms are one, in the same gesture', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page, inspector } = desk;
    await desk.mark('A Just Russia', '5');
    await desk.mark('Soviet International', '5');
    await page.keyboard.press('f');
    await inspector.getByRole('combobox', { name: 'Which claim disagrees?' }).fill('A Just Russia');
    await inspector
      .getByRole('option', { name: /A Just Russia/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await inspector.getByRole('button', { name: /Raise/ }).click();
    await desk.saved();
    await inspector.getByText(/Conflict raised: /).waitFor();
    await page.keyboard.press('o');
    await page.waitForURL('**/conflicts/*');
    const reason = page.getByRole('textbox', { name: /Reason/ });
    await reason.waitFor();
    await page.keyboard.press('3');
    await reason.fill('One and the same.');
    await page.keyboard.press('Control+Enter');
    await desk.saved();
    await page.goto(`${app.url}/entities`);
    const row = page.locator('.entity-table tr', { hasText: 'A Just Russia' });
    await row.getByText('Organization').waitFor();
    await row.locator('td.n', { hasText: '2' }).waitFor();
    await row.filter({ hasText: 'Soviet International' }).waitFor();
  });
});
