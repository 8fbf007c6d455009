import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { StoreController } from '../store/context.ts';

/** Milliseconds that saving may take before it is worth a word; until then only the sign says it. */
const WORTH_SAYING = 400;

/**
 * Whether all that was done is safely with the server. Screen readers are told only where that took long or could not be:
 * else they would hear of every gesture twice.
 */
@customElement('vr-save-state')
export class VrSaveState extends LightElement {
  @state() private slow = false;
  #isWorthHearing = false;
  #desk = new StoreController(this, 'saving');
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override willUpdate(): void {
    const { waiting, online } = this.#desk.store.saving;
    const busy = waiting > 0;
    if (busy && this.#timer === undefined) this.#isWorthHearing = false;
    if (!online || this.slow) this.#isWorthHearing = true;
    if (!busy) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.slow = false;
    } else {
      this.#timer ??= setTimeout(() => {
        this.slow = true;
      }, WORTH_SAYING);
    }
  }

  protected override render() {
    return html`<span role="status" aria-live=${this.#isWorthHearing ? 'polite' : 'off'}>${this.#words()}</span>`;
  }

  #words() {
    const { waiting, online } = this.#desk.store.saving;
    if (!online) {
      return html`<button class="save off" title=${msg('Try now')} @click=${() => this.#desk.store.retry()}>
        <vr-icon name="offline"></vr-icon>${msg(str`${waiting} waiting, offline`)}
      </button>`;
    }
    if (waiting > 0) {
      return html`<span class="save ${this.slow ? '' : 'dt'}"
        ><vr-icon name="refresh"></vr-icon>${this.slow ? msg('Saving…') : nothing}</span
      >`;
    }
    return html`<span class="save dt"><vr-icon name="check"></vr-icon>${msg('All changes saved')}</span>`;
  }
}
