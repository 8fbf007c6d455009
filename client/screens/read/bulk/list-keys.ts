import type { VrClaimList } from './claim-list.ts';

/** What keys do while the list of claims has the keyboard; all others are left to the page. */
export class ListKeys {
  readonly #list: VrClaimList;

  constructor(list: VrClaimList) {
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
    if (shiftKey) list.reading.picked.reach(list, list.place, to);
    list.goTo(to);
    if (shiftKey) list.picked();
    return true;
  }

  #act({ key }: KeyboardEvent): boolean {
    const list = this.#list;
    const { picked } = list.reading;
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
    } else return picked.size > 0 && list.bar!.key(key);
    return true;
  }
}
