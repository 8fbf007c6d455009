import type { RowList } from './list-keys.ts';

/** Milliseconds after which a press of a finger selects. */
const LONG = 450;

/** What clicks and taps do in a list. */
export class ListPress<K> {
  readonly #list: RowList<K>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isTouch = false;
  #wasLong = false;

  constructor(list: RowList<K>) {
    this.#list = list;
  }

  readonly down = (event: PointerEvent): void => {
    this.#isTouch = event.pointerType === 'touch';
    this.#wasLong = false;
    const place = placeOf(event);
    if (!this.#isTouch || place === undefined) return;
    this.#timer = setTimeout(() => {
      this.#wasLong = true;
      this.#list.selecting = true;
      this.#toggle(place);
    }, LONG);
  };

  readonly up = (): void => clearTimeout(this.#timer);
  readonly cancel = this.up;

  /** A long press selects; it does not ask for a menu. */
  readonly menu = (event: Event): void => {
    if (this.#isTouch) event.preventDefault();
  };

  readonly click = (event: PointerEvent): void => {
    const place = placeOf(event);
    if (place === undefined || this.#wasLong) return;
    const picked = this.#list.selected;
    const isBox = (event.target as Element).closest('.bx') !== null;
    if (event.shiftKey) {
      picked.reach(this.#list, this.#list.place, place);
      this.#list.goTo(place);
      this.#list.picked();
    } else if (event.ctrlKey || event.metaKey || isBox || this.#list.selecting) this.#toggle(place);
    else {
      if (!this.#isTouch) picked.only(this.#list.at(place));
      this.#list.goTo(place);
      this.#list.picked();
    }
  };

  #toggle(place: number): void {
    this.#list.selected.toggle(this.#list.at(place));
    this.#list.goTo(place);
    this.#list.picked();
  }
}

function placeOf(event: Event): number | undefined {
  const row = (event.target as Element).closest<HTMLElement>('.cl-row');
  return row ? Number(row.dataset.place) : undefined;
}
