import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { startTestServer } from '../../support/server.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { ReadDesk, SOVINTERN } from '../read/desk.ts';
import { saved } from '../saved.ts';

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
