import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Dated } from '../../../shared/timeline/dated.ts';
import type { Window } from '../../../shared/timeline/lay-out.ts';
import { dayNumber } from '../../../shared/values/dates/time-spans.ts';
import { LightElement } from '../../elements/light-element.ts';
import type { Drawing } from './draw.ts';
import { drawTimeline } from './draw.ts';

/** Narrower than this nothing is drawn; the list says all. CSS pixels. */
const LEAST = 560;
/** How many days can fill the width at the closest. */
export const CLOSEST = 10;

/** The year that stands in for one that is not written. */
export const ANY_YEAR: Window = { from: dayNumber(2000, 1, 1), to: dayNumber(2001, 1, 1) };

/**
 * A drawing of lanes over time. Wheel with Ctrl and the keys + and - go closer and away, dragging and arrows go along.
 * Fires `vr-window` with what shall be drawn instead and `vr-thing` with the key of what is pressed.
 */
@customElement('vr-timeline-figure')
export class VrTimelineFigure extends LightElement {
  @property({ attribute: false }) chronicle!: Drawing['chronicle'];
  @property({ attribute: false }) window!: Window;
  @property({ type: Boolean }) anyYear = false;
  @property() label = '';
  @property({ attribute: false }) say: (thing: Dated) => string = ({ label }) => label;
  @query('.tl') private place!: HTMLElement | null;
  #size = new ResizeObserver(() => this.#draw());
  #drag: { readonly x: number; readonly window: Window; moved: boolean } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  protected override render() {
    return html`<div
      class="tl"
      role="group"
      tabindex="0"
      aria-label=${this.anyYear ? msg('What has no year. The list below says the same.') : msg('Drawing. Arrows go along, plus and minus go closer and away. The list below says the same.')}
      @wheel=${this.#wheel}
      @keydown=${this.#keys}
      @pointerdown=${this.#down}
      @pointermove=${this.#move}
      @pointerup=${this.#up}
      @pointercancel=${this.#up}
    ></div>`;
  }

  protected override updated(): void {
    this.#draw();
  }

  #draw(): void {
    const { place } = this;
    if (!place || place.clientWidth < LEAST) {
      place?.replaceChildren();
      return;
    }
    const { chronicle, window, anyYear, label, say } = this;
    place.replaceChildren(drawTimeline({ chronicle, window, anyYear, label, say, width: place.clientWidth }));
  }

  /** @param at where the scale stays as it is, from 0 on the left to 1 */
  #zoom(factor: number, at = 0.5): void {
    const { from, to } = this.window;
    const days = Math.max(CLOSEST, (to - from) * factor);
    const fixed = from + (to - from) * at;
    this.#tell({ from: fixed - days * at, to: fixed + days * (1 - at) });
  }

  #tell(window: Window): void {
    if (this.anyYear) return;
    const whole = { from: Math.round(window.from), to: Math.round(window.to) };
    this.dispatchEvent(new CustomEvent<Window>('vr-window', { detail: whole }));
  }

  #wheel = (event: WheelEvent): void => {
    if (this.anyYear || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const { left, width } = this.place!.getBoundingClientRect();
    this.#zoom(Math.exp(event.deltaY / 300), Math.min(1, Math.max(0, (event.clientX - left) / width)));
  };

  #keys = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || this.anyYear) return;
    const { from, to } = this.window;
    const step = (to - from) / 5;
    if (event.key === '+' || event.key === '=') this.#zoom(0.6);
    else if (event.key === '-') this.#zoom(1 / 0.6);
    else if (event.key === 'ArrowLeft') this.#tell({ from: from - step, to: to - step });
    else if (event.key === 'ArrowRight') this.#tell({ from: from + step, to: to + step });
    else return;
    event.preventDefault();
  };

  #down = (event: PointerEvent): void => {
    if (event.button === 0) this.#drag = { x: event.clientX, window: this.window, moved: false };
  };

  #move = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (!drag || this.anyYear) return;
    const moved = event.clientX - drag.x;
    if (!drag.moved && Math.abs(moved) < 4) return;
    if (!drag.moved) this.place!.setPointerCapture(event.pointerId);
    drag.moved = true;
    const { from, to } = drag.window;
    const days = (moved / this.place!.clientWidth) * (to - from);
    this.#tell({ from: from - days, to: to - days });
  };

  #up = (event: PointerEvent): void => {
    const drag = this.#drag;
    this.#drag = undefined;
    if (drag?.moved || event.type === 'pointercancel') return;
    const key = (event.target as Element).closest<SVGElement>('[data-key]')?.dataset.key;
    if (key) this.dispatchEvent(new CustomEvent<string>('vr-thing', { detail: key }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-timeline-figure': VrTimelineFigure;
  }
  interface HTMLElementEventMap {
    /** Another part of time shall be drawn. */
    'vr-window': CustomEvent<Window>;
    /** Something that is drawn was pressed; its key. */
    'vr-thing': CustomEvent<string>;
  }
}
