import '../../elements/web-awesome.ts';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { urlOf } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { ClaimFilter } from '../../../shared/claim-index/filter.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { whyOf } from '../../frame/why.ts';
import { StoreController } from '../../store/context.ts';
import '../../elements/icon.ts';
import { download, downloadExport, type ExportFormat, type ExportPart, LOSSLESS } from './download.ts';

/** Stands in the menu beside the formats. */
const DOSSIER = 'dossier';

/**
 * The formats in which the desk, one document, or the claims that pass a filter can be taken away. What carries
 * everything is written at once; of all others it is said first what they leave behind.
 */
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
    const formats = this.#formats();
    if (formats.length === 0) return nothing;
    const isAway = !this.#desk.store.saving.online;
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.#choose}>
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

  #formats(): readonly ExportFormat[] {
    return this.formats.length > 0 ? this.formats : this.listed;
  }

  #choose = (event: CustomEvent<{ item: { value: string } }>): void => {
    const { value } = event.detail.item;
    const format = this.#formats().find(({ id }) => id === value);
    if (format) askExport(this, format, { document: this.document, filter: this.filter });
    else download(urlOf(contract.getDossier, {}));
  };
}

/**
 * Takes a part of the desk away in a format: at once where the format carries everything; otherwise a panel beside
 * whoever asks says first what would be left behind.
 */
export function askExport(host: HTMLElement, format: ExportFormat, part: ExportPart): void {
  if (format.id === LOSSLESS) downloadExport(format.id, part);
  else
    import('./export-panel.ts').then(
      ({ VrExportPanel }) => {
        const panel = new VrExportPanel();
        panel.format = format;
        panel.portion = part;
        host.append(panel);
      },
      (error: unknown) => toast(whyOf(error), { tone: 'error' }),
    );
}
