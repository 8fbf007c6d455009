import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { StoreController } from '../store/context.ts';

/** Milliseconds that saving may take before it is worth a word; quicker, and the words would only flicker. */
const WORTH_SAYING = 400;

/** Whether all that was done is safely with the server. */
@customElement('vr-save-state')
export class VrSaveState extends LightElement {
  @state() private slow = false;
  #desk = new StoreController(this, 'saving');
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override willUpdate(): void {
    const busy = this.#desk.store.saving.waiting > 0;
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
    return html`<span role="status">${this.#words()}</span>`;
  }

  #words() {
    const { waiting, online } = this.#desk.store.saving;
    if (!online) {
      return html`<button class="save off" title=${msg('Try now')} @click=${() => this.#desk.store.retry()}>
        <vr-icon name="offline"></vr-icon>${msg(str`${waiting} waiting, offline`)}
      </button>`;
    }
    if (this.slow) {
      return html`<span class="save"><vr-icon name="refresh"></vr-icon>${msg('Saving…')}</span>`;
    }
    return html`<span class="save dt"><vr-icon name="check"></vr-icon>${msg('All changes saved')}</span>`;
  }
}
