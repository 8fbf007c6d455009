import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { type Listed, Picked } from './picked.ts';

/** Milliseconds after which a press of a finger selects. */
const LONG = 450;

/** What a picker needs of the list whose rows it selects. */
export interface PickedList {
  /** Ids in the order in which they are shown. */
  ids(): readonly string[];
  /** The id of the row that the keyboard is on. */
  at(): string | undefined;
  /** Moves the keyboard to the next row or the one before. */
  step(by: 1 | -1): void;
  /** Hears that something else is selected. */
  changed(): void;
}

/**
 * Selecting among rows that are links: each has a box; Shift takes in all between, a long press of a finger selects.
 * A row says its id in `data-id`.
 */
export class RowPicker implements ReactiveController, Listed<string> {
  readonly picked = new Picked();
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #list: PickedList;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wasLong = false;

  constructor(host: ReactiveControllerHost & HTMLElement, list: PickedList) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
    host.addEventListener('click', this.#click, { capture: true });
    host.addEventListener('pointerdown', this.#down);
    for (const over of ['pointerup', 'pointercancel', 'pointermove'] as const)
      host.addEventListener(over, () => clearTimeout(this.#timer));
    host.addEventListener('contextmenu', event => this.#wasLong && event.preventDefault());
  }

  /** Forgets what is not listed any more. */
  hostUpdate(): void {
    if (this.picked.size === 0) return;
    const ids = new Set(this.#list.ids());
    if (this.picked.keep(id => ids.has(id))) queueMicrotask(() => this.#list.changed());
  }

  get length(): number {
    return this.#list.ids().length;
  }

  at(place: number): string {
    return this.#list.ids()[place]!;
  }

  /** The selected ids in the order in which they are shown. */
  get ids(): string[] {
    return this.#list.ids().filter(id => this.picked.has(id));
  }

  /** The box of a row. */
  box(id: string, label: string) {
    return html`<label class="pick-row"
      ><input type="checkbox" aria-label=${label} .checked=${this.picked.has(id)} @click=${(event: MouseEvent) => this.#box(event, id)}
    /></label>`;
  }

  /** The box that selects all that is shown. */
  allBox(label: string) {
    const { length } = this;
    const { size } = this.picked;
    return html`<label class="pick-row"
      ><input
        type="checkbox"
        aria-label=${label}
        .checked=${size > 0 && size === length}
        .indeterminate=${size > 0 && size < length}
        @click=${() => (size === length ? this.clear() : this.all())}
    /></label>`;
  }

  toggle(id: string): void {
    this.picked.toggle(id);
    this.#tell();
  }

  /** Moves on and takes in the row that is come to. */
  extend(by: 1 | -1): void {
    const from = Math.max(0, this.#list.ids().indexOf(this.#list.at() ?? ''));
    const to = Math.min(Math.max(0, from + by), this.length - 1);
    this.picked.reach(this, from, to);
    this.#list.step(by);
    this.#tell();
  }

  all(): void {
    this.picked.all(this);
    this.#tell();
  }

  clear(): void {
    this.picked.clear();
    this.#tell();
  }

  /** The row where work goes on once the selected ones are gone: the next that stays, or the one before. */
  get neighbour(): string | undefined {
    const ids = this.#list.ids();
    const last = ids.findLastIndex(id => this.picked.has(id));
    const stays = (id: string) => !this.picked.has(id);
    return ids.slice(last + 1).find(stays) ?? ids.slice(0, last).findLast(stays);
  }

  /** The id of the row that the keyboard is on. */
  get current(): string | undefined {
    return this.#list.at();
  }

  #tell(): void {
    this.#host.requestUpdate();
    this.#list.changed();
  }

  #box(event: MouseEvent, id: string): void {
    event.stopPropagation();
    if (event.shiftKey) this.#reach(id);
    else this.toggle(id);
  }

  #reach(id: string): void {
    const to = this.#list.ids().indexOf(id);
    const from = this.#list.ids().indexOf(this.#list.at() ?? id);
    this.picked.reach(this, Math.max(0, from), to);
    this.#tell();
  }

  readonly #click = (event: MouseEvent): void => {
    const id = rowOf(event);
    if (id === undefined || (event.target as Element).closest('.pick-row')) return;
    if (!event.shiftKey && !this.#wasLong) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) this.#reach(id);
    this.#wasLong = false;
  };

  readonly #down = (event: PointerEvent): void => {
    this.#wasLong = false;
    const id = rowOf(event);
    if (event.pointerType !== 'touch' || id === undefined) return;
    this.#timer = setTimeout(() => {
      this.#wasLong = true;
      this.toggle(id);
    }, LONG);
  };
}

const rowOf = (event: Event): string | undefined =>
  (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset.id;
