import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const source = readFile(
  fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly {
    readonly html: string;
    readonly any: readonly { readonly message: string }[];
  }[];
}

/**
 * Runs all rules of WCAG 2.2 A and AA, and those of good practice.
 * @param without rules that are left out; the caller says why
 * @param only the rules to run, where it is not all of them
 * @returns what axe finds wrong with the page as it is now, a line for each element
 */
export async function violations(
  page: Page,
  without: readonly string[] = [],
  only: readonly string[] = [],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  const options = {
    runOnly: only.length > 0 ? { type: 'rule', values: only } : { type: 'tag', values: TAGS },
    rules: Object.fromEntries(without.map(rule => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  };
  const found = (await page.evaluate(
    `axe.run(${JSON.stringify(options)}).then(result => result.violations)`,
  )) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
  );
}
