import { expect } from 'chai';
import { eventually } from '../browser/eventually.ts';
import type { FactChecker } from './fact-checker.ts';
import type { Place } from './places.ts';
import type { ClaimTypeName, DocumentName } from './plan/plan.ts';
import { markingOn } from './reading-state.ts';

/** Marks many places at once: the items of a list, or all places that have the same words. */
export class MarkMany {
  readonly #checker: FactChecker;

  constructor(checker: FactChecker) {
    this.#checker = checker;
  }

  get #form() {
    return this.#checker.inspector.getByRole('form', { name: 'Mark many at once' });
  }

  /** Marks the items of a list that are wanted; those that are read from it otherwise are left out. */
  async items(
    document: DocumentName,
    list: Place,
    type: ClaimTypeName,
    wanted: readonly Place[],
  ): Promise<void> {
    await this.#propose(document, list, 'i', type);
    await this.#leaveOut(new Set(wanted.map(({ start, words }) => `${start} ${words}`)));
    await this.#mark();
  }

  /** Marks all places that have the words of one. */
  async alike(document: DocumentName, place: Place, type: ClaimTypeName): Promise<void> {
    await this.#propose(document, place, '*', type);
    await this.#mark();
  }

  async #propose(document: DocumentName, words: Place, key: string, type: ClaimTypeName): Promise<void> {
    const { page } = this.#checker;
    await this.#checker.select(document, words);
    await page.keyboard.press(key);
    await this.#form.waitFor();
    await this.#form.getByLabel('Type').selectOption({ label: type });
    await eventually(async () => expect((await markingOn(page))?.type).to.equal(type.toLowerCase()));
  }

  async #leaveOut(wanted: ReadonlySet<string>): Promise<void> {
    const { page } = this.#checker;
    const { places } = (await markingOn(page))!;
    const unwanted = places.map(({ start, words }) => !wanted.has(`${start} ${words}`));
    const last = unwanted.lastIndexOf(true);
    if (last < 0) return;
    await this.#form.getByRole('checkbox').and(page.locator('[data-place="0"]')).focus();
    for (let place = 0; place <= last; place++) {
      if (unwanted[place]) await page.keyboard.press('x');
      await page.keyboard.press('j');
    }
  }

  async #mark(): Promise<void> {
    await this.#form.getByRole('button', { name: /^Mark \d+ as/ }).click();
    await this.#form.waitFor({ state: 'detached' });
    await this.#checker.inspector.getByRole('grid', { name: 'Claims' }).waitFor();
    await this.#checker.saved();
  }
}
