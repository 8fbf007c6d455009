import '../../elements/web-awesome.ts';
import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { StoreController } from '../../store/context.ts';
import type { Keeping } from './document-row.ts';
import '../../elements/icon.ts';
import type { ExportFormat } from '../../panels/exporting/download.ts';
import { askExport } from '../../panels/exporting/export-menu.ts';
import '../../panels/key-hint.ts';

/**
 * What can be done with one document. Fires `vr-ask` with `edit`, `revise`, `otherwise`, `original`, `compare`, `history`, `redact` or `remove`, and `vr-keep` with whether it is to
 * be kept for reading offline.
 */
@customElement('vr-document-menu')
export class VrDocumentMenu extends LightElement {
  @property() document = '';
  @property() label = '';
  /** How many revisions it has. */
  @property({ type: Number }) revisions = 1;
  @property() keeping: Keeping = 'unknown';
  @property({ type: Boolean }) offline = false;
  @property({ attribute: false }) formats: readonly ExportFormat[] = [];

  /** Whether the menu has been asked for. Before, there is only its button: a list has many rows, and menus are heavy. */
  @state() private wanted = false;

  #desk = new StoreController(this, 'saving');

  protected override render() {
    if (!this.wanted) return this.#button(this.#open);
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.#select}>
      ${this.#button()}
      <wa-dropdown-item value="edit">${msg('Edit title and kind')}<vr-keys slot="details" class="dt" command="library.edit"></vr-keys></wa-dropdown-item>
      <wa-dropdown-item value="revise">${msg('New revision …')}<vr-keys slot="details" class="dt" command="library.revise"></vr-keys></wa-dropdown-item>
      <wa-dropdown-item value="otherwise" ?disabled=${this.offline}>${msg('Read it otherwise …')}<vr-keys slot="details" class="dt" command="library.otherwise"></vr-keys></wa-dropdown-item>
      ${this.revisions > 1 ? html`<wa-dropdown-item value="compare">${msg('Compare revisions')}<vr-keys slot="details" class="dt" command="library.compare"></vr-keys></wa-dropdown-item>` : nothing}
      <wa-dropdown-item value="history">${msg('History')}</wa-dropdown-item>
      <wa-dropdown-item value="original" ?disabled=${this.offline}>${msg('Download the original')}<vr-keys slot="details" class="dt" command="library.original"></vr-keys></wa-dropdown-item>
      ${this.#exportItems()}
      ${this.#keepItems()}
      <wa-divider></wa-divider>
      <wa-dropdown-item value="redact" variant="danger" ?disabled=${this.offline}>${msg('Redact for legal reasons …')}</wa-dropdown-item>
      <wa-dropdown-item value="remove" variant="danger">${msg('Remove')}<vr-keys slot="details" class="dt" command="library.remove"></vr-keys></wa-dropdown-item>
    </wa-dropdown>`;
  }

  #exportItems() {
    if (this.formats.length === 0) return nothing;
    return html`<wa-dropdown-item ?disabled=${this.offline}
      >${msg('Export as')}${
        this.offline
          ? html`<span slot="details">${msg('when the server is back')}</span>`
          : this.formats
              .filter(({ ofWhole }) => !ofWhole)
              .map(
                ({ id, label }) =>
                  html`<wa-dropdown-item slot="submenu" value="export ${id}">${label}</wa-dropdown-item>`,
              )
      }</wa-dropdown-item
    >`;
  }

  /** What is asked for stays until somebody says otherwise; what was only opened goes when there is no room. */
  #keepItems() {
    const { keeping } = this;
    const keep = html`<wa-dropdown-item value="keep" ?disabled=${this.offline && keeping !== 'here'}>${msg('Keep for reading offline')}</wa-dropdown-item>`;
    const drop = html`<wa-dropdown-item value="drop">${msg('Don’t keep offline')}</wa-dropdown-item>`;
    return html`<wa-divider></wa-divider>${keeping === 'pinned' ? nothing : keep}${
      keeping === 'pinned' || keeping === 'here' ? drop : nothing
    }`;
  }

  #button(press?: () => void) {
    return html`<button
      slot="trigger"
      class="ib"
      aria-haspopup="menu"
      aria-label=${msg(str`More for “${this.label}”`)}
      title=${msg('Edit, history, export, remove')}
      @click=${press ?? nothing}
    >
      <vr-icon name="ellipsis"></vr-icon>
    </button>`;
  }

  #open = async (): Promise<void> => {
    this.wanted = true;
    await this.updateComplete;
    const menu = this.querySelector('wa-dropdown')!;
    this.querySelector('button')?.focus();
    menu.open = true;
  };

  #select = (event: CustomEvent<{ item: { value: string } }>): void => {
    const [what, format] = event.detail.item.value.split(' ');
    if (what === 'keep' || what === 'drop')
      this.dispatchEvent(new CustomEvent('vr-keep', { detail: what === 'keep' }));
    else if (what === 'export')
      askExport(this, this.#desk.store, this.formats.find(({ id }) => id === format)!, {
        documents: [this.document],
      });
    else this.dispatchEvent(new CustomEvent('vr-ask', { detail: what }));
  };
}
