import type { Face } from './types.ts';

/** Part of the text column that can be seen, in pixels from the top of the text. */
export interface Sight {
  readonly top: number;
  readonly height: number;
}

function box(css: string, parent: HTMLElement): HTMLElement {
  const element = document.createElement('div');
  element.className = css;
  parent.append(element);
  return element;
}

/**
 * The elements that the reader stands in: a scroller with a page; on the page spacers for what is not
 * mounted and between them the sheet, which holds the text and what lies over it.
 */
export class Stage {
  readonly scroller: HTMLElement;
  /** Stands above the text on the page; whoever uses the reader may fill it. */
  readonly lead: HTMLElement;
  readonly sheet: HTMLElement;
  readonly #page: HTMLElement;
  readonly #above: HTMLElement;
  readonly #below: HTMLElement;

  constructor(root: HTMLElement) {
    this.scroller = box('reader-scroll', root);
    this.#page = box('page', this.scroller);
    this.lead = box('reader-lead', this.#page);
    this.#above = box('reader-spacer', this.#page);
    this.sheet = box('reader-sheet', this.#page);
    this.#below = box('reader-spacer', this.#page);
  }

  /** The face that the page is laid out for. */
  set face(face: Face) {
    this.#page.dataset.face = face;
  }

  /** Which styles of a lens the text has. */
  set look(look: string | undefined) {
    if (look === undefined) delete this.#page.dataset.lens;
    else this.#page.dataset.lens = look;
  }

  get height(): number {
    return this.scroller.clientHeight;
  }

  /** Width that the text is set in. */
  get measure(): number {
    return this.sheet.clientWidth;
  }

  /** Tells the styles how wide the words are set. */
  noteMeasure(): void {
    this.sheet.style.setProperty('--column', `${this.measure}px`);
  }

  get sight(): Sight {
    return { top: this.scroller.scrollTop - this.#above.offsetTop, height: this.height };
  }

  space(above: number, below: number): void {
    this.#above.style.height = `${above}px`;
    this.#below.style.height = `${below}px`;
  }

  /** Scrolls so that `y` pixels below the top of the text is the upper edge of what is seen. */
  scrollTo(y: number): void {
    this.scroller.scrollTop = y + this.#above.offsetTop;
  }

  /** Runs `change` and scrolls so that the element keeps its place on the screen. */
  holding(element: Element | undefined, change: () => void): void {
    const before = element?.getBoundingClientRect().top;
    change();
    if (!element?.isConnected || before === undefined) return;
    const moved = element.getBoundingClientRect().top - before;
    if (Math.abs(moved) >= 0.5) this.scroller.scrollTop += moved;
  }

  /** Whether a place on the screen lies within the scroller, `margin` pixels from its edges. */
  sees(rect: { top: number; bottom: number }, margin = 0): boolean {
    const view = this.scroller.getBoundingClientRect();
    return rect.top >= view.top + margin && rect.bottom <= view.bottom - margin;
  }
}
