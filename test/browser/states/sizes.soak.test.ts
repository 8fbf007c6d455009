import { expect } from 'chai';
import { buildSized } from '../../support/desks/sized.ts';
import { eventually } from '../eventually.ts';
import { builtDesk } from './built-desk.ts';

const MANY = { documents: 1001, claims: 2, sources: 1001, conflicts: 1001 };

describe('a desk of a thousand of everything', function () {
  const app = builtDesk(this, folder => buildSized(folder, MANY));

  it('lists all of it and draws what can be seen', async () => {
    const page = await app.newPage();
    const tables = [
      ['/library', 'vr-document-table tbody tr', 'table'],
      ['/sources', 'vr-source-table tbody tr', 'table'],
    ] as const;
    for (const [path, rows, table] of tables) {
      await page.goto(app.url + path);
      await page.locator(rows).first().waitFor();
      await eventually(async () => expect(await page.locator(rows).count()).to.be.within(8, 120));
      await eventually(async () =>
        expect(await page.locator(table).first().getAttribute('aria-rowcount')).to.equal('1002'),
      );
      await page.locator('[data-scroller]').evaluate(scroller => {
        scroller.scrollTop = scroller.scrollHeight;
      });
      await page.locator(`${rows}[aria-rowindex="1002"]`).waitFor();
    }
    await page.goto(`${app.url}/conflicts`);
    await page.getByRole('heading', { name: '1,001 open' }).waitFor();
    await eventually(async () => expect(await page.locator('.qi').count()).to.be.within(5, 80));
    await page.locator('.queue .scroll').evaluate(scroller => {
      scroller.scrollTop = scroller.scrollHeight;
    });
    await page.locator('[aria-posinset="1001"]').waitFor();
    // The little room beside the icon does not hold four digits; who hears the page hears all of them.
    await page.locator('.rail .badge').getByText('999+').waitFor();
    await page.locator('.rail .badge').getByText('1,001 open conflicts').waitFor({ state: 'attached' });
  });
});

describe('a desk of one of everything', function () {
  const app = builtDesk(this, folder =>
    buildSized(folder, { documents: 1, claims: 2, sources: 1, conflicts: 1 }),
  );

  it('counts one as one', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await page.getByText('1 document', { exact: true }).first().waitFor();
    await page.goto(`${app.url}/conflicts`);
    await page.getByRole('heading', { name: '1 open' }).waitFor();
    await page.locator('.qi').getByText('2 places').waitFor();
    await page
      .getByRole('region', { name: 'Side A' })
      .getByText('1 place', { exact: false })
      .first()
      .waitFor();
    await page.goto(`${app.url}/sources`);
    await page.locator('vr-source-table .tt').click();
    await page.getByRole('heading', { name: 'Cited by 1 claim' }).waitFor();
  });
});
