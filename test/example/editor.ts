import type { Page } from 'playwright-core';
import { saved } from '../browser/saved.ts';
import type { FactChecker } from './fact-checker.ts';
import { fillIn, literally } from './forms.ts';
import {
  documents,
  outcomes,
  type PlannedConflict,
  type PlannedDecision,
  type PlannedSource,
} from './plan/plan.ts';
import type { Marked } from './shift-work.ts';

/** Adds a source; the Sources screen is open. */
export async function addSource(page: Page, source: PlannedSource): Promise<void> {
  await page.getByRole('button', { name: 'Add source' }).first().click();
  const form = page.getByRole('group', { name: 'New source' });
  await fillIn(form, { Title: source.title, Kind: source.kind, ...source.fields });
  await form.getByRole('button', { name: 'Add source' }).click();
  await page
    .getByRole('complementary', { name: 'Source' })
    .getByRole('heading', { name: source.title })
    .waitFor();
}

/** Raises a conflict from the first of its claims. @returns the address of the conflict */
export async function raise(
  checker: FactChecker,
  conflict: PlannedConflict,
  claims: readonly Marked[],
): Promise<string> {
  const { page, inspector } = checker;
  await checker.openClaim(claims[0]!.address);
  await page.keyboard.press('f');
  const form = inspector.getByRole('form', { name: 'Flag a conflict' });
  await form.waitFor();
  for (const { words, type, document } of claims.slice(1)) {
    const line = words.replace(/\s+/g, ' ');
    const begin = line.slice(0, BEGINNING);
    await form.getByRole('combobox').first().fill(begin);
    const rest = line.length > BEGINNING ? '.*' : '';
    const says = `${type}, ${documents[document].title}`;
    const label = new RegExp(`^\\s*${literally(begin)}${rest}\\s+${literally(says)}\\s*$`);
    await form.getByRole('option').filter({ hasText: label }).first().click();
    await form.locator('.other', { hasText: begin }).first().waitFor();
  }
  await form.getByLabel('Severity').selectOption({ label: conflict.severity });
  await form.getByLabel('Kind').selectOption({ label: conflict.kind });
  if (conflict.reason) await form.getByLabel('Reason, where it needs one').fill(conflict.reason);
  await form.getByRole('button', { name: 'Raise conflict' }).click();
  await page.getByRole('button', { name: 'To the desk' }).last().click();
  await page.waitForURL(/\/conflicts\/[0-9a-f-]{36}$/);
  await checker.saved();
  return new URL(page.url()).pathname;
}

/** Settles a conflict at the desk. */
export async function decide(page: Page, address: string, decision: PlannedDecision): Promise<void> {
  await page.goto(address);
  const bar = page.getByRole('form', { name: 'Decision' });
  await bar.waitFor();
  await page.locator('vr-conflict-side .psg').first().waitFor();
  const { adopts, outcome, side, preferred, reason } = decision;
  if (adopts) await page.keyboard.press('a');
  else await page.keyboard.press(String(outcomes.indexOf(outcome) + 1));
  await bar.getByRole('radio', { name: outcome, checked: true }).waitFor({ state: 'attached' });
  if (side) await bar.getByRole('radiogroup', { name: 'Which side' }).getByText(side).click();
  if (preferred) await bar.getByLabel('Preferred form').fill(preferred);
  const field = bar.getByLabel('Reason');
  await field.fill(adopts ? (await field.inputValue()) + reason : reason);
  await field.press('Control+Enter');
  await page.getByText('Decided.').first().waitFor();
  await saved(page);
}

/** Takes a settled conflict up again. */
export async function reopen(page: Page, address: string, reason: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Reopen' }).click();
  await page.getByLabel('Why it is taken up again').fill(reason);
  await page.getByRole('button', { name: 'Reopen' }).click();
  await page.getByRole('form', { name: 'Decision' }).waitFor();
  await saved(page);
}

/** Records what speaks against the decision in force. */
export async function dissent(page: Page, address: string, text: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Record dissent' }).click();
  await page.getByLabel('What you hold against it').fill(text);
  await page.getByRole('button', { name: 'Record dissent' }).click();
  await page.locator('.dissent', { hasText: text }).waitFor();
  await saved(page);
}

/** So many letters of a claim are typed to find it. */
const BEGINNING = 50;
