import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk, SOVINTERN } from '../read/desk.ts';

/** As much of the screen as selecting a stretch takes. */
interface ReadScreen {
  readonly reading: {
    readonly text: { readonly map: { length: number }; read(start: number, end: number): Promise<string> };
  };
  readonly reader: {
    select(start: number, end: number): void;
    jumpTo(offset: number, how: { align: string }): Promise<void>;
    focus(): void;
  };
}

describe('many claims at once', function () {
  const app = browserSuite(this);
  let desk: ReadDesk;

  const list = () => desk.page.getByRole('grid', { name: 'Claims' });
  const rows = (selected?: boolean) =>
    selected === undefined
      ? list().getByRole('row')
      : list().locator(`[role=row][aria-selected=${selected ? 'true' : 'false'}]`);
  const says = (words: string | RegExp) =>
    desk.page.getByRole('group', { name: 'What is selected' }).getByText(words).first().waitFor();
  const rowWith = (words: string) => rows().filter({ hasText: words });
  const isInList = () => eventually(async () => expect(await activeName()).to.equal('Claims'));
  const activeName = () => desk.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

  /** Selects a stretch of the raw text, as a drag over it does. */
  const selectBetween = (from: string, to: string) =>
    desk.page.evaluate(
      async ([from, to]) => {
        const { reading, reader } = document.querySelector('vr-read-screen') as unknown as ReadScreen;
        const all = await reading.text.read(0, reading.text.map.length);
        const start = all.indexOf(from!);
        reader.select(start, all.indexOf(to!, start));
        await reader.jumpTo(start, { align: 'start' });
        reader.focus();
      },
      [from, to],
    );

  beforeEach(async () => {
    desk = await ReadDesk.open(app, SOVINTERN);
  });

  it('marks each item of a list, without those left out, as one undo', async () => {
    const { page } = desk;
    await selectBetween("'''Europe:'''", "'''North America:'''");
    await desk.palette.getByRole('button', { name: 'Each item' }).click();
    const form = page.getByRole('form', { name: 'Mark many at once' });
    await form.getByText('The list has 11 items').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await form.getByText('Green Left Party').click();
    await form.getByRole('button', { name: 'Mark 10 as member' }).click();
    await says('10 selected');
    await rowWith('A Just Russia').waitFor();
    await desk.marks('A Just Russia').first().waitFor();
    await eventually(async () => expect(await rows().count()).to.equal(10));
    expect(await rowWith('Green Left Party').count()).to.equal(0);
    await isInList();
    // What stands beside the words is read too: the flag gives the country.
    await page.keyboard.press('Enter');
    await desk.row('Country').filter({ hasText: 'Russia' }).waitFor();
    await page.keyboard.press('u');
    await desk.marks('A Just Russia').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+U');
    await desk.marks('A Just Russia').first().waitFor();
    await desk.saved();
  });

  it('selects by keys, sets the workflow and evidence of all, and undoes each at one stroke', async () => {
    const { page } = desk;
    await page.keyboard.press('l');
    await isInList();
    await page.keyboard.press('Home');
    await page.keyboard.press('x');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+J');
    await says('4 selected');
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await page.keyboard.press('w');
    await page.getByRole('listbox', { name: 'Set workflow of all selected' }).waitFor();
    await page.keyboard.press('3');
    await eventually(async () =>
      expect(await list().getByRole('img', { name: 'Checked' }).count()).to.equal(4),
    );
    await isInList();
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Evidence' });
    await form.getByLabel('Address').fill('https://example.org/list');
    await form.getByLabel('Title').fill('A page with all of them');
    await form.getByRole('button', { name: 'Attach' }).click();
    await eventually(async () =>
      expect(await list().getByRole('img', { name: 'has evidence' }).count()).to.equal(4),
    );
    await isInList();
    await page.keyboard.press('u');
    await list().getByRole('img', { name: 'has evidence' }).first().waitFor({ state: 'detached' });
    await eventually(async () =>
      expect(await list().getByRole('img', { name: 'Checked' }).count()).to.equal(4),
    );
    await page.keyboard.press('u');
    await list().getByRole('img', { name: 'Checked' }).first().waitFor({ state: 'detached' });
    await desk.saved();
  });

  it('takes exactly what is selected away, after a look at what is left behind, and says what keeps it from that', async () => {
    const { page } = desk;
    await page.keyboard.press('l');
    await isInList();
    await page.keyboard.press('Home');
    await page.keyboard.press('x');
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+J');
    await says('3 selected');
    const bar = page.getByRole('group', { name: 'What is selected' });
    const panel = page.getByRole('dialog', { name: /^Export as/ });
    const choose = async (format: RegExp) => {
      await bar.getByRole('button', { name: 'Export' }).click();
      await bar.getByRole('menuitem', { name: format }).click();
      await panel.getByText('3 claims').waitFor();
    };
    await choose(/^CSV/);
    await panel.getByText('It leaves behind').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(csv.suggestedFilename()).to.equal('3-claims.csv');
    await panel.waitFor({ state: 'detached' });
    await choose(/^Report/);
    await panel.getByText('It leaves behind').waitFor();
    await panel.getByRole('combobox', { name: 'Language' }).selectOption('ru');
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(await readFile(await report.path(), 'utf8')).to.contain('<html lang="ru">');
    await panel.waitFor({ state: 'detached' });
    // What the server says is cut off on its way.
    const losses = /\/api\/export\/jsonl\/losses/;
    await page.route(losses, route => route.fulfill({ contentType: 'application/json', body: '{"losses":' }));
    await choose(/^JSON Lines/);
    await panel.getByRole('button', { name: 'Try again' }).waitFor();
    await page.unroute(losses);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await panel.getByText('It leaves behind').waitFor();
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.context().setOffline(true);
    await eventually(async () =>
      expect(await bar.getByRole('button', { name: 'Export' }).isDisabled()).to.equal(true),
    );
    await page.context().setOffline(false);
    await desk.saved();
  });

  it('selects by pointer, with Shift and Ctrl, tags all, and gives the next row the place of those removed', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: /^List/ }).click();
    await rows().nth(1).click();
    await rows()
      .nth(3)
      .click({ modifiers: ['Shift'] });
    await rows()
      .nth(5)
      .click({ modifiers: ['Control'] });
    await says('4 selected');
    await rows()
      .nth(2)
      .click({ modifiers: ['Control'] });
    await says('3 selected');
    await page.getByRole('button', { name: 'Tag', exact: true }).click();
    await page.getByLabel('Tag', { exact: true }).fill('party');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^party\s*3/ }).waitFor();
    await isInList();
    const before = await rows().count();
    await page.keyboard.press('Delete');
    await eventually(async () => expect(await rows().count()).to.equal(before - 3));
    await isInList();
    await page.getByRole('group', { name: 'What is selected' }).waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await eventually(async () => expect(await rows().count()).to.equal(before));
    await desk.saved();
  });

  it('marks every place with the same words, and raises a conflict among some', async () => {
    const { page } = desk;
    await desk.select('A Just Russia');
    await page.keyboard.press('*');
    const form = page.getByRole('form', { name: 'Mark many at once' });
    await form.getByText(/^“A Just Russia” stands at \d places$/).waitFor();
    await form.getByRole('combobox').selectOption({ label: 'Organization' });
    const button = form.getByRole('button', { name: /^Mark \d as organization$/ });
    const count = Number(/\d+/.exec(await button.innerText())![0]);
    await button.click();
    await says(`${count} selected`);
    await isInList();
    await page.keyboard.press('f');
    await page.getByLabel('Reason, where it needs one').fill('Which of them?');
    await page.keyboard.press('Enter');
    await page.getByText(`Conflict raised among ${count} claims`).first().waitFor({ state: 'attached' });
    await eventually(async () =>
      expect(await list().getByRole('img', { name: 'in conflict' }).count()).to.equal(count),
    );
    await desk.saved();
  });
});
