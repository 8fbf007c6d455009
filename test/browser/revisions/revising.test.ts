import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk } from '../read/desk.ts';
import { saved } from '../saved.ts';

const BEFORE = `The forum met on April 27 in the hall of columns, as was announced in spring.
The doors were open to everybody who had asked for a card in time.
Sergei Mironov opened it with a speech about peace, which is printed elsewhere.
It was founded by five parties.
Nothing else is known of the first day, since no minutes were taken of it.
Alexander Babakov
The second day belonged to the working groups and to the guests from abroad.
See t.me/forum/209 for more.
The evening ended with music and with a declaration that all groups adopted.
Guests from twelve countries had come, and many of them stayed for a third day.
`;
const AFTER = BEFORE.replace('April 27', 'April 26')
  .replace('Sergei', 'Sergey')
  .replace('It was founded by five parties.\n', '')
  .replace('See t.me/forum/209 for more.\n', '')
  .replace('Alexander Babakov\n', '')
  .replace('The doors', 'Alexander Babakov\nThe doors')
  .replace('Guests from', 'Alexander Babakov\nGuests from');

const list = (page: Page) => page.getByRole('grid', { name: 'To be placed' });
const current = (page: Page) => page.locator('.ft-row.on');
const waiting = (page: Page, count: number) =>
  page.locator('vr-placing-list').getByText(`${count} wait`, { exact: false }).waitFor();

/** Drops a file on an element, as a hand would. */
async function drop(page: Page, selector: string, name: string, words: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await page.evaluate(
    ({ selector, name, words }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([words], name, { type: 'text/plain' }));
      const place = document.querySelector(selector)!;
      for (const type of ['dragover', 'drop'])
        place.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    },
    { selector, name, words },
  );
}

describe('a new revision of a text', function () {
  const app = browserSuite(this);
  let ines: Colleague;
  let id: string;

  beforeEach(async () => {
    ines = new Colleague(app.url);
    id = await ines.adds(`Report ${randomUUID().slice(0, 4)}`, BEFORE);
  });

  it('is looked at before it is taken; what waits is placed, drawn anew, retired and brought back by keyboard', async () => {
    const date = await ines.marks(id, 'April 27', { type: 'date', workflow: 'checked', verdict: 'accurate' });
    const person = await ines.marks(id, 'Alexander Babakov');
    const count = await ines.marks(id, 'five parties', { type: 'count' });
    const link = await ines.marks(id, 't.me/forum/209', { type: 'citation' });
    const still = await ines.marks(id, 'working groups', { type: 'organization' });
    const { anchor } = await ines.claim(
      await ines.marks(id, 'Sergei Mironov opened it', { type: 'statement' }),
    );
    await ines.attaches(still, 'The text itself', { passage: anchor, stance: 'mentions' });

    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await drop(page, `tr[data-id="${id}"] .tt`, 'report.txt', AFTER);
    await page.getByRole('heading', { name: /^New revision of/ }).waitFor();
    await page
      .locator('.changes ins', { hasText: 'April 26' })
      .or(page.locator('.changes ins', { hasText: '26' }))
      .first()
      .waitFor();
    await page.getByRole('grid', { name: 'What would wait' }).waitFor();
    await page.getByText('6 wait for you in Read afterwards', { exact: false }).first().waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    // Nothing has changed so far.
    expect((await ines.client.getDocument({ params: { id } })).object.revisions).to.have.length(1);
    await page.getByLabel('What this revision is called').fill('as corrected');
    await page.keyboard.press('Control+Enter');

    await list(page).waitFor();
    await waiting(page, 6);
    await page.locator('.reader-text', { hasText: 'April 26' }).waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    // Its words are others: it is read anew, and what was judged is open again.
    await current(page).filter({ hasText: 'April 27' }).waitFor();
    await page.getByText('It was judged “accurate”', { exact: false }).first().waitFor();
    await page.keyboard.press('Enter');
    await waiting(page, 5);
    await page.locator('mark.c.t-date', { hasText: 'April 26' }).waitFor();
    await saved(page);
    const dated = await ines.claim(date);
    expect([dated.anchor.quote.exact, dated.workflow, dated.verdict]).to.eql(['April 26', 'open', undefined]);

    // Of several places one is chosen before it can be accepted.
    await list(page)
      .getByRole('row', { name: /Alexander Babakov/ })
      .click();
    await page.keyboard.press('Enter');
    await page.getByText('Choose the place first: 1 … 2').first().waitFor();
    await page.keyboard.press('2');
    await page.locator('.candidates [aria-checked=true]', { hasText: 'Guests from' }).waitFor();
    await page.keyboard.press('Enter');
    await waiting(page, 4);

    await list(page).getByRole('row', { name: /t\.me/ }).click();
    await page.keyboard.press('x');
    await page.getByLabel('Why it is retired').fill('The link was withdrawn');
    await page.keyboard.press('Enter');
    await waiting(page, 3);

    await list(page)
      .getByRole('row', { name: /five parties/ })
      .click();
    await page.keyboard.press('r');
    await page.getByText('Place “five parties” anew').first().waitFor();
    const desk = new ReadDesk(page, app.url);
    await desk.select('working groups');
    await page.keyboard.press('Enter');
    await waiting(page, 2);

    await list(page)
      .getByRole('row', { name: /Sergei Mironov.*evidence/ })
      .click();
    await page.keyboard.press('q');
    await page.locator('vr-placing-list').getByText('1 waits').waitFor();
    await page.keyboard.press('u');
    await waiting(page, 2);
    await page.keyboard.press('Shift+U');
    await page.locator('vr-placing-list').getByText('1 waits').waitFor();
    await saved(page);

    expect((await ines.claim(person)).anchor.quote.suffix).to.match(/^\nGuests from/);
    expect((await ines.claim(count)).anchor.quote.exact).to.equal('working groups');
    expect((await ines.claim(still)).evidence[0]!.asQuoted).to.equal(true);

    // It is all there after a reload, and what was retired can be brought back: it waits again.
    await page.reload();
    await page.getByRole('tab', { name: 'To place 1' }).waitFor();
    await list(page).waitFor();
    await page.getByRole('button', { name: 'Retired' }).click();
    await page.getByText('The link was withdrawn').first().waitFor();
    await page.getByRole('button', { name: /^Bring back: t\.me/ }).click();
    await page.getByRole('tab', { name: 'To place 2' }).waitFor();
    await saved(page);
    const { claims } = await ines.client.listClaims({ query: { ids: link } });
    expect(claims[0]!.removed).to.equal(undefined);
  });

  it('shows in other windows at once, and the text goes back by a further revision', async () => {
    const date = await ines.marks(id, 'April 27', { type: 'date', workflow: 'checked', verdict: 'accurate' });
    await ines.marks(id, 'second day', { type: 'count' });
    const other = await ReadDesk.open(app, id);
    await other.marks('April 27').waitFor();

    const page = await app.newPage({ allow: [/status of 409/] });
    await page.goto(`${app.url}/documents/${id}/revise?from=words`);
    await page.getByRole('textbox', { name: 'Text' }).fill(AFTER);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('1 waits for you in Read afterwards', { exact: false }).first().waitFor();

    // Somebody else was quicker: what this one would change is looked at again.
    const from = (await ines.client.getDocument({ params: { id } })).object.revisions.at(-1)!.id;
    const ids = { change: randomUUID(), group: randomUUID(), revision: randomUUID() };
    await ines.client.addRevision({
      params: { id },
      query: { ...ids, from, by: 'Ines', at: new Date().toISOString(), encoding: 'utf-8' },
      body: new TextEncoder().encode(`A note.\n${BEFORE}`),
    });
    await other.page.getByText('Ines took in a new revision', { exact: false }).first().waitFor();
    await other.page.locator('.reader-text', { hasText: 'A note.' }).waitFor();
    await other.marks('April 27').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Somebody else has taken in a revision meanwhile.').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await list(page).waitFor();
    await other.marks('April 27').waitFor({ state: 'detached' });
    await other.page.getByRole('button', { name: '1 to place' }).click();
    await list(other.page)
      .getByRole('row', { name: /April 27/ })
      .waitFor();

    await page.keyboard.press('u');
    await page.getByRole('heading', { name: /^Back to a former revision/ }).waitFor();
    await page.getByText('Everything goes along with the text', { exact: false }).first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('mark.c.t-date', { hasText: 'April 27' }).waitFor();
    await other.marks('April 27').waitFor();
    const { object } = await ines.client.getDocument({ params: { id } });
    expect(object.revisions).to.have.length(4);
    expect(object.revisions[3]!.sha256).to.equal(object.revisions[1]!.sha256);
    expect((await ines.claim(date)).verdict).to.equal('accurate');
  });
});
