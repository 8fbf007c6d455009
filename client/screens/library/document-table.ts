import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import type { DocumentSummary } from '../../../shared/api/contract.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { LightElement } from '../../elements/light-element.ts';
import { VirtualRows } from '../../elements/virtual-rows.ts';
import { type Column, pressed, type Sorting, sorted, usual } from './sorting.ts';
import { sayClaims, sayLanguage, sayMediaType, sayNumber, sayWhen } from './words.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';

/** A row's usual height in CSS pixels, until it has been measured. */
const USUAL = 58;
const COLUMNS = 8;

/** The documents of the desk. Fires `vr-remove` with a document's id once it has been confirmed. */
@customElement('vr-document-table')
export class VrDocumentTable extends LightElement {
  @property({ attribute: false }) rows: readonly DocumentSummary[] = [];
  @state() private sorting: Sorting = usual;
  /** The document whose removal waits for a yes. */
  @state() private removing: string | undefined;
  #shown: DocumentSummary[] = [];
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
            <th class="end"><span class="vh">${msg('Remove')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${this.#drawn.draw(COLUMNS, (row, place, measure) => this.#row(row, place, measure))}
        </tbody>
      </table>
    </div>`;
  }

  #head(column: Column, label: string, kind = '') {
    const { by, descending } = this.sorting;
    const order = by !== column ? nothing : descending ? 'descending' : 'ascending';
    return html`<th class=${kind} aria-sort=${order}>
      <button
        class="sorter"
        @click=${() => {
          this.sorting = pressed(this.sorting, column);
        }}
      >
        ${label}${by === column ? html`<vr-icon name=${descending ? 'chevron-down' : 'chevron-up'}></vr-icon>` : nothing}
      </button>
    </th>`;
  }

  #row(row: DocumentSummary, place: number, measure: (element: Element | undefined) => void) {
    const { id, object } = row.held;
    if (this.removing === id) return this.#confirm(row, place);
    const { length, addedAt, addedBy } = currentRevision(object);
    return html`<tr
      data-id=${id}
      data-index=${place}
      aria-rowindex=${place + 2}
      ${ref(measure)}
    >
      <td class="full">
        <a class="tt" href="/read/${id}" lang=${object.language ?? nothing}>${object.title}</a>
        <div class="small muted">
          ${sayMediaType(object.mediaType)}${object.origin ? html`, <span class="origin">${object.origin}</span>` : nothing}
        </div>
      </td>
      <td class="dt">
        ${object.language ? html`<span title=${sayLanguage(object.language)}>${object.language}</span>` : html`<span class="muted">–</span>`}
      </td>
      <td class="n dt">${sayNumber(length)}</td>
      <td class="n"><span class="dt">${sayNumber(row.claims)}</span><span class="ph">${sayClaims(row.claims)}</span></td>
      <td class="n">
        ${
          row.openConflicts > 0
            ? html`<a class="tag red num" href="/conflicts" aria-label=${msg(str`${row.openConflicts} open conflicts`)}
                >≠ ${row.openConflicts}</a
              >`
            : html`<span class="muted">0</span>`
        }
      </td>
      <td class="full">${share(row)}</td>
      <td class="small muted dt">${sayWhen(addedAt, new Date())}, ${addedBy}</td>
      <td class="end dt">
        <button
          class="ib"
          aria-label=${msg(str`Remove “${object.title}”`)}
          title=${msg('Remove (Delete)')}
          @click=${() => this.askRemoval(id)}
        >
          <vr-icon name="trash"></vr-icon>
        </button>
      </td>
    </tr>`;
  }

  #confirm({ held: { id, object }, claims }: DocumentSummary, place: number) {
    return html`<tr class="asks" data-id=${id} aria-rowindex=${place + 2} @keydown=${this.#onKey}>
      <td class="full" colspan=${COLUMNS}>
        <div role="group" aria-label=${msg('Remove?')}>
          <span class="x"
            ><strong>${msg(str`Remove “${object.title}”?`)}</strong> ${
              claims > 0
                ? msg(str`With it go ${sayClaims(claims)}. All is kept, and can be brought back.`)
                : msg('It is kept, and can be brought back.')
            }</span
          >
          <button class="btn danger" @click=${() => this.#remove(id)}>${msg('Remove')}</button>
          <button class="btn quiet" @click=${() => this.#keep(id)}>${msg('Keep')}</button>
        </div>
      </td>
    </tr>`;
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

  /** Asks in the row itself whether a document is to go. */
  askRemoval(id: string): void {
    this.removing = id;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.asks .danger')?.focus());
  }

  /** Moves the focus to a document's title, and brings it into the window. */
  async focusOn(id: string): Promise<void> {
    const link = () => this.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] .tt`);
    if (!link()) await this.#drawn.show(this.#shown.findIndex(row => row.held.id === id));
    link()?.focus();
    link()?.scrollIntoView({ block: 'nearest' });
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.removing) this.#keep(this.removing);
  };

  #keep(id: string): void {
    this.removing = undefined;
    void this.updateComplete.then(() => this.focusOn(id));
  }

  #remove(id: string): void {
    this.removing = undefined;
    this.dispatchEvent(new CustomEvent('vr-remove', { detail: id }));
  }
}

function share({ claims, ticked }: DocumentSummary) {
  if (claims === 0) return html`<span class="small muted">${msg('No claims yet')}</span>`;
  const says = ticked === claims ? msg('All ticked') : msg(str`${sayNumber(ticked)} of ${sayNumber(claims)}`);
  return html`<span class="share"
    ><vr-progress measure .value=${ticked / claims} label=${msg(str`${Math.round((100 * ticked) / claims)} percent ticked`)}></vr-progress
    ><span class="num small">${says}</span></span
  >`;
}
