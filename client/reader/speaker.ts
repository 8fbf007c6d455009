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

  /** Says `text` once nothing else has been said for a moment. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.dom.textContent = text;
    }, 120);
  }
}
