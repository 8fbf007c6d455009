import { expect } from 'chai';
import type { Draft } from '../../../shared/change/draft.ts';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';
import { BABAKOV, SOVINTERN } from '../read/desk.ts';
import { Colleague, create } from './colleague.ts';
import { ConflictDesk, luisAndLois } from './desk.ts';

const LONG =
  'Executive Secretary of the Anti-Imperialist International of the Peoples and Regional Coordinator '.repeat(
    3,
  );

describe('the look of the Conflicts screen', function () {
  const app = browserSuite(this);
  let usual: string;
  let crowded: string;

  before('raises conflicts', async () => {
    const ines = new Colleague(app.url);
    const { conflict, luis, lois } = await luisAndLois(ines);
    usual = conflict;
    await ines.attaches(lois, 'El retorno de la esperanza: ¿Es el “Sovintern” la respuesta al siglo XXI?', {
      fit: 'states',
    });
    const other = await ines.marks(BABAKOV, 'More than 100 parties', { type: 'count' });
    const fourth = await ines.marks(SOVINTERN, 'over 15', { type: 'count' });
    crowded = await ines.raises(
      [
        { value: LONG, claimIds: [luis, lois, other] },
        { value: 'محمد بن سلمان آل سعود', claimIds: [other] },
        { value: 'Luis', claimIds: [luis] },
        { value: `${'x'.repeat(300)}`, claimIds: [fourth] },
        { value: '1', claimIds: [fourth] },
      ],
      {
        title: LONG.slice(0, 400),
        severity: 'medium',
        grounds: [{ id: crypto.randomUUID(), rule: 'by-hand', says: LONG.repeat(4), for: true }],
      },
    );
  });

  for (const [colorScheme, name, width, height] of [
    ['light', 'a desk', 1440, 900],
    ['dark', 'a phone', 390, 844],
  ] as const) {
    it(`has nothing for axe to find, and fits its width, ${colorScheme}, on ${name}`, async () => {
      const desk = await ConflictDesk.open(app, usual, { width, height, colorScheme });
      for (const id of [usual, crowded]) {
        await desk.goTo(id);
        await desk.side('A').locator('.psg').first().waitFor();
        await desk.page.keyboard.press('1');
        await desk.page.getByRole('region', { name: 'Where it would apply' }).waitFor();
        if (id === crowded) await eventually(async () => expect(await violations(desk.page)).to.eql([]));
        await eventually(async () =>
          expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).to.equal(width),
        );
        const inner = await desk.page.locator('.dk').evaluate(pane => pane.scrollWidth - pane.clientWidth);
        expect(inner, 'the sides scroll sideways').to.equal(0);
      }
    });
  }

  it('sets four sides as two pairs', async () => {
    const ines = new Colleague(app.url);
    const { luis } = await luisAndLois(ines);
    const four = await ines.raises(['1', '2', '3', '4'].map(value => ({ value, claimIds: [luis] })));
    const desk = await ConflictDesk.open(app, four);
    await desk.side('D').locator('.psg').waitFor();
    const boxes = await desk.page
      .locator('vr-conflict-side')
      .evaluateAll(sides => sides.map(side => side.getBoundingClientRect().toJSON()));
    expect(boxes.map(({ left }) => left === boxes[0].left)).to.eql([true, false, true, false]);
    expect(new Set(boxes.map(({ width }) => Math.round(width))).size).to.equal(1);
  });

  it('says a citation as the reader does, in its own language', async () => {
    const ines = new Colleague(app.url);
    const { conflict, lois } = await luisAndLois(ines);
    const id = crypto.randomUUID();
    const csl = {
      ...{ type: 'webpage', title: 'El retorno', 'container-title': 'Kaosenlared', language: 'es' },
      issued: { 'date-parts': [[2026, 3, 15]] },
    };
    const item = {
      ...{ id: crypto.randomUUID(), sourceId: id, stance: 'supports', quote: 'la esperanza' },
      ...{ by: ines.by, at: new Date().toISOString() },
    };
    await ines.does(create('source', { id, csl }), {
      kind: 'claim',
      objectId: lois,
      operation: { op: 'add', list: 'evidence', item },
    } as Draft);
    const desk = await ConflictDesk.open(app, conflict);
    const piece = desk.side('B').locator('.ev');
    await piece.getByText('Kaosenlared, 15 March 2026').waitFor();
    await eventually(async () =>
      expect(await piece.locator('[lang=es]').allInnerTexts()).to.eql(['El retorno', 'la esperanza']),
    );
    await desk.side('B').getByRole('link').first().click();
    const read = desk.page.locator('.insp .ev');
    await read.getByText('Kaosenlared, 15 March 2026').waitFor();
    await eventually(async () =>
      expect(await read.locator('[lang=es]').allInnerTexts()).to.eql(['El retorno', 'la esperanza']),
    );
  });

  it('goes from the queue to a conflict, decides and comes back on a phone', async () => {
    const ines = new Colleague(app.url);
    const { conflict } = await luisAndLois(ines, 'By thumb');
    const desk = await ConflictDesk.open(app, '', { width: 390, height: 844 });
    const { page } = desk;
    await desk.rows.first().waitFor();
    await eventually(async () => expect(await desk.heading.allTextContents()).to.eql(['Conflicts']));
    await desk.queue.getByRole('link', { name: 'By thumb' }).click();
    await desk.shows('By thumb');
    await eventually(async () => expect(await desk.queue.isVisible()).to.equal(false));
    await desk.bar.getByText('Both are right').click();
    await desk.reason.fill('Galician and Spanish.');
    const button = desk.bar.getByRole('button', { name: 'Decide' });
    expect((await button.boundingBox())!.height).to.be.at.least(44);
    await button.click();
    await page.getByText('Decided.').first().waitFor();
    await desk.saved();
    expect((await ines.conflictNow(conflict)).state).to.equal('settled');
    await page.getByRole('link', { name: 'Queue' }).click();
    await desk.rows.first().waitFor();
    await eventually(async () =>
      expect(await desk.queue.getByRole('link', { name: 'By thumb' }).count()).to.equal(0),
    );
  });
});
