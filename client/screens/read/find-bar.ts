import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { soughtPlace } from '../../../shared/derivation/sought-place.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import type { Reader } from '../../reader/reader.ts';
import type { KnownDerivation } from '../../store/derivations/known-derivation.ts';
import '../../elements/icon.ts';

/** Finds words in the open text. Enter goes on, Shift Enter back, Esc gives the keyboard back to the text. */
@customElement('vr-find-bar')
export class VrFindBar extends LightElement {
  @property({ attribute: false }) reader: Reader | undefined;
  /** What is known of a derived text: pages and times of its original can be gone to. */
  @property({ attribute: false }) derivation: KnownDerivation | undefined;
  @state() private words = '';
  @state() private matchCase = false;
  @state() private hits = 0;
  @state() private current = -1;
  @state() private done = true;
  /** Where in the text the place is that is asked for, in place of words. */
  @state() private place: number | undefined;
  #seeking: Promise<void> = Promise.resolve();

  /** Takes in what the reader says of the search. */
  tell(found: { hits: number; current: number; done: boolean }): void {
    this.hits = found.hits;
    this.current = found.current;
    this.done = found.done;
  }

  protected override render() {
    return html`<form class="find" role="search" @submit=${this.#next} @keydown=${this.#key}>
      <input
        aria-label=${msg('Find in this document')}
        placeholder=${this.#placeholder}
        autocomplete="off"
        spellcheck="false"
        .value=${this.words}
        @input=${(event: Event) => this.#find((event.target as HTMLInputElement).value)}
      />
      <span class="small muted num" role="status" aria-live=${this.done ? 'polite' : 'off'}>${this.#says()}</span>
      ${
        this.place === undefined
          ? nothing
          : html`<button type="button" class="btn" @click=${this.#go}>${msg('Go there')} <kbd>Enter</kbd></button>`
      }
      <button
        type="button"
        class="btn quiet"
        aria-pressed=${this.matchCase ? 'true' : 'false'}
        title=${msg('Capitals and accents count')}
        @click=${() => {
          this.matchCase = !this.matchCase;
          this.#find(this.words);
        }}
      >
        Aá
      </button>
      <button type="button" class="ib" aria-label=${msg('Previous place')} @click=${() => this.reader?.findNext(false)}>
        <vr-icon name="chevron-up"></vr-icon>
      </button>
      <button class="ib" aria-label=${msg('Next place')}><vr-icon name="chevron-down"></vr-icon></button>
      <button type="button" class="ib" aria-label=${msg('Close')} @click=${() => this.close()}>
        <vr-icon name="x"></vr-icon>
      </button>
    </form>`;
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  /** Ends the search; the place one was at is selected. */
  close(): void {
    this.#leave();
  }

  async #seekPlace(words: string): Promise<void> {
    const { derivation } = this;
    const sought = derivation && soughtPlace(words);
    const place = sought && (await derivation.find(sought));
    if (this.words === words) this.place = place;
  }

  get #placeholder(): string {
    switch (this.derivation?.summary.terms) {
      case 'pages':
        return msg('Find words, or go to p. 12');
      case 'times':
        return msg('Find words, or go to 00:12:30');
      case 'rows':
        return msg('Find words, or go to row 12');
      default:
        return msg('Find in this document');
    }
  }

  #go = (): void => {
    const { place } = this;
    if (place === undefined) return;
    this.#leave();
    this.dispatchEvent(new CustomEvent('vr-jump', { detail: place, bubbles: true }));
  };

  /** Ends the search without going back to where one was. */
  #leave(): void {
    this.reader?.endFind();
    this.dispatchEvent(new CustomEvent('vr-find-closed', { bubbles: true }));
  }

  #says() {
    if (this.words === '') return nothing;
    if (this.hits === 0 && this.place !== undefined) return nothing;
    if (this.hits === 0) return this.done ? msg('not found') : msg('seeking …');
    return msg(str`${sayNumber(this.current + 1)} of ${sayNumber(this.hits)}${this.done ? '' : ' …'}`);
  }

  #find(words: string): void {
    this.words = words;
    this.hits = 0;
    this.current = -1;
    this.done = words === '';
    this.place = undefined;
    this.#seeking = this.#seekPlace(words);
    if (words === '') this.reader?.endFind();
    else this.reader?.find(words, { matchCase: this.matchCase, matchAccents: this.matchCase });
  }

  #next = (event: Event): void => {
    event.preventDefault();
    void this.#seeking.then(() => (this.place === undefined ? this.reader?.findNext(true) : this.#go()));
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      this.reader?.findNext(false);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-find-bar': VrFindBar;
  }
  interface HTMLElementEventMap {
    'vr-find-closed': CustomEvent<void>;
  }
}
