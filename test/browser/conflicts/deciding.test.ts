import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { SOVINTERN } from '../read/desk.ts';
import { Colleague } from './colleague.ts';
import { ConflictDesk, luisAndLois } from './desk.ts';

describe('deciding a conflict', function () {
  const app = browserSuite(this);
  let ines: Colleague;

  before(() => {
    ines = new Colleague(app.url);
  });

  it('marks the letters in which the sides differ, and shows passages, evidence and grounds', async () => {
    const { conflict, lois } = await luisAndLois(ines);
    await ines.attaches(lois, 'El retorno de la esperanza', { quote: 'Por Lois Pérez Leira', fit: 'states' });
    const desk = await ConflictDesk.open(app, conflict);
    await eventually(async () => expect(await desk.side('A').locator('.dx').allTextContents()).to.eql(['u']));
    await eventually(async () => expect(await desk.side('B').locator('.dx').allTextContents()).to.eql(['o']));
    await desk.side('A').locator('.psg', { hasText: 'Luis Pérez Leira' }).waitFor();
    await desk.side('A').getByText('None yet').waitFor();
    const evidence = desk.side('B').locator('.ev');
    await eventually(async () =>
      expect(await evidence.innerText()).to.match(
        /El retorno de la esperanza[\s\S]*Por Lois Pérez Leira[\s\S]*Supports/,
      ),
    );
    await desk.page.getByText('Given names differ in one letter').first().waitFor();
    await desk.page.getByText('Lois is the Galician form').first().waitFor();
    await eventually(async () => expect(await desk.page.title()).to.contain('Conflicts'));
  });

  it('opens the passage of a side in its text, by its link or by o', async () => {
    const { conflict, luis, lois } = await luisAndLois(ines);
    const desk = await ConflictDesk.open(app, conflict);
    await desk.side('B').getByRole('link').first().click();
    await desk.page.waitForURL(`**/read/${SOVINTERN}/${lois}`);
    await desk.page.goBack();
    await desk.shows('Luis / Lois Pérez Leira');
    await desk.side('A').locator('.psg').waitFor();
    await desk.page.keyboard.press('o');
    await desk.page.waitForURL(`**/read/${SOVINTERN}/${luis}`);
    await desk.page.locator('.reader-text').waitFor();
  });

  it('chooses an outcome by its digit, puts the cursor into the reason and says what is missing', async () => {
    const { conflict } = await luisAndLois(ines);
    const desk = await ConflictDesk.open(app, conflict);
    const { page } = desk;
    const labels = [
      'One side is right',
      'Both are right',
      'Same entity',
      'Neither',
      'Not a conflict',
      'Cannot be settled',
    ];
    for (const [i, label] of labels.entries()) {
      await desk.shows('Luis / Lois Pérez Leira');
      await page.keyboard.press(`${i + 1}`);
      await page.waitForFunction(
        name =>
          document
            .querySelector('input[name=outcome]:checked')
            ?.closest('label')
            ?.textContent?.includes(name),
        label,
      );
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await desk.bar.getByRole('alert').getByText('Say which side is right').waitFor();
    expect((await ines.conflictNow(conflict)).decisions).to.eql([]);
    const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? '');
    await eventually(async () => expect(await focused(), 'the first side').to.contain('name="side"'));
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await desk.bar.getByRole('alert').getByText('Give the reason').waitFor();
    await eventually(async () => expect(await focused(), 'the reason').to.contain('textarea'));
    await page.keyboard.type('No second witness.');
    await desk.bar.getByRole('alert').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.getByText('Decided.').first().waitFor();
    await desk.saved();
    const [decision] = (await ines.conflictNow(conflict)).decisions;
    expect(decision).to.include({ outcome: 'one-side', reason: 'No second witness.', by: 'Guest' });
  });

  it('asks for the form to prefer, and no further than that', async () => {
    const { conflict } = await luisAndLois(ines);
    const desk = await ConflictDesk.open(app, conflict);
    const { page } = desk;
    await page.keyboard.press('3');
    await page.locator('textarea.rs:focus').waitFor();
    await page.keyboard.type('He signs so.');
    const form = desk.bar.getByLabel('Preferred form');
    await eventually(async () => expect(await form.inputValue()).to.equal('Luis Pérez Leira'));
    await form.fill('');
    await page.keyboard.press('Control+Enter');
    await desk.bar.getByText('Give the form to prefer').waitFor();
    await eventually(async () =>
      expect(await form.evaluate(field => field === document.activeElement)).to.equal(true),
    );
  });

  it('lays verdict and decision on the claims as one step, and takes all of it back by one undo', async () => {
    const { conflict, luis, lois } = await luisAndLois(ines);
    const desk = await ConflictDesk.open(app, conflict);
    const { page } = desk;
    await page.keyboard.press('3');
    await page.locator('textarea.rs:focus').waitFor();
    await page.keyboard.type('He signs his own columns Lois; Luis is the Spanish form.');
    await desk.bar.getByLabel('Preferred form').fill('Lois Pérez Leira');
    const places = page.getByRole('region', { name: 'Where it would apply' });
    await places.getByText('2 places, one step to undo').waitFor();
    await eventually(async () =>
      expect(await places.locator('ins').allTextContents()).to.eql(['Lois Pérez Leira']),
    );
    await page.keyboard.press('Control+Enter');
    await page.getByText('Decided.').first().waitFor();
    await desk.saved();
    await eventually(async () => expect(await ines.claim(luis)).to.deep.include({ verdict: 'imprecise' }));
    await eventually(async () => expect(await ines.claim(lois)).to.deep.include({ verdict: 'accurate' }));
    const decided = await ines.conflictNow(conflict);
    expect(decided.state).to.equal('settled');
    expect((await ines.claim(luis)).settled).to.eql([
      { id: decided.decisions[0]!.id, conflictId: conflict, preferred: 'Lois Pérez Leira' },
    ]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await desk.saved();
    await desk.goTo(conflict);
    await desk.bar.waitFor();
    const taken = await ines.conflictNow(conflict);
    expect(taken).to.deep.include({ state: 'open', decisions: [] });
    for (const id of [luis, lois]) {
      const claim = await ines.claim(id);
      expect(claim.verdict).to.equal(undefined);
      expect(claim.settled).to.eql([]);
    }
  });

  it('offers the undo in the message, and leaves places out that are not ticked', async () => {
    const { conflict, luis, lois } = await luisAndLois(ines);
    const desk = await ConflictDesk.open(app, conflict);
    const { page } = desk;
    await page.keyboard.press('6');
    await page.locator('textarea.rs:focus').waitFor();
    await page.keyboard.type('Nothing else to be found.');
    await page.getByRole('region', { name: 'Where it would apply' }).getByRole('checkbox').last().uncheck();
    await desk.bar.getByRole('button', { name: 'Decide' }).click();
    await desk.saved();
    expect((await ines.claim(luis)).verdict).to.equal('disputed');
    expect((await ines.claim(lois)).settled).to.eql([]);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await desk.saved();
    expect((await ines.claim(luis)).verdict).to.equal(undefined);
    expect((await ines.conflictNow(conflict)).state).to.equal('open');
  });

  it('takes a ground over as the reason by one key', async () => {
    const { conflict } = await luisAndLois(ines);
    const desk = await ConflictDesk.open(app, conflict);
    await desk.page.keyboard.press('a');
    await eventually(async () => expect(await desk.reason.inputValue()).to.contain('Galician form'));
    await eventually(async () => expect(await desk.outcome('Not a conflict').isChecked()).to.equal(true));
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByText('Decided.').first().waitFor();
    await desk.saved();
    expect((await ines.conflictNow(conflict)).decisions[0]).to.include({ outcome: 'no-conflict' });
  });

  it('keeps what was begun when one goes to another conflict and comes back', async () => {
    const { conflict } = await luisAndLois(ines);
    const other = await luisAndLois(ines, 'Another');
    const desk = await ConflictDesk.open(app, conflict);
    await desk.page.keyboard.press('2');
    await desk.page.locator('textarea.rs:focus').waitFor();
    await desk.page.keyboard.type('half a reas');
    await desk.queue.getByRole('link', { name: 'Another' }).click();
    await desk.shows('Another');
    await eventually(async () => expect(await desk.reason.inputValue()).to.equal(''));
    await desk.page.goBack();
    await desk.shows('Luis / Lois Pérez Leira');
    await eventually(async () => expect(await desk.reason.inputValue()).to.equal('half a reas'));
    await eventually(async () => expect(await desk.outcome('Both are right').isChecked()).to.equal(true));
    expect(other.conflict).to.not.equal(conflict);
  });

  it('records dissent beside a decision, and takes it up again with a reason', async () => {
    const { conflict, luis } = await luisAndLois(ines);
    const desk = await ConflictDesk.open(app, conflict);
    const { page } = desk;
    await page.keyboard.press('2');
    await page.locator('textarea.rs:focus').waitFor();
    await page.keyboard.type('Both names are his.');
    await page.keyboard.press('Control+Enter');
    await desk.saved();
    await desk.goTo(conflict);
    await desk.record.getByText('Both names are his.').waitFor();
    await desk.record.getByRole('button', { name: 'Record dissent' }).click();
    await page.keyboard.type('Only one is in the register.');
    await page.keyboard.press('Control+Enter');
    await desk.record.locator('.dissent', { hasText: 'Only one is in the register.' }).waitFor();
    await desk.record.getByRole('button', { name: 'Reopen' }).click();
    await desk.record.getByRole('button', { name: 'Reopen' }).click();
    expect((await ines.conflictNow(conflict)).state, 'without a reason').to.equal('settled');
    await desk.record.getByRole('textbox').fill('The register was found.');
    await page.keyboard.press('Control+Enter');
    await desk.bar.waitFor();
    await desk.record.getByText('The register was found.').waitFor();
    await desk.saved();
    const now = await ines.conflictNow(conflict);
    expect(now.state).to.equal('open');
    expect(now.decisions[0]!.reopened).to.include({ reason: 'The register was found.' });
    expect(now.dissent).to.have.length(1);
    expect((await ines.claim(luis)).settled).to.eql([]);
    await page.keyboard.press('5');
    await page.locator('textarea.rs:focus').waitFor();
    await page.keyboard.type('Not after all.');
    await page.keyboard.press('Control+Enter');
    await desk.saved();
    expect((await ines.conflictNow(conflict)).decisions).to.have.length(2);
  });
});
