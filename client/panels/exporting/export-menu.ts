import '../../elements/web-awesome.ts';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { urlOf } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { Language } from '../../../shared/languages/languages.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { whyOf } from '../../frame/why.ts';
import { getLocale } from '../../localize/localize.ts';
import { StoreController } from '../../store/context.ts';
import type { Store } from '../../store/store.ts';
import '../../elements/icon.ts';
import {
  download,
  downloadExport,
  type ExportFormat,
  type ExportPart,
  LOSSLESS,
  namable,
} from './download.ts';

/** Stands in the menu beside the formats. */
const DOSSIER = 'dossier';

/**
 * The formats in which the desk, or documents or claims of it, can be taken away. What carries everything is written at
 * once; of all others it is said first what they leave behind.
 */
@customElement('vr-export-menu')
export class VrExportMenu extends LightElement {
  /** Where none are given, those that the server lists. */
  @property({ attribute: false }) formats: readonly ExportFormat[] = [];
  /** Gives what is to be taken away, when it is; undefined for the whole desk. */
  @property({ attribute: false }) portion: (() => ExportPart) | undefined;
  /** What the button says. */
  @property() label = '';
  @property() placement: 'bottom-end' | 'top-end' = 'bottom-end';
  /** Whether there is nothing to take away. */
  @property({ type: Boolean }) empty = false;

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
    const why = isAway
      ? msg('The server writes exports; it is away now.')
      : this.empty
        ? msg('There are no claims to export.')
        : undefined;
    return html`<wa-dropdown placement=${this.placement} @wa-select=${this.#choose}>
      <button slot="trigger" class="btn" ?disabled=${why !== undefined} title=${why ?? nothing}
        ><vr-icon name="download"></vr-icon>${this.label || msg('Export')}<vr-icon name="chevron-down"></vr-icon
      ></button>
      ${formats.map(
        ({ id, label, extension }) =>
          html`<wa-dropdown-item value=${id}>${label}<span slot="details">.${extension}</span></wa-dropdown-item>`,
      )}
      ${
        this.portion
          ? nothing
          : html`<wa-dropdown-item value=${DOSSIER}>${msg('Dossier: everything, to be verified without this program')}<span slot="details">.zip</span></wa-dropdown-item>`
      }
    </wa-dropdown>`;
  }

  #formats(): readonly ExportFormat[] {
    const all = this.formats.length > 0 ? this.formats : this.listed;
    return this.portion ? all.filter(({ ofWhole }) => !ofWhole) : all;
  }

  #choose = (event: CustomEvent<{ item: { value: string } }>): void => {
    const { value } = event.detail.item;
    const format = this.#formats().find(({ id }) => id === value);
    if (format) askExport(this, this.#desk.store, format, this.portion?.() ?? {});
    else download(urlOf(contract.getDossier, { query: { lang: getLocale() as Language } }));
  };
}

/**
 * Takes a part of the desk away in a format: at once where the format carries everything; otherwise a panel beside
 * whoever asks says first what would be left behind.
 */
export function askExport(host: HTMLElement, store: Store, format: ExportFormat, part: ExportPart): void {
  if (format.id === LOSSLESS)
    namable(store.client, part).then(
      named => downloadExport(format.id, named),
      (error: unknown) => toast(whyOf(error), { tone: 'error' }),
    );
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
