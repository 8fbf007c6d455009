import type { Page } from 'playwright-core';
import { colourOf, contrast, luminance, over } from './in-page/colour.ts';
import { controls, everyElement, isShown, parentOf, pathOf } from './in-page/elements.ts';
import { ringless } from './in-page/rings.ts';
import { smallTargets } from './in-page/targets.ts';
import { ground, texts, type Words } from './in-page/texts.ts';

const all = [
  ...[colourOf, contrast, luminance, over, controls, everyElement, isShown, parentOf, pathOf],
  ...[ground, texts, ringless, smallTargets],
];

/** Runs code in the page beside all checks. They travel as source, since a page has none of the test's modules. */
const inPage = <T>(page: Page, code: string): Promise<T> =>
  page.evaluate(`(() => { ${all.map(String).join('\n')}\n return ${code}; })()`) as Promise<T>;

/** @returns all words on the page with their contrast, the faintest first */
export const wordsOn = (page: Page): Promise<Words[]> => inPage(page, 'texts()');

/** @returns controls that are smaller than a square of so many CSS pixels, a line each */
export const targetsBelow = (page: Page, least: number): Promise<string[]> =>
  inPage(page, `smallTargets(${least})`);

/** @returns controls that do not show that they have the focus, a line each */
export async function withoutRing(page: Page): Promise<string[]> {
  // From here on the keyboard was used last.
  await page.keyboard.press('Shift');
  return inPage(page, 'ringless()');
}
