import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ClaimHit } from '../../../shared/api/routes/claims.ts';
import { explainDifference, guessKind } from '../../../shared/conflicts/differences.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Severity } from '../../../shared/model/scales.ts';
import { sayGround } from '../../localize/say-ground.ts';
import { stepsOf } from '../../localize/say-step.ts';
import { typeLabel } from '../../localize/say-type.ts';
import type { Findable } from './finder.ts';
import { short } from './gestures.ts';
import { ReadPanel } from './panel.ts';
import type { FlagPicking } from './picking.ts';
import '../../elements/icon.ts';
import '../../elements/swatch.ts';
import './finder.ts';

const KINDS: Readonly<Record<string, () => string>> = {
  name: () => msg('Name'),
  date: () => msg('Date'),
  count: () => msg('Count'),
  'by-hand': () => msg('Something else'),
};

/** Raises a conflict: the other sides are found by typing, or clicked in any document while this is open. */
@customElement('vr-flag-form')
export class VrFlagForm extends ReadPanel {
  @state() private wrong = '';

  protected override render() {
    const picking = this.reading.picking;
    if (picking?.kind !== 'flag') return nothing;
    const claims = [picking.claimId, ...picking.others].map(
      id => this.reading.store.get('claim', id)?.object,
    );
    const known = claims.filter(claim => claim !== undefined);
    const kind = picking.disagreement ?? guessKind(known);
    const grounds = known.slice(1).flatMap(other => explainDifference(known[0]!, other));
    return html`<section class="flag">
      <form class="form" @submit=${this.#submit} aria-label=${msg('Flag a conflict')}>
        <div class="hd">
          <h2 class="tag red grow"><vr-icon name="flag"></vr-icon>${msg(str`Flag against “${picking.words}”`)}</h2>
        </div>
        ${picking.others.map((id, i) => this.#side(id, claims[i + 1]))}
        <vr-finder
          label=${picking.others.length > 0 ? msg('Another side') : msg('Which claim disagrees?')}
          placeholder=${msg('Type its words, or click it in any document')}
          .find=${this.#find}
          @vr-found=${(event: CustomEvent<Findable<ClaimHit>>) => this.reading.addSide(event.detail.item.id)}
        ></vr-finder>
        ${
          grounds.length > 0
            ? html`<ul class="grounds">
                ${grounds.map(ground => html`<li><b>${ground.for ? '+' : '−'}</b><span>${sayGround(ground)}</span></li>`)}
              </ul>`
            : nothing
        }
        <div class="cols">
          <label class="fld"
            >${msg('Severity')}<select
              name="severity"
              @change=${(event: Event) => this.#set({ severity: (event.target as HTMLSelectElement).value as Severity })}
            >
              ${stepsOf('severity').map(
                step => html`<option value=${step.code} ?selected=${step.code === picking.severity}>
                  ${step.label}
                </option>`,
              )}
            </select></label
          >
          <label class="fld"
            >${msg('Kind')}<select
              name="kind"
              @change=${(event: Event) => this.#set({ disagreement: (event.target as HTMLSelectElement).value })}
            >
              ${Object.entries(KINDS).map(
                ([code, label]) => html`<option value=${code} ?selected=${code === kind}>${label()}</option>`,
              )}
            </select></label
          >
          <label class="fld wide"
            >${msg('Reason, where it needs one')}<input
              name="reason"
              autocomplete="off"
              maxlength="2000"
              .value=${picking.reason}
              @input=${(event: Event) => this.#set({ reason: (event.target as HTMLInputElement).value })}
          /></label>
        </div>
        ${this.wrong ? html`<p class="wrong small" role="alert">${this.wrong}</p>` : nothing}
        <div class="ends">
          <button type="button" class="btn quiet" @click=${this.#cancel}>${msg('Cancel')} <kbd>Esc</kbd></button>
          <button class="btn pri" aria-disabled=${picking.others.length === 0 ? 'true' : nothing}>${msg('Raise conflict')}</button>
        </div>
      </form>
    </section>`;
  }

  protected override firstUpdated(): void {
    if (!matchMedia('(max-width: 760px)').matches) void this.querySelector('vr-finder')?.focusField();
  }

  #side(id: string, claim: Claim | undefined) {
    const title = claim && this.reading.store.objects.get('document', claim.anchor.documentId)?.object.title;
    return html`<p class="other">
      ${claim ? html`<vr-swatch type=${claim.type}></vr-swatch>` : nothing}
      <span class="grow"
        ><b>${claim ? short(claim.anchor.quote.exact) : msg('A claim')}</b> <span class="muted small">${title}</span></span
      >
      <button type="button" class="ib small-ib" aria-label=${msg('Leave this side out')} @click=${() => this.#leaveOut(id)}>
        <vr-icon name="x"></vr-icon>
      </button>
    </p>`;
  }

  #leaveOut(id: string): void {
    const { others } = this.reading.picking as FlagPicking;
    this.#set({ others: others.filter(other => other !== id) });
  }

  #find = async (words: string): Promise<readonly Findable<ClaimHit>[]> => {
    const picking = this.reading.picking;
    if (words.trim() === '' || picking?.kind !== 'flag') return [];
    const { hits } = await this.reading.store.client.findClaims({
      query: { q: words.trim().slice(0, 200), limit: 30 },
    });
    return hits
      .filter(hit => hit.id !== picking.claimId && !picking.others.includes(hit.id))
      .map(hit => ({
        id: hit.id,
        label: short(hit.exact),
        says: `${typeLabel(hit.type)}, ${hit.documentTitle}`,
        swatch: hit.type,
        item: hit,
      }));
  };

  #set(values: Partial<FlagPicking>): void {
    const { picking } = this.reading;
    if (picking?.kind === 'flag') this.reading.picking = { ...picking, ...values };
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    const { picking } = this.reading;
    if (picking?.kind !== 'flag') return;
    this.wrong =
      picking.others.length === 0 ? msg('Name the other side first: type its words, or click it.') : '';
    if (this.wrong) void this.querySelector('vr-finder')?.focusField();
    else this.dispatchEvent(new CustomEvent('vr-raise', { bubbles: true }));
  };

  #cancel = (): void => {
    this.reading.picking = undefined;
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-flag-form': VrFlagForm;
  }
  interface HTMLElementEventMap {
    /** The conflict that is being put together shall be raised. */
    'vr-raise': CustomEvent<void>;
  }
}
