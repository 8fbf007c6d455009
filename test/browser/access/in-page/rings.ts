import { colourOf, contrast, over } from './colour.ts';
import { controls, parentOf, pathOf } from './elements.ts';
import { ground } from './texts.ts';

/**
 * Gives the focus to every control in turn; the keyboard must have been used last, so that rings are drawn at all.
 * @returns those on which the focus cannot be seen with a contrast of 3 to 1: a line each
 */
export function ringless(): string[] {
  /** How well the rings of an element stand out from what they are drawn on. */
  const ring = (element: Element, style: CSSStyleDeclaration): number => {
    const around = parentOf(element) ?? element;
    let best = 0;
    const see = (css: string, on: Element) => {
      const under = ground(on);
      best = Math.max(best, contrast(over(colourOf(css), under), under));
    };
    if (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1)
      see(style.outlineColor, Number.parseFloat(style.outlineOffset) < 0 ? element : around);
    const shadow = /(rgba?|color)\([^)]*\)/.exec(style.boxShadow)?.[0];
    if (shadow) see(shadow, style.boxShadow.includes('inset') ? element : around);
    return best;
  };
  const before = document.activeElement;
  const lacking = controls().flatMap(control => {
    // A caret shows where the focus is in the text.
    if (control.tabIndex < 0 || control.matches('.reader-text')) return [];
    control.focus();
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (at !== control) return [];
    const active = document.getElementById(control.getAttribute('aria-activedescendant') ?? '');
    const showing = [control, control.closest('label'), active, ...control.querySelectorAll('[part~=base]')];
    const best = showing
      .filter(element => element !== null)
      .flatMap(element =>
        [null, '::before', '::after'].map(pseudo => ring(element, getComputedStyle(element, pseudo))),
      );
    return Math.max(...best) < 3 ? [`${pathOf(control)} ${Math.max(...best).toFixed(2)}`] : [];
  });
  if (before instanceof HTMLElement) before.focus();
  return lacking;
}
