import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';
import { choose } from '../offline/offline-desk.ts';
import { SOVINTERN } from '../read/desk.ts';
import { saved } from '../saved.ts';
import { othersIn, pageOf, readerOf } from './people.ts';

describe('two people at one claim', function () {
  const app = browserSuite(this);
  let li: Colleague;

  before(() => {
    li = new Colleague(app.url, 'Li');
  });

  it('merge what they set in different fields, and the notes and tags of both', async () => {
    const claim = await li.marks(SOVINTERN, 'Luis Pérez Leira');
    const marta = await readerOf(app, 'Marta', SOVINTERN, `/${claim}`);
    const ines = await readerOf(app, 'Ines', SOVINTERN, `/${claim}`);
    for (const desk of [marta, ines])
      await desk.inspector.locator('.ctx b', { hasText: 'Luis Pérez Leira' }).waitFor();
    await choose(marta, 'v', '1');
    await choose(ines, 'w', '3');
    for (const [desk, note] of [
      [marta, 'from Marta'],
      [ines, 'from Ines'],
    ] as const) {
      await desk.page.keyboard.press('m');
      await desk.page.keyboard.type(note);
      await desk.page.keyboard.press('Enter');
      await saved(desk.page);
    }
    for (const desk of [marta, ines]) {
      await desk.row('Status').getByText('Accurate').waitFor();
      await desk.row('Status').getByText('Checked').waitFor();
      await desk.inspector.getByText('from Marta').waitFor();
      await desk.inspector.getByText('from Ines').waitFor();
    }
    const now = await li.claim(claim);
    expect(now).to.include({ verdict: 'accurate', workflow: 'checked' });
    expect(now.notes.map(({ by }) => by)).to.have.members(['Marta', 'Ines']);
  });

  it('lose nothing half typed, and are shown both values of a field that both have set', async () => {
    const marta = await readerOf(app, 'Marta', SOVINTERN);
    await marta.mark('Evo Morales', '4');
    await saved(marta.page);
    await marta.page.waitForURL(`**/read/${SOVINTERN}/*`);
    const claim = new URL(marta.page.url()).pathname.split('/').at(-1)!;
    const { page } = marta;
    const sets = (values: Record<string, string>) =>
      li.does({ kind: 'claim', objectId: claim, operation: { op: 'set', values } });
    const edit = page.getByRole('button', { name: 'Edit value and fields' });
    const role = page.getByLabel('Role', { exact: true });
    await edit.click();
    await role.fill('Secretary');
    await sets({ workflow: 'checking', 'fields.role': 'Treasurer' });
    await marta.inspector.getByText(/Changed by .?Li.? just now/).waitFor();
    await marta.row('Status').getByText('Checking').waitFor();
    expect(await role.inputValue()).to.equal('Secretary');
    await page.getByRole('button', { name: 'Keep' }).click();
    const both = page.getByRole('alert').filter({ hasText: 'Treasurer' });
    await both.getByText('Secretary').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await both.getByRole('button', { name: 'Put mine' }).click();
    await marta.row('Role').getByText('Secretary').waitFor();
    await saved(page);
    expect((await li.claim(claim)).fields.role).to.equal('Secretary');

    await edit.click();
    await role.fill('Speaker');
    await sets({ 'fields.role': 'Guest' });
    await eventually(async () => expect((await li.claim(claim)).fields.role).to.equal('Guest'));
    await marta.inspector.locator('vr-history').getByText('Li').nth(2).waitFor();
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Leave theirs' }).click();
    await marta.row('Role').getByText('Guest').waitFor();
  });

  it('see that the other is there, go to where they are, and see them leave', async () => {
    const claim = await li.marks(SOVINTERN, 'Sergey Mironov');
    const marta = await pageOf(app, 'Marta Kovač');
    await marta.goto(`${app.url}/library`);
    // A window that was closed without a word is seen for a while longer, also by the second try of a test.
    const name = `Ines ${randomUUID().slice(0, 4)}`;
    const ines = await readerOf(app, name, SOVINTERN, `/${claim}`);
    const link = othersIn(marta).getByRole('link', { name });
    await eventually(async () => expect(await link.getAttribute('title')).to.match(/Sovintern/));
    expect(await link.getAttribute('data-initials')).to.match(/^I/);
    await eventually(async () => expect(await violations(marta)).to.eql([]));
    await link.click();
    await marta.waitForURL(`**/read/${SOVINTERN}/${claim}`);
    await marta.getByText(`${name} is here too`).waitFor();
    await ines.page.close({ runBeforeUnload: true });
    await link.waitFor({ state: 'detached' });
  });
});
