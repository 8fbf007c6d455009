import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Conflict, type Decision, decisionInForce } from '../../../shared/model/conflict.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayList } from '../../localize/locale.ts';
import { stepLabel } from '../../localize/say-step.ts';
import { sayDay, sideLetter } from './say.ts';
import '../../panels/key-hint.ts';

/** Decisions made on a conflict, newest first, with dissent; the one in force can be dissented from and taken up again. */
@customElement('vr-decision-record')
export class VrDecisionRecord extends LightElement {
  @property({ attribute: false }) conflict!: Conflict;
  /** What has changed since in what was decided upon, as far as it can be told; undefined where nothing has. */
  @property({ attribute: false }) changed: readonly string[] | undefined;
  @state() private writing: 'dissent' | 'reopen' | undefined;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('conflict') as Conflict | undefined;
    if (before && before.id !== this.conflict.id) this.writing = undefined;
  }

  protected override render() {
    const inForce = decisionInForce(this.conflict);
    const decisions = [...this.conflict.decisions].reverse();
    if (decisions.length === 0) return nothing;
    return html`<section class="record" aria-label=${msg('Decisions')}>
      ${this.changed ? html`<p class="came-back" role="status">${this.#says(this.changed)} ${msg('Look again, and reopen it if the decision no longer holds.')}</p>` : nothing}
      ${decisions.map(decision => this.#decision(decision))}
      ${inForce ? this.#actions(inForce) : nothing}
    </section>`;
  }

  #says(changed: readonly string[]): string {
    return changed.length > 0
      ? msg(str`Since this was decided, ${sayList(changed)}.`)
      : msg('The sides or their evidence have changed since this was decided.');
  }

  #decision(decision: Decision) {
    const side = this.conflict.sides.findIndex(side => side.id === decision.sideId);
    const dissent = this.conflict.dissent.filter(dissent => dissent.decisionId === decision.id);
    return html`<article class="settled ${decision.reopened ? 'past' : ''}">
      <h2>${stepLabel('outcome', decision.outcome)}${side >= 0 ? html`: ${sideLetter(side)}, <span dir="auto">${this.conflict.sides[side]!.value}</span>` : nothing}${decision.preferred ? html`: <span dir="auto">${decision.preferred}</span>` : nothing}</h2>
      <p class="serif" dir="auto">${decision.reason}</p>
      <p class="small muted">${decision.by}, ${sayDay(decision.at)}</p>
      ${decision.reopened ? html`<p class="small">${msg(str`Reopened by ${isolated(decision.reopened.by)}, ${sayDay(decision.reopened.at)}:`)} <span dir="auto">${decision.reopened.reason}</span></p>` : nothing}
      ${dissent.map(one => html`<p class="dissent small"><b>${msg('Dissent')}</b> <span dir="auto">${one.text}</span> <span class="muted">${one.by}, ${sayDay(one.at)}</span></p>`)}
    </article>`;
  }

  #actions(decision: Decision) {
    if (!this.writing) {
      return html`<div class="acts">
        <button class="btn" @click=${() => this.write('dissent')}>${msg('Record dissent')} <vr-keys class="dt" command="conflicts.dissent"></vr-keys></button>
        <button class="btn" @click=${() => this.write('reopen')}>${msg('Reopen')} <vr-keys class="dt" command="conflicts.reopen"></vr-keys></button>
      </div>`;
    }
    const label =
      this.writing === 'dissent' ? msg('What you hold against it') : msg('Why it is taken up again');
    return html`<form class="acts" @submit=${(event: Event) => this.#send(event, decision)} @keydown=${this.#key}>
      <label class="fld">${label}<textarea rows="2" required maxlength="20000" dir="auto"></textarea></label>
      <button class="btn pri">${this.writing === 'dissent' ? msg('Record dissent') : msg('Reopen')}</button>
      <button type="button" class="btn quiet" @click=${() => this.write(undefined)}>${msg('Cancel')}</button>
    </form>`;
  }

  /** Opens the field for what is to be written, and moves the cursor into it. */
  async write(what: 'dissent' | 'reopen' | undefined): Promise<void> {
    this.writing = what;
    await this.updateComplete;
    this.querySelector('textarea')?.focus();
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') void this.write(undefined);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      (event.currentTarget as HTMLFormElement).requestSubmit();
  };

  #send(event: Event, decision: Decision): void {
    event.preventDefault();
    const text = this.querySelector('textarea')!.value.trim();
    if (!text) return;
    const type = this.writing === 'dissent' ? 'vr-dissent' : 'vr-reopen';
    this.dispatchEvent(new CustomEvent(type, { detail: { decisionId: decision.id, text }, bubbles: true }));
    this.writing = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-decision-record': VrDecisionRecord;
  }
}
