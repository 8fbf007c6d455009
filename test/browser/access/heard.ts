import type { Page } from 'playwright-core';

declare global {
  interface Window {
    said: string[];
  }
}

/** What a screen reader's user hears of what happens: the words of live regions, as they change. Call it before going anywhere. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const regions =
      '[aria-live=polite], [aria-live=assertive], [role=status]:not([aria-live=off]), [role=alert]';
    window.said = [];
    const look = (root: Node) =>
      new MutationObserver(changes => {
        const changed = new Set<Element>();
        for (const { target, addedNodes } of changes) {
          const region = (target instanceof Element ? target : target.parentElement)?.closest(regions);
          if (region) changed.add(region);
          for (const added of addedNodes)
            if (added instanceof Element)
              for (const one of [added, ...added.querySelectorAll('*')]) {
                if (one.matches(regions)) changed.add(one);
                if (one.shadowRoot) look(one.shadowRoot);
              }
        }
        for (const region of changed) {
          const words = region.textContent!.replace(/\s+/g, ' ').trim();
          if (words) window.said.push(words);
        }
      }).observe(root, { subtree: true, childList: true, characterData: true });
    document.addEventListener('DOMContentLoaded', () => look(document));
  });
}

/** @returns what was said since it was last asked */
export const heard = (page: Page): Promise<string[]> => page.evaluate(() => window.said.splice(0));
