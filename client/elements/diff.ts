import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { align, areStrangers, type Column } from './aligned.ts';
import { LightElement } from './light-element.ts';
import { marked } from './marked.ts';

/** Beyond so many UTF-16 code units a text has the whole width, and where it stands comes below it. */
const LONG = 26;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Bidi_Control}]/u;

/** Two short texts under one another, letters aligned, the differing ones reversed in red; as they are where they have little in common. */
@customElement('vr-diff')
export class VrDiff extends LightElement {
  @property() a = '';
  @property() b = '';
  /** Where each text stands: "infobox". */
  @property({ attribute: 'says-a' }) saysA = '';
  @property({ attribute: 'says-b' }) saysB = '';

  protected override render() {
    this.classList.toggle('stacked', Math.max(this.a.length, this.b.length) > LONG);
    if (!this.#isAligned) return [this.#plain('a', this.saysA), this.#plain('b', this.saysB)];
    const columns = align(this.a, this.b);
    const row = (side: 'a' | 'b', says: string) => html`
      <span class="w" role="img" aria-label=${this[side]}>${columns.map(column => letter(column, side))}</span>
      <span class="s" dir="auto">${says || nothing}</span>`;
    return [row('a', this.saysA), row('b', this.saysB)];
  }

  /** Whether letters can stand under one another: where scripts run both ways or join, they would change places or shape. */
  get #isAligned(): boolean {
    return !RIGHT_TO_LEFT.test(this.a + this.b) && !areStrangers(align(this.a, this.b));
  }

  #plain(side: 'a' | 'b', says: string) {
    const other = side === 'a' ? this.b : this.a;
    return html`<span class="w plain" dir="auto">${marked(this[side], other)}</span>
      <span class="s" dir="auto">${says || nothing}</span>`;
  }

  protected override updated(): void {
    this.#widen();
  }

  /** Gives letters of one column the same width in both rows: the wider one's. */
  #widen(): void {
    const [top, bottom] = this.querySelectorAll('.w');
    if (!top || !bottom || top.classList.contains('plain')) return;
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
