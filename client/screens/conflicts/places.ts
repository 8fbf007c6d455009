import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Effect } from '../../../shared/conflicts/decide.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { stepLabel } from '../../localize/say-step.ts';
import { StoreController } from '../../store/context.ts';
import { passage } from './passage.ts';

/** Fired when a place is to be left out of a decision, or taken in again. */
export class PlaceEvent extends CustomEvent<string> {
  constructor(claimId: string) {
    super('vr-place', { detail: claimId, bubbles: true });
  }
}

/** Every place a decision would reach, before it is made. */
@customElement('vr-conflict-places')
export class VrConflictPlaces extends LightElement {
  @property({ attribute: false }) effects: readonly Effect[] = [];
  @property({ attribute: false }) leftOut: ReadonlySet<string> = new Set();
  /** Claims that are not on the record yet. */
  @property({ attribute: false }) proposed: ReadonlyMap<string, Claim> | undefined;
  #desk = new StoreController(this, 'claims', 'documents');

  protected override render() {
    const taken = this.effects.filter(effect => !this.leftOut.has(effect.claimId)).length;
    return html`<section class="aply" aria-label=${msg('Where it would apply')}>
      <h2>${msg('Where it would apply')} <span class="muted count">${plural(taken, msg(str`${sayNumber(taken)} {place¦places}, one step to undo`))}</span></h2>
      <ul>${this.effects.map(effect => this.#place(effect))}</ul>
      <p class="small muted">${msg('The text stays as it is. The claims carry this decision, and the form it prefers.')}</p>
    </section>`;
  }

  #place(effect: Effect) {
    const claim = this.proposed?.get(effect.claimId) ?? this.#desk.store.get('claim', effect.claimId)?.object;
    if (!claim) return nothing;
    const title = this.#desk.store.get('document', claim.anchor.documentId)?.object.title ?? '';
    const { exact } = claim.anchor.quote;
    const words =
      effect.preferred && effect.preferred !== exact
        ? html`<del>${exact}</del> <ins>${effect.preferred}</ins>`
        : exact;
    return html`<li>
      <label>
        <input type="checkbox" .checked=${!this.leftOut.has(effect.claimId)} @change=${() => this.dispatchEvent(new PlaceEvent(effect.claimId))} />
        <span class="muted small">${title}</span>
      </label>
      <span><span class="serif">${passage(claim, words)}</span>${effect.verdict ? html` <span class="tag verdict">→ ${stepLabel('verdict', effect.verdict)}</span>` : nothing}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-conflict-places': VrConflictPlaces;
  }
}
