import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Claim } from '../../../shared/model/claim.ts';
import { type Conflict, decisionInForce } from '../../../shared/model/conflict.ts';
import { sayNumber } from '../../localize/locale.ts';
import { sayGround } from '../../localize/say-ground.ts';
import { stepLabel } from '../../localize/say-step.ts';
import { pathOf } from '../../router/routes.ts';
import { ReadPanel } from './panel.ts';
import '../../elements/diff.ts';
import '../../panels/key-hint.ts';

/** @returns the conflicts that a claim takes part in, open ones first. */
export function conflictsOf(reading: ReadPanel['reading'], claimId: string): Conflict[] {
  return reading.store.objects
    .all('conflict')
    .map(held => held.object)
    .filter(conflict => conflict.sides.some(side => side.claimIds.includes(claimId)))
    .sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
}

/** What contradicts the focused claim: the values letter by letter, and the grounds. */
@customElement('vr-claim-conflicts')
export class VrClaimConflicts extends ReadPanel {
  @property({ attribute: false }) claim!: Claim;

  protected override render() {
    const conflicts = conflictsOf(this.reading, this.claim.id);
    return conflicts.map(conflict =>
      conflict.state === 'open' ? this.#open(conflict) : this.#settled(conflict),
    );
  }

  #open(conflict: Conflict) {
    const mine = conflict.sides.find(side => side.claimIds.includes(this.claim.id))!;
    const others = conflict.sides.filter(side => side !== mine);
    return html`<section class="conf" id="conflict-${conflict.id}">
      <div class="hd"><h3 class="tag red">≠ ${msg('Conflict')}: ${this.#kind(conflict)}</h3></div>
      ${others.map(
        other => html`<vr-diff
          a=${clip(mine.value)}
          b=${clip(other.value)}
          says-a=${this.#place(mine.claimIds)}
          says-b=${this.#place(other.claimIds)}
        ></vr-diff>`,
      )}
      <ul class="grounds">
        ${conflict.grounds.map(
          ground => html`<li>
            <b aria-label=${ground.for ? msg('for') : msg('against')}>${ground.for ? '+' : '−'}</b
            ><span>${sayGround(ground)} <span class="rule">${ground.rule}</span></span>
          </li>`,
        )}
      </ul>
      <p class="ends"><a class="btn" href=${pathOf({ screen: 'conflicts', conflictId: conflict.id })}>${msg('Settle at the desk')} <vr-keys command="read.settle"></vr-keys></a></p>
    </section>`;
  }

  #settled(conflict: Conflict) {
    const decision = decisionInForce(conflict);
    return html`<section>
      <div class="hd"><h3 class="h">${msg('Conflict settled')}</h3></div>
      <p class="small">
        ${decision ? stepLabel('outcome', decision.outcome) : nothing}${
          decision?.preferred ? html`: <b>${decision.preferred}</b>` : nothing
        }.
        ${decision ? html`<span class="muted">${decision.reason} (${decision.by})</span>` : nothing}
        <a href=${pathOf({ screen: 'conflicts', conflictId: conflict.id })}>${msg('Look at it')}</a>
      </p>
    </section>`;
  }

  #kind(conflict: Conflict): string {
    const several = conflict.sides.length;
    const kinds: Readonly<Record<string, string>> = {
      name: msg(str`one name, ${several} forms`),
      date: msg(str`${several} dates`),
      count: msg(str`${several} numbers`),
    };
    return kinds[conflict.kind] ?? msg(str`${several} sides`);
  }

  /** Where a side stands: its document, or its section of this one, with the character where it begins. */
  #place(claimIds: readonly string[]): string {
    const { store, documentId, headings } = this.reading;
    const id = claimIds.includes(this.claim.id) ? this.claim.id : claimIds[0]!;
    const anchor = store.get('claim', id)?.object.anchor;
    if (!anchor) return '';
    if (anchor.documentId !== documentId) return store.get('document', anchor.documentId)?.object.title ?? '';
    const { start } = anchor.ranges[0]!;
    const heading =
      headings.findLast(section => section.start <= start)?.title ??
      (headings.length > 0 ? msg('Lead') : msg('here'));
    return `${heading}, ${sayNumber(start)}`;
  }

  protected override updated(): void {
    const ids = conflictsOf(this.reading, this.claim.id)
      .filter(conflict => conflict.state === 'open')
      .flatMap(conflict => conflict.sides.map(side => side.claimIds[0]!));
    if (ids.some(id => !this.reading.store.objects.get('claim', id)))
      void this.reading.store.loadClaims(ids).catch(() => undefined);
  }
}

/** Letters are compared one by one; beyond this the beginning must do. */
const clip = (words: string): string => (words.length > 160 ? `${words.slice(0, 159)}…` : words);

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-conflicts': VrClaimConflicts;
  }
}
