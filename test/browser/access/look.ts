import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { BrowserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { eventually } from '../eventually.ts';
import { targetsBelow, withoutRing, wordsOn } from './checks.ts';
import type { State } from './states.ts';

/** Controls that are smaller on purpose, by the end of their path, and why. */
const SMALL: readonly (readonly [end: RegExp, why: string])[] = [
  [
    /div\.ruler “/,
    'beside the thumb that scrolls, a wider ruler would be pressed by mistake; scrolling does the same',
  ],
];

/** What is looked at is there; only a transition may still be under way. */
const soon = (expectation: () => Promise<void>) => eventually(expectation, 3000);

const standOut = (page: Page) =>
  soon(async () => {
    const faint = (await wordsOn(page)).filter(({ ratio, least }) => ratio < least);
    expect(faint).to.eql([]);
  });

async function looksRight(page: Page, isPhone: boolean, { covers }: State): Promise<void> {
  await soon(async () => {
    // On phones targets are measured below, larger than axe asks and wherever they can be scrolled to.
    expect(await violations(page, covers || isPhone ? ['target-size'] : [])).to.eql([]);
  });
  // Colours are the same on a phone.
  if (!isPhone) await standOut(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width, 'scrolls sideways').to.be.at.most(0);
  if (isPhone && !covers)
    await soon(async () => {
      const small = await targetsBelow(page, 44);
      expect(small.filter(line => !SMALL.some(([end]) => end.test(line)))).to.eql([]);
    });
  expect(
    await page.evaluate(
      () => document.querySelectorAll('[tabindex]:not([tabindex="0"], [tabindex="-1"])').length,
    ),
  ).to.equal(0);
}

/** Of what axe looks for, only contrast depends on the theme; it is measured here, selected words and placeholders too. */
async function looksRightInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await standOut(page);
  expect(await withoutRing(page), 'focus that cannot be seen, dark').to.eql([]);
}

/** Looks at states on a wide window in both themes, and on a phone. */
export function look(app: BrowserSuite, all: readonly State[]): void {
  for (const state of all)
    for (const [name, isPhone, size] of [
      ['on a wide window', false, { width: 1440, height: 900 }],
      ['on a phone', true, { width: 390, height: 844 }],
    ] as const) {
      if (state.only && state.only !== (isPhone ? 'phone' : 'wide')) continue;
      it(`${state.name}, ${name}`, async () => {
        const page = await app.newPage({
          ...size,
          ...{ colorScheme: 'light', isNew: state.isNew ?? false },
        });
        page.setDefaultTimeout(10_000);
        await state.open(page, app.url);
        await looksRight(page, isPhone, state);
        if (isPhone) return;
        expect(await withoutRing(page), 'focus that cannot be seen, light').to.eql([]);
        // Giving the focus to everything may have closed what was open.
        if (state.covers) await state.open(page, app.url);
        await looksRightInTheDark(page);
      });
    }
}
