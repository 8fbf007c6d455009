import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import { sayRefusal } from '../localize/say-refusal.ts';
import { StoreController } from '../store/context.ts';
import '../elements/icon.ts';
import './waiting.css';

/** Milliseconds without the server after which it is worth a banner. */
const WORTH_SAYING = 800;

/** Says that the server is away, what that means, and what can be done. Fires `vr-show-waiting`. */
@customElement('vr-line')
export class VrLine extends LightElement {
  @state() private isLong = false;
  /** Somebody has read it; it comes back when the server has been there and gone again. */
  @state() private isDismissed = false;
  #desk = new StoreController(this, 'saving');
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override willUpdate(): void {
    if (this.#desk.store.saving.online) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.isLong = false;
      this.isDismissed = false;
    } else {
      this.#timer ??= setTimeout(() => {
        this.isLong = true;
      }, WORTH_SAYING);
    }
  }

  protected override render() {
    const { store } = this.#desk;
    const { online, waiting } = store.saving;
    if (online || !this.isLong || this.isDismissed) return nothing;
    return html`<div class="line" role="status">
      <vr-icon name="offline"></vr-icon>
      <span class="x">${this.#words()}</span>
      <span class="acts">
        ${
          waiting > 0
            ? html`<button class="btn" @click=${this.#show}>${plural(waiting, msg(str`Show {it¦the ${sayNumber(waiting)}}`))}</button>`
            : nothing
        }
        <button class="btn" @click=${() => store.retry()}>${msg('Try now')}</button>
        <button
          class="ib"
          aria-label=${msg('Close')}
          title=${msg('Close')}
          @click=${() => {
            this.isDismissed = true;
          }}
        >
          <vr-icon name="x"></vr-icon>
        </button>
      </span>
    </div>`;
  }

  #words() {
    const { problem, waiting, keeps } = this.#desk.store.saving;
    const head = problem ? msg('The desk cannot be written now.') : msg('You are offline.');
    const kept = keeps
      ? plural(
          waiting,
          msg(
            str`${sayNumber(waiting)} {change is¦changes are} kept on this machine and {goes¦go} out when the line is back.`,
          ),
        )
      : plural(
          waiting,
          msg(
            str`${sayNumber(waiting)} {change waits¦changes wait} in this window only, for this browser keeps nothing: leave it open.`,
          ),
        );
    const rest = problem
      ? sayRefusal(problem)
      : msg('Documents that were opened here can be read and marked as usual.');
    return html`<strong>${head}</strong> ${waiting > 0 ? kept : nothing} ${rest}`;
  }

  #show = (): void => {
    this.dispatchEvent(new CustomEvent('vr-show-waiting', { bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-line': VrLine;
  }
}
