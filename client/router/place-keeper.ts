/** What a history entry remembers of its place. */
export interface KeptPlace {
  /** How far the screen was scrolled, in CSS pixels. */
  readonly scrolled?: number;
  /** Where the text that was read began on the screen, in UTF-16 code units. */
  readonly top?: number;
  /** The link that had the focus. */
  readonly link?: string;
}

/** The element of a screen whose scrolling is remembered. */
export const SCROLLER = '[data-scroller]';
/** Milliseconds after which it is written down; browsers take only so many writes. */
const CALM = 250;

/** Writes into the present history entry, as one goes, what "back" and "forward" will bring back. */
export class PlaceKeeper {
  #timer: ReturnType<typeof setTimeout> | undefined;

  start(): void {
    document.addEventListener('scroll', this.#soon, { capture: true, passive: true });
    document.addEventListener('focusin', this.#soon);
    window.addEventListener('popstate', () => clearTimeout(this.#timer));
  }

  /** Writes it down now. */
  keep(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const scrolled = document.querySelector(SCROLLER)?.scrollTop ?? 0;
    const link = document.activeElement?.closest('main')
      ? document.activeElement.getAttribute('href')
      : undefined;
    const { top, ...before } = (history.state ?? {}) as KeptPlace;
    const kept: KeptPlace = { ...(scrolled > 0 ? { scrolled } : {}), ...(link ? { link } : {}) };
    if (before.scrolled === kept.scrolled && before.link === kept.link) return;
    history.replaceState(top === undefined ? kept : { ...kept, top }, '');
  }

  #soon = (event: Event): void => {
    if (event.type === 'scroll' && !(event.target instanceof Element && event.target.matches(SCROLLER)))
      return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), CALM);
  };
}

/** Drawings after which a remembered link is given up: long lists draw what is in sight only once they are scrolled. */
const DRAWINGS = 3;

/** Brings back what was remembered of a place, once its screen is drawn. @returns whether something has the focus again */
export async function restorePlace({ scrolled, link }: KeptPlace): Promise<boolean> {
  const scroller = document.querySelector(SCROLLER);
  if (scroller) scroller.scrollTop = scrolled ?? 0;
  for (let drawn = 0; link && drawn < DRAWINGS; drawn++) {
    const focused = document.querySelector<HTMLElement>(`main a[href="${CSS.escape(link)}"]`);
    focused?.focus({ preventScroll: true });
    if (focused) return true;
    await new Promise(requestAnimationFrame);
  }
  return false;
}
