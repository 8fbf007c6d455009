import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import { announce } from './announcer.ts';
import './icon.ts';
import { LightElement } from './light-element.ts';
import './selection-bar.css';

/** What is selected, and what can be done with it. It stands at the foot of a list, so that no row moves when it comes. */
@customElement('vr-selection-bar')
export class VrSelectionBar extends LightElement {
  /** How many are selected. */
  @property({ type: Number }) count = 0;
  /** How many are listed. */
  @property({ type: Number }) of = 0;
  /** Buttons and menus for what is selected. */
  @property({ attribute: false }) deeds: unknown = nothing;
  #spoken: ReturnType<typeof setTimeout> | undefined;

  protected override render() {
    if (this.count === 0) return nothing;
    return html`<div class="selbar" role="group" aria-label=${msg('What is selected')}>
      <div class="said">
        <b class="num">${plural(this.count, msg(str`${sayNumber(this.count)} selected`))}</b>
        ${
          this.count < this.of
            ? html`<button class="btn quiet low" @click=${() => this.#ask('all')}>
                ${msg(str`Select all ${sayNumber(this.of)}`)}
              </button>`
            : nothing
        }
        <span class="sp"></span>
        <button class="btn quiet low" @click=${() => this.#ask('none')}>${msg('Clear')} <kbd class="dt">Esc</kbd></button>
      </div>
      <div class="deeds">${this.deeds}</div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('count') || changed.get('count') === undefined) return;
    clearTimeout(this.#spoken);
    // One is told when the hand rests, not of every step of a long reach.
    this.#spoken = setTimeout(
      () =>
        announce(
          this.count === 0
            ? msg('Nothing is selected.')
            : plural(this.count, msg(str`${sayNumber(this.count)} selected`)),
        ),
      250,
    );
  }

  #ask(what: 'all' | 'none'): void {
    this.dispatchEvent(new CustomEvent('vr-select', { detail: what, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-selection-bar': VrSelectionBar;
  }
  interface HTMLElementEventMap {
    /** Everything that is listed shall be selected, or nothing. */
    'vr-select': CustomEvent<'all' | 'none'>;
  }
}
