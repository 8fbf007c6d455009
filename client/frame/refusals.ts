import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../elements/announcer.ts';
import { LightElement } from '../elements/light-element.ts';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import { whenIdle } from '../reader/idle.ts';
import { StoreController } from '../store/context.ts';
import '../elements/icon.ts';
import './refusals.css';

/** Milliseconds after which what draws a review is fetched in advance. */
const IN_ADVANCE = 2500;

/**
 * What did not go as somebody wanted: refused groups with what they wanted and what stands now, and decisions whose
 * grounds had changed. It stays, through reloads too, until each has been seen to; nothing is dropped in silence.
 */
@customElement('vr-refusals')
export class VrRefusals extends LightElement {
  @state() private isFolded = false;
  /** What draws one; fetched in advance, but after the first screen. */
  @state() private drawing: typeof import('./review-card.ts') | undefined;
  #known = 0;
  #desk = new StoreController(this, 'refusals', 'claims', 'conflicts', 'sources', 'documents');

  protected override firstUpdated(): void {
    setTimeout(() => whenIdle(() => void this.#fetch()), IN_ADVANCE);
  }

  async #fetch(): Promise<void> {
    this.drawing ??= await import('./review-card.ts').catch(() => undefined);
  }

  protected override willUpdate(): void {
    if (this.#desk.store.reviews.length > 0) void this.#fetch();
    const { length } = this.#desk.store.reviews;
    if (length > this.#known) {
      this.isFolded = false;
      announce(
        plural(
          length,
          msg(
            str`${sayNumber(length)} {thing was¦things were} not saved as you wanted: look at {it¦them} again.`,
          ),
        ),
      );
    }
    this.#known = length;
  }

  protected override render() {
    const { store } = this.#desk;
    const { reviews } = store;
    const { drawing } = this;
    if (reviews.length === 0 || !drawing) return nothing;
    const title = plural(reviews.length, msg(str`${sayNumber(reviews.length)} to look at again`));
    return html`<section class="reviews" aria-label=${msg('To look at again')} @keydown=${this.#onKey}>
      <header role="none">
        <vr-icon name="warning"></vr-icon>
        <h2>${title}</h2>
        <button class="ib" aria-expanded=${this.isFolded ? 'false' : 'true'} aria-label=${this.isFolded ? msg('Unfold') : msg('Fold')} @click=${this.#fold}>
          <vr-icon name=${this.isFolded ? 'chevron-up' : 'chevron-down'}></vr-icon>
        </button>
      </header>
      ${
        this.isFolded
          ? nothing
          : html`<div class="cards">${repeat(
              reviews,
              ({ group }) => group.group,
              review => drawing.reviewCard(store, review, () => this.#done()),
            )}</div>`
      }
    </section>`;
  }

  /** Gives the keyboard to the first thing to look at. @returns whether there is one */
  enter(isReal: boolean): boolean {
    const any = this.#desk.store.reviews.length > 0;
    if (any && isReal) {
      this.isFolded = false;
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('article')?.focus());
    }
    return any;
  }

  /** One has been seen to: the keyboard goes to the next. */
  #done(): void {
    const hadFocus = this.contains(document.activeElement);
    void this.updateComplete.then(() => {
      if (hadFocus) this.querySelector<HTMLElement>('article')?.focus();
    });
  }

  #fold = (): void => {
    this.isFolded = !this.isFolded;
  };

  /** Digits press the buttons of the card that has the keyboard; arrows go from card to card. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      this.isFolded = true;
      return;
    }
    const card = (event.target as HTMLElement).closest('article');
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, Element | null> = {
      ArrowDown: card.nextElementSibling,
      ArrowUp: card.previousElementSibling,
    };
    const button = card.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
    const next = steps[event.key];
    if (!button && !next) return;
    event.preventDefault();
    event.stopPropagation();
    if (button) button.click();
    else (next as HTMLElement).focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-refusals': VrRefusals;
  }
}
