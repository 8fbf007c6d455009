import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type BrowserSuite, browserSuite } from '../../support/browser.ts';
import { type State, states } from './states.ts';

/** Where Tab may lead at most before it must have come round. */
const MOST = 400;

interface Stop {
  readonly is: string;
  /** Whether it is where the walk began. */
  readonly isFirst: boolean;
  /** Whether it comes after the stop before it, where that is still on the page: rows out of sight are taken away. */
  readonly follows: boolean;
  /** Whether anything of it is left that nothing else lies over; null where it has no box. */
  readonly isSeen: boolean | null;
}

const stop = (page: Page, begins: boolean): Promise<Stop | null> =>
  page.evaluate(begins => {
    const outer = document.activeElement;
    if (!outer || outer === document.body) return null;
    const box = outer.getBoundingClientRect();
    const points = [0.5, 0.1, 0.9].flatMap(x =>
      [0.5, 0.1, 0.9].map(y => [box.left + box.width * x, box.top + box.height * y]),
    );
    const shows = ([x, y]: number[]) => {
      const at = document.elementFromPoint(x!, y!);
      return (
        at !== null &&
        (outer.contains(at) || at.contains(outer) || at.closest('label')?.contains(outer) === true)
      );
    };
    const here = window as { firstStop?: Element; lastStop?: Element };
    if (begins) here.firstStop = outer;
    const last = here.lastStop;
    here.lastStop = outer;
    const follows =
      !last?.isConnected || (last.compareDocumentPosition(outer) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return {
      follows,
      is: `${outer.tagName.toLowerCase()}.${outer.className} ${outer.getAttribute('aria-label') ?? outer.textContent?.trim().slice(0, 40)}`,
      isFirst: here.firstStop === outer,
      isSeen: box.width === 0 ? null : points.some(shows),
    };
  }, begins);

/** @returns the stops of Tab from where the focus is until it leaves the page, or comes round */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press(key);
    const now = await stop(page, stops.length === 0);
    // Where the focus has left the page, the first key may only bring it back.
    if (!now && stops.length === 0 && i < 2) continue;
    if (!now || (stops.length > 0 && now.isFirst)) return stops;
    stops.push(now);
  }
  throw new Error(
    `The focus does not leave the page: ${stops
      .slice(-6)
      .map(({ is }) => is)
      .join('; ')}`,
  );
}

function follow(app: BrowserSuite, { name, open }: State): void {
  it(`goes through ${name} in the order of reading, is always seen, and comes out at either end`, async () => {
    const page = await app.newPage({ width: 1440, height: 900, reducedMotion: 'reduce' });
    await open(page, app.url);
    // The first that Tab comes to on any page.
    await page.getByRole('link', { name: 'Skip to content' }).focus();
    const there = await walk(page, 'Tab');
    expect(there.length).to.be.greaterThan(8);
    expect(
      there.filter(({ isSeen }) => isSeen === false).map(({ is }) => is),
      'hidden behind something',
    ).to.eql([]);
    const back = there
      .slice(1)
      .filter(({ follows }) => !follows)
      .map(({ is }) => is);
    expect(back, 'comes before what it follows').to.eql([]);
    expect((await walk(page, 'Shift+Tab')).length, 'the way back').to.be.greaterThan(there.length / 2);
  });
}

describe('Tab', function () {
  const app = browserSuite(this, { begin: 'example' });
  for (const name of ['Library', 'Sources', 'deciding', 'settings', 'Read, a claim in conflict'])
    follow(app, states.find(state => state.name === name)!);
});
