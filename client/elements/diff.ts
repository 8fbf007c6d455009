import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { align, type Column } from './aligned.ts';
import { LightElement } from './light-element.ts';

/** Two short texts under one another, letters aligned, the differing ones reversed in red. */
@customElement('vr-diff')
export class VrDiff extends LightElement {
  @property() a = '';
  @property() b = '';
  /** Where each text stands: "infobox". */
  @property({ attribute: 'says-a' }) saysA = '';
  @property({ attribute: 'says-b' }) saysB = '';

  protected override render() {
    const columns = align(this.a, this.b);
    const row = (side: 'a' | 'b', says: string) => html`
      <span class="w" role="img" aria-label=${this[side]}>${columns.map(column => letter(column, side))}</span>
      <span class="s">${says || nothing}</span>`;
    return [row('a', this.saysA), row('b', this.saysB)];
  }

  protected override updated(): void {
    this.#widen();
  }

  /** Gives letters of one column the same width in both rows: the wider one's. */
  #widen(): void {
    const [top, bottom] = this.querySelectorAll('.w');
    if (!top || !bottom) return;
    const pairs = [...top.children].map(
      (cell, i) => [cell, bottom.children[i]!] as [HTMLElement, HTMLElement],
    );
    const differing = pairs.filter(([cell]) => cell.dataset.differs !== undefined);
    for (const pair of differing) for (const cell of pair) cell.style.minWidth = '';
    const widths = differing.map(pair => Math.max(...pair.map(cell => cell.getBoundingClientRect().width)));
    differing.forEach((pair, i) => {
      for (const cell of pair) cell.style.minWidth = `${widths[i]}px`;
    });
  }
}

function letter(column: Column, side: 'a' | 'b') {
  if (column.same) return html`<span>${column[side]}</span>`;
  const text = column[side];
  return html`<span data-differs class=${text ? 'x' : 'gap'}>${text || ' '}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-diff': VrDiff;
  }
}
