import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DocumentSummary } from '../../../shared/api/routes/documents.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { LightElement } from '../../elements/light-element.ts';
import { RowPicker } from '../../elements/row-picker.ts';
import { VirtualRows } from '../../elements/virtual-rows.ts';
import { isolated } from '../../localize/isolated.ts';
import type { ExportFormat } from '../../panels/exporting/download.ts';
import { downloadOriginal } from '../../panels/original.ts';
import { StoreController } from '../../store/context.ts';
import type { DocumentEdit } from './document-edit.ts';
import { documentCells, type Keeping } from './document-row.ts';
import { type Column, pressed, type Sorting, sorted, usual } from './sorting.ts';
import '../../elements/icon.ts';
import './document-edit.ts';
import './document-menu.ts';

/** A row's usual height in CSS pixels, until it has been measured. */
const USUAL = 58;
const COLUMNS = 8;

/** What can be asked for about one document. */
export type Asked =
  | 'edit'
  | 'compare'
  | 'revise'
  | 'otherwise'
  | 'original'
  | 'history'
  | 'redact'
  | 'remove';

/**
 * The documents of the desk. Fires `vr-sorted` with the new order, `vr-remove` with the id of a document that is to go,
 * `vr-revise` with the id of one that is to have another revision, `vr-otherwise` with one whose bytes are to be read otherwise, `vr-compare` with one whose revisions are to be compared, `vr-redact` with one that is to be destroyed, and `vr-edited` with id and values.
 */
@customElement('vr-document-table')
export class VrDocumentTable extends LightElement {
  @property({ attribute: false }) rows: readonly DocumentSummary[] = [];
  @property({ attribute: false }) formats: readonly ExportFormat[] = [];
  @property({ attribute: false }) sorting: Sorting = usual;
  /** The document over which a file hangs. */
  @property({ attribute: false }) over: string | undefined;
  /** The document whose data are being put right. */
  @state() private editing: string | undefined;
  #desk = new StoreController(this, 'kept', 'saving');
  #editFrom: 'fields' | 'history' = 'fields';
  #shown: DocumentSummary[] = [];
  /** Which documents are selected. */
  readonly picker = new RowPicker(this, {
    ids: () => this.#shown.map(row => row.held.id),
    at: () => this.focused,
    step: by => void this.step(by),
    changed: () => this.dispatchEvent(new CustomEvent('vr-picked')),
  });
  #drawn = new VirtualRows<DocumentSummary>(this, row => row.held.id, USUAL);

  protected override willUpdate(): void {
    this.#shown = sorted(this.rows, this.sorting);
    this.#drawn.take(this.#shown);
  }

  protected override render() {
    const rows = this.#shown;
    return html`<div class="tw">
      <table class="stack documents" aria-rowcount=${rows.length + 1}>
        <thead>
          <tr>
            ${this.#head('title', msg('Title'))}
            <th class="lang dt">${msg('Language')}</th>
            ${this.#head('size', msg('Characters'), 'n')} ${this.#head('claims', msg('Claims'), 'n')}
            ${this.#head('conflicts', msg('Conflicts'), 'n')}
            ${this.#head('ticked', msg('Ticked of found'), 'share')} ${this.#head('added', msg('Added'), 'when')}
            <th class="end"><span class="vh">${msg('More')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${this.#drawn.draw(COLUMNS, (row, place) => this.#row(row, place))}
        </tbody>
      </table>
    </div>`;
  }

  #head(column: Column, label: string, kind = '') {
    const { by, descending } = this.sorting;
    const order = by !== column ? nothing : descending ? 'descending' : 'ascending';
    return html`<th class=${kind} aria-sort=${order}>
      ${column === 'title' ? this.picker.allBox(msg('Select all documents')) : nothing}<button
        class="sorter"
        @click=${() => {
          this.sorting = pressed(this.sorting, column);
          this.dispatchEvent(new CustomEvent('vr-sorted', { detail: this.sorting }));
        }}
      >
        ${label}${by === column ? html`<vr-icon name=${descending ? 'chevron-down' : 'chevron-up'}></vr-icon>` : nothing}
      </button>
    </th>`;
  }

  #row(row: DocumentSummary, place: number) {
    const { id, object } = row.held;
    return html`<tr class=${id === this.over ? 'over' : nothing} data-id=${id} data-index=${place} aria-rowindex=${place + 2}>
      ${
        this.editing === id
          ? html`<td class="full" colspan=${COLUMNS}>
              <vr-document-edit
                .held=${row.held as Versioned<'document'>}
                start=${this.#editFrom}
                @vr-edit=${(event: CustomEvent<DocumentEdit>) => this.#edit(id, event.detail)}
                @vr-close=${() => this.#keep(id)}
              ></vr-document-edit>
            </td>`
          : html`${documentCells(row, this.#keeping(id), this.picker.box(id, msg(str`Select “${isolated(object.title)}”`)))}
              <td class="end">
                <vr-document-menu
                  document=${id}
                  label=${object.title}
                  .formats=${this.formats}
                  revisions=${object.revisions.length}
                  .keeping=${this.#keeping(id)}
                  ?offline=${!this.#desk.store.saving.online}
                  @vr-keep=${(event: CustomEvent<boolean>) => this.#keepHere(row.held as Versioned<'document'>, event.detail)}
                  @vr-ask=${(event: CustomEvent<Asked>) => this.ask(event.detail, id)}
                ></vr-document-menu>
              </td>`
      }
    </tr>`;
  }

  #keeping(id: string): Keeping {
    const { kept, saving } = this.#desk.store;
    if (!kept) return 'unknown';
    if (kept.isHere(id)) return kept.get(id)!.pinned ? 'pinned' : 'here';
    return saving.online ? 'unknown' : 'away';
  }

  #keepHere(held: Versioned<'document'>, keep: boolean): void {
    const { kept } = this.#desk.store;
    if (keep) kept?.pin(held);
    else void kept?.drop(held.id).catch(() => undefined);
  }

  /** The document whose row has the focus. */
  get focused(): string | undefined {
    return this.querySelector<HTMLElement>('tr:focus-within')?.dataset.id;
  }

  /** Moves the focus to the next or previous title; to the first where none has it. @returns whether there is one */
  step(by: 1 | -1): boolean {
    const now = this.#shown.findIndex(row => row.held.id === this.focused);
    const place = now < 0 ? 0 : Math.min(Math.max(now + by, 0), this.#shown.length - 1);
    const row = this.#shown[place];
    if (!row) return false;
    void this.focusOn(row.held.id);
    return true;
  }

  /** Turns a document's row into the form of its data, or lets the document go: it can be brought back. */
  ask(what: Asked, id: string): void {
    if (what === 'remove') {
      this.#remove(id);
      return;
    }
    if (what === 'original') {
      const held = this.#desk.store.get('document', id);
      if (held) downloadOriginal(held.object);
      return;
    }
    if (what === 'revise' || what === 'otherwise' || what === 'redact' || what === 'compare') {
      this.dispatchEvent(new CustomEvent(`vr-${what}`, { detail: id }));
      return;
    }
    this.#editFrom = what === 'history' ? 'history' : 'fields';
    this.editing = id;
  }

  /** Moves the focus to a document's title, and brings it into the window. */
  async focusOn(id: string): Promise<void> {
    const link = () => this.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] .tt`);
    if (!link()) await this.#drawn.show(this.#shown.findIndex(row => row.held.id === id));
    link()?.focus();
    link()?.scrollIntoView({ block: 'nearest' });
  }

  #keep(id: string): void {
    this.editing = undefined;
    void this.updateComplete.then(() => this.focusOn(id));
  }

  #edit(id: string, values: DocumentEdit): void {
    this.dispatchEvent(new CustomEvent('vr-edited', { detail: { id, values } }));
  }

  #remove(id: string): void {
    const place = this.#shown.findIndex(row => row.held.id === id);
    const neighbour = this.#shown[place + 1] ?? this.#shown[place - 1];
    this.dispatchEvent(new CustomEvent('vr-remove', { detail: id }));
    // The row that had the focus goes; work goes on beside it.
    if (neighbour) void this.updateComplete.then(() => this.focusOn(neighbour.held.id));
  }
}
