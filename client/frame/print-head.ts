import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { dateFormat } from '../localize/formatters.ts';

/** The head of a printed page: what it is, where it stands, and when it was printed. */
@customElement('vr-print-head')
export class VrPrintHead extends LightElement {
  @state() private isPrinting = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#before);
    window.addEventListener('afterprint', this.#after);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#before);
    window.removeEventListener('afterprint', this.#after);
  }

  protected override render() {
    if (!this.isPrinting) return nothing;
    const now = dateFormat({ dateStyle: 'long', timeStyle: 'short' }).format(new Date());
    return html`<header class="print-head">
      <strong>${document.title}</strong><span>${location.href}</span><span>${msg(str`Printed ${now}`)}</span>
    </header>`;
  }

  #before = (): void => {
    this.isPrinting = true;
  };

  #after = (): void => {
    this.isPrinting = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-print-head': VrPrintHead;
  }
}
