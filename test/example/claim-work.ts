import type { Locator } from 'playwright-core';
import type { FactChecker } from './fact-checker.ts';
import { fillIn } from './forms.ts';
import {
  type DocumentName,
  documents,
  type Judgement,
  type PlannedClaim,
  type PlannedEvidence,
  type PlannedSource,
  verdicts,
  workflows,
} from './plan/plan.ts';
import { sources, sourcesAtHand } from './plan/sources.ts';

/** What is done to the focused claim: fields, judgement, evidence, notes. */
export class ClaimWork {
  readonly #checker: FactChecker;
  /** Keys of sources that are on the desk. */
  readonly #known: Set<string>;

  constructor(checker: FactChecker, known: Set<string>) {
    this.#checker = checker;
    this.#known = known;
  }

  /** Marks a claim and does all that the plan says of it. @returns its address */
  async make(document: DocumentName, claim: PlannedClaim): Promise<string> {
    const checker = this.#checker;
    const address = await checker.mark(document, claim, claim.type);
    if (claim.also) await checker.extend(document, claim.also);
    if (claim.fields) await this.#fill(claim.fields);
    for (const [i, evidence] of (claim.evidence ?? []).entries())
      await this.#attach(document, evidence, i + 1);
    await this.judge(claim);
    return address;
  }

  /** Sets workflow, verdict and tags, and leaves a note. */
  async judge({ workflow, verdict, tags = [], note }: Judgement): Promise<void> {
    const { page, inspector } = this.#checker;
    for (const tag of tags) {
      await page.keyboard.press('t');
      await page.getByLabel('New tag').fill(tag);
      await page.keyboard.press('Enter');
      await inspector.getByRole('button', { name: `Take the tag ${tag} away` }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByLabel('New tag').waitFor({ state: 'detached' });
    }
    if (verdict) await this.#choose('v', 'Verdict', verdicts.indexOf(verdict) + 1, verdict);
    if (workflow === 'Checked') {
      await page.keyboard.press('x');
      await inspector.getByRole('button', { name: 'Workflow: Checked' }).waitFor();
    } else if (workflow) await this.#choose('w', 'Workflow', workflows.indexOf(workflow) + 1, workflow);
    if (note) {
      await page.keyboard.press('m');
      await this.#say(page.getByLabel('Note', { exact: true }), note);
    }
  }

  /** Answers the first note. */
  async reply(text: string): Promise<void> {
    const { page, inspector } = this.#checker;
    await inspector
      .getByRole('button', { name: /^Reply to/ })
      .first()
      .click();
    await this.#say(page.getByLabel('Reply', { exact: true }), text);
  }

  async #say(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.press('Enter');
    await this.#checker.inspector.locator('.note .said', { hasText: text }).waitFor();
    await field.waitFor({ state: 'detached' });
  }

  async #choose(key: string, label: string, digit: number, step: string): Promise<void> {
    const { page, inspector } = this.#checker;
    await page.keyboard.press(key);
    await page.getByRole('listbox', { name: label }).waitFor();
    await page.keyboard.press(String(digit));
    await inspector.getByRole('button', { name: `${label}: ${step}` }).waitFor();
  }

  async #fill(fields: Readonly<Record<string, string>>): Promise<void> {
    const { page, inspector } = this.#checker;
    await page.keyboard.press('Enter');
    const form = inspector.locator('vr-claim-form form');
    await form.waitFor();
    await fillIn(form, fields);
    await form.getByRole('button', { name: 'Keep' }).click();
    await form.waitFor({ state: 'detached' });
  }

  async #attach(document: DocumentName, evidence: PlannedEvidence, count: number): Promise<void> {
    const { page, inspector } = this.#checker;
    await page.keyboard.press('e');
    const form = inspector.getByRole('form', { name: 'Evidence' });
    await form.waitFor();
    if ('source' in evidence) await this.#source(form, evidence.source);
    else await form.getByRole('button', { name: 'A passage' }).click();
    const { stance, fit, locator, remark } = evidence;
    await form.getByLabel('Stance').selectOption({ label: stance });
    if (fit) await form.getByLabel('Citation fit').selectOption({ label: fit });
    if (locator) await form.getByLabel('Where in it').fill(locator);
    if (remark) await form.getByLabel('Remark').fill(remark);
    if ('source' in evidence) {
      if (evidence.quote) await form.getByLabel('Exact words').fill(evidence.quote);
      if (evidence.accessed) await form.getByLabel('Accessed').fill(evidence.accessed);
      await form.getByRole('button', { name: 'Attach' }).click();
    } else {
      await form.getByRole('button', { name: 'Select the words' }).click();
      await this.#pick(document, evidence.passage);
    }
    await inspector
      .locator('article.ev')
      .nth(count - 1)
      .waitFor();
    await form.waitFor({ state: 'detached' });
    // Back from another text, keys are heard once the claim is on the screen.
    await page.locator('mark.c.focus').first().waitFor();
  }

  async #source(form: Locator, key: string): Promise<void> {
    const { page } = this.#checker;
    const planned = [...sources, ...sourcesAtHand].find(source => source.key === key);
    if (!planned) throw new Error(`The plan has no source “${key}”.`);
    if (this.#known.has(key)) {
      await form.getByRole('button', { name: 'A source here' }).click();
      const { title, fields } = planned;
      await form.getByRole('combobox', { name: 'Source' }).fill(fields.Address ?? title);
      await form
        .getByRole('option')
        .filter({ hasText: title.slice(0, 30) })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await form.locator('.chosen').waitFor();
    } else {
      await form.getByRole('button', { name: 'New source' }).click();
      await this.#describe(form, planned);
    }
  }

  async #describe(form: Locator, { key, title, kind, fields }: PlannedSource): Promise<void> {
    await fillIn(form, { Title: title, Kind: kind, ...fields });
    this.#known.add(key);
  }

  async #pick(
    document: DocumentName,
    passage: Extract<PlannedEvidence, { passage: unknown }>['passage'],
  ): Promise<void> {
    const { page } = this.#checker;
    await page.getByText('Use as evidence for').waitFor();
    if (passage.document !== document) {
      const { title } = documents[passage.document];
      await page.getByRole('combobox', { name: 'Go to a document' }).fill(title);
      await page.getByRole('option', { name: title }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(url => url.pathname.includes(documents[passage.document].id));
      await page.getByRole('heading', { name: title, level: 1 }).first().waitFor();
    }
    await this.#checker.select(passage.document, passage);
    await page.keyboard.press('Enter');
    await page.waitForURL(url => url.pathname.includes(documents[document].id));
    await page.getByText('Use as evidence for').waitFor({ state: 'detached' });
  }
}
