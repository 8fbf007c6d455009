import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';
import { Colleague } from './colleague.ts';
import { ConflictDesk } from './desk.ts';

const ALLIANCE = `== Members ==
The alliance has more than 40 member parties. These parties have joined the alliance:
* Green Future Party
* Workers' Union of Norrland
* Coastal People's Party
* Democratic Renewal Movement

== Speakers ==
The meeting opened on 31 April 2019. Speakers included Katarina Holmqvist and Lars Edvinsson.
On 12 May 2019 Katarina Holmquist spoke to the press.<ref name=“press”>{{cite web |url=https://example.org/press |title=At the press |date=2019-05-12 |language=en}}</ref>
`;

describe('what rules find', function () {
  const app = browserSuite(this, { begin: 'nothing', finding: true });
  let desk: ConflictDesk;

  before('a text that contradicts itself is added', async () => {
    await new Colleague(app.url).adds('An alliance', ALLIANCE, 'text/x-wiki');
  });

  const row = (words: RegExp) => desk.queue.getByRole('link', { name: words });

  it('comes into the queue by itself, with grounds and places, and is decided like any conflict, as one step', async () => {
    desk = await ConflictDesk.open(app);
    const { page } = desk;
    await row(/Holmqvist/).click();
    await page.getByText('found by the rule name-variant').first().waitFor();
    await desk.side('A').locator('.psg', { hasText: 'Holmqvist' }).first().waitFor();
    await desk.side('B').locator('.psg', { hasText: 'Holmquist' }).first().waitFor();
    await page.getByRole('heading', { name: 'Speaks for a conflict' }).waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.keyboard.press('3');
    await desk.reason.fill('One speaker, spelt twice.');
    await page.keyboard.press('Control+Enter');
    await row(/Holmqvist/).waitFor({ state: 'detached' });
    // Claims, conflict, decision and entity came as one step and go as one.
    await page.keyboard.press('u');
    await row(/Holmqvist.*found by a rule/).waitFor();
    await page.keyboard.press('Shift+u');
    await row(/Holmqvist/).waitFor({ state: 'detached' });
    await desk.saved();
    await page.goto(`${app.url}/conflicts?show=settled`);
    await row(/Holmqvist.*settled by/).click();
    await desk.record.getByText('One speaker, spelt twice.').waitFor();
    await desk.side('A').locator('.psg a[href*="/read/"]').first().waitFor();
  });

  it('is narrowed by severity, kind and rule, kept in the address', async () => {
    desk = await ConflictDesk.open(app);
    const { page } = desk;
    await row(/curly quotation marks/).waitFor();
    await desk.queue.getByLabel('Kind').selectOption('count-mismatch');
    await row(/curly quotation marks/).waitFor({ state: 'detached' });
    await row(/more than 40/).waitFor();
    await page.waitForURL(/kind=count-mismatch/);
    await page.reload();
    await row(/more than 40/).waitFor();
    await eventually(async () => expect(await desk.rows.count()).to.equal(1));
    await desk.queue.getByLabel('Kind').selectOption('');
    await desk.queue.getByLabel('Rule').selectOption('impossible-date');
    await eventually(async () => expect(await desk.rows.count()).to.equal(1));
    await desk.queue.getByLabel('Rule').selectOption('');
    await desk.queue.getByLabel('Severity').selectOption('all');
  });

  it('shows the smallest repair of a defect', async () => {
    desk = await ConflictDesk.open(app);
    await row(/curly quotation marks/).click();
    await desk.page.getByRole('heading', { name: 'Smallest repair' }).waitFor();
    await desk.page.locator('.repair ins', { hasText: 'name="press"' }).waitFor();
  });

  it('stays away once several are dismissed with a reason, and comes back with undo', async () => {
    desk = await ConflictDesk.open(app);
    const { page } = desk;
    await row(/more than 40/).waitFor();
    const select = async (words: RegExp) => {
      await row(words).hover();
      await desk.queue.getByRole('checkbox', { name: words }).check();
    };
    await select(/more than 40/);
    await select(/curly quotation marks/);
    await desk.queue.getByLabel('Why none of them is a conflict').fill('Known to the desk.');
    await desk.queue.getByRole('button', { name: 'Not a conflict' }).click();
    await row(/more than 40/).waitFor({ state: 'detached' });
    await row(/curly quotation marks/).waitFor({ state: 'detached' });
    await desk.saved();
    await page.reload();
    await row(/31 April/).waitFor();
    expect(await row(/more than 40/).count()).to.equal(0);
    await desk.queue.getByLabel('Show').selectOption('dismissed');
    const dismissed = desk.queue.getByRole('listitem').filter({ hasText: 'more than 40' });
    await dismissed.getByText('Known to the desk.').waitFor();
    await dismissed.getByRole('button', { name: /^Bring back/ }).click();
    await dismissed.waitFor({ state: 'detached' });
    await desk.queue.getByLabel('Show').selectOption('open');
    await row(/more than 40/).waitFor();
  });
});
