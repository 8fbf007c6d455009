import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import type { BrowserContext } from 'playwright-core';
import { launchProfile } from '../../support/browser.ts';
import { type RunningServer, startTestServer } from '../../support/server.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { ConflictDesk, luisAndLois } from '../conflicts/desk.ts';
import { BABAKOV, ReadDesk, SOVINTERN } from '../read/desk.ts';
import { saved } from '../saved.ts';
import { choose, kept, note } from './offline-desk.ts';

describe('a desk whose server is gone', function () {
  this.timeout(120_000);
  this.retries(1);
  let server: RunningServer;
  let profile: string;
  let browser: BrowserContext;

  beforeEach(async () => {
    server = await startTestServer();
    profile = await mkdtemp(path.join(tmpdir(), 'variorum-profile-'));
    browser = await launchProfile(profile);
  });

  afterEach(async () => {
    await browser.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  /** The application in a new window of the browser, with a text open. */
  async function reading(): Promise<ReadDesk> {
    const desk = new ReadDesk(await browser.newPage(), server.url);
    await desk.goTo(SOVINTERN);
    return desk;
  }

  it('goes on through a closed window and a browser that is started again, and sends all once and in order', async () => {
    const ines = new Colleague(server.url);
    const { conflict } = await luisAndLois(ines);
    let desk = await reading();
    let { page } = desk;
    await kept(page, SOVINTERN);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const conflicts = new ConflictDesk(page, server.url);
    await conflicts.goTo(conflict);
    await conflicts.side('B').locator('.psg').waitFor();
    await server.crash();

    await desk.goTo(SOVINTERN);
    await desk.marks('Luis Pérez Leira').first().waitFor();
    await desk.mark('over 15', '7');
    await choose(desk, 'v', '3');
    await page.getByRole('button', { name: '2 waiting, offline' }).waitFor();
    await page.getByText('You are offline.').first().waitFor();
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'New source' }).click();
    const form = desk.inspector.getByRole('form', { name: 'Evidence' });
    await form.getByLabel('Address').fill('https://example.org/fifty');
    await form.getByLabel('Title').fill('Fifty and not fifteen');
    await form.getByRole('button', { name: 'Attach' }).click();
    await desk.inspector.locator('.ev').getByRole('link', { name: 'Fifty and not fifteen' }).waitFor();

    await page.reload();
    await desk.marks('over 15').first().waitFor();
    await page.getByRole('button', { name: '3 waiting, offline' }).waitFor();
    await desk.mark('Evo Morales', '4');
    await note(desk, 'Written without a server.');
    const written = desk.inspector.getByText('Written without a server.');
    await page.getByRole('button', { name: '5 waiting, offline' }).waitFor();
    await page.keyboard.press('u');
    await written.waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+u');
    await written.waitFor();
    await page.getByRole('button', { name: '7 waiting, offline' }).waitFor();

    await conflicts.goTo(conflict);
    await conflicts.outcome('Both are right').click();
    await conflicts.reason.fill('Two forms of one name.');
    await conflicts.bar.getByRole('button', { name: /^Decide/ }).click();
    await page.getByRole('button', { name: '8 waiting, offline' }).waitFor();

    await page.goto(`${server.url}/read/${BABAKOV}`);
    await page
      .getByRole('heading', { name: 'The server is away, and this document is not kept here' })
      .waitFor();
    await page.goto(`${server.url}/library`);
    await page.getByTitle('Can be read offline').waitFor();
    await page.getByText('not kept here').first().waitFor();

    await browser.close();
    browser = await launchProfile(profile);
    desk = await reading();
    page = desk.page;
    await desk.marks('Evo Morales').first().waitFor();
    await page.getByRole('button', { name: '8 waiting, offline' }).click();
    const panel = page.getByRole('dialog', { name: 'Saving' });
    await panel.getByText('Evidence added').waitFor();
    const waiting = await panel.locator('.what').allTextContents();
    expect(waiting).to.have.length(8);

    const { port } = new URL(server.url);
    server = await startTestServer({ data: server.data, args: ['--port', port] });
    await saved(page);
    const { entries } = await new Colleague(server.url).client.readLog({ query: {} });
    // What touches other objects may go side by side; what one did to an object stays in order.
    const changes = entries.slice(-8).flatMap(entry => entry.changes);
    expect(new Set(changes.map(({ group }) => group)).size).to.equal(8);
    const done = new Map<string, string[]>();
    for (const { objectId, operation } of changes)
      done.set(objectId, [...(done.get(objectId) ?? []), operation.op]);
    expect([...done.values()]).to.deep.include.members([
      ['create', 'set', 'add'],
      ['create', 'add', 'drop', 'add'],
    ]);
    const { claims } = await ines.client.listClaims({ query: { document: SOVINTERN } });
    const held = new Map(claims.map(({ object }) => [object.anchor.quote.exact, object]));
    expect(held.size).to.equal(4);
    expect(held.get('over 15')).to.include({ verdict: 'imprecise' });
    expect(held.get('over 15')!.evidence).to.have.length(1);
    expect(held.get('Evo Morales')!.notes.map(({ text }) => text)).to.eql(['Written without a server.']);
    expect((await ines.conflictNow(conflict)).state).to.equal('settled');
  });
});
