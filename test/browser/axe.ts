import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const source = fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url));

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** @returns what axe finds wrong with the page as it is now, a line for each element */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(source, 'utf8'));
  const found = (await page.evaluate('axe.run().then(result => result.violations)')) as Violation[];
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
