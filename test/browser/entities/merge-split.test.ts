import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { Colleague, create } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';
import { saved } from '../saved.ts';

const TEXT =
  'Marta Ilves opened the fair. M. Ilves thanked the town. Märta Ilves spoke last. Marta Ilves is also a painter.';

describe('entities that are one, or two', function () {
  const app = browserSuite(this, { begin: 'nothing' });
  let colleague: Colleague;

  beforeEach('two entities are named by four claims', async () => {
    colleague = new Colleague(app.url);
    const { entities } = await colleague.client.listEntities({});
    for (const { id } of entities)
      await colleague.does({ kind: 'entity', objectId: id, operation: { op: 'remove' } });
    const documentId = await colleague.adds(`The fair ${randomUUID()}`, TEXT);
    const marta = randomUUID();
    const marta2 = randomUUID();
    const forms = (...all: string[]) => all.map(form => ({ id: randomUUID(), form }));
    const entity = (id: string, preferred: string, ...others: string[]) =>
      create('entity', {
        ...{ id, kind: 'person', preferred, distinctFrom: [] },
        variants: forms(preferred, ...others),
      });
    await colleague.does(
      entity(marta, 'Marta Ilves', 'M. Ilves'),
      entity(marta2, 'Märta Ilves', 'Frau Ilves'),
    );
    await colleague.marks(documentId, 'Marta Ilves', { entityId: marta });
    await colleague.marks(documentId, 'M. Ilves', { entityId: marta });
    await colleague.marks(documentId, 'Märta Ilves', { entityId: marta2 });
  });

  const row = (page: Page, name: string) =>
    page.locator('.entity-table tr', { has: page.getByRole('link', { name, exact: true }) });

  async function open(options: Parameters<typeof app.newPage>[0] = {}): Promise<Page> {
    const page = await app.newPage(options);
    await page.goto(`${app.url}/entities`);
    await row(page, 'Marta Ilves').waitFor();
    return page;
  }

  it('become one by selecting them, after a preview and as one step', async () => {
    const page = await open();
    await row(page, 'Marta Ilves').getByRole('link').focus();
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+j');
    await page.getByText('2 selected').first().waitFor();
    await page.keyboard.press('m');
    const preview = page.getByRole('group', { name: 'Make one entity of these' });
    await preview.getByText('1 claim moves to “Marta Ilves”.').waitFor();
    await preview.getByText('Märta Ilves · Frau Ilves').waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await preview.getByRole('button', { name: 'Make them one' }).click();
    await row(page, 'Märta Ilves').waitFor({ state: 'detached' });
    await row(page, 'Marta Ilves').locator('td.n', { hasText: '3' }).waitFor();
    await page.keyboard.press('u');
    await row(page, 'Märta Ilves').locator('td.n', { hasText: '1' }).waitFor();
  });

  it('become two by choosing what goes, after a preview and as one step; they are told apart for as long as that holds', async () => {
    const page = await open({ width: 390, height: 844 });
    await row(page, 'Marta Ilves').getByRole('link').click();
    const panel = page.getByRole('complementary', { name: 'Entity' });
    await panel.getByText('Named by 2 claims').waitFor();
    await page.keyboard.press('s');
    const split = panel.getByRole('group', { name: 'Make two entities of one' });
    await split.getByRole('checkbox', { name: /^M\. Ilves the form/ }).check();
    await split.getByText(/A new entity .*M\. Ilves.* is made, with 1 claim;/).waitFor();
    await eventually(async () => expect(await violations(page)).to.eql([]));
    await split.getByRole('button', { name: 'Split' }).click();
    await panel.getByText('Named by 1 claim').waitFor();
    await panel.getByRole('link', { name: 'M. Ilves', exact: true }).waitFor();
    await panel.getByRole('button', { name: /^Take back that it is not the same as/ }).click();
    await panel.getByRole('heading', { name: 'Not the same as' }).waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await panel.getByRole('heading', { name: 'Not the same as' }).waitFor();
    await page.keyboard.press('u');
    await panel.getByText('Named by 2 claims').waitFor();
  });

  it('have forms of languages', async () => {
    const page = await open();
    await row(page, 'Marta Ilves').getByRole('link').click();
    const panel = page.getByRole('complementary', { name: 'Entity' });
    await panel.getByRole('button', { name: 'Language of M. Ilves: not said' }).click();
    await page.keyboard.type('et');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Language of M. Ilves: Estonian' }).waitFor();
    await saved(page);
    await page.reload();
    await panel.getByRole('button', { name: 'Language of M. Ilves: Estonian' }).waitFor();
  });
});
