import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';

const HARBOUR = `{{Infobox organization |name=The Harbour League |website=https://harbour-league.org }}
The league has two ports.<ref name=“own”>{{cite web |url=https://harbour-league.org/ports |title=Our ports |date=2019-05-12 |language=en}}</ref>
It met in May.<ref>{{cite web |url=https://daily.example.net/met |title=A meeting |date=2019-05-41 |language=en}}</ref>
`;

describe('what is wrong with sources', function () {
  const app = browserSuite(this, { begin: 'nothing', finding: true });

  before('a text with broken references is added, and sources', async () => {
    const colleague = new Colleague(app.url);
    await colleague.adds('The Harbour League', HARBOUR, 'text/x-wiki');
    for (const [title, URL] of [
      ['Our ports', 'https://harbour-league.org/ports'],
      ['Our members', 'https://www.harbour-league.org/members'],
      ['A meeting', 'https://daily.example.net/met'],
    ]) {
      const id = randomUUID();
      const value = { id, csl: { type: 'webpage', title, URL } } as never;
      await colleague.does({ kind: 'source', objectId: id, operation: { op: 'create', value } });
    }
  });

  const row = (page: Page, words: RegExp) => page.locator('vr-defect-row', { hasText: words });

  async function open(path: string, options: Parameters<typeof app.newPage>[0] = {}): Promise<Page> {
    const page = await app.newPage(options);
    await page.goto(app.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  it('is listed by document with repair, place and a way to the conflict, and as a diff of them all', async () => {
    const page = await open('/sources?show=defects');
    await page.getByRole('heading', { level: 2, name: 'The Harbour League' }).waitFor();
    const curly = row(page, /curly quotation marks/);
    await curly.locator('ins', { hasText: 'name="own"' }).waitFor();
    await curly.locator('.at a').first().waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: /^Copy \d+ repairs? as a diff$/ }).click();
    await page
      .getByText(/^Copied \d+ repairs?\./)
      .first()
      .waitFor();
    const patch = await page.evaluate(() => navigator.clipboard.readText());
    expect(patch)
      .to.match(/^Index: The Harbour League/)
      .and.include('+');
    await page.getByRole('button', { name: 'By origin' }).click();
    await page.getByRole('heading', { level: 2, name: 'harbour-league.org' }).waitFor();
    await page.waitForURL(/by=origin/);
    await curly.getByRole('link', { name: /^Open in Conflicts/ }).click();
    await page.waitForURL(/\/conflicts\/found-/);
    await page.getByRole('heading', { name: 'Smallest repair' }).waitFor();
  });

  it('is dismissed with a reason by the keyboard, and comes back with undo', async () => {
    const page = await open('/sources');
    await page.getByRole('link', { name: 'A meeting' }).waitFor();
    await page.keyboard.press('d');
    const curly = row(page, /curly quotation marks/);
    await curly.getByRole('button', { name: /^Not a defect/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('The wiki mends it.');
    await page.keyboard.press('Enter');
    await curly.waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await curly.waitFor();
  });

  it('is seen with who rests on whom: the subject’s own site is named, and can be looked at alone', async () => {
    const page = await open('/sources', { width: 390, height: 844 });
    const lineage = page.getByRole('region', { name: 'Who rests on whom' });
    const own = lineage.getByRole('button', { name: /harbour-league\.org.*its own site/ });
    await own.click();
    await page.waitForURL(/origin=harbour-league\.org/);
    await page.getByRole('link', { name: 'A meeting' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Our members' }).waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.getByRole('button', { name: 'Only from harbour-league.org' }).click();
    await page.getByRole('link', { name: 'A meeting' }).waitFor();
  });
});
