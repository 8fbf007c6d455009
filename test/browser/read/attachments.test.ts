import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { pdf, png } from '../../support/files.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk, SOVINTERN } from './desk.ts';

const shot = png(320, 200, [30, 90, 200]);

/** Pastes or drops a file, as a browser tells the page of it. */
async function bring(place: Locator, how: 'paste' | 'drop', name: string, bytes: Buffer, type: string) {
  const given = { how, name, type, base64: bytes.toString('base64') };
  await place.evaluate((element, { how, name, type, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name, { type }));
    const told = { bubbles: true, cancelable: true, composed: true };
    element.dispatchEvent(
      how === 'paste'
        ? new ClipboardEvent('paste', { ...told, clipboardData: data })
        : new DragEvent('drop', { ...told, dataTransfer: data }),
    );
  }, given);
}

describe('attachments of evidence', function () {
  const app = browserSuite(this);

  it('are pasted into the form, dropped on the piece, chosen, opened, taken off and brought back', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN);
    const { page, inspector } = desk;
    await desk.mark('Luis Pérez Leira', '4');
    // A screenshot pasted with nothing begun begins a new piece of evidence.
    await bring(page.locator('body'), 'paste', 'image.png', shot, 'image/png');
    const form = inspector.getByRole('form', { name: 'Evidence' });
    await form.getByRole('link', { name: /^Screenshot \d{4}-\d\d-\d\d/ }).waitFor();
    await form.getByLabel('Title').fill('The call');
    await form.getByRole('button', { name: 'Attach' }).click();
    const piece = inspector.locator('article.ev');
    await piece.getByRole('link', { name: /^Screenshot/ }).waitFor();
    await bring(piece.locator('.t'), 'drop', 'Протокол “1”.pdf', pdf('Sovintern'), 'application/pdf');
    const protocol = piece.getByRole('link', { name: 'Протокол “1”.pdf' });
    await protocol.waitFor();
    await piece.getByLabel('Choose files').setInputFiles([
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('What she said on the telephone.') },
      { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<h1>x</h1>') },
    ]);
    await piece.getByRole('link', { name: 'notes.txt' }).waitFor();
    await piece.getByText('this cannot').waitFor();
    await piece.getByRole('button', { name: 'Put away: page.html' }).click();
    await piece.getByText('this cannot').waitFor({ state: 'detached' });
    await desk.saved();
    await page.reload();
    await page.locator('.reader-text').waitFor();
    const pictures = piece.locator('img.thumb');
    await eventually(async () =>
      expect(
        await pictures.evaluateAll(all => all.map(img => (img as HTMLImageElement).naturalWidth)),
      ).to.deep.equal([320]),
    );
    const address = await protocol.getAttribute('href');
    const served = await page.request.get(app.url + address);
    expect(served.headers()['content-type']).to.equal('application/pdf');
    expect(await served.body()).to.deep.equal(pdf('Sovintern'));
    await piece.getByRole('button', { name: /^Take off Протокол/ }).click();
    await protocol.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await protocol.waitFor();
    await desk.saved();
  });

  it('wait in the browser while the server is away, are seen meanwhile, and arrive before the change that names them', async () => {
    const desk = await ReadDesk.open(app, SOVINTERN, { allow: [/ERR_INTERNET_DISCONNECTED|Failed to load/] });
    const { page, inspector } = desk;
    await desk.mark('Sergey Mironov', '4');
    await page.keyboard.press('e');
    const form = inspector.getByRole('form', { name: 'Evidence' });
    await form.getByRole('button', { name: 'New source' }).click();
    await form.getByLabel('Title').fill('Seen on the spot');
    await desk.saved();
    await page.context().setOffline(true);
    await bring(form, 'drop', 'stage.png', shot, 'image/png');
    await form.getByRole('link', { name: 'stage.png' }).waitFor();
    await form.getByRole('button', { name: 'Attach' }).click();
    const picture = inspector.locator('article.ev img.thumb');
    await eventually(async () => expect(await picture.getAttribute('src')).to.match(/^blob:/));
    await eventually(async () =>
      expect(await picture.evaluate(img => (img as HTMLImageElement).naturalWidth)).to.equal(320),
    );
    await page.context().setOffline(false);
    await desk.saved();
    const claims = (await (
      await page.request.get(`${app.url}/api/claims?document=${SOVINTERN}&limit=50`)
    ).json()) as {
      claims: { object: { evidence: { attachments?: { sha256: string; name: string }[] }[] } }[];
    };
    const [attached] = claims.claims
      .flatMap(({ object }) => object.evidence.flatMap(({ attachments = [] }) => attachments))
      .filter(({ name }) => name === 'stage.png');
    const served = await page.request.get(`${app.url}/api/attachments/${attached!.sha256}`);
    expect(await served.body()).to.deep.equal(shot);
  });
});
