import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { whenIdle } from '../reader/idle.ts';
import { StoreController } from '../store/context.ts';
import '../elements/icon.ts';
import './new-version.css';

const WORKER = '/service-worker.js';
/** Milliseconds after the page has loaded before the rest of the application is fetched in advance. */
const SETTLED = 3000;

/** Keeps the application in this browser, once the first screen is there, and says quietly when there is a newer one. */
@customElement('vr-new-version')
export class VrNewVersion extends LightElement {
  /** The newer version, ready to take over. */
  @state() private waiting: ServiceWorker | undefined;
  /** Another window has let the newer version in. */
  @state() private isOver = false;
  @state() private isDismissed = false;
  #desk = new StoreController(this, 'saving');
  #registration: ServiceWorkerRegistration | undefined;
  #wasOnline = true;
  #isReloading = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const begin = () => setTimeout(() => whenIdle(() => void this.#register()), SETTLED);
    if (document.readyState === 'complete') begin();
    else window.addEventListener('load', begin, { once: true });
  }

  protected override willUpdate(): void {
    const { online } = this.#desk.store.saving;
    // A server that has come back may be a newer one.
    if (online && !this.#wasOnline) void this.#registration?.update().catch(() => undefined);
    this.#wasOnline = online;
  }

  protected override render() {
    if ((!this.waiting && !this.isOver) || this.isDismissed) return nothing;
    return html`<div class="new-version" role="status">
      <span>${msg('A new version is ready.')}</span>
      <button class="btn quiet" @click=${this.#takeUp}>${msg('Reload')}</button>
      <button
        class="ib"
        aria-label=${msg('Later')}
        title=${msg('Later')}
        @click=${() => {
          this.isDismissed = true;
        }}
      >
        <vr-icon name="x"></vr-icon>
      </button>
    </div>`;
  }

  async #register(): Promise<void> {
    const { serviceWorker } = navigator;
    const hadController = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      if (this.#isReloading) location.reload();
      else this.isOver = hadController;
    });
    const registered = serviceWorker.register(WORKER, { updateViaCache: 'none' });
    this.#registration = await registered.catch(() => undefined);
    // Where it is forbidden, the application opens only while the server is there.
    if (!this.#registration) return;
    this.#look();
    this.#registration.addEventListener('updatefound', () => {
      const { installing } = this.#registration!;
      installing?.addEventListener('statechange', () => this.#look());
    });
  }

  #look(): void {
    if (navigator.serviceWorker.controller) this.waiting = this.#registration?.waiting ?? undefined;
  }

  #takeUp = (): void => {
    this.#isReloading = true;
    if (this.waiting) this.waiting.postMessage('take over');
    else location.reload();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-new-version': VrNewVersion;
  }
}
