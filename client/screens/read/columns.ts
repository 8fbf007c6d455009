import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { remember, remembered } from '../../frame/memory.ts';

export type Side = 'left' | 'right';

const LIMITS: Record<Side, { usual: number; least: number; most: number }> = {
  left: { usual: 236, least: 170, most: 420 },
  right: { usual: 392, least: 300, most: 640 },
};
const STEP = 16;

/** The widths of the outer columns and whether they are folded; remembered in this browser. */
export class Columns {
  readonly #changed: () => void;
  readonly #width: Record<Side, number>;
  readonly #folded: Record<Side, boolean>;

  /** @param changed is called after every change, to draw anew */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.#width = { left: widthOf('left'), right: widthOf('right') };
    this.#folded = {
      left: remembered('read-left-folded') === 'yes',
      right: remembered('read-right-folded') === 'yes',
    };
  }

  isFolded(side: Side): boolean {
    return this.#folded[side];
  }

  fold(side: Side, folded = !this.#folded[side]): void {
    this.#folded[side] = folded;
    remember(`read-${side}-folded`, folded ? 'yes' : undefined);
    this.#changed();
  }

  /** Custom properties that the style sheet sets the columns by. */
  get style(): string {
    const width = (side: Side) => (this.#folded[side] ? 0 : this.#width[side]);
    return `--left:${width('left')}px;--right:${width('right')}px`;
  }

  /** The line between two columns: dragged, or moved with the arrow keys. */
  separator(side: Side, label: string) {
    if (this.#folded[side]) return nothing;
    const { least, most } = LIMITS[side];
    return html`<div
      class="split ${side}"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${label}
      aria-valuemin=${least}
      aria-valuemax=${most}
      aria-valuenow=${this.#width[side]}
      title=${msg('Drag to change the width')}
      @keydown=${(event: KeyboardEvent) => this.#key(side, event)}
      @pointerdown=${(event: PointerEvent) => this.#drag(side, event)}
    ></div>`;
  }

  #key(side: Side, event: KeyboardEvent): void {
    const out = side === 'left' ? 'ArrowRight' : 'ArrowLeft';
    const back = side === 'left' ? 'ArrowLeft' : 'ArrowRight';
    const step = event.key === out ? STEP : event.key === back ? -STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    this.#set(side, this.#width[side] + step);
  }

  #drag(side: Side, down: PointerEvent): void {
    const line = down.currentTarget as HTMLElement;
    const from = this.#width[side];
    line.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent) => {
      const by = event.clientX - down.clientX;
      this.#set(side, from + (side === 'left' ? by : -by));
    };
    line.addEventListener('pointermove', move);
    line.addEventListener('lostpointercapture', () => line.removeEventListener('pointermove', move), {
      once: true,
    });
  }

  #set(side: Side, width: number): void {
    const { least, most } = LIMITS[side];
    this.#width[side] = Math.round(Math.min(most, Math.max(least, width)));
    remember(`read-${side}-width`, String(this.#width[side]));
    this.#changed();
  }
}

function widthOf(side: Side): number {
  const { usual, least, most } = LIMITS[side];
  const width = Number(remembered(`read-${side}-width`));
  return width >= least && width <= most ? width : usual;
}
