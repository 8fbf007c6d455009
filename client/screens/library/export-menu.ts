import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { urlOf } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { ClaimFilter } from '../../../shared/claim-index/filter.ts';
import { LightElement } from '../../elements/light-element.ts';
import { StoreController } from '../../store/context.ts';
import '../../elements/icon.ts';

/** Stands in the menu beside the formats. */
const DOSSIER = 'dossier';

/** A format that the desk can be written in, as the server lists it. */
export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  readonly extension: string;
}

/** The formats in which the desk, one document, or the claims that pass a filter can be taken away. */
@customElement('vr-export-menu')
export class VrExportMenu extends LightElement {
  /** Where none are given, those that the server lists. */
  @property({ attribute: false }) formats: readonly ExportFormat[] = [];
  /** A document's id; empty for the whole desk. */
  @property() document = '';
  /** Which claims; undefined for all. */
  @property({ attribute: false }) filter: ClaimFilter | undefined;

  @state() private listed: readonly ExportFormat[] = [];
  #desk = new StoreController(this, 'saving');

  protected override async firstUpdated(): Promise<void> {
    if (this.formats.length > 0) return;
    const status = await this.#desk.store.loadStatus().catch(() => undefined);
    this.listed = status?.formats.filter(({ canExport }) => canExport) ?? [];
  }

  protected override render() {
    const formats = this.formats.length > 0 ? this.formats : this.listed;
    if (formats.length === 0) return nothing;
    const isAway = !this.#desk.store.saving.online;
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.#download}>
      <button slot="trigger" class="btn" ?disabled=${isAway} title=${isAway ? msg('The server writes exports; it is away now.') : nothing}
        ><vr-icon name="download"></vr-icon>${msg('Export')}<vr-icon name="chevron-down"></vr-icon
      ></button>
      ${formats.map(
        ({ id, label, extension }) =>
          html`<wa-dropdown-item value=${id}>${label}<span slot="details">.${extension}</span></wa-dropdown-item>`,
      )}
      ${
        this.document || this.filter
          ? nothing
          : html`<wa-dropdown-item value=${DOSSIER}>${msg('Dossier: everything, to be verified without this program')}<span slot="details">.zip</span></wa-dropdown-item>`
      }
    </wa-dropdown>`;
  }

  #download = (event: CustomEvent<{ item: { value: string } }>): void => {
    const { value } = event.detail.item;
    if (value === DOSSIER) download(urlOf(contract.getDossier, {}));
    else downloadExport(value, { document: this.document, filter: this.filter });
  };
}

/** Lets the person keep the desk, a document of it, or the claims that pass a filter, as a file. */
export function downloadExport(
  format: string,
  { document: id, filter }: { document?: string; filter?: ClaimFilter | undefined },
): void {
  download(
    urlOf(contract.exportDesk, {
      params: { format },
      query: { ...(id ? { document: id } : {}), ...(filter ? { filter: JSON.stringify(filter) } : {}) },
    }),
  );
}

function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
