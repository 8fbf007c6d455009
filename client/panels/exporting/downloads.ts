import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { whyOf } from '../../frame/why.ts';
import { saySize } from '../../localize/say-size.ts';
import { bringFile, keepFile } from './bring-file.ts';
import '../../elements/progress.ts';
import './downloads.css';

interface Download {
  readonly address: string;
  /** Bytes that are expected; undefined where nobody knows. */
  readonly all: number | undefined;
  readonly came: number;
  readonly failed?: string;
  readonly control: AbortController;
}

/** Files that are on their way from the server, each with how far it is and a way to call it off. */
@customElement('vr-downloads')
export class VrDownloads extends LightElement {
  @state() private downloads: readonly Download[] = [];

  /** @param all how many bytes are expected, where that is known */
  bring(address: string, all?: number): void {
    const control = new AbortController();
    this.downloads = [...this.downloads, { address, all, came: 0, control }];
    void this.#follow(address, control);
  }

  async #follow(address: string, control: AbortController): Promise<void> {
    try {
      const file = await bringFile(address, came => this.#change(control, { came }), control.signal);
      this.#leave(control);
      keepFile(file);
    } catch (error) {
      if (control.signal.aborted) return;
      this.#change(control, { failed: this.#whyOf(error, control) });
    }
  }

  #whyOf(error: unknown, control: AbortController): string {
    const { came = 0 } = this.downloads.find(one => one.control === control) ?? {};
    return came > 0 ? msg('The file broke off before its end. Nothing was kept of it.') : whyOf(error);
  }

  #change(control: AbortController, change: Partial<Download>): void {
    this.downloads = this.downloads.map(one => (one.control === control ? { ...one, ...change } : one));
  }

  #leave(control: AbortController): void {
    this.downloads = this.downloads.filter(one => one.control !== control);
  }

  #callOff({ control }: Download): void {
    control.abort();
    this.#leave(control);
  }

  #again(download: Download): void {
    this.#leave(download.control);
    this.bring(download.address, download.all);
  }

  protected override render() {
    if (this.downloads.length === 0) return nothing;
    return html`<div class="downloads" role="region" aria-label=${msg('Exports on their way')}>
      ${this.downloads.map(one => (one.failed === undefined ? this.#coming(one) : this.#failed(one, one.failed)))}
    </div>`;
  }

  #coming(download: Download) {
    const { all, came } = download;
    const share = all === undefined ? undefined : Math.min(1, came / Math.max(1, all));
    const label = msg('Export is being written');
    return html`<div class="download late">
      <span class="words"
        >${label} <span class="muted num">${this.#soFar(came, all)}</span></span
      >
      <button type="button" class="btn quiet" @click=${() => this.#callOff(download)}>${msg('Cancel')}</button>
      <vr-progress label=${label} .value=${share}></vr-progress>
    </div>`;
  }

  #soFar(came: number, all: number | undefined): string {
    if (all !== undefined && came <= all) return msg(str`${saySize(came)} of ${saySize(all)}`);
    return came === 0 ? '' : saySize(came);
  }

  #failed(download: Download, failed: string) {
    return html`<div class="download" role="alert">
      <span class="words"><strong>${msg('The export failed.')}</strong> ${failed}</span>
      <span class="ends">
        <button type="button" class="btn" @click=${() => this.#again(download)}>${msg('Try again')}</button>
        <button type="button" class="btn quiet" @click=${() => this.#leave(download.control)}>${msg('Close')}</button>
      </span>
    </div>`;
  }
}

/** Brings a file, beside those that are on their way. */
export function bring(address: string, all?: number): void {
  let host = document.querySelector('vr-downloads');
  if (!host) {
    host = document.createElement('vr-downloads');
    document.body.append(host);
  }
  host.bring(address, all);
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-downloads': VrDownloads;
  }
}
