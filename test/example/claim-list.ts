import type { ClaimWork } from './claim-work.ts';
import type { FactChecker } from './fact-checker.ts';
import { type Judgement, type SourceEvidence, verdicts, workflows } from './plan/plan.ts';
import { claimsOf } from './reading-state.ts';

/** Heights of the rows, as the pointer finds them. */
const ROW = 32;

/** Somebody at the list of claims beside the text: goes to claims, selects several, does the same to all of them. */
export class ClaimList {
  readonly #checker: FactChecker;

  constructor(checker: FactChecker) {
    this.#checker = checker;
  }

  get #rows() {
    return this.#checker.inspector.getByRole('grid', { name: 'Claims' });
  }

  get #bar() {
    return this.#checker.inspector.locator('vr-claims-bar');
  }

  async #show(): Promise<void> {
    const face = this.#checker.inspector.getByRole('tab', { name: /^List/ });
    if ((await face.getAttribute('aria-selected')) === 'false') await face.click();
    await this.#rows.waitFor();
  }

  /** Goes to a claim, whose words and fields the inspector then shows. */
  async goTo(id: string): Promise<void> {
    await this.#click(id, false);
    await this.#checker.page.keyboard.press('Enter');
    await this.#checker.inspector.locator('.ctx b').waitFor();
    await this.#checker.page.locator('mark.c.focus').first().waitFor();
  }

  /** Selects claims, and no others. */
  async pick(ids: readonly string[]): Promise<void> {
    const [first, ...others] = ids;
    const said = this.#bar.getByText(new RegExp(`^${ids.length} selected`));
    for (let tries = 0; ; tries++) {
      await this.#click(first!, false);
      for (const id of others) await this.#click(id, true);
      try {
        await said.waitFor({ timeout: 5000 });
        return;
      } catch (error) {
        // A row may have moved under the pointer, where claims were marked just before.
        if (tries === 3) throw error;
      }
    }
  }

  async #click(id: string, adds: boolean): Promise<void> {
    await this.#show();
    const { page } = this.#checker;
    const place = (await claimsOf(page)).findIndex(claim => claim.id === id);
    await this.#rows.evaluate((rows, top) => rows.scrollTo(0, top), Math.max(0, place - 3) * ROW);
    await this.#rows
      .locator(`[data-place="${place}"] .cl-words`)
      .click({ modifiers: adds ? ['ControlOrMeta'] : [] });
  }

  /** Says something of all claims that are selected. */
  async judge(
    { workflow, verdict, tags = [] }: Judgement,
    work: ClaimWork,
    evidence?: SourceEvidence,
  ): Promise<void> {
    const checker = this.#checker;
    const { page } = checker;
    for (const tag of tags) {
      await this.#begin('Tag');
      await page.getByLabel('Tag', { exact: true }).fill(tag);
      await this.#end('Add tag');
    }
    if (evidence) {
      await this.#begin('Evidence');
      await work.describe(this.#bar.getByRole('form', { name: 'Evidence' }), evidence);
      await this.#bar.getByRole('form', { name: 'Evidence' }).waitFor({ state: 'detached' });
    }
    if (verdict) await this.#scale('verdict', verdicts.indexOf(verdict) + 1);
    if (workflow) await this.#scale('workflow', workflows.indexOf(workflow) + 1);
    await checker.saved();
  }

  /** Writes the same into a field of all claims that are selected. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [field, text] of Object.entries(fields)) {
      await this.#begin('Field');
      const form = this.#bar.getByRole('form');
      await form.getByLabel('Field').selectOption({ label: field });
      await form.getByLabel('Text', { exact: true }).fill(text);
      await this.#end('Set');
    }
    await this.#checker.saved();
  }

  async #scale(name: 'workflow' | 'verdict', digit: number): Promise<void> {
    await this.#bar.getByRole('button', { name: `Set ${name} of all selected` }).click();
    await this.#checker.choose(
      this.#bar.getByRole('listbox', { name: `Set ${name} of all selected` }),
      digit,
    );
  }

  async #begin(deed: string): Promise<void> {
    await this.#bar.getByRole('button', { name: deed, exact: true }).click();
    await this.#bar.getByRole('form').waitFor();
  }

  async #end(button: string): Promise<void> {
    await this.#bar.getByRole('form').getByRole('button', { name: button, exact: true }).click();
    await this.#bar.getByRole('form').waitFor({ state: 'detached' });
  }
}
