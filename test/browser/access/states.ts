import type { Page } from 'playwright-core';
import { BABAKOV, SOVINTERN } from '../read/desk.ts';

/** Where somebody is in the application, and how to get there. */
export interface State {
  readonly name: string;
  /** Only there on a wide window, or on a phone. */
  readonly only?: 'wide' | 'phone';
  /** On a desk on which there is nothing. */
  readonly isEmpty?: boolean;
  /** As somebody who was never here. */
  readonly isNew?: boolean;
  /**
   * Why the size of targets is not asked for: a list lies over controls that can be pressed once it is closed, and
   * axe measures the part of them that is left.
   */
  readonly covers?: true;
  open(page: Page, url: string): Promise<void>;
}

type Step = (page: Page, url: string) => Promise<void>;

const at =
  (path: string, shown = 'main h1'): Step =>
  async (page, url) => {
    await page.goto(url + path);
    await page.locator(shown).first().waitFor();
  };
const press =
  (keys: string, shown: string): Step =>
  async page => {
    for (const key of keys.split(' ')) await page.keyboard.press(key);
    await page.locator(shown).first().waitFor();
  };
const click =
  (role: 'button' | 'link', name: RegExp, shown: string): Step =>
  async page => {
    await page.getByRole(role, { name }).first().click();
    await page.locator(shown).first().waitFor();
  };
const steps =
  (...all: readonly Step[]): Step =>
  async (page, url) => {
    for (const step of all) await step(page, url);
  };

const library = at('/library', 'main h1, main h2');
const read = at(`/read/${SOVINTERN}`, 'mark.c');
const claim = steps(read, press('j', '.insp .hd h2'));
const conflict = steps(at('/conflicts', '.qi'), async page => {
  await page.locator('.qi').first().click();
  await page.locator('.dk h1').waitFor();
});
const selected: Step = async page => {
  await page.keyboard.press('/');
  await page.getByLabel('Find in this document').fill('network-based');
  await page.locator('vr-find-bar [role=status]', { hasText: ' of ' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.pal').waitFor();
};

/** Every screen, and the states in which it shows something else. A new screen, panel or dialog is a line here. */
export const states: readonly State[] = [
  { name: 'greeting', isNew: true, open: at('/library', '.greeting h1') },
  { name: 'empty Library', isEmpty: true, open: at('/library') },
  { name: 'empty Conflicts', isEmpty: true, open: at('/conflicts') },
  { name: 'empty Sources', isEmpty: true, open: at('/sources') },
  { name: 'Read without a text', isEmpty: true, open: at('/read', 'main h1, main h2, main p') },
  { name: 'nowhere', open: at('/nowhere', 'main h1') },
  { name: 'Library', open: library },
  {
    name: 'Library, exporting',
    covers: true,
    open: steps(library, click('button', /^Export/, 'wa-dropdown-item')),
  },
  { name: 'Library, pasting', open: steps(library, click('button', /Paste/, 'form.paste')) },
  {
    name: 'Library, menu of a document',
    covers: true,
    open: steps(library, click('button', /^Actions|More/, 'wa-dropdown[open] wa-dropdown-item')),
  },
  { name: 'keys', open: steps(library, press('?', '[role=dialog]')) },
  { name: 'who signs', open: steps(library, click('button', /^You sign as/, '.who-form')) },
  { name: 'command palette', open: steps(library, press('Control+k', '[role=combobox]')) },
  { name: 'settings', open: at('/settings') },
  { name: 'Sources', open: at('/sources') },
  { name: 'Sources, one open', open: steps(at('/sources', '.tt'), press('j Enter', '.source-panel')) },
  { name: 'empty Entities', isEmpty: true, open: at('/entities') },
  { name: 'Entities', open: at('/entities') },
  { name: 'empty Lists', isEmpty: true, open: at('/lists') },
  { name: 'empty Timeline', isEmpty: true, open: at('/timeline') },
  { name: 'empty Coverage', isEmpty: true, open: at('/coverage') },
  { name: 'Lists', open: at('/lists', '.mx tbody th') },
  { name: 'Lists, one row', open: steps(at('/lists', '.mx tbody th'), press('j f', '.row-panel')) },
  { name: 'Lists, choosing', open: steps(at('/lists', '.mx tbody th'), press('a', '.picker')) },
  { name: 'Timeline', open: at('/timeline', '.agenda .tt') },
  { name: 'Coverage', open: at(`/coverage/${SOVINTERN}`, 'mark.c') },
  {
    name: 'Coverage, one claim',
    open: steps(at(`/coverage/${SOVINTERN}`, 'mark.c'), press('j', '.cover .item')),
  },
  { name: 'Compare, nothing chosen', isEmpty: true, open: at('/compare') },
  { name: 'Compare', open: at(`/compare?left=${BABAKOV}&right=${SOVINTERN}`, '.cmp .mk') },
  {
    name: 'Compare, one difference',
    open: steps(
      at(`/compare?left=${BABAKOV}&left-at=0-300&right=${SOVINTERN}&right-at=0-300&by=character`, '.cmp'),
      press('n', '.cmp .at'),
    ),
  },
  { name: 'History', open: at('/history', '.log .entry') },
  { name: 'History, a step', open: steps(at('/history', '.log .entry'), press('j', '.entry-full .means')) },
  {
    name: 'History, taking back',
    open: steps(at('/history', '.log .entry'), press('j x', 'vr-way :is(.means, .totals)')),
  },
  { name: 'History, a text as it was', open: at(`/history/${SOVINTERN}?at=400`, '.moment-text mark.c') },
  { name: 'History, what changed', open: at('/history?since=1200', 'vr-differences li') },
  { name: 'what waits', open: steps(library, press('g w', '[role=dialog]')) },
  { name: 'Conflicts', open: at('/conflicts', '.qi') },
  { name: 'deciding', open: steps(conflict, press('1', '.sides-of')) },
  { name: 'deciding, something lacks', open: steps(conflict, press('2 Control+Enter', '.lacks')) },
  { name: 'Read', open: read },
  { name: 'Read, source text', open: steps(read, press('r', '.reader-text.src')) },
  { name: 'Read, finding', open: steps(read, press('/ p a r t y', '.find')) },
  { name: 'Read, words selected', open: steps(read, selected) },
  { name: 'Read, all types', open: steps(read, selected, press('0 p', '.found [role=option]')) },
  { name: 'Read, a claim', open: claim },
  { name: 'Read, a claim in conflict', open: steps(read, press('n', '.insp .conf')) },
  { name: 'Read, attaching evidence', open: steps(claim, press('e', '.insp form')) },
  { name: 'Read, editing the value', open: steps(claim, press('Enter', '.insp form')) },
  { name: 'Read, verdict', covers: true, open: steps(claim, press('v', '.insp [role=listbox]')) },
  { name: 'Read, noting', open: steps(claim, press('m', '.insp textarea')) },
  { name: 'Read, flagging', open: steps(claim, press('f', '.picking')) },
  { name: 'Read, list of claims', open: steps(read, press('l', '[role=grid]')) },
  { name: 'Read, contents and filters', only: 'phone', open: steps(read, press('[', '.side.drawer')) },
];
