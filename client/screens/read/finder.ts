import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';

/** One thing that can be found by typing. */
export interface Findable<T = unknown> {
  readonly id: string;
  readonly label: string;
  /** Said after the label, quietly. */
  readonly says?: string;
  readonly swatch?: string;
  readonly item: T;
}

let count = 0;

/** A field that finds things as one types; arrows go through what was found, Enter chooses. */
@customElement('vr-finder')
export class VrFinder extends LightElement {
  @property() label = '';
  @property() placeholder = '';
  /** Gives what fits the words, best first. */
  @property({ attribute: false }) find: (
    words: string,
  ) => readonly Findable[] | Promise<readonly Findable[]> = () => [];
  @property({ attribute: false }) swatch: (type: string) => TemplateResult = type =>
    html`<vr-swatch type=${type}></vr-swatch>`;
  @state() private found: readonly Findable[] = [];
  @state() private at = 0;
  @state() private words = '';
  @state() private isOpen = false;
  /** Whether what fits the words is still being looked up. */
  @state() private isLooking = false;
  #asked = 0;
  #id = `finder-${++count}`;

  /** Moves the keyboard into the field, as soon as there is one. */
  async focusField(): Promise<void> {
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  protected override render() {
    const shown = this.isOpen && (this.found.length > 0 || this.words !== '');
    return html`<label class="fld"
        >${this.label}
        <input
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.label || this.placeholder}
          aria-expanded=${shown ? 'true' : 'false'}
          aria-controls=${this.#id}
          aria-activedescendant=${shown && this.found.length > 0 ? `${this.#id}-${this.at}` : nothing}
          placeholder=${this.placeholder}
          .value=${this.words}
          @input=${(event: Event) => this.#search((event.target as HTMLInputElement).value)}
          @focus=${() => this.#search(this.words)}
          @blur=${() => {
            this.isOpen = false;
          }}
          @keydown=${this.#key}
      /></label>
      <ul class="found" id=${this.#id} role="listbox" aria-label=${this.label || this.placeholder} ?hidden=${!shown}>
        ${this.found.map(
          (one, i) => html`<li
            id="${this.#id}-${i}"
            role="option"
            aria-selected=${i === this.at}
            class=${i === this.at ? 'on' : ''}
            @pointerdown=${(event: Event) => {
              event.preventDefault();
              this.#choose(i);
            }}
          >
            ${one.swatch ? this.swatch(one.swatch) : nothing}<span
              >${one.label} ${one.says ? html`<span class="muted">${one.says}</span>` : nothing}</span
            >
          </li>`,
        )}
        ${
          shown && this.found.length === 0
            ? html`<li class="muted" role="option" aria-disabled="true" aria-selected="false">
                ${this.isLooking ? msg('Looking …') : msg('Nothing found')}
              </li>`
            : nothing
        }
      </ul>`;
  }

  async #search(words: string): Promise<void> {
    this.words = words;
    this.isOpen = true;
    this.isLooking = true;
    const asked = ++this.#asked;
    const found = await this.find(words);
    if (asked !== this.#asked) return;
    this.isLooking = false;
    this.found = found;
    this.at = 0;
  }

  #key = (event: KeyboardEvent): void => {
    const { length } = this.found;
    if (event.key === 'ArrowDown' && length > 0) this.at = (this.at + 1) % length;
    else if (event.key === 'ArrowUp' && length > 0) this.at = (this.at + length - 1) % length;
    else if (event.key === 'Enter' && this.isOpen && length > 0) this.#choose(this.at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #choose(i: number): void {
    const one = this.found[i];
    if (!one) return;
    this.words = '';
    this.isOpen = false;
    this.found = [];
    this.dispatchEvent(new CustomEvent('vr-found', { detail: one, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-finder': VrFinder;
  }
  interface HTMLElementEventMap {
    /** Something was chosen in a finder. */
    'vr-found': CustomEvent<Findable>;
  }
}
