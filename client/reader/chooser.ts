import { msg, str } from '@lit/localize';
import { plural } from '../localize/plural.ts';
import { describeMark } from './plugins/claims.ts';
import type { Mark } from './types.ts';

const WIDTH = 330;

/** Lists the claims that lie on top of one another, so that each can be reached. */
export class Chooser {
  readonly #pop = document.createElement('div');
  readonly #title = document.createElement('p');
  readonly #list = document.createElement('div');
  readonly #choose: (id: string) => void;
  readonly #left: () => void;
  #ids: string[] = [];
  #at = 0;

  /** `choose` gets the id that was picked; `left` is called when the list gives the keyboard back. */
  constructor(parent: HTMLElement, choose: (id: string) => void, left: () => void) {
    this.#choose = choose;
    this.#left = left;
    this.#pop.className = 'pop reader-chooser';
    this.#title.className = 'pt';
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', msg('Claims here'));
    this.#list.tabIndex = 0;
    this.#list.addEventListener('keydown', event => this.#key(event));
    this.#list.addEventListener('focusout', () => this.hide());
    this.#pop.append(this.#title, this.#list);
    this.#pop.hidden = true;
    parent.append(this.#pop);
  }

  get shown(): boolean {
    return !this.#pop.hidden;
  }

  /**
   * Shows marks, innermost first, with their words, near a place given in client coordinates. The keyboard
   * goes to the list when `grab`; a list that was only shown waits for that.
   */
  show(
    marks: readonly { mark: Mark; words: string }[],
    current: string | null,
    rect: DOMRect,
    grab: boolean,
  ): void {
    this.#ids = marks.map(({ mark }) => mark.id);
    this.#title.textContent = plural(
      marks.length,
      msg(str`${marks.length} {claim¦claims} here. Alt ↓ steps through them`),
    );
    this.#list.replaceChildren(
      ...marks.map(({ mark, words }, i) => this.#option(mark, words, i + 1, marks.length)),
    );
    this.#pop.hidden = false;
    const frame = this.#pop.offsetParent!.getBoundingClientRect();
    const below = rect.bottom + 14;
    const flip =
      below + this.#pop.offsetHeight > window.innerHeight && rect.top > this.#pop.offsetHeight + 14;
    const top = flip ? rect.top - this.#pop.offsetHeight - 6 : below;
    this.#pop.style.top = `${top - frame.top}px`;
    this.#pop.style.left = `${Math.max(0, Math.min(rect.left - frame.left - 40, frame.width - WIDTH))}px`;
    this.#mark(Math.max(0, this.#ids.indexOf(current ?? '')));
    if (grab) this.#list.focus({ preventScroll: true });
  }

  hide(): void {
    this.#pop.hidden = true;
  }

  #option(mark: Mark, words: string, place: number, count: number): HTMLElement {
    const option = document.createElement('div');
    option.setAttribute('role', 'option');
    option.setAttribute('aria-posinset', String(place));
    option.setAttribute('aria-setsize', String(count));
    option.id = `reader-choice-${mark.id}`;
    option.setAttribute('aria-label', `${words}, ${describeMark(mark)}`);
    const swatch = document.createElement('span');
    swatch.className = `c sw t-${mark.type}`;
    swatch.dataset.s = mark.state === 'checked' ? 'ok' : mark.state === 'open' ? 'open' : 'sugg';
    const said = document.createElement('span');
    said.className = 'words';
    said.textContent = words;
    const state = document.createElement('span');
    state.className = 'state';
    state.textContent = describeMark(mark);
    option.append(swatch, said, state);
    option.addEventListener('pointerdown', event => {
      event.preventDefault();
      this.#pick(mark.id);
    });
    return option;
  }

  #mark(at: number): void {
    this.#at = (at + this.#ids.length) % this.#ids.length;
    [...this.#list.children].forEach((option, i) => {
      option.classList.toggle('on', i === this.#at);
      option.setAttribute('aria-selected', String(i === this.#at));
    });
    this.#list.setAttribute('aria-activedescendant', `reader-choice-${this.#ids[this.#at]}`);
  }

  #pick(id: string): void {
    this.hide();
    this.#left();
    this.#choose(id);
  }

  #key(event: KeyboardEvent): void {
    const steps: Record<string, () => void> = {
      ArrowDown: () => this.#mark(this.#at + 1),
      ArrowUp: () => this.#mark(this.#at - 1),
      Home: () => this.#mark(0),
      End: () => this.#mark(this.#ids.length - 1),
      Enter: () => this.#pick(this.#ids[this.#at]!),
      ' ': () => this.#pick(this.#ids[this.#at]!),
      Escape: () => {
        this.hide();
        this.#left();
      },
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  }
}
