import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

/** What a screen shows where it has nothing to show: a heading, what to do about it, and the means (slotted). */
@customElement('vr-empty')
export class VrEmpty extends LitElement {
  static override styles = css`
    :host {
      display: block;
      max-width: 560px;
      margin: 6vh auto 0;
    }
    ::slotted(h1) {
      font: 600 2.125rem / 1.15 var(--serif) !important;
      margin-bottom: 10px !important;
    }
    ::slotted(p) {
      font: 400 var(--t-lead) / 1.6 var(--serif);
      color: var(--ink-2);
      margin-bottom: 22px !important;
    }
    ::slotted(.actions) {
      display: flex;
      gap: 8px;
      margin-bottom: 26px;
      flex-wrap: wrap;
    }
    @media (max-width: 760px) {
      :host {
        margin-top: 3vh;
      }
      ::slotted(h1) {
        font-size: 1.75rem !important;
      }
    }
  `;

  protected override render() {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-empty': VrEmpty;
  }
}
