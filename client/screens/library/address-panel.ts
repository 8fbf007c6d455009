import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { whyOf } from '../../frame/why.ts';
import { StoreController } from '../../store/context.ts';
import { isStop } from './calls.ts';
import type { Fetched } from './candidate.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';

/** How the server is started so that it fetches. */
const TURNED_ON = 'variorum serve --fetch';

/**
 * A place for the address of a page or a file that the server is to fetch; where it does not fetch, how it would, and
 * what does as well. Fires `vr-fetched` with what came, and `vr-close`.
 */
@customElement('vr-address-panel')
export class VrAddressPanel extends LightElement {
  /** Whether the server fetches; undefined while nobody knows. */
  @property({ attribute: false }) fetching: boolean | undefined;
  @state() private asked: string | undefined;
  @state() private wrong: string | undefined;
  readonly #desk = new StoreController(this, 'saving');
  #call: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#call?.abort();
  }

  protected override render() {
    const isOff = this.fetching === false;
    const isAway = !this.#desk.store.saving.online;
    const { asked } = this;
    const cannot = isOff || isAway || asked !== undefined;
    return html`<form class="card paste address" novalidate aria-busy=${asked !== undefined} @submit=${this.#submit} @keydown=${this.#onKey}>
      <label class="fld"
        >${msg('Address of a page or a file')}
        <input
          name="url"
          type="url"
          inputmode="url"
          autocomplete="off"
          spellcheck="false"
          placeholder="https://"
          ?disabled=${isOff}
          aria-describedby="address-says"
          aria-invalid=${this.wrong ? 'true' : nothing}
        />
      </label>
      <div id="address-says">${isOff ? this.#off() : this.#says(isAway)}</div>
      ${asked === undefined ? nothing : html`<vr-progress class="late" label=${msg(str`Fetching ${asked}`)}></vr-progress>`}
      <div class="ends">
        <button type="button" class="btn quiet" @click=${asked === undefined ? this.#close : this.#stop}>
          ${isOff ? msg('Close') : msg('Cancel')}
        </button>
        ${isOff ? nothing : html`<button class="btn pri" aria-disabled=${cannot ? 'true' : nothing}>${asked === undefined ? msg('Fetch') : msg('Fetching …')}</button>`}
      </div>
    </form>`;
  }

  #says(isAway: boolean) {
    if (this.wrong)
      return html`<p class="tag red warn" role="alert"><vr-icon name="warning"></vr-icon><span>${this.wrong}</span></p>`;
    if (isAway)
      return html`<p class="small muted">${msg('The server is away. It fetches again once it is back.')}</p>`;
    return html`<p class="small muted">
      ${msg('The server fetches it, and keeps with it the address that answered, when, and what its server said of it. Nothing is added before you have seen it.')}
    </p>`;
  }

  /** It does not fetch: why, how it would, and the way that is always open. */
  #off() {
    return html`<p>
        <strong>${msg('This server fetches nothing from the web.')}</strong>
        ${msg('Whoever runs it can turn that on by starting it so:')} <code>${TURNED_ON}</code>
      </p>
      <p>
        ${msg('Without it: open the page in your browser, save it (Ctrl S, as a web page), and drop the file here. Or select its words, copy them, and paste: headings and lists come along if you want them.')}
      </p>`;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('input:enabled, .ends button')?.focus();
  }

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = String(new FormData(event.target as HTMLFormElement).get('url') ?? '').trim();
    if (this.asked !== undefined || this.fetching === false || !this.#desk.store.saving.online) return;
    const url = addressIn(given);
    if (!url) {
      this.wrong = msg('Give the whole address: https://example.org/page.');
      this.querySelector('input')?.focus();
      return;
    }
    this.wrong = undefined;
    this.asked = url;
    const control = new AbortController();
    this.#call = control;
    try {
      const detail = await this.#desk.store.client.fetchFile({ body: { url } }, { signal: control.signal });
      this.dispatchEvent(new CustomEvent('vr-fetched', { detail }));
    } catch (error) {
      if (!isStop(error)) this.wrong = whyOf(error);
    } finally {
      this.asked = undefined;
    }
  };

  #stop = (): void => this.#call?.abort();

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (this.asked === undefined) this.#close();
    else this.#stop();
  };

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}

/** @returns an address as it is fetched: https where only the host is given; undefined where it is none */
function addressIn(given: string): string | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`;
  if (!given || !URL.canParse(whole)) return undefined;
  return /^https?:$/.test(new URL(whole).protocol) ? whole : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-address-panel': VrAddressPanel;
  }
  interface HTMLElementEventMap {
    /** A file came from the web. */
    'vr-fetched': CustomEvent<Fetched>;
  }
}
