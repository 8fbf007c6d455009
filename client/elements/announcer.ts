import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from './light-element.ts';

/** Speaks to screen readers without showing anything. One stands in the frame; use `announce`. */
@customElement('vr-announcer')
export class VrAnnouncer extends LightElement {
  @state() private words = '';
  #clear: ReturnType<typeof setTimeout> | undefined;

  say(words: string): void {
    // Saying the same thing twice must change the region, or the second time stays silent.
    this.words = words === this.words ? `${words}\u00a0` : words;
    clearTimeout(this.#clear);
    this.#clear = setTimeout(() => {
      this.words = '';
    }, 8000);
  }

  protected override render() {
    return html`<div class="vh" role="status" aria-live="polite">${this.words}</div>`;
  }
}

/** Says something to users of screen readers, once what is being said now is finished. */
export function announce(words: string): void {
  document.querySelector('vr-announcer')?.say(words);
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-announcer': VrAnnouncer;
  }
}
