import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk } from '../read/desk.ts';

const LINES = Array.from({ length: 40 }, (_, i) => `Line ${i + 1} of the report says what everybody knew.\n`);
const BEFORE = ['Luis Pérez Leira opened it on 27 April.\n', ...LINES, 'Babakov closed it.\n'].join('');
const AFTER = BEFORE.replace('Luis', 'Lois')
  .replace('27 April', '27\u00a0April')
  .replace('Line 20 of', 'A line more.\nLine 20 of')
  .replace('Babakov', 'B\u0430bakov');

const went = (page: Page) => page.locator('vr-compare-rows del').allTextContents();
const came = (page: Page) => page.locator('vr-compare-rows ins').allTextContents();

describe('Comparing', function () {
  const app = browserSuite(this);
  let ines: Colleague;
  let id: string;
  let first: string;
  let stays: string;
  let waits: string;

  before(async () => {
    ines = new Colleague(app.url);
    id = await ines.adds('Report', BEFORE);
    stays = await ines.marks(id, 'Line 20', { type: 'statement' });
    waits = await ines.marks(id, 'Luis Pérez Leira');
    const from = await ines.client.getDocument({ params: { id } });
    first = from.object.revisions[0]!.id;
    await ines.client.addRevision({
      params: { id },
      query: {
        ...{ change: randomUUID(), group: randomUUID(), revision: randomUUID(), from: first, by: ines.by },
        ...{ at: new Date().toISOString(), encoding: 'utf-8', label: 'Corrected' },
      },
      body: new TextEncoder().encode(AFTER),
    });
  });

  it('shows two revisions side by side and in one column, with their claims, by keyboard', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await page.getByRole('link', { name: 'Report', exact: true }).focus();
    await page.keyboard.press('c');
    await page.waitForURL('**/compare?*');
    await page.getByText('4 differences').first().waitFor();
    await eventually(async () => {
      expect(await went(page)).to.eql(['Luis', ' ', 'Babakov'].map(words => (words === ' ' ? '␣' : words)));
      expect(await came(page)).to.eql(['Lois', 'NBSP', 'A line more.↵', 'Bаbakov']);
    });
    await page.getByText('“a” is Latin, “а” is Cyrillic').first().waitFor();
    await page.getByText('no-break space (U+00A0) on the right').first().waitFor();
    // A claim whose words both have stands on both sides; one that waits to be placed stands where it stood.
    const beside = (claim: string) => page.locator(`.cmp a[href="/read/${id}/${claim}"]`);
    await eventually(async () => expect(await beside(stays).count()).to.equal(2));
    await eventually(async () => expect(await beside(waits).count()).to.equal(1));
    await eventually(async () => expect(await violations(page)).to.eql([]));

    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.keyboard.press('j');
    await page.locator('.where', { hasText: '3 of 4' }).waitFor();
    await page.locator('ins.at', { hasText: 'A line more.' }).waitFor();
    await page.keyboard.press('p');
    await page.locator('.where', { hasText: '2 of 4' }).waitFor();

    await page.keyboard.press('c');
    await eventually(async () => expect(await went(page)).to.eql(['u', '␣', 'a']));
    await page.waitForURL(/by=character/);
    await page.keyboard.press('i');
    await page.locator('.cmp.inline').waitFor();
    await page.getByRole('button', { name: '15 unchanged lines' }).click();
    await page.locator('.cmp .words', { hasText: 'Line 9 of the report' }).waitFor();

    await page.getByLabel('Right: revision').selectOption({ label: await oldest(page) });
    await page.getByRole('heading', { name: 'The same, byte for byte' }).waitFor();
    await page.goBack();
    await page.getByText('4 differences').first().waitFor();
    await page.goto(`${app.url}/compare?left=${id}&left-revision=${randomUUID()}&right=${id}`);
    await page.getByRole('heading', { name: 'One of these texts is not here' }).waitFor();
  });

  it('compares a passage with another one, chosen while reading', async () => {
    const desk = await ReadDesk.open(app, id);
    const { page } = desk;
    const other = await ines.adds('Other', 'It was Luis Peres who opened it.');
    await desk.select('Lois Pérez');
    await page.keyboard.press('c');
    await page.getByText('Compare “Lois Pérez”').first().waitFor();
    await page.getByRole('combobox', { name: 'Go to a document' }).fill('Other');
    await page.getByRole('option', { name: 'Other' }).click();
    await page.waitForURL(`**/read/${other}**`);
    await page.locator('.reader-text', { hasText: 'It was' }).waitFor();
    await page.locator('.reader-text').focus();
    await desk.select('Luis Peres');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/compare?*');
    await eventually(async () => expect(await came(page)).to.eql(['u', 'e', 's']));
    await page.locator('vr-compare-side').first().getByRole('button', { name: 'Whole text' }).click();
    await page.getByText('Line 2 of the report').first().waitFor();
  });

  it('is one column on a phone', async () => {
    const page = await app.newPage({ width: 390, height: 844, hasTouch: true, isMobile: true });
    await page.goto(`${app.url}/compare?left=${id}&left-revision=${first}&right=${id}`);
    await page.locator('.cmp.inline').waitFor();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    await eventually(async () => expect(await wide()).to.equal(390));
  });
});

/** What the first revision is called in the picker. */
async function oldest(page: Page): Promise<string> {
  const options = await page.getByLabel('Right: revision').locator('option').allTextContents();
  return options.find(words => words.startsWith('Revision 1'))!;
}
