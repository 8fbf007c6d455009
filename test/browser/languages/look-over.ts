import type { Page } from 'playwright-core';

/** Something that a person would see or hear on the page, and where. */
export interface Said {
  readonly text: string;
  readonly where: string;
}

/**
 * Collects what a page says outside ⟦ and ⟧: visible words, names, titles and placeholders. Words that carry a language
 * or a direction of their own are the person's data, as is the text that is read.
 */
export function outsideMarks(page: Page): Promise<Said[]> {
  return page.evaluate(() => {
    const DATA = '[lang]:not(html), [dir=auto], bdi, .reader-text, .reader-ruler, kbd, .mono';
    const found: { text: string; where: string }[] = [];
    const strip = (text: string): string => {
      let depth = 0;
      let rest = '';
      for (const sign of text) {
        if (sign === '⟦') depth++;
        else if (sign === '⟧') depth = Math.max(0, depth - 1);
        else if (depth === 0) rest += sign;
      }
      return rest.replace(/\s+/g, ' ').trim();
    };
    const nameOf = (element: Element): string => {
      const css = typeof element.className === 'string' ? element.className.trim().split(/\s+/)[0] : '';
      return element.localName + (css ? `.${css}` : '');
    };
    const pathTo = (element: Element): string => {
      const names: string[] = [];
      for (let at: Element | null = element; at && names.length < 4; at = at.parentElement)
        names.unshift(nameOf(at));
      return names.join(' > ');
    };
    const note = (text: string, element: Element, how: string): void => {
      const rest = strip(text);
      if (/\p{L}{2}/u.test(rest)) found.push({ text: rest, where: `${pathTo(element)} ${how}` });
    };
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) || element.closest('.vh') !== null;
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (
          /^(script|style|noscript|title)$/i.test(element.localName) ||
          element.closest(DATA) ||
          !isSeen(element)
        )
          continue;
        for (const attribute of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
          const value = element.getAttribute(attribute);
          if (value) note(value, element, attribute);
        }
        const text = [...element.childNodes]
          .filter(node => node.nodeType === Node.TEXT_NODE)
          .map(node => node.nodeValue)
          .join(' ');
        // A message with markup in it begins and ends in the element around.
        const whole = element.textContent ?? '';
        if (text.trim() && !/^\s*⟦[^⟧]*⟧\s*$/.test(whole)) {
          const parent = element.closest('p, li, h1, h2, h3, span, div');
          if (!parent || strip(parent.textContent ?? '').includes(strip(text))) note(text, element, 'text');
        }
      }
    };
    look(document);
    return found;
  });
}

/** Finds what does not fit: words cut off, buttons that spill, lie over one another or stick out of the window. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const brief = (element: Element): string =>
      `${element.localName}.${typeof element.className === 'string' ? element.className : ''} “${(element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}”`;
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth)
      found.push(`the page is ${page.scrollWidth} wide in a window of ${innerWidth}`);
    const isScroller = (element: Element | null): boolean => {
      for (let at = element; at; at = at.parentElement)
        if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const all = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      element =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !element.closest('.vh, .skip, .reader-text, .reader-ruler, svg') &&
        element.clientWidth > 1,
    );
    /** Whether words are meant to end in an ellipsis where there is no room, within an element. */
    const isShortened = (words: Element, within: Element): boolean => {
      for (let at: Element | null = words; at && at !== within; at = at.parentElement)
        if (getComputedStyle(at).textOverflow === 'ellipsis') return true;
      return false;
    };
    /** The box that an element's own words take up. */
    const wordsOf = (element: Element): DOMRect | undefined => {
      const range = document.createRange();
      let box: DOMRect | undefined;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.nodeValue?.trim() || node.parentElement?.closest('.vh')) continue;
        if (isShortened(node.parentElement!, element)) continue;
        range.selectNodeContents(node);
        const one = range.getBoundingClientRect();
        if (one.width === 0) continue;
        const right = Math.max(box?.right ?? one.right, one.right);
        const bottom = Math.max(box?.bottom ?? one.bottom, one.bottom);
        const left = Math.min(box?.left ?? one.left, one.left);
        const top = Math.min(box?.top ?? one.top, one.top);
        box = new DOMRect(left, top, right - left, bottom - top);
      }
      return box;
    };
    for (const element of all) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (element.matches('button, .btn, .seg > *, .rail a, summary, th, [role=tab]')) {
        const words = wordsOf(element);
        if (
          words &&
          (words.right > box.right + 1 || words.left < box.left - 1) &&
          style.textOverflow !== 'ellipsis'
        )
          found.push(`spills: ${brief(element)}`);
        if (words && words.height > box.height + 1) found.push(`too high: ${brief(element)}`);
        if ((box.right > innerWidth + 1 || box.left < -1) && !isScroller(element.parentElement))
          found.push(`sticks out: ${brief(element)}`);
      } else if (
        element.matches('aside, nav, form, header, section, article') &&
        style.overflowX === 'visible'
      ) {
        if (element.scrollWidth > element.clientWidth + 2)
          found.push(`wider than its place: ${brief(element)}`);
      } else if (
        style.display !== 'inline' &&
        element.scrollWidth > element.clientWidth + 1 &&
        /hidden|clip/.test(style.overflowX) &&
        style.textOverflow !== 'ellipsis' &&
        !/input|select|textarea/.test(element.localName)
      )
        found.push(`cut off: ${brief(element)}`);
    }
    const pressed = all.filter(element => element.matches('button, a.btn, input, select'));
    for (const [i, one] of pressed.entries()) {
      const a = one.getBoundingClientRect();
      for (const other of pressed.slice(i + 1)) {
        if (one.parentElement !== other.parentElement) continue;
        const b = other.getBoundingClientRect();
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 2 && high > 2) found.push(`over one another: ${brief(one)} and ${brief(other)}`);
      }
    }
    return [...new Set(found)];
  });
}
