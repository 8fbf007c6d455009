import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../browser/eventually.ts';
import { saved } from '../browser/saved.ts';
import { type Place, placeOf } from './places.ts';
import { type ClaimTypeName, type DocumentName, documents, type Words } from './plan/plan.ts';
import { claimsOf, selectionOf } from './reading-state.ts';

/** The key of each type of claim; the others are found by typing. */
const DIGITS: Readonly<Partial<Record<ClaimTypeName, string>>> = {
  Member: '1',
  List: '2',
  Speaker: '3',
  Person: '4',
  Organization: '5',
  Date: '6',
  Count: '7',
  Quotation: '8',
  Place: '9',
};

/** Somebody at the Read screen: goes to texts and claims, selects and marks words. */
export class FactChecker {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  get inspector() {
    return this.page.getByRole('complementary', { name: 'Inspector' });
  }

  /** Gives the name that everything done from here on is signed with, as somebody who is here for the first time. */
  async sign(name: string): Promise<void> {
    await this.page.goto(`${this.#url}/library`);
    const welcome = this.page.getByRole('form', { name: 'Welcome' });
    await welcome.getByLabel('Your name').fill(name);
    await welcome.getByRole('button', { name: /^(Begin with the texts|To the desk)/ }).click();
    await welcome.waitFor({ state: 'detached' });
  }

  async openText(document: DocumentName): Promise<void> {
    await this.page.goto(`${this.#url}/read/${documents[document].id}`);
    await this.page.locator('.reader-text').waitFor();
    await this.#inSource();
  }

  /** @param address of the claim, without the origin */
  async openClaim(address: string): Promise<void> {
    await this.page.goto(`${this.#url}${address}`);
    await this.showClaim();
    await this.inspector.locator('.ctx b').waitFor();
    await this.page.locator('mark.c.focus').first().waitFor();
    await this.#inSource();
  }

  /** Words of mark-up can be selected only where they are shown. */
  async #inSource(): Promise<void> {
    const lens = this.page.getByRole('button', { name: 'Source', exact: true });
    if ((await lens.count()) > 0 && (await lens.getAttribute('aria-pressed')) === 'false') await lens.click();
  }

  /** Has the inspector show the focused claim, not the list of all. */
  async showClaim(): Promise<void> {
    const face = this.inspector.getByRole('tab', { name: 'Claim', exact: true });
    await face.waitFor();
    if ((await face.getAttribute('aria-selected')) === 'false') await face.click();
  }

  /** Selects a place, hands on the keyboard: through the search, and from there with Shift where it has several lines. */
  async select(document: DocumentName, place: Place): Promise<void> {
    const [line = ''] = place.words.split('\n');
    if (line === place.words) await this.#seek(place);
    else {
      await this.#seek(placeOf(document, { words: line.slice(0, 60) }));
      await this.#reach(place.end);
    }
    await this.page.getByRole('group', { name: 'Mark selection' }).waitFor();
  }

  async #seek({ words, nth }: Place): Promise<void> {
    const { page } = this;
    await page.keyboard.press('/');
    const field = page.getByLabel('Find in this document');
    await page.getByTitle('Capitals and accents count').click();
    await field.fill(words);
    const status = page.locator('vr-find-bar [role=status]');
    await status.filter({ hasText: ' of ' }).waitFor();
    await field.focus();
    const isThere = async () => new RegExp(`^${nth} of \\d+$`).test((await status.innerText()).trim());
    for (let tries = 0; !(await isThere()); tries++) {
      if (tries > 60) throw new Error(`The search does not come to “${words}”.`);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(30);
    }
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  }

  async #reach(end: number): Promise<void> {
    const { page } = this;
    for (let presses = 0; presses < 2000; presses++) {
      const { head } = await selectionOf(page);
      if (head === end) return;
      await page.keyboard.press(head < end ? 'Shift+ArrowDown' : 'Shift+ArrowLeft');
      // The page hears of the browser's selection only after the key.
      await eventually(async () => expect((await selectionOf(page)).head).not.to.equal(head));
    }
    throw new Error(`The keys do not reach ${end}.`);
  }

  /** Marks words and waits until the inspector shows them. @returns the claim's id */
  async mark(document: DocumentName, place: Place, type: ClaimTypeName): Promise<string> {
    const { page } = this;
    await this.showClaim();
    await this.select(document, place);
    const digit = DIGITS[type];
    if (digit) await page.keyboard.press(digit);
    else {
      await page.keyboard.press('0');
      await page.getByRole('combobox', { name: 'Type' }).fill(type);
      await page.keyboard.press('Enter');
      await this.#letGo(place);
    }
    await this.#standsAt(place);
    await this.inspector.getByRole('heading', { name: type, exact: true }).waitFor();
    const claims = await claimsOf(page);
    return claims.find(claim => claim.start === place.start && claim.type === type.toLowerCase())!.id;
  }

  /** Adds words elsewhere to the focused claim. */
  async extend(document: DocumentName, words: Words): Promise<void> {
    const place = placeOf(document, words);
    await this.select(document, place);
    await this.page.keyboard.press('+');
    await this.#letGo(place);
  }

  /** Leaves the selection, once what was done with it shows. */
  async #letGo(place: Place): Promise<void> {
    await this.#standsAt(place);
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('group', { name: 'Mark selection' }).waitFor({ state: 'hidden' });
  }

  async #standsAt({ start, end }: Place): Promise<void> {
    const range = `${start.toLocaleString('en')}–${end.toLocaleString('en')}`;
    await this.inspector.getByText(range).first().waitFor();
  }

  /** Chooses a step from the list that a key opens. */
  async choose(list: Locator, digit: number): Promise<void> {
    await list.waitFor();
    await this.page.keyboard.press(String(digit));
    await list.waitFor({ state: 'detached' });
  }

  /** Waits until everything done so far is on the server. */
  saved(): Promise<void> {
    return saved(this.page);
  }
}
