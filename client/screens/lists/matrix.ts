import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Cell, isSame, type Row } from '../../../shared/lists/align.ts';
import { LightElement } from '../../elements/light-element.ts';
import { VirtualRows } from '../../elements/virtual-rows.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayCell } from './say-list.ts';
import '../../elements/icon.ts';

/** A list as the head of a column. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly from: string;
  readonly length: number;
}

/** Where in the grid somebody is: a row's key and a list's place; -1 is the name before the cells. */
export interface At {
  readonly row: string;
  readonly place: number;
}

/** A row's usual height in CSS pixels, until it has been measured. */
const USUAL = 34;
/** Rows that a page key goes. */
const PAGE = 12;

/**
 * Lists side by side, as a grid: arrows go from cell to cell. Fires `vr-at` with the cell that is gone to, and
 * `vr-open` with the cell whose passage shall be opened.
 */
@customElement('vr-matrix')
export class VrMatrix extends LightElement {
  @property({ attribute: false }) columns: readonly Column[] = [];
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** How many rows there are without filters. */
  @property({ type: Number }) of = 0;
  @property({ attribute: false }) at: At | undefined;
  /** Whether rows are headed by their countries. */
  @property({ type: Boolean }) grouped = false;
  #drawn = new VirtualRows<Row>(this, ({ key }) => key, USUAL);
  #focus = false;

  protected override willUpdate(): void {
    this.style.setProperty('--lists', String(this.columns.length));
    this.#drawn.take(this.rows);
  }

  protected override render() {
    const count = this.rows.length;
    const shown =
      count === this.of
        ? plural(count, msg(str`${sayNumber(count)} {row¦rows}`))
        : msg(str`${sayNumber(count)} of ${sayNumber(this.of)} rows`);
    return html`<div class="tw mx-frame">
      <table
        class="mx"
        role="grid"
        aria-label=${msg('Lists side by side')}
        aria-rowcount=${count + 1}
        aria-colcount=${this.columns.length + 1}
        @keydown=${this.#keys}
        @click=${this.#press}
        @dblclick=${this.#twice}
      >
        <thead>
          <tr>
            <th scope="col">${msg('Who or what')}<span class="c1">${shown}</span></th>
            ${this.columns.map(
              ({ title, from, length }) => html`<th scope="col" title=${from ? `${title}, ${from}` : title}>
                <span class="of" dir="auto">${title}</span><span class="c1" dir="auto">${from}</span>
                <span class="c1 num">${plural(length, msg(str`${sayNumber(length)} {entry¦entries}`))}</span>
              </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${this.#drawn.draw(this.columns.length + 1, (row, place) => this.#row(row, place))}
        </tbody>
      </table>
    </div>`;
  }

  protected override updated(): void {
    if (!this.#focus) return;
    this.#focus = false;
    this.#cell()?.focus({ preventScroll: false });
  }

  #row(row: Row, place: number) {
    const isCurrent = this.at?.row === row.key;
    const before = this.rows[place - 1];
    const heads = this.grouped && row.country !== before?.country;
    return html`<tr
      data-index=${place}
      data-row=${row.key}
      aria-rowindex=${place + 2}
      class=${`${isCurrent ? 'cur' : ''}${heads ? ' first' : ''}`}
    >
      <th scope="row" data-place="-1" tabindex=${this.#stop(row, place, -1)} dir="auto">
        ${heads ? html`<span class="country">${row.country ?? msg('No country given')}</span>` : nothing}${row.form}
      </th>
      ${row.cells.map((cell, list) => this.#td(row, place, cell, list))}
    </tr>`;
  }

  #td(row: Row, place: number, cell: Cell, list: number) {
    const form = cell.entries[0]?.form ?? '';
    const times = cell.entries.length;
    const says = sayCell(cell.state, isolated(form));
    return html`<td
      role="gridcell"
      class=${`cell is-${cell.state}`}
      data-place=${list}
      aria-colindex=${list + 2}
      tabindex=${this.#stop(row, place, list)}
      aria-label=${times > 1 ? `${says}, ${plural(times, msg(str`${sayNumber(times)} {time¦times}`))}` : says}
    >
      ${this.#sign(cell, form, row.form)}${times > 1 ? html`<span class="times num">×${sayNumber(times)}</span>` : nothing}
    </td>`;
  }

  #sign({ state }: Cell, form: string, head: string) {
    switch (state) {
      case 'absent':
        return html`<span class="muted">–</span>`;
      case 'present':
        return html`<vr-icon name="check"></vr-icon>`;
      case 'variant':
        return html`<b>≈</b><span class="form" dir="auto">${form}</span>`;
      case 'uncertain':
        return html`<b>?</b><span class="form" dir="auto">${form}</span>`;
      case 'conflict':
        return isSame(form, head)
          ? html`<b>≠ ${msg('in conflict')}</b>`
          : html`<b>≠</b><span class="form" dir="auto">${form}</span>`;
    }
  }

  /** One cell takes the focus from outside; the arrows reach the others. */
  #stop(row: Row, place: number, list: number): 0 | -1 {
    const at = this.#known ? this.at! : { row: this.rows[0]?.key, place: 0 };
    return row.key === at.row && list === at.place ? 0 : place === 0 && !at.row ? 0 : -1;
  }

  get #known(): boolean {
    return this.at !== undefined && this.rows.some(({ key }) => key === this.at!.row);
  }

  #cell(): HTMLElement | null {
    if (!this.at) return null;
    const row = `[data-row="${CSS.escape(this.at.row)}"]`;
    return this.querySelector(`${row} > [data-place="${this.at.place}"]`);
  }

  /** Brings the cell that one is at into sight and gives it the focus. */
  async focusCell(): Promise<void> {
    const place = this.rows.findIndex(({ key }) => key === this.at?.row);
    if (place < 0) return;
    if (!this.#cell()) await this.#drawn.show(place);
    this.#cell()?.focus();
  }

  #placeOf(event: Event): At | undefined {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-place]');
    const row = cell?.closest<HTMLElement>('[data-row]')?.dataset.row;
    return row === undefined ? undefined : { row, place: Number(cell!.dataset.place) };
  }

  #press = (event: MouseEvent): void => {
    const at = this.#placeOf(event);
    if (at) this.#go(at);
  };

  #twice = (event: MouseEvent): void => {
    const at = this.#placeOf(event);
    if (at) this.dispatchEvent(new CustomEvent<At>('vr-open-cell', { detail: at }));
  };

  #go(at: At): void {
    this.#focus = true;
    this.dispatchEvent(new CustomEvent<At>('vr-at', { detail: at }));
    this.requestUpdate();
  }

  #keys = (event: KeyboardEvent): void => {
    if (event.altKey || event.isComposing) return;
    const at = this.#placeOf(event);
    const row = this.rows.findIndex(({ key }) => key === at?.row);
    if (!at || row < 0) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent<At>('vr-open-cell', { detail: at }));
      return;
    }
    const to = this.#step(event, row, at.place);
    if (!to) return;
    event.preventDefault();
    const next = this.rows[Math.min(Math.max(0, to.row), this.rows.length - 1)]!;
    const place = Math.min(Math.max(-1, to.place), this.columns.length - 1);
    void this.#drawn.show(this.rows.indexOf(next)).then(() => this.#go({ row: next.key, place }));
  };

  #step({ key, ctrlKey, metaKey }: KeyboardEvent, row: number, place: number) {
    const hasMod = ctrlKey || metaKey;
    const rtl = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    switch (key) {
      case 'ArrowDown':
        return { row: row + 1, place };
      case 'ArrowUp':
        return { row: row - 1, place };
      case 'ArrowRight':
        return { row, place: place + rtl };
      case 'ArrowLeft':
        return { row, place: place - rtl };
      case 'PageDown':
        return { row: row + PAGE, place };
      case 'PageUp':
        return { row: row - PAGE, place };
      case 'Home':
        return { row: hasMod ? 0 : row, place: -1 };
      case 'End':
        return { row: hasMod ? this.rows.length - 1 : row, place: this.columns.length - 1 };
      default:
        return undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-matrix': VrMatrix;
  }
  interface HTMLElementEventMap {
    /** A cell of the grid is gone to. */
    'vr-at': CustomEvent<At>;
    /** The passage of a cell shall be opened. */
    'vr-open-cell': CustomEvent<At>;
  }
}
