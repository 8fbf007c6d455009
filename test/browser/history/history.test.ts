import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { createClient } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { Change } from '../../../shared/model/change.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { change, newClaim } from '../../server/http/serving.ts';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';
import { BABAKOV } from '../read/desk.ts';
import { saved } from '../saved.ts';

describe('History', function () {
  const app = browserSuite(this, { begin: 'seeds' });
  const api = () => createClient(contract, globalThis.fetch, app.url);
  const commit = (...changes: Change[]) => api().postChanges({ body: { changes } });
  const set = (id: string, values: Record<string, string>, by = 'Ines') =>
    change('claim', id, { op: 'set', values }, { by });
  const claims = async () => {
    const { claims: all } = await api().listClaims({ query: { document: BABAKOV } });
    return all.map(({ object }) => [object.anchor.quote.exact, object.verdict ?? object.workflow]);
  };
  /** Somebody of whom there is one entry. */
  let omar: string;
  let times = 0;
  let april: Change;
  let mironov: Change;
  /** The last entry before anything of this was done. */
  let begun: number;

  beforeEach(async () => {
    const { object } = await api().getDocument({ params: { id: BABAKOV } });
    const bytes = await api().getBytes({ params: { id: BABAKOV } });
    const text = { id: BABAKOV, revision: currentRevision(object).id, text: new TextDecoder().decode(bytes) };
    begun = (await api().readLog({ query: { limit: 1 } })).head.seq;
    mironov = newClaim(text, 'Sergei Mironov');
    april = newClaim(text, 'April 27', { type: 'date' });
    await commit(mironov);
    await commit(april);
    omar = `Omar ${++times}`;
    await commit(set(mironov.objectId, { verdict: 'disputed' }, omar));
    await commit(set(mironov.objectId, { verdict: 'accurate' }));
    await commit(set(april.objectId, { workflow: 'checked' }));
  });

  afterEach(async () => {
    const { claims: left } = await api().listClaims({ query: { document: BABAKOV } });
    await commit(...left.map(({ id }) => change('claim', id, { op: 'remove' }, { group: newId() })));
  });

  it('reads as a page, narrows to a person, and takes a step back together with what rests on it', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/library`);
    await page.locator('main h1').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    const log = page.getByRole('table', { name: 'The log' });
    const rows = log.locator('tr[data-seq]');
    await log.getByText('Workflow set to checked').first().waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));

    await page.getByLabel('Person').selectOption(omar);
    await page.waitForURL('**/history?by=Omar+*');
    await eventually(async () => expect(await rows.count()).to.equal(1));
    await page.keyboard.press('j');
    const step = page.getByRole('region', { name: 'The step' });
    await step.getByText('Verdict set to disputed').waitFor();
    await page.waitForURL(/seq=/);
    await page.keyboard.press('x');
    const way = page.getByRole('region', { name: 'Take back' });
    await way.getByText('1 later step rests on it').waitFor();
    await way.getByText('Verdict set to accurate').first().waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await way.getByLabel('Why').fill('Nobody had looked.');
    await way.getByRole('button', { name: 'Take back all 2 steps' }).click();
    await eventually(async () =>
      expect(await claims()).to.eql([
        ['Sergei Mironov', 'open'],
        ['April 27', 'checked'],
      ]),
    );

    await page.getByRole('button', { name: 'Show everything' }).first().click();
    await rows.first().getByText('Nobody had looked.').waitFor();
    await rows.first().getByText('Verdict taken away').waitFor();
    await saved(page);
    await page.keyboard.press('u');
    await eventually(async () => expect((await claims())[0]).to.eql(['Sergei Mironov', 'accurate']));
  });

  it('shows a text as it was, moves through time, and restores it in one step', async () => {
    const page = await app.newPage({ width: 390, height: 844 });
    await page.goto(`${app.url}/history/${BABAKOV}?at=${begun + 1}`);
    const marks = page.locator('.moment-text mark.c');
    await eventually(async () => expect(await marks.allTextContents()).to.eql(['Sergei Mironov']));
    const slider = page.getByRole('slider', { name: 'Moment' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(`**/history/${BABAKOV}?at=${begun + 2}`);
    await eventually(async () => expect(await marks.count()).to.equal(2));
    await page
      .getByText(/^as of .*after Ines$/)
      .first()
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(390);

    await page.getByRole('button', { name: 'Restore to this moment' }).click();
    const way = page.getByRole('region', { name: 'Restore the document' });
    await way.getByText('2 are changed').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await way.getByRole('button', { name: 'Restore', exact: true }).click();
    await eventually(async () =>
      expect(await claims()).to.eql([
        ['Sergei Mironov', 'open'],
        ['April 27', 'open'],
      ]),
    );
    await saved(page);
    await page.goto(`${app.url}/history?since=${begun + 4}&document=${BABAKOV}`);
    await page.getByText('1 is changed').first().waitFor();
    const one = page.locator('vr-differences li');
    await one.getByRole('link', { name: '“Sergei Mironov”' }).waitFor();
    await one.locator('del', { hasText: 'Accurate' }).waitFor();
  });
});
