import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows drawn beyond what is in sight, so that a turn of the wheel meets none that is missing. */
const BEYOND = 8;

/**
 * Which rows of a long list are in sight, where all are of one height: plain arithmetic, the same for ten rows and for
 * a hundred thousand, with nothing kept for each.
 */
export class FixedRows implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #scrolls: string;
  readonly #height: () => number;
  readonly #redraw: () => void;
  #scroller: HTMLElement | null = null;
  #size = new ResizeObserver(() => this.#redraw());

  /**
   * @param scrolls selects the element inside the host that scrolls
   * @param height a row's height now, in CSS pixels
   * @param redraw is called when other rows come into sight
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    scrolls: string,
    height: () => number,
    redraw: () => void = () => host.requestUpdate(),
  ) {
    this.#host = host;
    this.#scrolls = scrolls;
    this.#height = height;
    this.#redraw = redraw;
    host.addController(this);
  }

  hostUpdated(): void {
    const scroller = this.#host.querySelector<HTMLElement>(this.#scrolls);
    if (scroller === this.#scroller) return;
    this.hostDisconnected();
    this.#scroller = scroller;
    scroller?.addEventListener('scroll', this.#redraw, { passive: true });
    if (scroller) this.#size.observe(scroller);
  }

  hostDisconnected(): void {
    this.#scroller?.removeEventListener('scroll', this.#redraw);
    this.#size.disconnect();
    this.#scroller = null;
  }

  /** @returns the places to draw, of so many rows */
  places(count: number): number[] {
    const height = this.#height();
    const top = this.#scroller?.scrollTop ?? 0;
    const seen = this.#scroller?.clientHeight || 600;
    const first = Math.max(0, Math.min(count, Math.floor(top / height)) - BEYOND);
    const end = Math.min(count, Math.ceil((top + seen) / height) + BEYOND);
    return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  }

  /** How many rows are in sight whole. */
  get page(): number {
    return Math.max(1, Math.floor((this.#scroller?.clientHeight ?? 0) / this.#height()) - 1);
  }

  /** Brings a row into sight, no further than need be. */
  show(place: number): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const height = this.#height();
    const top = place * height;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + height > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = top + height - scroller.clientHeight;
  }
}
