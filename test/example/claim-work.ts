import type { Locator } from 'playwright-core';
import type { FactChecker } from './fact-checker.ts';
import { fillIn } from './forms.ts';
import { type Place, placeOf } from './places.ts';
import {
  type DocumentName,
  documents,
  type Judgement,
  type PlannedClaim,
  type PlannedEvidence,
  type PlannedSource,
  type SourceEvidence,
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

  /** Marks a claim and does all that the plan says of it. @returns its id */
  async make(document: DocumentName, claim: PlannedClaim): Promise<string> {
    const checker = this.#checker;
    const id = await checker.mark(document, placeOf(document, claim), claim.type);
    for (const words of claim.also ?? []) await checker.extend(document, words);
    if (claim.fields) await this.fill(claim.fields);
    for (const evidence of claim.evidence ?? []) await this.attach(document, evidence);
    await this.judge(claim);
    return id;
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
    await this.#checker.choose(page.getByRole('listbox', { name: label }), digit);
    await inspector.getByRole('button', { name: `${label}: ${step}` }).waitFor();
  }

  /** Fills fields of the focused claim. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    const { page, inspector } = this.#checker;
    await page.keyboard.press('Enter');
    const form = inspector.locator('vr-claim-form form');
    await form.waitFor();
    await fillIn(form, fields);
    await form.getByRole('button', { name: 'Keep' }).click();
    await form.waitFor({ state: 'detached' });
  }

  /** Adds evidence to the focused claim. */
  async attach(document: DocumentName, evidence: PlannedEvidence): Promise<void> {
    const { page, inspector } = this.#checker;
    const pieces = inspector.locator('article.ev');
    const before = await pieces.count();
    await page.keyboard.press('e');
    const form = inspector.getByRole('form', { name: 'Evidence' });
    await form.waitFor();
    if ('source' in evidence) await this.describe(form, evidence);
    else {
      await form.getByRole('button', { name: 'A passage' }).click();
      await this.#assess(form, evidence);
      await form.getByRole('button', { name: 'Select the words' }).click();
      await this.#pick(
        document,
        placeOf(evidence.passage.document, evidence.passage),
        evidence.passage.document,
      );
    }
    await pieces.nth(before).waitFor();
    await form.waitFor({ state: 'detached' });
    // Back from another text, keys are heard once the claim is on the screen.
    await page.locator('mark.c.focus').first().waitFor();
  }

  /** Fills in the form of evidence from a source, and sends it. */
  async describe(form: Locator, evidence: SourceEvidence): Promise<void> {
    await this.#source(form, evidence.source);
    await this.#assess(form, evidence);
    if (evidence.quote) await form.getByLabel('Exact words').fill(evidence.quote);
    if (evidence.accessed) await form.getByLabel('Accessed').fill(evidence.accessed);
    await form.getByRole('button', { name: 'Attach', exact: true }).click();
  }

  async #assess(form: Locator, { stance, fit, locator, remark }: PlannedEvidence): Promise<void> {
    await form.getByLabel('Stance').selectOption({ label: stance });
    if (fit) await form.getByLabel('Citation fit').selectOption({ label: fit });
    if (locator) await form.getByLabel('Where in it').fill(locator);
    if (remark) await form.getByLabel('Remark').fill(remark);
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
      await this.#fillIn(form, planned);
    }
  }

  async #fillIn(form: Locator, { key, title, kind, fields }: PlannedSource): Promise<void> {
    await fillIn(form, { Title: title, Kind: kind, ...fields });
    this.#known.add(key);
  }

  /** Picks a passage of the open text or of another, and comes back. */
  async #pick(document: DocumentName, place: Place, there: DocumentName): Promise<void> {
    const { page } = this.#checker;
    await page.getByText('Use as evidence for').waitFor();
    if (there !== document) {
      const { title, id } = documents[there];
      await page.getByRole('combobox', { name: 'Go to a document' }).fill(title);
      await page.getByRole('option', { name: title }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(url => url.pathname.includes(id));
      await page.getByRole('heading', { name: title, level: 1 }).first().waitFor();
    }
    await this.#checker.select(there, place);
    await page.keyboard.press('Enter');
    await page.waitForURL(url => url.pathname.includes(documents[document].id));
    await page.getByText('Use as evidence for').waitFor({ state: 'detached' });
  }
}
