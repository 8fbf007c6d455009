import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { SOVINTERN } from '../read/desk.ts';
import { Colleague, create } from './colleague.ts';
import { ConflictDesk, luisAndLois } from './desk.ts';

describe('the queue of conflicts', function () {
  const app = browserSuite(this);
  let ines: Colleague;
  const conflicts: Record<string, string> = {};
  let claims: string[];

  before('raises conflicts', async () => {
    ines = new Colleague(app.url);
    claims = [
      await ines.marks(SOVINTERN, 'Luis Pérez Leira'),
      await ines.marks(SOVINTERN, 'Lois Pérez Leira'),
      await ines.marks(SOVINTERN, 'over 15', { type: 'count' }),
    ];
    const sides = [
      { value: 'Luis', claimIds: [claims[0]!] },
      { value: 'Lois', claimIds: [claims[1]!] },
    ];
    for (const [title, severity, day] of [
      ['Low, old', 'low', 1],
      ['High, new', 'high', 5],
      ['High, old', 'high', 2],
      ['Medium', 'medium', 3],
      ['Low, new', 'low', 4],
    ] as const) {
      const raisedAt = `2026-05-0${day}T10:00:00.000Z`;
      conflicts[title] = await ines.raises(sides, { title, severity, raisedAt });
    }
  });

  it('stands in the order of what matters, and in others when asked', async () => {
    const desk = await ConflictDesk.open(app);
    await desk.rows.first().waitFor();
    await eventually(async () =>
      expect(await desk.titles()).to.eql(['High, old', 'High, new', 'Medium', 'Low, old', 'Low, new']),
    );
    await desk.queue.getByLabel('Order').selectOption('newest');
    await eventually(async () =>
      expect(await desk.titles()).to.eql(['High, new', 'Low, new', 'Medium', 'High, old', 'Low, old']),
    );
    await desk.queue.getByLabel('Order').selectOption('oldest');
    await eventually(async () =>
      expect(await desk.titles()).to.eql(['Low, old', 'High, old', 'Medium', 'Low, new', 'High, new']),
    );
    await desk.queue.getByRole('heading', { name: '5 open' }).waitFor();
  });

  it('shows the first, and walks with j and k to its ends', async () => {
    const desk = await ConflictDesk.open(app);
    await desk.shows('High, old');
    await desk.page.keyboard.press('k');
    await desk.shows('High, old');
    for (const title of ['High, new', 'Medium', 'Low, old', 'Low, new']) {
      await desk.page.keyboard.press('j');
      await desk.shows(title);
      await eventually(async () =>
        expect(await desk.queue.locator('[aria-current=true] .v').textContent()).to.equal(title),
      );
    }
    await desk.page.keyboard.press('j');
    await desk.shows('Low, new');
    await desk.page.keyboard.press('k');
    await desk.shows('Low, old');
    expect(new URL(desk.page.url()).pathname).to.equal(`/conflicts/${conflicts['Low, old']}`);
  });

  it('says which keys work here', async () => {
    const desk = await ConflictDesk.open(app);
    await desk.rows.first().waitFor();
    await desk.page.keyboard.press('?');
    const keys = desk.page.locator('vr-help');
    for (const words of ['Next conflict', 'Previous conflict', 'Open the passage'])
      await keys.getByText(words).waitFor();
  });

  it('opens a conflict by its address, and says so where there is none', async () => {
    const desk = await ConflictDesk.open(app, conflicts.Medium);
    await desk.shows('Medium');
    for (const id of ['01900000-0000-7000-8000-00000000ffff', 'nonsense']) {
      await desk.goTo(id);
      await desk.page.getByText('This conflict is not here').first().waitFor();
      await desk.rows.first().waitFor();
    }
    await desk.page.keyboard.press('j');
    await desk.shows('High, old');
  });

  it('goes on to the next when one is decided, and shows the settled ones when asked', async () => {
    const desk = await ConflictDesk.open(app);
    const { page } = desk;
    await desk.shows('High, old');
    await page.keyboard.press('5');
    await page.locator('textarea.rs:focus').waitFor();
    await page.keyboard.type('Not worth it.');
    await page.keyboard.press('Control+Enter');
    await desk.shows('High, new');
    await desk.queue.getByRole('heading', { name: '4 open' }).waitFor();
    await page.keyboard.press('j');
    await desk.shows('Medium');
    await desk.queue.getByLabel('Show').selectOption('settled');
    await eventually(async () => expect(await desk.titles()).to.eql(['High, old']));
    await desk.rows.first().getByText('settled by Guest').waitFor();
    await desk.queue.getByLabel('Show').selectOption('all');
    await eventually(async () =>
      expect(await desk.titles()).to.eql(['High, new', 'Medium', 'Low, old', 'Low, new', 'High, old']),
    );
    await desk.saved();
  });

  it('brings a settled one back when evidence is added to a side', async () => {
    const { conflict, luis } = await luisAndLois(ines, 'Comes back');
    const desk = await ConflictDesk.open(app, conflict);
    const { page } = desk;
    await page.keyboard.press('6');
    await page.locator('textarea.rs:focus').waitFor();
    await page.keyboard.type('Nothing to go by.');
    await page.keyboard.press('Control+Enter');
    await desk.queue.getByRole('link', { name: 'Comes back' }).waitFor({ state: 'detached' });
    await desk.saved();
    await ines.attaches(luis, 'A register of names');
    await desk.goTo();
    const row = desk.rows.first();
    await row.getByText('Came back').waitFor();
    await eventually(async () => expect(await row.locator('.v').textContent()).to.equal('Comes back'));
    await row.click();
    await desk.record
      .getByText('Since this was decided, side A has new evidence, “A register of names”, from Ines.')
      .waitFor();
    await desk.queue.getByText('1 came back').waitFor();
    await desk.side('A').locator('.ev', { hasText: 'A register of names' }).waitFor();
  });

  it('stands by a conflict whose claim was removed', async () => {
    const gone = await ines.marks(SOVINTERN, 'Telesur', { type: 'organization' });
    const conflict = await ines.raises(
      [
        { value: 'Telesur', claimIds: [gone] },
        { value: 'TeleSUR', claimIds: [claims[0]!] },
      ],
      { title: 'One side gone' },
    );
    await ines.does({ kind: 'claim', objectId: gone, operation: { op: 'remove' } });
    const desk = await ConflictDesk.open(app, conflict);
    await desk.shows('One side gone');
    await desk.side('A').getByText('1 place was removed').waitFor();
    await desk.page.keyboard.press('o');
    await desk.page.waitForURL(`**/read/${SOVINTERN}/${claims[0]}`);
    await desk.goTo(conflict);
    await desk.page.keyboard.press('5');
    await desk.page.locator('textarea.rs:focus').waitFor();
    await desk.page.keyboard.type('One of them is gone.');
    await desk.page.keyboard.press('Control+Enter');
    await desk.saved();
    expect((await ines.conflictNow(conflict)).state).to.equal('settled');
  });

  it('holds three sides and more next to one another', async () => {
    const values = ['Đenić', 'Djenić', 'DJENIC', 'Denić', 'Джение'];
    const conflict = await ines.raises(
      values.map(value => ({ value, claimIds: [claims[0]!] })),
      { title: 'Five forms' },
    );
    const desk = await ConflictDesk.open(app, conflict);
    for (const [i, letter] of ['A', 'B', 'C', 'D', 'E'].entries())
      await eventually(async () =>
        expect(await desk.side(letter).locator('.big').innerText()).to.equal(values[i]),
      );
    await desk.page.keyboard.press('1');
    await eventually(async () =>
      expect(
        await desk.bar.getByRole('radiogroup', { name: 'Which side' }).getByRole('radio').count(),
      ).to.equal(5),
    );
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.type('It is written so in his passport.');
    await desk.page.keyboard.press('Control+Enter');
    await desk.saved();
    const { decisions, sides } = await ines.conflictNow(conflict);
    expect(sides.map(side => side.id)).to.include(decisions[0]!.sideId);
    const marks = (await ines.claim(claims[0]!)).settled.filter(mark => mark.conflictId === conflict);
    expect(marks, 'a claim of all sides is marked once').to.have.length(1);
  });

  it('draws only what can be seen of a thousand', async () => {
    const sides = [
      { value: 'Luis', claimIds: [claims[0]!] },
      { value: 'Lois', claimIds: [claims[1]!] },
    ];
    for (let batch = 0; batch < 4; batch++) {
      const drafts = Array.from({ length: 250 }, (_, i) =>
        create(
          'conflict',
          ines.conflict(sides, {
            title: `Number ${batch * 250 + i}`,
            severity: 'low',
            raisedAt: '2026-06-01T10:00:00.000Z',
          }),
        ),
      );
      await ines.does(...drafts);
    }
    const desk = await ConflictDesk.open(app);
    await desk.rows.first().waitFor();
    await desk.queue.getByRole('heading', { name: /^1,?0\d\d open/ }).waitFor();
    await eventually(async () =>
      expect(
        await desk.queue.locator('.scroll').evaluate(list => list.scrollTop),
        'begins at the top',
      ).to.equal(0),
    );
    await eventually(async () => expect(await desk.rows.count()).to.be.below(60));
    await desk.queue.locator('.scroll').evaluate(list => list.scrollTo(0, list.scrollHeight));
    await desk.queue.getByText('Number 999').waitFor();
    await eventually(async () => expect(await desk.rows.count()).to.be.below(60));
    await desk.queue.getByText('Number 999').click();
    await desk.shows('Number 999');
    await desk.page.keyboard.press('k');
    await desk.shows('Number 998');
    await desk.queue.locator('[aria-current=true]', { hasText: 'Number 998' }).waitFor();
  });
});

describe('an empty Conflicts screen', function () {
  const app = browserSuite(this);

  it('says how a conflict is raised', async () => {
    const desk = await ConflictDesk.open(app);
    await desk.page.getByRole('heading', { name: 'Nothing disagrees yet' }).waitFor();
    await desk.page.getByRole('link', { name: 'Open a text' }).click();
    await desk.page.waitForURL('**/library');
  });

  it('says so when the last one is settled', async () => {
    const ines = new Colleague(app.url);
    await luisAndLois(ines);
    const desk = await ConflictDesk.open(app);
    await desk.page.keyboard.press('2');
    await desk.page.locator('textarea.rs:focus').waitFor();
    await desk.page.keyboard.type('Both are his.');
    await desk.page.keyboard.press('Control+Enter');
    await desk.queue.getByRole('heading', { name: '0 open' }).waitFor();
    await desk.saved();
    await desk.goTo();
    await desk.page.getByText('Nothing is open').first().waitFor();
  });
});
