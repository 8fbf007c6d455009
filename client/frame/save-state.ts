import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sayNumber } from '../localize/locale.ts';
import { whenIdle } from '../reader/idle.ts';
import { StoreController } from '../store/context.ts';
import './waiting.css';

/** Milliseconds that saving may take before it is worth a word; until then only the sign says it. */
const WORTH_SAYING = 400;
/** Milliseconds after which the panel is fetched in advance: it is wanted when the server is away. */
const IN_ADVANCE = 2000;

const panel = () => import('./waiting.ts');

/**
 * Whether all that was done is safely with the server; pressed, it shows what waits. Screen readers are told only where
 * that took long or could not be: else they would hear of every gesture twice.
 */
@customElement('vr-save-state')
export class VrSaveState extends LightElement {
  @state() private slow = false;
  @state() private open = false;
  #isWorthHearing = false;
  #desk = new StoreController(this, 'saving');
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override firstUpdated(): void {
    setTimeout(() => whenIdle(() => void panel().catch(() => undefined)), IN_ADVANCE);
  }

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
    return html`<span role="status" aria-live=${this.#isWorthHearing ? 'polite' : 'off'}>${this.#button()}</span>
      ${this.open ? html`<vr-waiting @vr-close=${() => this.toggle(false)} @focusout=${this.#onFocusOut}></vr-waiting>` : nothing}`;
  }

  /** Shows or hides what waits. */
  toggle(open = !this.open): void {
    this.open = open;
    void Promise.all([panel(), this.updateComplete]).then(async () => {
      const shown = this.querySelector('vr-waiting');
      await shown?.updateComplete;
      (shown?.querySelector<HTMLElement>('h2') ?? this.querySelector<HTMLElement>('.save'))?.focus();
    });
  }

  #button() {
    const { waiting, online } = this.#desk.store.saving;
    const press = () => this.toggle();
    const expanded = this.open ? 'true' : 'false';
    if (!online) {
      return html`<button class="save off" aria-expanded=${expanded} @click=${press}>
        <vr-icon name="offline"></vr-icon>${waiting > 0 ? msg(str`${sayNumber(waiting)} waiting, offline`) : msg('Offline')}
      </button>`;
    }
    if (waiting > 0) {
      return html`<button class="save ${this.slow ? '' : 'dt'}" aria-label=${msg('Saving…')} aria-expanded=${expanded} @click=${press}
        ><vr-icon name="refresh"></vr-icon>${this.slow ? msg('Saving…') : nothing}</button
      >`;
    }
    return html`<button class="save dt" title=${msg('What waits, and what is kept here')} aria-expanded=${expanded} @click=${press}
      ><vr-icon name="check"></vr-icon>${msg('All changes saved')}</button
    >`;
  }

  #onFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget && !this.contains(event.relatedTarget as Node)) this.open = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-save-state': VrSaveState;
  }
}
