import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { IconName } from './icons.ts';
import './icon.ts';

/** A message that stays in its place: words in the default slot, buttons in the slot `actions`. */
@customElement('vr-banner')
export class VrBanner extends LitElement {
  @property({ reflect: true }) tone: 'plain' | 'error' = 'plain';
  @property() icon: IconName = 'info';

  static override styles = css`
    :host {
      display: flex;
      gap: 12px;
      align-items: center;
      padding: 10px 14px;
      border: 1px solid var(--edge);
      border-radius: var(--r2);
      background: var(--paper);
      margin-bottom: 16px;
    }
    :host([tone='error']) {
      border-color: var(--red);
      background: var(--red-wash);
    }
    vr-icon {
      display: inline-flex;
      color: var(--red);
      flex: none;
    }
    vr-icon svg {
      width: 16px;
      height: 16px;
      stroke-width: 1.75;
    }
    .words {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      align-items: center;
    }
    @media (max-width: 760px) {
      :host {
        flex-wrap: wrap;
      }
      .words {
        flex: 1 1 calc(100% - 40px);
      }
      .actions {
        flex: 1;
      }
      ::slotted(.btn) {
        flex: 1;
        justify-content: center;
      }
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasAttribute('role')) this.setAttribute('role', this.tone === 'error' ? 'alert' : 'status');
  }

  protected override render() {
    return html`<vr-icon name=${this.icon}></vr-icon>
      <span class="words"><slot></slot></span>
      <span class="actions"><slot name="actions"></slot></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-banner': VrBanner;
  }
}
