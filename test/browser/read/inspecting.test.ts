import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk, SOVINTERN } from './desk.ts';

describe('the inspector', function () {
  const app = browserSuite(this);

  it('edits value and fields in place, says what is wrong, and keeps nothing wrong', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('27 April 2026', '6');
    await page.keyboard.press('Enter');
    await page.getByLabel('Date', { exact: true }).fill('some day');
    await page.keyboard.press('Enter');
    await desk.inspector.getByText('This cannot be read as a value.').waitFor();
    await page.getByLabel('Date', { exact: true }).fill('28 April 2026');
    await page.getByLabel('Event').fill('The founding');
    await page.keyboard.press('Enter');
    await desk.inspector.getByText('2026-04-28').waitFor();
    await eventually(async () => expect(await desk.row('Event').innerText()).to.equal('The founding'));
    await page.keyboard.press('u');
    await desk.inspector.getByText('2026-04-27').waitFor();
  });

  it('takes verdict, workflow and tags by key, and ticks by one', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('Socialist International', '5');
    await page.keyboard.press('v');
    await page.getByRole('listbox', { name: 'Verdict' }).waitFor();
    await page.keyboard.press('6');
    await page.getByRole('button', { name: 'Verdict: Disputed' }).waitFor();
    await page.keyboard.press('w');
    await page.getByRole('listbox', { name: 'Workflow' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Workflow: Checking' }).waitFor();
    await page.keyboard.press('t');
    await page.getByLabel('New tag').fill('rivals');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take the tag rivals away' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Workflow: Checked' }).waitFor();
    await desk.page.locator('mark.c[data-s=ok]', { hasText: 'Socialist International' }).waitFor();
  });

  it('keeps notes as a thread, with line breaks and without running what they hold', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('elDiario.es', '5');
    await page.keyboard.press('m');
    await page
      .getByLabel('Note', { exact: true })
      .fill('<img src=x onerror=alert(1)><script>alert(2)</script>');
    await page.keyboard.press('Enter');
    await desk.inspector.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page.getByRole('button', { name: 'Reply to Guest' }).click();
    await page.getByLabel('Reply', { exact: true }).fill('First line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second line');
    await page.keyboard.press('Enter');
    const reply = desk.inspector.locator('.note').nth(1);
    await reply.getByText('second line').waitFor();
    await eventually(async () =>
      expect(await reply.evaluate(note => note.style.marginLeft)).to.equal('18px'),
    );
    await eventually(async () => expect(await desk.inspector.locator('img, script').count()).to.equal(0));
  });

  it('shows who did what when, and takes any of it back', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('Robert Lansing Institute', '5');
    await page.keyboard.press('x');
    await page.keyboard.press('v');
    await page.getByRole('listbox', { name: 'Verdict' }).waitFor();
    await page.keyboard.press('1');
    const history = desk.inspector.locator('.hist li');
    await history.filter({ hasText: 'Verdict set to accurate' }).waitFor();
    await history
      .filter({ hasText: 'Workflow set to checked' })
      .getByRole('button', { name: /Take back/ })
      .click();
    await page.getByRole('button', { name: 'Workflow: Open' }).waitFor();
    await page.getByRole('button', { name: 'Verdict: Accurate' }).waitFor();
  });

  it('records only what was changed: a role that is filled in leaves the name as it was read', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    await desk.mark('George Galloway', '4');
    await page.keyboard.press('Enter');
    await desk.inspector.getByLabel('Role').fill('Leader');
    await page.keyboard.press('Enter');
    const history = desk.inspector.locator('.hist li');
    await history.filter({ hasText: /Changed: .*role/i }).waitFor();
    await eventually(async () =>
      expect(await history.filter({ hasText: 'Value changed' }).count()).to.equal(0),
    );
  });

  it('names every field of a count apart', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.mark('over 15', '7');
    await desk.page.keyboard.press('Enter');
    await desk.inspector.getByLabel('Of what').waitFor();
    const labels = await desk.inspector.locator('form label').allInnerTexts();
    expect(labels.length).to.be.above(4);
    expect(new Set(labels).size).to.equal(labels.length);
  });

  it('goes from claim to claim by key, and lists claims that overlap', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page } = desk;
    const [outer, inner] = ['logo_size = 250 | colorcode = #FF0000', 'colorcode'];
    await desk.mark(outer, '8');
    await desk.mark(inner, '5');
    await page.keyboard.press('k');
    await desk.inspector.getByRole('heading', { name: 'Quotation' }).waitFor();
    await page.keyboard.press('j');
    await desk.inspector.getByRole('heading', { name: 'Organization' }).waitFor();
    await desk.select(inner);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+ArrowDown');
    const chooser = page.getByRole('listbox', { name: 'Claims here' });
    await chooser.waitFor();
    await eventually(async () => expect(await chooser.getByRole('option').count()).to.equal(2));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await desk.inspector.getByRole('heading', { name: 'Quotation' }).waitFor();
  });
});

describe('a text that was left for the Library', function () {
  const app = browserSuite(this);

  it('is let go after a while, and opens as before', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.mark('over 15', '7');
    await desk.saved();
    await desk.page.keyboard.press('g');
    await desk.page.keyboard.press('l');
    await desk.page.getByRole('heading', { name: 'Library', level: 1 }).waitFor();
    await desk.page.waitForFunction(
      () =>
        (document.querySelector('vr-app') as unknown as { store: { claims?: unknown } }).store.claims ===
        undefined,
    );
    await desk.page
      .getByRole('link', { name: 'International Socialist Network Sovintern', exact: true })
      .click();
    await desk.marks('over 15').waitFor();
    await desk.page.keyboard.press('u');
    await desk.marks('over 15').waitFor({ state: 'detached' });
  });
});
