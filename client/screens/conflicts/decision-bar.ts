import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { outcomeAsks } from '../../../shared/conflicts/decide.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import type { Outcome } from '../../../shared/model/scales.ts';
import { LightElement } from '../../elements/light-element.ts';
import { stepsOf } from '../../localize/say-step.ts';
import { type DecisionDraft, emptyDraft, type Lack, missing, withOutcome } from './decision-draft.ts';
import { sideLetter } from './say.ts';
import '../../panels/key-hint.ts';

/** Fired with what has been filled in so far. */
export class DraftEvent extends CustomEvent<DecisionDraft> {
  constructor(draft: DecisionDraft) {
    super('vr-draft', { detail: draft, bubbles: true });
  }
}

/** Id of the words that say what a decision lacks; the field in question is tied to them. */
const SAYS_WHAT_LACKS = 'decision-lacks';

/** Where a conflict is decided: outcome, the side or form it prefers, and the reason. Fires `vr-decide` when it is complete and asked for. */
@customElement('vr-decision-bar')
export class VrDecisionBar extends LightElement {
  @property({ attribute: false }) conflict!: Conflict;
  @property({ attribute: false }) draft: DecisionDraft = emptyDraft;
  /** Says what is missing only once somebody has tried. */
  @property({ type: Boolean }) tried = false;

  /** Moves the keyboard to a part of the decision. */
  focusOn(part: Lack): void {
    const fields: Record<Lack, string> = {
      outcome: '[name=outcome]',
      side: '[name=side]:checked, [name=side]',
      preferred: '.pf input',
      reason: '.rs',
    };
    this.querySelector<HTMLElement>(fields[part])?.focus();
  }

  protected override render() {
    const asks = this.draft.outcome ? outcomeAsks[this.draft.outcome] : undefined;
    const lacks = this.tried ? missing(this.draft, this.conflict) : undefined;
    const wrong = (part: Lack) => (lacks === part ? 'true' : nothing);
    const says = (part: Lack) => (lacks === part ? SAYS_WHAT_LACKS : nothing);
    return html`<form class="decide" aria-label=${msg('Decision')} novalidate @submit=${this.#submit}>
      <div class="outs" role="radiogroup" aria-required="true" aria-label=${msg('Outcome')} aria-invalid=${wrong('outcome')} aria-describedby=${says('outcome')}>
        ${stepsOf('outcome').map(
          step => html`<label title=${step.says}>
          <input type="radio" name="outcome" value=${step.code} .checked=${this.draft.outcome === step.code} @change=${() => this.#choose(step.code)} />
          <vr-keys command="conflicts.outcome.${step.code}"></vr-keys>${step.label}
        </label>`,
        )}
      </div>
      ${asks?.side ? this.#sides(wrong('side'), says('side')) : nothing}
      <div class="dl">
        ${asks?.preferred ? this.#preferred(wrong('preferred'), says('preferred')) : nothing}
        <label class="fld">${msg('Reason')}
          <textarea class="rs" rows="1" aria-required="true" aria-invalid=${wrong('reason')} aria-describedby=${says('reason')} maxlength="20000" dir="auto" .value=${this.draft.reason} @input=${(event: Event) => this.#set({ reason: (event.target as HTMLTextAreaElement).value })}></textarea>
        </label>
        <button type="submit" class="btn pri" aria-disabled=${missing(this.draft, this.conflict) ? 'true' : 'false'}>${msg('Decide')} <vr-keys class="dt" command="conflicts.decide"></vr-keys></button>
      </div>
      ${lacks ? html`<p class="lacks" role="alert" id=${SAYS_WHAT_LACKS}>${sayMissing(lacks)}</p>` : nothing}
    </form>`;
  }

  protected override updated(): void {
    // On a narrow screen the outcomes scroll sideways.
    for (const chosen of this.querySelectorAll('.outs label:has(:checked)'))
      chosen.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #sides(invalid: unknown, describedBy: unknown) {
    return html`<div class="outs sides-of" role="radiogroup" aria-required="true" aria-label=${msg('Which side')} aria-invalid=${invalid} aria-describedby=${describedBy}>
      ${this.conflict.sides.map(
        (side, i) => html`<label>
        <input type="radio" name="side" .checked=${this.draft.sideId === side.id} @change=${() => this.#set({ sideId: side.id })} />
        <span class="letter">${sideLetter(i)}</span><span class="clip" dir="auto">${side.value}</span>
      </label>`,
      )}
    </div>`;
  }

  #preferred(invalid: unknown, describedBy: unknown) {
    return html`<label class="fld pf">${msg('Preferred form')}
      <input list="forms" dir="auto" maxlength="2000" aria-invalid=${invalid} aria-describedby=${describedBy} .value=${this.draft.preferred} @input=${(event: Event) => this.#set({ preferred: (event.target as HTMLInputElement).value })} />
      <datalist id="forms">${this.conflict.sides.map(side => html`<option value=${side.value}></option>`)}</datalist>
    </label>`;
  }

  #choose(code: Outcome): void {
    this.dispatchEvent(new DraftEvent(withOutcome(this.draft, code, this.conflict)));
  }

  #set(values: Partial<DecisionDraft>): void {
    this.dispatchEvent(new DraftEvent({ ...this.draft, ...values }));
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('vr-decide', { bubbles: true }));
  };
}

function sayMissing(what: Lack): string {
  switch (what) {
    case 'outcome':
      return msg('Choose an outcome: one of the keys 1 to 6.');
    case 'side':
      return msg('Say which side is right.');
    case 'preferred':
      return msg('Give the form to prefer.');
    case 'reason':
      return msg('Give the reason: it stays on record with the decision.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-decision-bar': VrDecisionBar;
  }
}
