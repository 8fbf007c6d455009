import '../../elements/web-awesome.ts';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import '../../elements/icon.ts';

/** Ways by which a document can come. */
export type WayIn = 'files' | 'folder' | 'paste' | 'address';

/** The ways in for new documents. Fires `vr-way` with the one that is chosen. */
@customElement('vr-ways-in')
export class VrWaysIn extends LightElement {
  protected override render() {
    return html`<button class="btn" @click=${() => this.#go('paste')}>
        <vr-icon name="paste"></vr-icon>${msg('Paste text')}
      </button>
      <span class="add-split">
        <button class="btn pri" @click=${() => this.#go('files')}>
          <vr-icon name="upload"></vr-icon>${msg('Add files')}
        </button>
        <wa-dropdown
          placement="bottom-end"
          @wa-select=${(event: CustomEvent<{ item: { value: WayIn } }>) => this.#go(event.detail.item.value)}
        >
          <button slot="trigger" class="btn pri more" aria-label=${msg('More ways to add')} title=${msg('A folder, or from an address')}>
            <vr-icon name="chevron-down"></vr-icon>
          </button>
          <wa-dropdown-item value="files">${msg('Files …')}</wa-dropdown-item>
          <wa-dropdown-item value="folder">${msg('A folder …')}</wa-dropdown-item>
          <wa-dropdown-item value="paste">${msg('Pasted text …')}</wa-dropdown-item>
          <wa-dropdown-item value="address">${msg('From an address …')}</wa-dropdown-item>
        </wa-dropdown>
      </span>`;
  }

  #go(detail: WayIn): void {
    this.dispatchEvent(new CustomEvent('vr-way', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-ways-in': VrWaysIn;
  }
  interface HTMLElementEventMap {
    'vr-way': CustomEvent<WayIn>;
  }
}
