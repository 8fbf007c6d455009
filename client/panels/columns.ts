import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import '../elements/icon.ts';
import { remember, remembered } from '../frame/memory.ts';
import './columns.css';

/** The column at the left, the one at the right, or the one with a page between it and the text. */
export type Side = 'left' | 'right' | 'page';

/** Widths of an outer column in CSS pixels. */
export interface Width {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  /** Whether it is folded until it is asked for. */
  readonly startsFolded?: boolean;
}

const STEP = 16;
const LEAP = 64;
/** So far below its least width a column that is dragged folds. */
const FOLDS = 80;

/** The widths of a screen's outer columns and whether they are folded; remembered in this browser. */
export class Columns {
  readonly #screen: string;
  readonly #limits: Readonly<Partial<Record<Side, Width>>>;
  readonly #changed: () => void;
  readonly #width: Partial<Record<Side, number>> = {};
  readonly #folded: Partial<Record<Side, boolean>> = {};

  /**
   * @param screen what they are remembered under
   * @param changed is called after every change, to draw anew
   */
  constructor(screen: string, limits: Readonly<Partial<Record<Side, Width>>>, changed: () => void) {
    this.#screen = screen;
    this.#limits = limits;
    this.#changed = changed;
    for (const side of Object.keys(limits) as Side[]) {
      const { usual, least, most } = limits[side]!;
      const width = Number(remembered(`${screen}-${side}-width`));
      this.#width[side] = width >= least && width <= most ? width : usual;
      const folded = remembered(`${screen}-${side}-folded`);
      this.#folded[side] = folded === undefined ? (limits[side]!.startsFolded ?? false) : folded === 'yes';
    }
  }

  isFolded(side: Side): boolean {
    return this.#folded[side] ?? false;
  }

  fold(side: Side, folded = !this.isFolded(side)): void {
    this.#folded[side] = folded;
    const isUsual = folded === (this.#limits[side]?.startsFolded ?? false);
    remember(`${this.#screen}-${side}-folded`, isUsual ? undefined : folded ? 'yes' : 'no');
    this.#changed();
  }

  /** Custom properties that the style sheet sets the columns by. */
  get style(): string {
    const width = (side: Side) => (this.isFolded(side) ? 0 : (this.#width[side] ?? 0));
    return `--left:${width('left')}px;--right:${width('right')}px;--page:${width('page')}px`;
  }

  /**
   * The line between two columns: dragged, or moved with the arrow keys; pressed twice it takes its usual place. A
   * column that is folded leaves a button.
   * @param label what is wide: "Width of the inspector"
   * @param name what is folded: "the inspector"
   */
  separator(side: Side, label: string, name: { readonly hide: string; readonly show: string }) {
    if (this.isFolded(side))
      return html`<button
        class="unfold ${side}"
        aria-label=${name.show}
        title=${name.show}
        aria-expanded="false"
        @click=${(event: Event) => this.#foldAt(event, side, false)}
      >
        <vr-icon name=${side === 'left' ? 'chevron-right' : 'chevron-left'}></vr-icon>
      </button>`;
    const limits = this.#limits[side];
    if (!limits) return nothing;
    return html`<div
        class="split ${side}"
        role="separator"
        tabindex="0"
        aria-orientation="vertical"
        aria-label=${label}
        aria-valuemin=${limits.least}
        aria-valuemax=${limits.most}
        aria-valuenow=${this.#width[side]!}
        title=${msg('Drag to change the width; press twice for the usual one')}
        @keydown=${(event: KeyboardEvent) => this.#key(side, event)}
        @pointerdown=${(event: PointerEvent) => this.#drag(side, event)}
        @dblclick=${() => this.#set(side, limits.usual)}
      ></div>
      <button
        class="fold-column ${side}"
        aria-label=${name.hide}
        title=${name.hide}
        aria-expanded="true"
        @click=${(event: Event) => this.#foldAt(event, side, true)}
      >
        <vr-icon name=${side === 'left' ? 'chevron-left' : 'chevron-right'}></vr-icon>
      </button>`;
  }

  #key(side: Side, event: KeyboardEvent): void {
    const { least, most } = this.#limits[side]!;
    const width = this.#width[side]!;
    const out = side === 'left' ? 'ArrowRight' : 'ArrowLeft';
    const back = side === 'left' ? 'ArrowLeft' : 'ArrowRight';
    const wanted: Readonly<Record<string, number>> = {
      [out]: width + STEP,
      [back]: width - STEP,
      PageUp: width + LEAP,
      PageDown: width - LEAP,
      Home: least,
      End: most,
    };
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') this.#foldAt(event, side, true);
    else if (event.key in wanted) this.#set(side, wanted[event.key]!);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Folds or shows a column; the keyboard goes to what shows or folds it again. */
  #foldAt(event: Event, side: Side, folded: boolean): void {
    const within = (event.currentTarget as HTMLElement).parentElement;
    this.fold(side, folded);
    requestAnimationFrame(() =>
      within?.querySelector<HTMLElement>(`:scope > ${folded ? '.unfold' : '.split'}.${side}`)?.focus(),
    );
  }

  #drag(side: Side, down: PointerEvent): void {
    const line = down.currentTarget as HTMLElement;
    const from = this.#width[side]!;
    const { least } = this.#limits[side]!;
    // Else the words beside the line would be selected, and dragged the next time.
    down.preventDefault();
    line.focus({ preventScroll: true });
    line.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent) => {
      const by = event.clientX - down.clientX;
      const width = from + (side === 'left' ? by : -by);
      if (width < least - FOLDS) this.fold(side, true);
      else this.#set(side, width);
    };
    line.addEventListener('pointermove', move);
    line.addEventListener('lostpointercapture', () => line.removeEventListener('pointermove', move), {
      once: true,
    });
  }

  #set(side: Side, width: number): void {
    const { usual, least, most } = this.#limits[side]!;
    const next = Math.round(Math.min(most, Math.max(least, width)));
    this.#width[side] = next;
    remember(`${this.#screen}-${side}-width`, next === usual ? undefined : String(next));
    this.#changed();
  }
}
