/** Speaks short messages to a screen reader, the latest only. */
export class Speaker {
  readonly dom = document.createElement('div');
  #timer = 0;

  constructor(parent: HTMLElement) {
    this.dom.className = 'vh';
    this.dom.setAttribute('role', 'status');
    this.dom.setAttribute('aria-live', 'polite');
    parent.append(this.dom);
  }

  /** Says something once nothing else has been said for a moment; words that are still to come, once they are there. */
  say(words: string | Promise<string>): void {
    clearTimeout(this.#timer);
    const timer = window.setTimeout(async () => {
      const said = await words;
      if (timer === this.#timer) this.dom.textContent = said;
    }, 120);
    this.#timer = timer;
  }

  /** Takes back what has not been said yet. */
  hush(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }
}
