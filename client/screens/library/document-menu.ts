import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { downloadExport, type ExportFormat } from './export-menu.ts';
import '../../elements/icon.ts';

/** What can be done with one document. Fires `vr-ask` with `edit` or `remove`. */
@customElement('vr-document-menu')
export class VrDocumentMenu extends LightElement {
  @property() document = '';
  @property() label = '';
  @property({ attribute: false }) formats: readonly ExportFormat[] = [];

  protected override render() {
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.#select}>
      <button
        slot="trigger"
        class="ib"
        aria-label=${msg(str`More for “${this.label}”`)}
        title=${msg('Edit, export, remove')}
      >
        <vr-icon name="ellipsis"></vr-icon>
      </button>
      <wa-dropdown-item value="edit">${msg('Edit title and kind')}<kbd slot="details" class="dt">F2</kbd></wa-dropdown-item>
      ${this.formats.map(
        ({ id, label }) =>
          html`<wa-dropdown-item value="export ${id}">${msg(str`Export as ${label}`)}</wa-dropdown-item>`,
      )}
      <wa-divider></wa-divider>
      <wa-dropdown-item value="remove" variant="danger">${msg('Remove')}<kbd slot="details" class="dt">Delete</kbd></wa-dropdown-item>
    </wa-dropdown>`;
  }

  #select = (event: CustomEvent<{ item: { value: string } }>): void => {
    const [what, format] = event.detail.item.value.split(' ');
    if (what === 'export') downloadExport(format!, { document: this.document });
    else this.dispatchEvent(new CustomEvent('vr-ask', { detail: what }));
  };
}
