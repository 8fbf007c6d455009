import { customElement, property } from 'lit/decorators.js';
import { drawIcon, type IconName, icons } from './icons.ts';
import { LightElement } from './light-element.ts';

/** An icon, 16 pixels unless styled otherwise. It is decoration: what it stands beside carries the words. */
@customElement('vr-icon')
export class VrIcon extends LightElement {
  @property() name: IconName | '' = '';
  #svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');

  protected override render(): SVGSVGElement {
    this.#svg.setAttribute('class', 'i');
    this.#svg.setAttribute('aria-hidden', 'true');
    drawIcon(this.#svg, this.name ? icons[this.name] : []);
    return this.#svg;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-icon': VrIcon;
  }
}
