import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Step } from '../../../shared/model/scales.ts';
import { LightElement } from '../../elements/light-element.ts';
import '../../elements/icon.ts';

/** Fired, as `vr-chosen`, with the code that was chosen; undefined for none. */
export type ScaleChosen = CustomEvent<string | undefined>;

/** A choice from a scale: a button that shows the step, and its list, chosen from by digit, arrows or pointer. */
@customElement('vr-scale-menu')
export class VrScaleMenu extends LightElement {
  @property() label = '';
  @property({ attribute: false }) steps: readonly Step[] = [];
  @property() code: string | undefined;
  /** What the button says, where no step is shown; else the step. */
  @property() face = '';
  /** What "no step" is called, where that may be chosen. */
  @property() none = '';
  @state() private isOpen = false;
  @state() private at = 0;

  /** Opens the list and moves the focus into it. */
  async open(): Promise<void> {
    this.isOpen = true;
    this.at = Math.max(
      0,
      this.#options.findIndex(option => option.code === this.code),
    );
    await this.updateComplete;
    this.querySelector<HTMLElement>('[role=listbox]')?.focus();
    this.querySelector('.on')?.scrollIntoView({ block: 'nearest' });
  }

  get #options(): readonly { code: string | undefined; label: string; says: string }[] {
    return this.none ? [...this.steps, { code: undefined, label: this.none, says: '' }] : this.steps;
  }

  protected override render() {
    const current = this.steps.find(step => step.code === this.code);
    const name = this.face || (current?.label ?? this.none);
    return html`<button
        class="sel"
        aria-haspopup="listbox"
        aria-expanded=${this.isOpen}
        aria-label=${this.face ? this.label : `${this.label}: ${name}`}
        @click=${() => (this.isOpen ? this.#close() : this.open())}
      >
        ${name} <vr-icon name="chevron-down"></vr-icon>
      </button>
      ${this.isOpen ? this.#list() : nothing}`;
  }

  #list() {
    return html`<ul
      class="pop scale"
      role="listbox"
      tabindex="0"
      aria-label=${this.label}
      aria-activedescendant="${this.label}-${this.at}"
      @keydown=${this.#key}
      @focusout=${() => {
        this.isOpen = false;
      }}
    >
      ${this.#options.map(
        (option, i) => html`<li
          id="${this.label}-${i}"
          role="option"
          class=${i === this.at ? 'on' : ''}
          aria-selected=${option.code === this.code}
          @pointerdown=${(event: Event) => {
            event.preventDefault();
            this.#choose(i);
          }}
        >
          <kbd aria-hidden="true">${i + 1 > 9 ? 0 : i + 1}</kbd
          ><span>${option.label}${option.says ? html` <span class="muted">${option.says}</span>` : nothing}</span>
        </li>`,
      )}
    </ul>`;
  }

  #key = (event: KeyboardEvent): void => {
    const count = this.#options.length;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const letter = event.key.length === 1 ? event.key.toLowerCase() : '';
    if (/^[0-9]$/.test(letter)) this.#choose(letter === '0' ? 9 : Number(letter) - 1);
    else if (event.key === 'ArrowDown' || letter === 'j') this.at = (this.at + 1) % count;
    else if (event.key === 'ArrowUp' || letter === 'k') this.at = (this.at + count - 1) % count;
    else if (event.key === 'Home') this.at = 0;
    else if (event.key === 'End') this.at = count - 1;
    else if (event.key === 'Enter' || event.key === ' ') this.#choose(this.at);
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Tab') return;
    else if (letter) {
      const found = [...Array(count).keys()]
        .map(i => (this.at + 1 + i) % count)
        .find(i => this.#options[i]!.label.toLowerCase().startsWith(letter));
      if (found === undefined) return;
      this.at = found;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #choose(i: number): void {
    const option = this.#options[i];
    if (!option) return;
    this.isOpen = false;
    this.dispatchEvent(new CustomEvent('vr-chosen', { detail: option.code, bubbles: true }));
  }

  #close(): void {
    this.isOpen = false;
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-scale-menu': VrScaleMenu;
  }
  interface HTMLElementEventMap {
    /** The focus shall go back to the text. */
    'vr-back': CustomEvent<void>;
  }
}
