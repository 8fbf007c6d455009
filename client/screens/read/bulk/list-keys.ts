import type { Listed, Picked } from '../../../elements/picked.ts';

/** A list of rows that are gone through and selected. */
export interface RowList<K> extends Listed<K> {
  readonly selected: Picked<K>;
  /** The row that keys move. */
  readonly place: number;
  /** How many rows are in sight. */
  readonly page: number;
  /** Whether a tap selects instead of going there. */
  selecting: boolean;
  goTo(place: number): void;
  /** Draws anew what is selected. */
  picked(): void;
  pickAll(): void;
  /** Does what Enter stands for. */
  open(): void;
  /** Gives the keyboard back to the text. */
  leave(): void;
  /** Does what any other key stands for. @returns whether it stands for anything */
  act(key: string): boolean;
}

/** What keys do while a list has the keyboard; all others are left to the page. */
export class ListKeys<K> {
  readonly #list: RowList<K>;

  constructor(list: RowList<K>) {
    this.#list = list;
  }

  readonly hear = (event: KeyboardEvent): void => {
    if (event.altKey || event.isComposing || event.target !== event.currentTarget) return;
    const hasMod = event.ctrlKey || event.metaKey;
    if (hasMod ? this.#withMod(event.key) : this.#move(event) || this.#act(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  #withMod(key: string): boolean {
    if (key.toLowerCase() !== 'a') return false;
    this.#list.pickAll();
    return true;
  }

  #move({ key, shiftKey }: KeyboardEvent): boolean {
    const list = this.#list;
    const steps: Readonly<Record<string, number>> = {
      j: list.place + 1,
      ArrowDown: list.place + 1,
      k: list.place - 1,
      ArrowUp: list.place - 1,
      PageDown: list.place + list.page,
      PageUp: list.place - list.page,
      Home: 0,
      End: list.length - 1,
    };
    const wanted = steps[key.length === 1 ? key.toLowerCase() : key];
    if (wanted === undefined) return false;
    const to = Math.min(Math.max(0, wanted), list.length - 1);
    if (shiftKey) list.selected.reach(list, list.place, to);
    list.goTo(to);
    if (shiftKey) list.picked();
    return true;
  }

  #act({ key }: KeyboardEvent): boolean {
    const list = this.#list;
    const picked = list.selected;
    if (key === 'x' || key === ' ') {
      picked.toggle(list.at(list.place));
      list.picked();
    } else if (key === 'Enter') list.open();
    else if (key === 'Escape') {
      if (picked.size > 0) {
        picked.clear();
        list.selecting = false;
        list.picked();
      } else list.leave();
    } else return list.act(key);
    return true;
  }
}
