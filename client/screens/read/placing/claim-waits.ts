import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Claim } from '../../../../shared/model/claim.ts';
import { isolated } from '../../../localize/isolated.ts';
import { fateLabel, sayFateReason } from '../../../localize/say-fate.ts';
import { sayInstant } from '../../../panels/say-instant.ts';
import { ReadPanel } from '../panel.ts';
import '../../../elements/icon.ts';

/** Says of a claim that does not stand on the text that is shown which revision it stands on, why, and what can be done. */
@customElement('vr-claim-waits')
export class VrClaimWaits extends ReadPanel {
  @property({ attribute: false }) claim!: Claim;

  protected override render() {
    const { claim, reading } = this;
    const { anchor } = claim;
    if (!reading.waits(claim)) return nothing;
    const revision = reading.document?.revisions.find(({ id }) => id === anchor.revision);
    const waiting = reading.placing.left.find(one => one.of === 'claim' && one.claimId === claim.id);
    const said = revision
      ? msg(str`It stands on the revision of ${sayInstant(revision.addedAt)}, not on the text that is shown.`)
      : msg('It stands on an older revision, not on the text that is shown.');
    return html`<section class="pl-waits" role="note" aria-label=${msg('Waits to be placed')}>
      <p>
        <vr-icon name="warning"></vr-icon
        ><span
          >${said} ${revision?.label ? html`<span class="muted">${isolated(revision.label)}.</span>` : nothing}
          ${
            waiting
              ? html`<b>${fateLabel(waiting.fate.state)}.</b> ${waiting.fate.reasons.map(sayFateReason).join(' ')}`
              : nothing
          }</span
        >
      </p>
      <div class="deeds">
        <button class="btn pri" @click=${() => this.#place(false)}>${msg('Place it')}</button>
        <button class="btn" @click=${() => this.#place(true)}>${msg('Retire …')}</button>
      </div>
    </section>`;
  }

  #place(retires: boolean): void {
    const { placing } = this.reading;
    placing.fate = undefined;
    placing.isListing = true;
    placing.focus(this.claim.id);
    placing.isRetiring = retires;
    this.dispatchEvent(new CustomEvent('vr-placing', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-waits': VrClaimWaits;
  }
  interface HTMLElementEventMap {
    /** The list of what waits to be placed is asked for. */
    'vr-placing': CustomEvent<void>;
  }
}
