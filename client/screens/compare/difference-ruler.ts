import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Row } from '../../../shared/comparing/rows.ts';
import { LightElement } from '../../elements/light-element.ts';

/** Pixels that a sign takes. */
const STEP = 3;

/**
 * Where the differences lie, beside the scroll bar: what went to the left, what came to the right. A press goes there; for
 * the keyboard there are commands. Its cost depends on its height, not on how many there are.
 */
@customElement('vr-difference-ruler')
export class VrDifferenceRuler extends LightElement {
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** What is scrolled. */
  @property({ attribute: false }) scroller: HTMLElement | null = null;
  @state() private height = 0;
  #listening: HTMLElement | null = null;
  readonly #size = new ResizeObserver(() => this.#measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#listening?.removeEventListener('scroll', this.#see);
    this.#listening = null;
  }

  protected override willUpdate(): void {
    if (this.#listening === this.scroller) return;
    this.#listening?.removeEventListener('scroll', this.#see);
    this.#listening = this.scroller;
    this.scroller?.addEventListener('scroll', this.#see, { passive: true });
  }

  #measure = (): void => {
    this.height = this.clientHeight;
    this.#see();
  };

  #frame = 0;

  /** What is in sight is drawn without drawing the signs anew, once a frame. */
  #see = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const { scroller } = this;
      const sight = this.querySelector<HTMLElement>('.vp');
      if (!scroller || !sight) return;
      const whole = Math.max(1, scroller.scrollHeight);
      sight.style.top = `${(scroller.scrollTop / whole) * 100}%`;
      sight.style.height = `${Math.max(0.01, scroller.clientHeight / whole) * 100}%`;
    });
  };

  protected override updated(): void {
    this.#see();
  }

  protected override render() {
    const signs = this.#signs();
    return html`<div class="dr" aria-hidden="true" @pointerdown=${this.#go}>
      ${signs.map(({ top, gone, come }) => html`<i class="${gone ? 'gone' : ''} ${come ? 'come' : ''}" style=${styleMap({ top: `${top}px` })}></i>`)}
      <span class="vp"></span>
    </div>`;
  }

  #drawn: { rows: readonly Row[]; height: number; signs: readonly Sign[] } | undefined;

  #signs(): readonly Sign[] {
    const { rows, height } = this;
    if (this.#drawn?.rows === rows && this.#drawn.height === height) return this.#drawn.signs;
    const slots = new Map<number, Sign>();
    rows.forEach((row, place) => {
      if (!row.isChanged || height === 0) return;
      const top = Math.floor(((place / rows.length) * height) / STEP) * STEP;
      const before = slots.get(top);
      slots.set(top, {
        top,
        gone: row.left.end > row.left.start || (before?.gone ?? false),
        come: row.right.end > row.right.start || (before?.come ?? false),
      });
    });
    const signs = [...slots.values()];
    this.#drawn = { rows, height, signs };
    return signs;
  }

  #go = (event: PointerEvent): void => {
    if (event.button !== 0 || !this.scroller) return;
    event.preventDefault();
    const box = this.getBoundingClientRect();
    const part = (event.clientY - box.top) / Math.max(1, box.height);
    this.scroller.scrollTop = part * this.scroller.scrollHeight - this.scroller.clientHeight / 2;
  };
}

interface Sign {
  readonly top: number;
  readonly gone: boolean;
  readonly come: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-difference-ruler': VrDifferenceRuler;
  }
}
