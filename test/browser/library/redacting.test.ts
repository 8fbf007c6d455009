import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';

const WORDS = 'Ignacio Zubizarreta';
const TEXT = `The treasurer was ${WORDS}, it is said.\n`;

describe('Redacting', function () {
  const app = browserSuite(this);

  it('tells what it reaches, asks for a reason and a word, and takes the words from every window', async () => {
    const ines = new Colleague(app.url);
    const id = await ines.adds('Minutes', TEXT);
    await ines.marks(id, WORDS);
    const reader = await app.newPage();
    await reader.goto(`${app.url}/read/${id}`);
    await reader.getByText(WORDS).first().waitFor();
    const page = await app.newPage();
    const from = TEXT.indexOf(WORDS);
    await page.goto(`${app.url}/documents/${id}/redact?from=${from}&to=${from + WORDS.length}`);
    await page.getByText('1 claim loses words, values or quotes').first().waitFor();
    expect(await page.locator('blockquote').innerText()).to.equal(WORDS);
    expect(await violations(page)).to.deep.equal([]);
    const destroy = page.getByRole('button', { name: 'Destroy these words' });
    expect(await destroy.getAttribute('aria-disabled')).to.equal('true');
    await page.getByLabel('Why').fill('He asked for it');
    await page.getByLabel('To go on, type “destroy”').fill('destroy');
    await destroy.click();
    await page.waitForURL(`**/read/${id}`);
    for (const window of [page, reader])
      await eventually(async () => {
        const shown = await window.locator('body').innerText();
        expect(shown).to.contain('█').and.not.to.contain('Zubizarreta');
      }, 20_000);
  });
});
