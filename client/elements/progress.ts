import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from './light-element.ts';

/** A bar that fills: work under way (a `progressbar`), or, with `measure`, a share that simply is. */
@customElement('vr-progress')
export class VrProgress extends LightElement {
  /** Share done, from 0 to 1; undefined while nobody knows. */
  @property({ type: Number }) value: number | undefined;
  @property() label = '';
  /** Shows a state rather than an activity. */
  @property({ type: Boolean }) measure = false;

  protected override render() {
    const percent = this.value === undefined ? undefined : Math.round(this.value * 1000) / 10;
    if (this.measure) {
      return html`<span class="bar" role="img" aria-label=${this.label}
        ><i style="width:${percent ?? 0}%"></i
      ></span>`;
    }
    return html`<span
      class="bar"
      role="progressbar"
      aria-label=${this.label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${percent ?? nothing}
      ><i class="a ${percent === undefined ? 'wait' : ''}" style=${percent === undefined ? nothing : `width:${percent}%`}></i
    ></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-progress': VrProgress;
  }
}
