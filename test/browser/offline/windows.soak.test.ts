import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk, SOVINTERN } from '../read/desk.ts';
import { saved } from '../saved.ts';
import { AWAY, choose, cutOff, leads, note } from './offline-desk.ts';

describe('windows of one browser', function () {
  const app = browserSuite(this);

  /** A second window beside the first. */
  async function beside(first: ReadDesk, rest = ''): Promise<ReadDesk> {
    const second = new ReadDesk(await first.page.context().newPage(), app.url);
    await second.goTo(SOVINTERN, rest);
    return second;
  }

  it('see at once what any of them did, and one sends for all', async () => {
    const first = await ReadDesk.open(app, SOVINTERN);
    const second = await beside(first);
    await eventually(async () => expect(await leads(first.page)).to.equal(true));
    expect(await leads(second.page)).to.equal(false);
    const sent: string[] = [];
    second.page.on('request', request => sent.push(new URL(request.url()).pathname));
    await second.mark('over 15', '7');
    await saved(second.page);
    await first.marks('over 15').first().waitFor();
    await first.mark('Evo Morales', '4');
    await second.marks('Evo Morales').first().waitFor();
    expect(sent).not.to.include('/api/changes');
  });

  it('share what waits: another takes over when the one that sends is closed', async () => {
    const first = await ReadDesk.open(app, SOVINTERN, { allow: AWAY });
    const second = await beside(first);
    await eventually(async () => expect(await leads(first.page)).to.equal(true));
    const restoreFirst = await cutOff(first.page);
    const restore = await cutOff(second.page);
    await first.mark('House of the Trade Unions', '9');
    await second.marks('House of the Trade Unions').first().waitFor();
    await second.mark('Jackson Hinkle', '4');
    await second.page.getByRole('button', { name: '2 waiting, offline' }).waitFor();
    await first.marks('Jackson Hinkle').first().waitFor();
    await restoreFirst();
    await first.page.route('**/api/**', route => route.abort());
    await first.page.close();
    await eventually(async () => expect(await leads(second.page)).to.equal(true));
    await restore();
    await saved(second.page);
    const { claims } = await new Colleague(app.url).client.listClaims({ query: { document: SOVINTERN } });
    const words = claims.map(({ object }) => object.anchor.quote.exact);
    expect(words.filter(one => /Trade Unions|Hinkle/.test(one))).to.have.members([
      'House of the Trade Unions',
      'Jackson Hinkle',
    ]);
  });

  it('let one take back what waits, also where it was done in another, unless something builds on it', async () => {
    const first = await ReadDesk.open(app, SOVINTERN, { allow: AWAY });
    const second = await beside(first);
    await eventually(async () => expect(await leads(first.page)).to.equal(true));
    const restore = await cutOff(first.page);
    await cutOff(second.page);
    await second.mark('George Galloway', '4');
    await note(second, 'A former member of parliament.');
    await first.marks('George Galloway').first().waitFor();
    await first.page.getByRole('button', { name: '2 waiting, offline' }).click();
    const panel = first.page.getByRole('dialog', { name: 'Saving' });
    const takeBack = (what: string) => panel.getByRole('button', { name: `Take back: ${what}` });
    expect(await takeBack('Mark person: George Galloway').isDisabled()).to.equal(true);
    await takeBack('Note added').click();
    await second.inspector.getByText('A former member of parliament.').waitFor({ state: 'detached' });
    await takeBack('Mark person: George Galloway').click();
    await second.marks('George Galloway').first().waitFor({ state: 'detached' });
    await panel.getByRole('heading', { name: 'Nothing waits' }).waitFor();
    await restore();
  });

  it('show what was refused side by side until somebody has chosen, through reloads too', async () => {
    const ines = new Colleague(app.url);
    const claim = await ines.marks(SOVINTERN, 'Héctor Béjar');
    const other = await ines.marks(SOVINTERN, 'Said Bakkali');
    const desk = await ReadDesk.open(app, SOVINTERN, { allow: AWAY });
    const { page } = desk;
    await desk.goTo(SOVINTERN, `/${other}`);
    await desk.inspector.locator('.ctx b', { hasText: 'Said Bakkali' }).waitFor();
    await desk.goTo(SOVINTERN, `/${claim}`);
    await desk.inspector.locator('.ctx b', { hasText: 'Héctor Béjar' }).waitFor();
    const restore = await cutOff(page);
    await choose(desk, 'v', '5');
    await choose(desk, 'w', '2');
    await ines.does({
      kind: 'claim',
      objectId: claim,
      operation: { op: 'set', values: { verdict: 'accurate' } },
    });
    await restore();
    const review = page.getByRole('region', { name: 'To look at again' });
    await review.getByText('Ines has set the verdict meanwhile').waitFor();
    expect(await review.locator('.theirs').innerText()).to.equal('Accurate');
    expect(await review.locator('.mine').innerText()).to.equal('Contradicted');
    await page.reload();
    await review.getByText('Ines has set the verdict meanwhile').waitFor();
    await desk.row('Status').getByText('Accurate').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('x');
    await page.keyboard.press('2');
    await review.waitFor({ state: 'detached' });
    await saved(page);
    expect(await ines.claim(claim)).to.include({ verdict: 'contradicted', workflow: 'checking' });
  });

  it('bring back a decision whose grounds were changed while it waited', async () => {
    const ines = new Colleague(app.url);
    const [a, b] = [await ines.marks(SOVINTERN, 'Bogdan'), await ines.marks(SOVINTERN, 'Pawan Karki')];
    const conflict = await ines.raises([
      { value: 'Bogdan', claimIds: [a] },
      { value: 'Pawan', claimIds: [b] },
    ]);
    const desk = await ReadDesk.open(app, SOVINTERN, { allow: AWAY });
    const { page } = desk;
    await page.goto(`${app.url}/conflicts/${conflict}`);
    const bar = page.getByRole('form', { name: 'Decision' });
    await bar.getByRole('radio', { name: 'Both are right' }).waitFor();
    await page.getByRole('region', { name: 'Side B' }).locator('.psg').waitFor();
    const restore = await cutOff(page);
    await bar.getByRole('radio', { name: 'Both are right' }).click();
    await bar.getByLabel('Reason').fill('They are two people.');
    await bar.getByRole('button', { name: /^Decide/ }).click();
    await page.getByRole('button', { name: '1 waiting, offline' }).waitFor();
    await ines.attaches(b, 'Today I am departing for Moscow');
    // What is done in a moment is decided on what stands; this waited.
    await new Promise(resolve => setTimeout(resolve, 2200));
    await restore();
    const review = page.getByRole('region', { name: 'To look at again' });
    await review.getByText('what it rests on was changed before it arrived').waitFor();
    await review.getByRole('button', { name: 'It holds all the same' }).click();
    await review.waitFor({ state: 'detached' });
    expect((await ines.conflictNow(conflict)).state).to.equal('settled');
  });
});

describe('a browser that keeps nothing', function () {
  const app = browserSuite(this);

  for (const [how, words, script] of [
    [
      'forbids it',
      'over 15',
      'Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("No.", "SecurityError"); } })',
    ],
    [
      'has no room',
      'member organisations',
      'IDBObjectStore.prototype.add = () => { throw new DOMException("Full.", "QuotaExceededError"); }',
    ],
  ] as const) {
    it(`says so where it ${how}, and works on in memory`, async () => {
      const page = await app.newPage({ allow: AWAY });
      await page.addInitScript(script);
      const desk = new ReadDesk(page, app.url);
      await desk.goTo(SOVINTERN);
      const restore = await cutOff(page);
      await desk.mark(words, '7');
      await page.getByText('leave it open').first().waitFor();
      await page.getByRole('button', { name: '1 waiting, offline' }).click();
      await page.getByText('This browser keeps nothing for this page').first().waitFor();
      await restore();
      await page.getByRole('button', { name: 'Try now' }).first().click();
      await saved(page);
    });
  }
});
