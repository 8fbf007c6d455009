import { expect } from 'chai';
import type { Page } from 'playwright-core';

/** Where the keyboard is: the element that has the focus, by what it is, and whether a person can see that. */
export interface Focus {
  /** The element and its name: `textarea Reason`. */
  readonly is: string;
  readonly isInView: boolean;
  /** Whether anything shows it: a ring, a caret in a field, or a mark on what stands for it. */
  readonly isShown: boolean;
}

/** A person who has a keyboard only. */
export class Hands {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  /** Presses a key until the focus is somewhere. */
  async pressUntil(key: string, where: RegExp, most = 60): Promise<void> {
    const seen: string[] = [];
    for (let i = 0; i < most; i++) {
      await this.press(key);
      const { is } = await this.focus();
      if (where.test(is)) return;
      seen.push(is);
    }
    throw new Error(`${key} did not lead to ${where}, but to ${seen.join('; ')}`);
  }

  /** Fills the fields that follow one another by Tab, from the one that has the focus. */
  async fill(...values: readonly (readonly [name: RegExp, value: string])[]): Promise<void> {
    for (const [name, value] of values) {
      if (!name.test((await this.focus()).is)) await this.pressUntil('Tab', name);
      const isChoice = await this.page.evaluate(() => document.activeElement instanceof HTMLSelectElement);
      if (!isChoice) await this.press('Control+a');
      await this.type(value);
    }
  }

  /** Waits until the focus is where it is expected, and looks whether it can be seen there. */
  async at(where: RegExp): Promise<void> {
    let focus = await this.focus();
    for (let i = 0; i < 100 && !where.test(focus.is); i++) {
      await new Promise(resolve => setTimeout(resolve, 50));
      focus = await this.focus();
    }
    expect(focus.is).to.match(where);
    expect(focus.isInView, `${focus.is} is in view`).to.equal(true);
    expect(focus.isShown, `the focus on ${focus.is} can be seen`).to.equal(true);
  }

  focus(): Promise<Focus> {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (!(at instanceof HTMLElement)) return { is: 'nothing', isInView: false, isShown: false };
      const labels = 'labels' in at ? [...((at as HTMLInputElement).labels ?? [])] : [];
      const name =
        at.getAttribute('aria-label') ?? (labels.length > 0 ? labels[0]!.textContent : at.textContent);
      const box = at.getBoundingClientRect();
      const rings = (element: Element | null | undefined) => {
        if (!element) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      };
      const writes = at.isContentEditable || at.matches('input:not([type=radio], [type=checkbox]), textarea');
      return {
        is: `${at.tagName.toLowerCase()}${at.classList.contains('reader-text') ? '.reader-text' : ''} ${(name ?? '').replace(/\s+/g, ' ').trim().slice(0, 80)}`,
        isInView: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
        // A heading takes the focus only to be read from; the page shows that by having come there.
        isShown:
          writes ||
          at.matches('h1, h2, main') ||
          rings(at) ||
          rings(at.closest('label')) ||
          rings(at.querySelector('[part=base]')),
      };
    });
  }
}
