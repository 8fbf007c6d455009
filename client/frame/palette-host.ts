import { msg } from '@lit/localize';
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { toast } from '../elements/toasts.ts';

/** Brings the palette when it is first wanted, or before, when nothing else is to be done. */
export class PaletteHost implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #open = false;
  #here = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const bring = () => void this.#bring().catch(() => undefined);
    // Not every browser tells when nothing is to be done.
    if ('requestIdleCallback' in window) requestIdleCallback(bring, { timeout: 4000 });
    else setTimeout(bring, 2000);
  }

  readonly open = (): void => {
    this.#bring().then(
      () => this.#show(true),
      () => toast(msg('This could not be loaded: the server did not answer.'), { tone: 'error' }),
    );
  };

  draw() {
    if (!this.#here) return nothing;
    return html`<vr-command-palette ?open=${this.#open} @vr-close=${() => this.#show(false)}></vr-command-palette>`;
  }

  async #bring(): Promise<void> {
    await import('../palette/palette.ts');
    this.#here = true;
  }

  #show(open: boolean): void {
    this.#open = open;
    this.#host.requestUpdate();
  }
}
