import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Ground } from '../../../shared/model/conflict.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayGround } from '../../localize/say-ground.ts';
import '../../panels/key-hint.ts';

/** Fired when a ground is to become the reason of the decision. */
export class AdoptEvent extends CustomEvent<Ground> {
  constructor(ground: Ground) {
    super('vr-adopt', { detail: ground, bubbles: true });
  }
}

/** What speaks for a conflict and what against it. A ground can be taken over as the reason of a decision. */
@customElement('vr-grounds')
export class VrGrounds extends LightElement {
  @property({ attribute: false }) grounds: readonly Ground[] = [];
  /** Whether a decision is being made, so that a ground can become its reason. */
  @property({ type: Boolean }) deciding = false;

  protected override render() {
    return html`<div class="gr">
      ${this.#column(
        msg('Speaks for a conflict'),
        this.grounds.filter(ground => ground.for),
        '+',
      )}
      ${this.#column(
        msg('Speaks against'),
        this.grounds.filter(ground => !ground.for),
        '−',
      )}
    </div>`;
  }

  #column(heading: string, grounds: readonly Ground[], sign: string) {
    return html`<section>
      <h2>${heading} <span class="muted count">${grounds.length}</span></h2>
      ${
        grounds.length === 0
          ? html`<p class="small muted">${msg('Nothing on record.')}</p>`
          : html`<ul class="grounds">
            ${grounds.map(
              (ground, i) => html`<li>
              <b aria-hidden="true">${sign}</b>
              <span><span dir="auto">${sayGround(ground)}</span> <span class="rule">${ground.rule}${ground.score === undefined ? '' : ` ${ground.score.toFixed(2)}`}</span></span>
              ${
                this.deciding
                  ? html`<button type="button" class="btn quiet" @click=${() => this.dispatchEvent(new AdoptEvent(ground))}>
                    ${msg('Use as reason')}${sign === '−' && i === 0 ? html` <vr-keys command="conflicts.adopt"></vr-keys>` : nothing}
                  </button>`
                  : nothing
              }
            </li>`,
            )}
          </ul>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-grounds': VrGrounds;
  }
}
