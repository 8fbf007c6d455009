import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Presence } from '../../shared/api/routes/live.ts';
import { LightElement } from '../elements/light-element.ts';
import { browserId } from '../frame/browser-id.ts';
import { isolated } from '../localize/isolated.ts';
import { sayList } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import { StoreController } from '../store/context.ts';

/** Milliseconds for which a change counts as having happened just now. */
const JUST_NOW = 60_000;

/** Quiet lines beside an object: who else is at it, and who has just changed it. */
@customElement('vr-others-here')
export class VrOthersHere extends LightElement {
  /** The object that is looked at. */
  @property({ attribute: false }) objectId!: string;
  /** The document in which it stands, where it does. */
  @property({ attribute: false }) documentId: string | undefined;
  #desk = new StoreController(this, 'presence', 'claims', 'conflicts', 'sources');
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const lines = [this.#hand(), this.#here()].filter(line => line !== undefined);
    return lines.length === 0
      ? nothing
      : html`<p class="others-here small" role="status">${lines.map(line => html`<span>${line}</span>`)}</p>`;
  }

  #hand(): string | undefined {
    const hand = this.#desk.store.others.changed(this.objectId);
    const left = hand ? hand.at + JUST_NOW - Date.now() : 0;
    clearTimeout(this.#timer);
    if (!hand || left <= 0) return undefined;
    this.#timer = setTimeout(() => this.requestUpdate(), left);
    return msg(str`Changed by ${isolated(hand.by)} just now`);
  }

  #here(): string | undefined {
    const at = namesOf(this.#desk.store.others.present, one => one.claimId === this.objectId);
    if (at.length > 0) return sayHere(at, names => msg(str`${names} {is¦are} here too`));
    const { documentId } = this;
    const reading = namesOf(
      this.#desk.store.others.present,
      one => documentId !== undefined && one.documentId === documentId,
    );
    if (reading.length === 0) return undefined;
    return sayHere(reading, names => msg(str`${names} {reads¦read} this document too`));
  }
}

/** A name may hold what the forms of a message are told apart by, so it comes in afterwards. */
function sayHere(names: readonly string[], message: (names: string) => string): string {
  return plural(names.length, message('\u0000')).replace('\u0000', () => sayList(names));
}

/** The names in other browsers' windows that are somewhere, each once. */
function namesOf(present: readonly Presence[], isThere: (one: Presence) => boolean): string[] {
  const own = browserId();
  const there = present.filter(one => one.browser !== own && isThere(one));
  return [...new Map(there.map(({ browser, name }) => [browser, name])).values()];
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-others-here': VrOthersHere;
  }
}
