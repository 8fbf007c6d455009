import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { VariorumFile } from '../../../shared/formats/variorum-json/file.ts';
import { browserSuite } from '../../support/browser.ts';
import { saved } from '../saved.ts';
import { Hands } from './hands.ts';

describe('a whole case by keyboard alone', function () {
  const app = browserSuite(this, { finding: true });

  it('finds, marks, types, attaches, flags, decides and exports', async function () {
    this.timeout(120_000);
    const page = await app.newPage({ width: 1440, height: 900 });
    const hands = new Hands(page);
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const seek = async (words: string) => {
      await hands.press('/');
      await hands.at(/^input Find in this document/);
      await hands.press('Control+a');
      await hands.type(words);
      await page
        .getByRole('search')
        .getByText(/^\d+ of \d+$/)
        .waitFor();
      await hands.press('Escape');
      await hands.at(/^\S+\.reader-text/);
      await page.waitForFunction(sought => getSelection()?.toString() === sought, words);
    };

    await page.goto(app.url);
    await page
      .getByRole('link', { name: 'International Socialist Network Sovintern', exact: true })
      .waitFor();
    await hands.press('j');
    await hands.at(/^a International Socialist Network Sovintern/);
    await hands.press('Enter');
    await page.waitForURL('**/read/*');
    await page.locator('.reader-text').waitFor();

    await seek('Luis Pérez Leira');
    await hands.press('4');
    await inspector.getByRole('heading', { name: 'Person' }).waitFor();
    await hands.at(/^\S+\.reader-text/);
    await hands.press('w');
    await hands.at(/^ul Workflow/);
    await hands.press('2');
    await hands.at(/^\S+\.reader-text/);
    await hands.press('v');
    await hands.at(/^ul Verdict/);
    await hands.press('2');
    await hands.at(/^\S+\.reader-text/);
    await hands.press('m');
    await hands.at(/^textarea Note/);
    await hands.type('Two spellings in one article.');
    await hands.press('Enter');
    await hands.at(/^\S+\.reader-text/);
    await inspector.getByText('Two spellings in one article.').waitFor();

    await hands.press('e');
    await hands.at(/^(input Address|button New source)/);
    await hands.fill(
      [/^input Address/, 'https://kaosenlared.net/retorno'],
      [/^input Title/, 'El retorno de la esperanza'],
      [/^input Authors/, 'Lois Pérez Leira'],
      [/^input Published/, '15 March 2026'],
      [/^select Stance/, 'Contradicts'],
      [/^select Citation fit/, 'States it'],
      [/^textarea Exact words/, 'Lois Pérez Leira'],
      [/^input Where in it/, 'byline'],
    );
    await hands.press('Enter');
    await inspector.locator('.ev', { hasText: 'El retorno de la esperanza' }).waitFor();
    await hands.at(/^\S+\.reader-text/);

    await seek('Lois Pérez Leira');
    await hands.press('4');
    await hands.at(/^\S+\.reader-text/);
    await inspector.locator('.ctx b', { hasText: 'Lois Pérez Leira' }).waitFor();
    await saved(page);
    await hands.press('f');
    await hands.at(/^input Which claim disagrees/);
    await hands.type('Luis P');
    await inspector.getByRole('option', { name: /Luis Pérez Leira/ }).waitFor();
    await hands.press('Enter');
    await inspector.getByText(/^Given names differ in 1 letter/).waitFor();
    await hands.pressUntil('Tab', /^button Raise conflict/);
    await hands.at(/^button Raise conflict/);
    await hands.press('Enter');
    await page.getByText('The conflict is raised.', { exact: true }).first().waitFor();
    await hands.at(/^\S+\.reader-text/);

    await hands.press('g', 'c');
    await page.waitForURL('**/conflicts');
    await page.getByRole('heading', { level: 1, name: /L[ou]is Pérez Leira/ }).waitFor();
    await hands.at(/^h1/);
    await hands.press('3');
    await hands.at(/^textarea Reason/);
    await hands.type('He signs his own columns Lois; Luis is the Spanish form.');
    await hands.press('Shift+Tab');
    await hands.at(/^input Preferred form/);
    await hands.press('Control+a');
    await hands.type('Lois Pérez Leira');
    await hands.press('Control+Enter');
    await page.getByText('Decided.').first().waitFor();
    await hands.at(/^h1/);
    await saved(page);

    await hands.press('g', 'l');
    await page.waitForURL('**/library');
    await hands.at(/^h1 Library/);
    await hands.pressUntil('Tab', /^button Export/);
    await hands.at(/^button Export/);
    await hands.press('Enter');
    await page.getByRole('menuitem', { name: /Variorum/ }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      hands.pressUntil('ArrowDown', /^wa-dropdown-item .*Variorum/).then(() => hands.press('Enter')),
    ]);
    const exported = VariorumFile.parse(JSON.parse(await readFile(await download.path(), 'utf8')));
    const luis = exported.claims.find(claim => claim.anchor.quote.exact === 'Luis Pérez Leira')!;
    const lois = exported.claims.find(claim => claim.anchor.quote.exact === 'Lois Pérez Leira')!;
    expect(luis).to.include({ type: 'person', workflow: 'checking', verdict: 'imprecise' });
    expect(lois).to.include({ verdict: 'accurate' });
    expect(luis.notes.map(note => note.text)).to.eql(['Two spellings in one article.']);
    expect(luis.evidence[0]).to.include({
      stance: 'contradicts',
      fit: 'states',
      quote: 'Lois Pérez Leira',
      locator: 'byline',
    });
    const source = exported.sources.find(source => source.id === luis.evidence[0]!.sourceId)!;
    expect(source.csl).to.deep.include({
      URL: 'https://kaosenlared.net/retorno',
      title: 'El retorno de la esperanza',
      issued: { 'date-parts': [[2026, 3, 15]] },
    });
    const [conflict] = exported.conflicts;
    expect(conflict!.state).to.equal('settled');
    expect(conflict!.sides.map(side => side.value)).to.have.members(['Luis Pérez Leira', 'Lois Pérez Leira']);
    expect(conflict!.decisions[0]).to.include({
      outcome: 'same-entity',
      preferred: 'Lois Pérez Leira',
      reason: 'He signs his own columns Lois; Luis is the Spanish form.',
    });
    for (const claim of [luis, lois])
      expect(claim.settled).to.eql([
        { id: conflict!.decisions[0]!.id, conflictId: conflict!.id, preferred: 'Lois Pérez Leira' },
      ]);
  });
});
