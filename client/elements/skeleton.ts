import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from './light-element.ts';
import './progress.ts';
import './skeleton.css';

/** Widths of lines, in percent, that look like words. */
const TITLES = [46, 31, 38, 52, 27, 43, 35, 49];
const LINES = [97, 93, 98, 88, 95, 61];

/** What stands where something is about to be: of the same shape, so that nothing jumps when it comes. */
@customElement('vr-skeleton')
export class VrSkeleton extends LightElement {
  /** What is being waited for, for those who do not see the shape. */
  @property() label = '';
  @property() shape: 'table' | 'text' | 'desk' = 'table';

  protected override render() {
    return html`<vr-progress label=${this.label}></vr-progress>
      <div class="sk ${this.shape}" aria-hidden="true">${this.#shape()}</div>`;
  }

  #shape() {
    switch (this.shape) {
      case 'table':
        return TITLES.map(
          width => html`<div class="sk-row">${bar(width, 'tall')}${bar(18)}${bar(60, 'end')}</div>`,
        );
      case 'text':
        return html`${bar(54, 'title')}${[0, 1, 2].map(
          () => html`<div class="sk-par">${LINES.map(width => bar(width))}</div>`,
        )}`;
      case 'desk':
        return html`<div class="sk-queue">
            ${TITLES.map(width => html`<div class="sk-row">${bar(width + 30, 'tall')}${bar(40)}</div>`)}
          </div>
          <div class="sk-desk">${bar(48, 'title')}
            <div class="sk-sides">${[0, 1].map(() => html`<div>${bar(40, 'tall')}${LINES.slice(2).map(width => bar(width))}</div>`)}</div>
          </div>`;
    }
  }
}

const bar = (percent: number, kind: string | typeof nothing = nothing) =>
  html`<i class=${kind} style="width:${percent}%"></i>`;

declare global {
  interface HTMLElementTagNameMap {
    'vr-skeleton': VrSkeleton;
  }
}
