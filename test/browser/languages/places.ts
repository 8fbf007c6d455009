import type { Page } from 'playwright-core';
import { SOVINTERN } from '../read/desk.ts';

/** A screen or panel as it is looked over in each language; hands find their way by structure, not by words. */
export interface Place {
  readonly name: string;
  readonly path: string;
  /** What must be there before the page is looked at. */
  readonly there: string;
  /** What is done first. */
  act?(page: Page): Promise<void>;
}

/** Goes to the first claim of the text that is read. */
async function firstClaim(page: Page): Promise<void> {
  await page.locator('.reader-text').waitFor();
  await page.keyboard.press('j');
  await page.locator('vr-claim-head').waitFor();
}

const press = (keys: string) => async (page: Page) => {
  await firstClaim(page);
  await page.keyboard.press(keys);
};

export const places: readonly Place[] = [
  { name: 'the Library', path: '/library', there: 'vr-document-table tbody tr' },
  {
    name: 'a document’s menu',
    path: '/library',
    there: 'wa-dropdown[open] wa-dropdown-item',
    act: page => page.locator('vr-document-menu button').first().click(),
  },
  {
    name: 'pasting',
    path: '/library',
    there: 'vr-paste-panel',
    async act(page) {
      await page.locator('vr-document-table tbody tr').first().waitFor();
      await page.keyboard.press('p');
    },
  },
  { name: 'a text', path: `/read/${SOVINTERN}`, there: '.reader-text mark' },
  { name: 'a claim', path: `/read/${SOVINTERN}`, there: 'vr-history li', act: firstClaim },
  { name: 'a value and its fields', path: `/read/${SOVINTERN}`, there: 'vr-claim-form', act: press('Enter') },
  { name: 'new evidence', path: `/read/${SOVINTERN}`, there: 'vr-evidence-form', act: press('e') },
  { name: 'flagging', path: `/read/${SOVINTERN}`, there: 'vr-flag-form', act: press('f') },
  { name: 'a verdict', path: `/read/${SOVINTERN}`, there: '[role=listbox] [role=option]', act: press('v') },
  {
    name: 'marking',
    path: `/read/${SOVINTERN}`,
    there: 'vr-mark-palette .pal',
    async act(page) {
      await page.locator('.reader-text').waitFor();
      await page.keyboard.press('/');
      await page.locator('vr-find-bar input').fill('Sovintern');
      await page.locator('vr-find-bar [role=status]', { hasText: /\d/ }).waitFor();
      await page.keyboard.press('Escape');
    },
  },
  { name: 'many claims', path: `/read/${SOVINTERN}`, there: 'vr-claim-list', act: press('l') },
  {
    name: 'deciding',
    path: '/conflicts',
    there: 'vr-conflict-places',
    async act(page) {
      await page.locator('vr-conflict-queue a').first().click();
      await page.locator('vr-decision-bar').waitFor();
      await page.keyboard.press('3');
    },
  },
  {
    name: 'a decision on record',
    path: '/conflicts',
    there: 'vr-decision-record article',
    async act(page) {
      await page.locator('vr-conflict-queue select').first().selectOption('settled');
      await page.locator('vr-conflict-queue a').first().click();
    },
  },
  { name: 'the sources', path: '/sources', there: 'vr-source-table tbody tr' },
  {
    name: 'a source',
    path: '/sources',
    there: 'vr-source-panel vr-history li',
    act: page => page.locator('vr-source-table .tt').first().click(),
  },
  { name: 'the settings', path: '/settings', there: 'main h1' },
  {
    name: 'the keys',
    path: `/read/${SOVINTERN}`,
    there: '.help li',
    async act(page) {
      await page.locator('.reader-text').waitFor();
      await page.keyboard.press('?');
    },
  },
  {
    name: 'one’s name',
    path: '/library',
    there: '.who-form',
    act: page => page.locator('vr-who .who').click(),
  },
  { name: 'no such place', path: '/nowhere', there: 'main h1' },
];
