import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from './light-element.ts';

/** A sample of a claim type's line and tint, to stand beside the type's name. */
@customElement('vr-swatch')
export class VrSwatch extends LightElement {
  /** A claim type's id. */
  @property() type = '';

  protected override render() {
    return html`<span class="c sw t-${this.type}" data-s="open" aria-hidden="true"></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-swatch': VrSwatch;
  }
}
