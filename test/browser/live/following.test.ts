import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { startTestServer } from '../../support/server.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { ConflictDesk } from '../conflicts/desk.ts';
import { eventually } from '../eventually.ts';
import { SOVINTERN } from '../read/desk.ts';
import { saved } from '../saved.ts';
import { othersIn, pageOf, readerOf, whereabouts } from './people.ts';

describe('what others do', function () {
  const app = browserSuite(this);
  let li: Colleague;

  before(() => {
    li = new Colleague(app.url, 'Li');
  });

  it('shows in the text, the inspector and the counts a moment later, and moves nothing under the hands', async () => {
    const marta = await readerOf(app, 'Marta', SOVINTERN);
    const ines = await readerOf(app, 'Ines', SOVINTERN);
    await othersIn(marta.page).getByRole('link', { name: 'Ines' }).waitFor();
    await ines.mark('Luis Pérez Leira', '4');
    const mark = marta.marks('Luis Pérez Leira');
    await mark.first().waitFor();
    const counted = marta.page.getByRole('complementary', { name: 'Contents and filters' });
    await counted.getByText('Person').first().waitFor();
    await mark.first().click();
    await marta.inspector.getByText('Ines is here too').waitFor();
    await marta.page.keyboard.press('m');
    await marta.inspector.getByLabel('Note', { exact: true }).fill('Half a thought');
    const before = await whereabouts(marta.page);
    await ines.page.keyboard.press('m');
    await ines.page.keyboard.type('As in the register.');
    await ines.page.keyboard.press('Enter');
    await marta.inspector.getByText('As in the register.').waitFor();
    await marta.inspector.getByText(/Changed by .?Ines.? just now/).waitFor();
    expect(await whereabouts(marta.page)).to.eql(before);
    expect(await marta.inspector.getByLabel('Note', { exact: true }).inputValue()).to.equal('Half a thought');
    await marta.page.keyboard.press('Enter');
    await ines.inspector.getByText('Half a thought').waitFor();
    await marta.page.keyboard.press('m');
    const note = marta.inspector.getByLabel('Note', { exact: true });
    await note.fill('Nearly too late');
    await ines.page.keyboard.press('Delete');
    await mark.first().waitFor({ state: 'detached' });
    await marta.inspector.getByText('has removed this claim').waitFor();
    expect(await note.inputValue()).to.equal('Nearly too late');
    await marta.page.getByRole('button', { name: 'Bring it back' }).click();
    await mark.first().waitFor();
    await note.press('Enter');
    await marta.inspector.getByText('Nearly too late').waitFor();
    await ines.marks('Luis Pérez Leira').first().waitFor();
  });

  it('shows on every screen: documents and their counts, conflicts and decisions, sources', async () => {
    const library = await pageOf(app, 'Marta');
    await library.goto(`${app.url}/library`);
    await library
      .getByRole('link', { name: /Sovintern/ })
      .first()
      .waitFor();
    const id = await li.adds('A late report', 'Luis spoke. Lois spoke.');
    const row = library.locator('[data-row], tr, li').filter({ hasText: 'A late report' }).first();
    await row.waitFor();
    const luis = await li.marks(id, 'Luis');
    const lois = await li.marks(id, 'Lois');
    await eventually(async () => expect(await row.innerText()).to.match(/\b2\b/));

    const desk = await ConflictDesk.open(app);
    const conflictId = await li.raises([
      { value: 'Luis', claimIds: [luis] },
      { value: 'Lois', claimIds: [lois] },
    ]);
    await desk.rows.filter({ hasText: 'Luis / Lois' }).waitFor();
    await desk.goTo(conflictId);
    await desk.reason.fill('Half a reason');
    await li.raises(
      [
        { value: 'More important', claimIds: [luis] },
        { value: 'than that', claimIds: [lois] },
      ],
      { severity: 'high' },
    );
    await desk.rows.filter({ hasText: 'More important' }).waitFor();
    expect(await desk.heading.innerText()).to.equal('Luis / Lois');
    expect(await desk.reason.inputValue()).to.equal('Half a reason');
    await li.does({
      kind: 'conflict',
      objectId: conflictId,
      operation: { op: 'set', values: { severity: 'low' } },
    });
    await desk.page
      .getByText(/Changed by .?Li.? just now/)
      .first()
      .waitFor();
    expect(await desk.reason.inputValue()).to.equal('Half a reason');

    await li.does({
      kind: 'conflict',
      objectId: conflictId,
      operation: { op: 'set', values: { state: 'settled' } },
    });
    await desk.page.getByText('It was decided while you were writing').first().waitFor();
    await desk.page.getByText('Half a reason').first().waitFor();

    const sources = await pageOf(app, 'Marta');
    await sources.goto(`${app.url}/sources`);
    await li.attaches(luis, 'The register of 2026');
    await sources.getByText('The register of 2026').first().waitFor();
  });

  it('is told again after the server was gone, and nothing of it is missed', async function () {
    this.timeout(120_000);
    const marta = await readerOf(app, 'Marta', SOVINTERN, '', {
      allow: [/Failed to load resource|ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY/],
    });
    await li.marks(SOVINTERN, 'House of the Trade Unions');
    await marta.marks('House of the Trade Unions').first().waitFor();
    const { port } = new URL(app.url);
    await app.server.crash();
    await marta.mark('27 April 2026', '6');
    const again = await startTestServer({ data: app.server.data, args: ['--port', port] });
    try {
      await li.marks(SOVINTERN, 'Sergey Mironov');
      await marta.marks('Sergey Mironov').first().waitFor();
      await saved(marta.page);
      await li.marks(SOVINTERN, 'A Just Russia');
      await marta.marks('A Just Russia').first().waitFor();
    } finally {
      await again.close();
    }
  });
});
