import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { coverStateOf, isWaived, WAIVED } from '../../../shared/coverage/coverage.ts';
import { reasonOf } from '../../../shared/coverage/sign-off.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { KeyHints } from '../../commands/hints.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { stepLabel } from '../../localize/say-step.ts';
import { typeLabel } from '../../localize/say-type.ts';
import { sayCoverState } from './say-cover.ts';
import '../../elements/icon.ts';
import '../../elements/swatch.ts';

/** The claim that is looked at. Fires `vr-tick`, `vr-waive` (with a reason, once it is given), `vr-leave`. */
@customElement('vr-cover-item')
export class VrCoverItem extends LightElement {
  @property({ attribute: false }) claim!: Claim;
  @property({ type: Boolean }) conflicting = false;
  /** Whether the reason for waiving is being written. */
  @property({ type: Boolean }) waiving = false;
  #hints = new KeyHints(this);

  protected override render() {
    const { claim, conflicting } = this;
    const state = coverStateOf({ ...claim, conflict: conflicting });
    const { exact } = claim.anchor.quote;
    const isTicked = ['checked', 'in-review', 'signed-off'].includes(claim.workflow);
    const reason = isWaived(claim) ? reasonOf(claim) : undefined;
    return html`<section class="item card" aria-label=${msg('The claim that is looked at')}>
      <p class="small muted"><vr-swatch type=${claim.type}></vr-swatch> ${typeLabel(claim.type)} · ${sayCoverState(state)}</p>
      <h2 dir="auto">${exact.length > 160 ? `${exact.slice(0, 160)} …` : exact}</h2>
      <p class="small">
        ${stepLabel('workflow', claim.workflow)}${claim.verdict ? html`, ${stepLabel('verdict', claim.verdict)}` : nothing}
        ${conflicting ? html`<span class="red">≠ ${msg('in an open conflict')}</span>` : nothing}
      </p>
      ${reason ? html`<p class="reason" dir="auto">${msg(str`“${isolated(reason.text)}” ${isolated(reason.by)}`)}</p>` : nothing}
      ${this.waiving ? this.#form() : nothing}
      <div class="means">
        <button class="btn" title=${this.#hints.title(isTicked ? msg('Take the tick away') : msg('Tick'), 'coverage.tick')} @click=${() => this.#fire('vr-tick')}>
          <vr-icon name="check"></vr-icon>${isTicked ? msg('Take the tick away') : msg('Tick')}
        </button>
        ${
          this.waiving
            ? nothing
            : html`<button class="btn" title=${this.#hints.title(msg('Waive'), 'coverage.waive')} @click=${() => this.#fire('vr-waive')}>
                ${claim.tags.includes(WAIVED) ? msg('Take it up again') : msg('Waive …')}
              </button>`
        }
        <a class="btn quiet" href="/read/${claim.anchor.documentId}/${claim.id}" title=${this.#hints.title(msg('Open it in the text'), 'coverage.open')}>${msg('Open')}</a>
      </div>
    </section>`;
  }

  #form() {
    return html`<form class="form" @submit=${this.#submit}>
      <label class="fld">${msg('Why it is not checked')}
        <input name="reason" required maxlength="2000" autocomplete="off" />
      </label>
      <div class="means">
        <button class="btn pri">${msg('Waive')}</button>
        <button type="button" class="btn quiet" @click=${() => this.#fire('vr-leave')}>${msg('Cancel')}</button>
      </div>
    </form>`;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason')).trim();
    if (reason !== '') this.#fire('vr-waive', reason);
  };

  #fire(type: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-cover-item': VrCoverItem;
  }
}
