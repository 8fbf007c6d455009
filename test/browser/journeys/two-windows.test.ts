import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { startTestServer } from '../../support/server.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { ReadDesk, SOVINTERN } from '../read/desk.ts';
import { saved } from '../saved.ts';

describe('two windows on one desk', function () {
  const app = browserSuite(this);
  let ines: Colleague;

  before(() => {
    ines = new Colleague(app.url);
  });

  /** One claim, focused in two windows. */
  async function bothAt(words: string) {
    const claim = await ines.marks(SOVINTERN, words);
    const windows = [];
    for (const name of ['Marta', 'Ines']) {
      const desk = await ReadDesk.open(app, SOVINTERN);
      await desk.page.getByRole('button', { name: /^You sign as/ }).click();
      await desk.page.getByLabel('Sign changes as').fill(name);
      await desk.page.getByRole('button', { name: 'Sign so' }).click();
      await desk.goTo(SOVINTERN, `/${claim}`);
      await desk.inspector.locator('.ctx b', { hasText: words }).waitFor();
      windows.push(desk);
    }
    return { claim, first: windows[0]!, second: windows[1]! };
  }

  /** Chooses a step of a scale by its key and its digit. */
  async function choose(desk: ReadDesk, scale: 'v' | 'w', digit: string) {
    await desk.page.keyboard.press(scale);
    await desk.inspector.getByRole('listbox').waitFor();
    await desk.page.keyboard.press(digit);
    await desk.inspector.getByRole('listbox').waitFor({ state: 'detached' });
  }

  it('merge what two people set in different fields, and the notes and tags of both', async () => {
    const { claim, first, second } = await bothAt('Luis Pérez Leira');
    await choose(first, 'v', '1');
    for (const [desk, note] of [
      [first, 'from the first'],
      [second, 'from the second'],
    ] as const) {
      await desk.page.keyboard.press('m');
      await desk.page.keyboard.type(note);
      await desk.page.keyboard.press('Enter');
      await saved(desk.page);
    }
    await choose(second, 'w', '3');
    await saved(second.page);
    const now = await ines.claim(claim);
    expect(now).to.include({ verdict: 'accurate', workflow: 'checked' });
    expect(now.notes.map(({ text, by }) => [text, by])).to.eql([
      ['from the first', 'Marta'],
      ['from the second', 'Ines'],
    ]);
    await second.inspector.getByText('from the first').waitFor();
  });

  it('show both values where two people set the same field, and let the second one insist', async () => {
    const { claim, first, second } = await bothAt('Lois Pérez Leira');
    await choose(first, 'v', '1');
    await saved(first.page);
    await choose(second, 'v', '5');
    const told = second.page.locator('wa-toast-item', { hasText: 'was not saved' });
    await told.getByText('Contradicted').first().waitFor();
    await told.getByText('Accurate').first().waitFor();
    expect((await ines.claim(claim)).verdict).to.equal('accurate');
    await second.row('Status').getByText('Accurate').waitFor();
    await told.getByRole('button', { name: 'Put mine' }).click();
    await saved(second.page);
    await second.row('Status').getByText('Contradicted').waitFor();
    expect((await ines.claim(claim)).verdict).to.equal('contradicted');
    await second.page.keyboard.press('u');
    await saved(second.page);
    await second.row('Status').getByText('Accurate').waitFor();
    expect((await ines.claim(claim)).verdict).to.equal('accurate');
  });

  it('leave it at the other value where nobody insists, and go on from there', async () => {
    const { claim, first, second } = await bothAt('Sergey Mironov');
    await choose(first, 'w', '2');
    await saved(first.page);
    await choose(second, 'w', '6');
    await second.page.locator('wa-toast-item', { hasText: 'was not saved' }).waitFor();
    await second.row('Status').getByText('Checking').waitFor();
    await choose(second, 'w', '3');
    await saved(second.page);
    expect((await ines.claim(claim)).workflow).to.equal('checked');
  });

  it('say so where one removes what the other works on', async () => {
    const { claim, first, second } = await bothAt('A Just Russia');
    await first.page.keyboard.press('Delete');
    await saved(first.page);
    await choose(second, 'v', '1');
    await second.page.locator('wa-toast-item', { hasText: 'was not saved' }).waitFor();
    const { claims } = await ines.client.listClaims({ query: { ids: claim } });
    expect(claims[0]!.removed).to.include({ by: 'Marta' });
    expect(claims[0]!.object.verdict).to.equal(undefined);
  });
});

describe('a server that goes away in the middle of work', function () {
  const app = browserSuite(this);

  it('is said, work goes on, and all of it is sent when the server is back', async function () {
    this.timeout(120_000);
    const desk = await ReadDesk.open(app, SOVINTERN, { allow: [/Failed to load resource|ERR_CONNECTION/] });
    desk.page.setDefaultTimeout(20_000);
    const { page } = desk;
    await desk.mark('Luis Pérez Leira', '4');
    await saved(desk.page);
    const { port } = new URL(app.url);
    await app.server.crash();
    await desk.mark('over 15', '7');
    await page.getByRole('button', { name: /^\d+ waiting, offline/ }).waitFor();
    await desk.mark('27 April 2026', '6');
    await page.keyboard.press('m');
    await page.keyboard.type('Written without a server.');
    await page.keyboard.press('Enter');
    await desk.inspector.getByText('Written without a server.').waitFor();
    await page.getByRole('button', { name: '3 waiting, offline' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('button', { name: '3 waiting, offline' }).waitFor();
    const again = await startTestServer({ data: app.server.data, args: ['--port', port] });
    try {
      await saved(page);
      const ines = new Colleague(again.url);
      const { claims } = await ines.client.listClaims({ query: { document: SOVINTERN } });
      const held = new Map(claims.map(({ object }) => [object.anchor.quote.exact, object]));
      expect([...held.keys()]).to.have.members(['Luis Pérez Leira', 'over 15', '27 April 2026']);
      expect(held.get('27 April 2026')!.notes.map(({ text }) => text)).to.eql(['Written without a server.']);
    } finally {
      await again.close();
    }
  });
});
