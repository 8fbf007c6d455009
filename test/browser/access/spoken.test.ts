import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { luisAndLois } from '../conflicts/desk.ts';
import { eventually } from '../eventually.ts';
import { SOVINTERN } from '../read/desk.ts';
import { heard, listen } from './heard.ts';

describe('what is spoken', function () {
  const app = browserSuite(this);
  let conflict: string;

  before('prepares claims', async () => {
    const ines = new Colleague(app.url);
    ({ conflict } = await luisAndLois(ines, 'Luis or Lois'));
    await ines.marks(SOVINTERN, 'The Sovintern was inaugurated in Moscow, Russia, on 27 April 2026', {
      type: 'statement',
    });
    await ines.marks(SOVINTERN, 'inaugurated in Moscow', { type: 'place', workflow: 'checked' });
  });

  async function at(path: string, shown: string): Promise<Page> {
    const page = await app.newPage();
    await listen(page);
    await page.goto(app.url + path);
    await page.locator(shown).first().waitFor();
    return page;
  }

  /** Waits until something was said, then a little more, for what should not be said as well. @returns all of it */
  async function hears(page: Page, words: RegExp): Promise<string[]> {
    const all: string[] = [];
    await eventually(async () => {
      all.push(...(await heard(page)));
      expect(
        all.some(one => words.test(one)),
        `${words} among ${JSON.stringify(all)}`,
      ).to.equal(true);
    });
    await page.waitForTimeout(400);
    return [...all, ...(await heard(page))];
  }

  const seek = async (page: Page, words: string) => {
    await page.keyboard.press('/');
    await page.getByLabel('Find in this document').fill(words);
    await page.locator('vr-find-bar [role=status]', { hasText: ' of ' }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(sought => getSelection()?.toString() === sought, words);
  };

  it('is a claim that one goes to: its words, type, value, state and conflict, once', async () => {
    const page = await at(`/read/${SOVINTERN}`, 'mark.c');
    await heard(page);
    await page.keyboard.press('j');
    const all = await hears(page, /^Luis Pérez Leira\. Person: Luis Pérez Leira, open, in conflict$/);
    expect(all.filter(words => /Luis Pérez/.test(words))).to.have.length(1);
  });

  it('are the claims that the caret comes into, innermost first, and how many lie there', async () => {
    const page = await at(`/read/${SOVINTERN}`, 'mark.c');
    await seek(page, 'The Sovintern was');
    await hears(page, /^Statement: The Sovintern was inaugurated/);
    await page.keyboard.press('ArrowRight');
    for (const word of ['inaugurated', 'in']) {
      await page.keyboard.press('Control+ArrowRight');
      if (word === 'inaugurated')
        await hears(page, /^Place: .*, checked\. 2 claims on top of one another here$/);
    }
    expect(await heard(page), 'nothing new inside the claim').to.eql([]);
    await page.keyboard.press('Alt+ArrowDown');
    const list = page.getByRole('listbox', { name: 'Claims here' });
    await list.waitFor();
    const options = await list
      .getByRole('option')
      .evaluateAll(all =>
        all.map(
          one =>
            `${one.getAttribute('aria-posinset')} of ${one.getAttribute('aria-setsize')}: ${one.getAttribute('aria-label')}`,
        ),
      );
    expect(options[0]).to.match(/^1 of 2: inaugurated in Moscow, Place, checked$/);
    expect(options[1]).to.match(/^2 of 2: The Sovintern was .*, Statement, open$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await hears(page, /^Statement, open, focused$/);
  });

  it('is what was made of words, with its value, and what was undone', async () => {
    const page = await at(`/read/${SOVINTERN}`, '.reader-text');
    await seek(page, 'over 15');
    await page.locator('.pal').waitFor();
    await heard(page);
    await page.keyboard.press('7');
    const all = await hears(page, /^Marked as count: over 15, read as > 15/);
    expect(
      all.filter(words => /count/i.test(words)),
      'said once',
    ).to.have.length(1);
    await page.keyboard.press('x');
    await hears(page, /^Workflow set to checked$/);
    await page.keyboard.press('u');
    await hears(page, /^Undone: /);
  });

  it('is how many claims a filter leaves, and how many places a search finds', async () => {
    const page = await at(`/read/${SOVINTERN}`, 'mark.c');
    await heard(page);
    await page.getByRole('button', { name: /^Person \d/ }).click();
    await hears(page, /^\d+ of \d+ claims are shown\.$/);
    await page.keyboard.press('a');
    await hears(page, /^All claims are shown\.$/);
    await page.keyboard.press('/');
    await page.getByLabel('Find in this document').fill('Putin');
    const all = await hears(page, /^\d+ of \d+$/);
    expect(
      all.filter(words => /seeking/.test(words)),
      'progress is not spoken',
    ).to.eql([]);
  });

  it('is a conflict that one goes to, what a decision lacks, tied to its field, and the decision', async () => {
    const page = await at(`/conflicts/${conflict}`, '.dk h1');
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await hears(page, /^Say which side is right\.$/);
    const sides = page.getByRole('radiogroup', { name: 'Which side' });
    await eventually(async () => {
      expect(await sides.getAttribute('aria-invalid')).to.equal('true');
      expect(
        await sides.evaluate(
          group => document.getElementById(group.getAttribute('aria-describedby')!)?.textContent,
        ),
      ).to.equal('Say which side is right.');
    });
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await hears(page, /^Give the reason/);
    const reason = page.getByLabel('Reason');
    await eventually(async () =>
      expect(await reason.getAttribute('aria-describedby')).to.equal('decision-lacks'),
    );
    await reason.fill('He signs so.');
    await heard(page);
    await page.keyboard.press('Control+Enter');
    const all = await hears(page, /^Decided\. Undo$/);
    expect(
      all.filter(words => words.startsWith('Decided')),
      'said once',
    ).to.have.length(1);
  });

  it('are the headings of the text, as headings of their level', async () => {
    const page = await at(`/read/${SOVINTERN}`, '.reader-text [role=heading]');
    await page
      .getByRole('heading', { level: 1, name: 'International Socialist Network Sovintern' })
      .waitFor();
    await page.getByRole('textbox').getByRole('heading', { level: 2, name: 'History' }).waitFor();
  });
});
