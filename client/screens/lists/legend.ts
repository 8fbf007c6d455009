import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type RowFilter, type RowOrder, rowFilters, rowOrders } from '../../../shared/lists/choose-rows.ts';
import { LightElement } from '../../elements/light-element.ts';
import '../../elements/icon.ts';

/** Which rows are shown, and in which order. */
export interface RowsAsked {
  readonly words: string;
  readonly filter: RowFilter;
  readonly order: RowOrder;
}

/** What the signs in the table mean, and which of its rows are shown. Fires `vr-rows` with what is asked for. */
@customElement('vr-lists-legend')
export class VrListsLegend extends LightElement {
  @property({ attribute: false }) asked!: RowsAsked;
  /** Whether names are still being compared. */
  @property({ type: Boolean }) comparing = false;

  protected override render() {
    const { filter, order, words } = this.asked;
    return html`<div class="legend">
      <span class="signs">
        <span><vr-icon name="check"></vr-icon> ${msg('present')}</span><span>– ${msg('absent')}</span>
        <span><b>≈</b> ${msg('other words')}</span
        ><span><i class="hatched" aria-hidden="true"></i> ${msg('uncertain: may be the same')}</span
        ><span class="red">≠ ${msg('in conflict')}</span>
      </span>
      <span class="filters">
        <input
          type="search"
          class="words"
          aria-label=${msg('Rows with these words')}
          placeholder=${msg('Words')}
          .value=${words}
          @input=${(event: Event) => this.#ask({ words: (event.target as HTMLInputElement).value })}
        />
        <span class="pick"><select class="sel" aria-label=${msg('Rows that are shown')} @change=${(event: Event) => this.#ask({ filter: chosenIn(event) as RowFilter })}>
          ${rowFilters.map(code => html`<option value=${code} ?selected=${code === filter}>${sayFilter(code)}</option>`)}
        </select></span>
        <span class="pick"><select class="sel" aria-label=${msg('Order of the rows')} @change=${(event: Event) => this.#ask({ order: chosenIn(event) as RowOrder })}>
          ${rowOrders.map(code => html`<option value=${code} ?selected=${code === order}>${sayOrder(code)}</option>`)}
        </select></span>
      </span>
      <span class="vh" role="status">${this.comparing ? msg('Comparing names …') : ''}</span>
    </div>`;
  }

  #ask(change: Partial<RowsAsked>): void {
    this.dispatchEvent(new CustomEvent('vr-rows', { detail: { ...this.asked, ...change } }));
  }
}

const chosenIn = (event: Event): string => (event.target as HTMLSelectElement).value;

function sayFilter(filter: RowFilter): string {
  switch (filter) {
    case 'all':
      return msg('All rows');
    case 'differ':
      return msg('Only rows that differ');
    case 'shared':
      return msg('On every list');
    case 'single':
      return msg('On one list only');
    case 'uncertain':
      return msg('Uncertain');
    case 'conflict':
      return msg('In conflict');
  }
}

function sayOrder(order: RowOrder): string {
  switch (order) {
    case 'lists':
      return msg('As in the lists');
    case 'name':
      return msg('By name');
    case 'most':
      return msg('On most lists first');
    case 'country':
      return msg('By country');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-lists-legend': VrListsLegend;
  }
}
