import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { BABAKOV, ReadDesk, SOVINTERN } from './desk.ts';

describe('evidence and flags', function () {
  const app = browserSuite(this);

  it('attaches a new source by its address in one gesture, and refuses addresses that would run', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('Luis Pérez Leira', '4');
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'New source' }).click();
    const form = desk.inspector.getByRole('form', { name: 'Evidence' });
    await form.getByLabel('Address').fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await form.getByText('Only addresses that begin with https:// or http:// are opened.').first().waitFor();
    await form.getByLabel('Address').fill('https://kaosenlared.net/retorno');
    await form.getByLabel('Title').fill('El retorno de la esperanza');
    await form.getByLabel('Authors').fill('Lois Pérez Leira');
    await form.getByLabel('Published').fill('15 March 2026');
    await form.getByLabel('Stance').selectOption('contradicts');
    await form.getByLabel('Citation fit').selectOption('predates');
    await form.getByLabel('Exact words').fill('author=Lois Pérez Leira');
    await form.getByRole('button', { name: 'Attach' }).click();
    const piece = desk.inspector.locator('.ev');
    await piece.getByText('Contradicts').waitFor();
    await eventually(async () =>
      expect(await piece.innerText()).to.match(/15 March 2026[\s\S]*predates the event/),
    );
    await eventually(async () =>
      expect(await piece.getByRole('link').getAttribute('href')).to.equal('https://kaosenlared.net/retorno'),
    );
    await page.keyboard.press('u');
    await piece.waitFor({ state: 'detached' });
    await page.keyboard.press('e');
    await desk.inspector.getByRole('form', { name: 'Evidence' }).getByLabel('Address').waitFor();
  });

  it('chooses a source that is here by typing, and edits a piece of evidence in place', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('Sergey Mironov', '4');
    await page.keyboard.press('e');
    const form = desk.inspector.getByRole('form', { name: 'Evidence' });
    await page.getByRole('button', { name: 'New source' }).click();
    await form.getByLabel('Address').fill('https://example.org/first');
    await form.getByLabel('Title').fill('A known source');
    await form.getByRole('button', { name: 'Attach' }).click();
    await desk.inspector.locator('.ev').getByRole('link', { name: 'A known source' }).waitFor();
    await desk.mark('Moscow, Russia', '9');
    await page.keyboard.press('e');
    await page.getByRole('combobox', { name: 'Source' }).fill('known');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Attach' }).click();
    await desk.inspector.locator('.ev').getByText('Supports').waitFor();
    await desk.inspector.getByRole('button', { name: 'Edit this evidence' }).click();
    await form.getByLabel('Stance').selectOption('mentions');
    await form.getByLabel('Where in it').fill('second paragraph');
    await form.getByRole('button', { name: 'Keep' }).click();
    await desk.inspector.locator('.ev').getByText('Mentions').waitFor();
    await desk.inspector.locator('.ev').getByText('second paragraph').waitFor();
  });

  it('finds a source by its words as they are written, quotes and backslashes too', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('Socialist International', '5');
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'New source' }).click();
    const form = desk.inspector.getByRole('form', { name: 'Evidence' });
    await form.getByLabel('Title').fill('Is the "Sovintern" an and\\or?');
    await form.getByRole('button', { name: 'Attach' }).click();
    await desk.inspector.locator('.ev').getByText('Sovintern').first().waitFor();
    await page.keyboard.press('e');
    const finder = page.getByRole('combobox', { name: 'Source' });
    for (const words of ['the "sovintern" an', 'and\\or']) {
      await finder.fill(words);
      await page.getByRole('option', { name: 'Is the "Sovintern"' }).waitFor();
    }
    await finder.fill('csl');
    await page.getByRole('option', { name: 'Nothing found' }).waitFor();
  });

  it('shows scripts in titles, names and quotes as the words they are', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    const script = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    await desk.mark('Communist Party of Argentina', '1');
    await page.keyboard.press('Enter');
    await desk.inspector.getByLabel('Name', { exact: true }).fill(script);
    await page.keyboard.press('Enter');
    await desk.row('Value').getByText(script).waitFor();
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'New source' }).click();
    const form = desk.inspector.getByRole('form', { name: 'Evidence' });
    await form.getByLabel('Title').fill(script);
    await form.getByLabel('Exact words').fill(script);
    await form.getByRole('button', { name: 'Attach' }).click();
    await desk.inspector.locator('.ev q', { hasText: script }).waitFor();
    await eventually(async () => expect(await desk.inspector.locator('img, script').count()).to.equal(0));
  });

  it('uses a passage of another document, locked to its text', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('over 15', '7');
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'A passage' }).click();
    await page.getByRole('button', { name: 'Select the words' }).click();
    await page.getByText('Use as evidence for “over 15”').first().waitFor();
    await page.getByRole('combobox', { name: 'Go to a document' }).fill('Babakov');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Babakov on the launch' }).waitFor();
    await page.getByText('Use as evidence for “over 15”').first().waitFor();
    await desk.select('More than 100 parties');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'International Socialist Network Sovintern' }).waitFor();
    const piece = desk.inspector.locator('.ev');
    await piece.getByText('Found in Babakov on the launch').waitFor();
    await eventually(async () =>
      expect(await piece.locator('q').innerText()).to.equal('More than 100 parties'),
    );
    await eventually(async () => expect(await page.getByText('Use as evidence for').count()).to.equal(0));
  });

  it('flags a conflict across documents: found by typing, another clicked', async () => {
    const desk = await ReadDesk.open(app, BABAKOV);
    const { page } = desk;
    await desk.mark('More than 100 parties and movements', '7');
    await desk.saved();
    await desk.goTo(SOVINTERN);
    await desk.mark('over 15', '7');
    await page.keyboard.press('f');
    await page.getByRole('combobox', { name: 'Which claim disagrees?' }).fill('More than 100');
    await desk.inspector.getByRole('option', { name: /More than 100/ }).waitFor();
    await page.keyboard.press('Enter');
    await desk.inspector.getByText('The numbers are').waitFor();
    await desk.inspector.getByLabel('Reason, where it needs one').fill('One counts listed members only.');
    await desk.inspector.getByRole('button', { name: 'Raise conflict' }).click();
    await page.getByText('The conflict is raised.').first().waitFor();
    const panel = desk.inspector.locator('.conf');
    await panel.getByText('Conflict: 2 numbers').waitFor();
    await panel.getByText('One counts listed members only.').waitFor();
    await page
      .getByRole('button', { name: /Conflict/ })
      .first()
      .waitFor();
    await page.keyboard.press('u');
    await panel.waitFor({ state: 'detached' });
    await page.keyboard.press('f');
    await page.getByRole('combobox', { name: 'Go to a document' }).fill('Babakov');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Babakov on the launch' }).waitFor();
    await desk.marks('More than 100 parties').first().click();
    await page.getByText('1 on the other side').first().waitFor();
    await page.keyboard.press('Enter');
    await desk.inspector.locator('.conf').getByText('Conflict: 2 numbers').waitFor();
  });

  it('leaves a mode by Esc without doing anything', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('Telesur', '1');
    await page.keyboard.press('f');
    await page.getByText('Flag against “Telesur”').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText('Flag against “Telesur”').first().waitFor({ state: 'detached' });
    await eventually(async () => expect(await desk.inspector.locator('.conf').count()).to.equal(0));
  });
});
