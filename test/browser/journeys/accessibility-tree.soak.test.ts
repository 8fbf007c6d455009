import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { luisAndLois } from '../conflicts/desk.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk, SOVINTERN } from '../read/desk.ts';

/** What assistive technology is told of one element. */
interface Told {
  readonly role: string;
  readonly name: string;
  readonly description: string;
}

const CONTROLS = new Set([
  ...['button', 'link', 'textbox', 'combobox', 'listbox', 'option', 'checkbox', 'radio', 'searchbox'],
  ...['slider', 'spinbutton', 'switch', 'menuitem', 'tab', 'scrollbar', 'progressbar'],
]);

async function tree(page: Page): Promise<Told[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(node => !node.ignored)
    .map(({ role, name, description }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? '').trim(),
      description: String(description?.value ?? ''),
    }));
}

const nameless = (told: readonly Told[]) =>
  told.filter(({ role, name }) => CONTROLS.has(role) && name === '').map(({ role }) => role);

describe('what assistive technology is told', function () {
  const app = browserSuite(this);
  let conflict: string;
  let luis: string;

  before('prepares claims', async () => {
    const ines = new Colleague(app.url);
    ({ conflict, luis } = await luisAndLois(ines));
    await ines.attaches(luis, 'El retorno de la esperanza');
    await ines.marks(SOVINTERN, 'over 15', { type: 'count', workflow: 'checked' });
  });

  it('is type and state of every claim in the text, where the claim begins', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.marks('Luis Pérez Leira').waitFor();
    const marks = (await tree(desk.page)).filter(({ role }) => role === 'mark');
    expect(marks.map(({ description }) => description)).to.include('Person, open, in conflict');
    await desk.goTo(SOVINTERN, `/${luis}`);
    await desk.marks('over 15').first().scrollIntoViewIfNeeded();
    const told = await tree(desk.page);
    expect(told.filter(({ role }) => role === 'mark').map(({ description }) => description)).to.include(
      'Count, checked',
    );
  });

  it('speaks the claim that one comes to', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.marks('Luis Pérez Leira').waitFor();
    await desk.page.keyboard.press('j');
    await desk.page
      .locator('[aria-live]')
      .filter({ hasText: /Luis Pérez Leira.*Person.*open.*in conflict/ })
      .first()
      .waitFor({ state: 'attached' });
  });

  it('is a name for every control of the inspector, at rest and in its forms', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    await desk.goTo(SOVINTERN, `/${luis}`);
    await desk.inspector.locator('.ev', { hasText: 'El retorno' }).waitFor();
    expect(nameless(await tree(desk.page))).to.eql([]);
    for (const [key, waited] of [
      ['e', 'Evidence'],
      ['m', 'Note'],
      ['v', 'Verdict'],
      ['w', 'Workflow'],
      ['t', 'tag'],
      ['f', 'Flag a conflict'],
    ] as const) {
      await desk.page.keyboard.press(key);
      await desk.page.waitForFunction(() => document.activeElement?.closest('.insp') !== null);
      expect(nameless(await tree(desk.page)), waited).to.eql([]);
      await desk.page.keyboard.press('Escape');
      await desk.page.keyboard.press('Escape');
      await desk.page.waitForFunction(() => document.activeElement?.matches('.reader-text'));
    }
  });

  for (const [screen, heading] of [
    ['Library', 'Library'],
    ['Sources', 'What the texts rest on'],
    ['Conflicts', 'Luis'],
  ] as const) {
    it(`is a name for every control of ${screen}, and one main heading`, async () => {
      const page = await app.newPage();
      const path = screen === 'Conflicts' ? `conflicts/${conflict}` : screen.toLowerCase();
      await page.goto(`${app.url}/${path}`);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      if (screen === 'Conflicts') await page.keyboard.press('1');
      const told = await tree(page);
      expect(nameless(told)).to.eql([]);
      await eventually(async () => expect(await page.getByRole('heading', { level: 1 }).count()).to.equal(1));
      for (const landmark of ['banner', 'navigation', 'main'])
        expect(
          told.map(({ role }) => role),
          landmark,
        ).to.include(landmark);
    });
  }
});
