import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { Colleague, create } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk, SOVINTERN } from '../read/desk.ts';

describe('suggestions', function () {
  const app = browserSuite(this, { finding: true });
  let desk: ReadDesk;

  const dotted = (words: string) => desk.page.locator('mark.c[data-s=sugg]', { hasText: words });
  const list = () => desk.page.getByRole('grid', { name: 'Suggestions' });
  const said = (words: RegExp) =>
    desk.page.locator('[aria-live]').filter({ hasText: words }).first().waitFor({ state: 'attached' });
  const caretIsAfter = (words: string) =>
    eventually(async () => expect(await desk.wordsBeforeCaret()).to.match(new RegExp(`${words}$`)));
  const activeName = () => desk.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

  beforeEach(async () => {
    desk = await ReadDesk.open(app, SOVINTERN);
    await dotted('Jackson Hinkle').first().waitFor();
  });

  it('are gone to by a key, said, accepted by Enter with value and fields, and undone', async () => {
    const { page } = desk;
    await desk.select('Speakers at the inaugural');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('s');
    await page.locator('mark.c.focus', { hasText: 'Jackson Hinkle' }).waitFor();
    await said(/Jackson Hinkle.*Suggestion: speaker.*Enter accepts/);
    await desk.inspector.getByText('Why it is suggested').waitFor();
    await desk.row('Value').filter({ hasText: 'given Jackson, family Hinkle' }).waitFor();
    await page.keyboard.press('Enter');
    await desk.marks('Jackson Hinkle').first().waitFor();
    await desk.inspector.getByText('claim 1 of 1').waitFor();
    await desk.row('Value').filter({ hasText: 'given Jackson, family Hinkle' }).waitFor();
    await caretIsAfter('Jackson Hinkle');
    await dotted('Jackson Hinkle').first().waitFor({ state: 'detached' });
    // The next one is gone to from there; a digit accepts it as something else.
    await page.keyboard.press('s');
    await page.locator('mark.c.focus', { hasText: 'Christopher Helali' }).waitFor();
    await page.keyboard.press('4');
    await page.locator('mark.c.t-person[data-s=open]', { hasText: 'Christopher Helali' }).waitFor();
    await page.keyboard.press('u');
    await page.keyboard.press('u');
    await dotted('Jackson Hinkle').first().waitFor();
    await dotted('Christopher Helali').first().waitFor();
    await desk.saved();
  });

  it('are refused by Backspace, with a reason afterwards, and brought back from the list', async () => {
    const { page } = desk;
    await dotted('Evo Morales').first().click();
    const palette = page.getByRole('group', { name: 'Suggestion', exact: true });
    await palette.getByRole('button', { name: 'Person' }).waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.keyboard.press('Backspace');
    await dotted('Evo Morales').first().waitFor({ state: 'detached' });
    await desk.inspector.getByRole('region', { name: 'Refused' }).waitFor();
    await page.keyboard.press('m');
    await eventually(async () =>
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name)).to.equal(
        'reason',
      ),
    );
    await page.keyboard.type('He did not speak there');
    await page.keyboard.press('Enter');
    await desk.saved();
    // It stays refused for whoever opens the text anew.
    await desk.goTo(SOVINTERN);
    await dotted('Jackson Hinkle').first().waitFor();
    expect(await dotted('Evo Morales').count()).to.equal(0);
    await page.keyboard.press('Shift+L');
    await desk.inspector.getByRole('button', { name: /^Refused/ }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Evo Morales' });
    await row.getByText('He did not speak there').waitFor();
    await row.getByRole('button', { name: /Bring back/ }).click();
    await dotted('Evo Morales').first().waitFor();
    await desk.saved();
  });

  it('that are alike are accepted together after a look, as one undo', async () => {
    const { page } = desk;
    await dotted('Haz Al-Din').first().click();
    await page.keyboard.press('Shift+Enter');
    const form = page.getByRole('form', { name: 'Accept all alike' });
    await form.getByRole('radio', { name: /Entries of the same list/ }).waitFor();
    await form.locator('.it', { hasText: 'George Galloway' }).click();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await form.getByRole('button', { name: /^Accept \d+$/ }).click();
    await desk.marks('Haz Al-Din').first().waitFor();
    await desk.marks('Bojan Vulin').first().waitFor();
    await dotted('George Galloway').first().waitFor();
    await page
      .getByText(/^Accepted \d+ suggestions$/)
      .first()
      .waitFor();
    await page.locator('.reader-text').focus();
    await page.keyboard.press('u');
    await dotted('Haz Al-Din').first().waitFor();
    await dotted('Bojan Vulin').first().waitFor();
    await desk.saved();
  });

  it('stand in a list by worth, filtered by type, dealt with in numbers, and can be hidden', async () => {
    const { page } = desk;
    await page.keyboard.press('Shift+L');
    await list().waitFor();
    await eventually(async () => expect(await activeName()).to.equal('Suggestions'));
    await eventually(async () => expect(await violations(page)).to.eql([]));
    const worths = await list()
      .locator('.worth')
      .evaluateAll(all => all.map(one => Number((one as HTMLElement).dataset.worth)));
    expect(worths).to.eql([...worths].sort((a, b) => b - a));
    await desk.inspector.getByRole('button', { name: /^Speakers/ }).click();
    await dotted('27 April 2026').first().waitFor({ state: 'detached' });
    await list().focus();
    await page.keyboard.press('Home');
    const words = async () => (await list().locator('.cl-row.on .w').textContent())!;
    const first = await words();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Backspace');
    await eventually(async () => expect(await words()).to.not.equal(first));
    await desk.inspector.getByRole('button', { name: /^Refused 2$/ }).waitFor();
    await page.keyboard.press('u');
    await desk.inspector.getByRole('button', { name: /^Refused/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('Home');
    await eventually(async () => expect(await words()).to.equal(first));
    await page.keyboard.press('Enter');
    await desk.marks(first).first().waitFor();
    await page.keyboard.press('u');
    await desk.marks(first).first().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('h');
    await page.locator('mark.c[data-s=sugg]').first().waitFor({ state: 'detached' });
    await desk.goTo(SOVINTERN);
    await page.getByText(/^\d+ suggestions$/).waitFor({ state: 'attached' });
    await page.locator('mark.c[data-s=sugg]').first().waitFor({ state: 'detached' });
    await desk.saved();
  });

  it('say what has changed where they come back after they were refused', async () => {
    const ines = new Colleague(app.url);
    const { suggestions } = await ines.client.listSuggestions({ params: { id: SOVINTERN }, query: {} });
    const one = suggestions.find(({ quote }) => quote === 'Jackson Hinkle')!;
    const id = crypto.randomUUID();
    await ines.does(
      create('refusal', {
        ...{ id, of: 'suggestion', key: 'of another place', documentId: SOVINTERN, type: one.type },
        ...{
          quote: one.quote,
          reason: 'He was named among the guests',
          by: ines.by,
          at: new Date().toISOString(),
        },
        basis: {
          sides: [{ value: 'among the guests … and others', words: [], evidence: [] }],
          digest: '0'.repeat(64),
        },
      }),
    );
    await eventually(async () => {
      await desk.goTo(SOVINTERN);
      await dotted('Jackson Hinkle').first().click({ timeout: 3000 });
      const note = desk.inspector.getByRole('note');
      await note.getByText('Back after it was refused.').waitFor({ timeout: 2000 });
      await note.getByText('He was named among the guests').waitFor();
      await note.locator('del', { hasText: 'among the guests … and others' }).waitFor();
    }, 20_000);
    await ines.does({ kind: 'refusal', objectId: id, operation: { op: 'remove' } });
  });

  it('are accepted and refused by thumb on a phone, one after the other', async () => {
    desk = await ReadDesk.open(app, SOVINTERN, { width: 390, height: 844, hasTouch: true, isMobile: true });
    await dotted('Luis Pérez Leira').first().tap();
    const sheet = desk.inspector;
    const accept = sheet.getByRole('button', { name: 'Accept', exact: true });
    for (const button of [accept, sheet.getByRole('button', { name: 'Refuse', exact: true })])
      await eventually(async () => expect((await button.boundingBox())!.height, 'height').to.be.at.least(44));
    await eventually(async () => expect(await violations(desk.page)).to.eql([]));
    await accept.tap();
    await desk.marks('Luis Pérez Leira').first().waitFor();
    // The next one comes up by itself.
    await sheet.getByText(/^suggestion \d+ of \d+$/).waitFor();
    await sheet.getByRole('button', { name: 'Refuse', exact: true }).tap();
    await desk.saved();
  });
});
