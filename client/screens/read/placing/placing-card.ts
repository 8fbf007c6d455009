import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Waiting } from '../../../../shared/api/routes/revisions.ts';
import type { Claim } from '../../../../shared/model/claim.ts';
import { isJudged, readsAnew } from '../../../commands/placing-drafts.ts';
import { dateFormat } from '../../../localize/formatters.ts';
import { isolated } from '../../../localize/isolated.ts';
import { stepWord } from '../../../localize/say-step.ts';
import { typeLabel } from '../../../localize/say-type.ts';
import { sayInstant } from '../../../panels/say-instant.ts';
import { short } from '../gestures.ts';
import { ReadPanel } from '../panel.ts';
import type { PlacingHand } from './placing-hand.ts';
import '../../../elements/fate-card.ts';
import '../../../elements/icon.ts';
import '../../../elements/swatch.ts';

/** One that waits: what became of its words, where it could stand, and what can be done with it. */
@customElement('vr-placing-card')
export class VrPlacingCard extends ReadPanel {
  @property({ attribute: false }) waiting!: Waiting;
  @property({ attribute: false }) hand!: PlacingHand;

  protected override render() {
    const { waiting, reading } = this;
    const { placing, document } = reading;
    const claim = reading.store.get('claim', waiting.claimId)?.object;
    return html`<section class="pl-card" aria-label=${msg('What waits')}>
      ${this.#head(claim)}
      <vr-fate-card
        .anchor=${waiting.anchor}
        .fate=${waiting.fate}
        .language=${document?.language}
        .chosen=${placing.chosen}
        ?asks=${waiting.fate.candidates.length > 0}
        @vr-candidate=${(event: CustomEvent<number>) => this.hand.choose(event.detail)}
      ></vr-fate-card>
      ${this.#verdict(claim)}
      ${placing.isRetiring ? this.#reason(claim) : placing.isStanding ? this.#standing() : this.#deeds(claim)}
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const field = this.querySelector<HTMLInputElement>('input[name=why]');
    if (field && !this.contains(globalThis.document.activeElement)) {
      field.focus();
      field.select();
      field.form?.querySelector('.ends')?.scrollIntoView({ block: 'nearest' });
    }
  }

  #head(claim: Claim | undefined) {
    const { waiting, reading } = this;
    const revision = reading.document?.revisions.find(({ id }) => id === waiting.anchor.revision);
    const since = revision
      ? msg(
          str`on the revision of ${sayInstant(revision.addedAt)}${revision.label ? `, ${isolated(revision.label)}` : ''}`,
        )
      : msg('on an older revision');
    return html`<div class="hd">
      ${claim ? html`<vr-swatch type=${claim.type}></vr-swatch>` : nothing}
      <h2>${waiting.of === 'evidence' ? msg('Evidence') : claim ? typeLabel(claim.type) : msg('Claim')}</h2>
      <span class="muted small grow">${since}</span>
    </div>
    ${
      waiting.of === 'evidence' && claim
        ? html`<p class="small muted">${msg(str`It is evidence for “${short(claim.anchor.quote.exact)}”.`)}</p>`
        : nothing
    }`;
  }

  /** What accepting does to what was judged. */
  #verdict(claim: Claim | undefined) {
    const { candidate } = this.reading.placing;
    if (this.waiting.of === 'evidence' || !claim || !candidate || !isJudged(claim)) return nothing;
    if (!readsAnew(claim, { ...claim.anchor, quote: candidate.quote })) return nothing;
    const judged = claim.verdict ? stepWord('verdict', claim.verdict) : stepWord('workflow', claim.workflow);
    return html`<p class="pl-verdict small">
      <vr-icon name="info"></vr-icon
      ><span>${msg(str`It was judged “${judged}”. Its words are others now: accepted, it is open again.`)}</span>
    </p>`;
  }

  #deeds(claim: Claim | undefined) {
    const { waiting, hand } = this;
    const { candidate } = this.reading.placing;
    const isEvidence = waiting.of === 'evidence';
    const stands =
      !isEvidence &&
      claim &&
      candidate &&
      isJudged(claim) &&
      readsAnew(claim, { ...claim.anchor, quote: candidate.quote });
    const quotedAt = this.#quotedAt();
    return html`<div class="deeds pl-deeds">
      ${
        waiting.fate.candidates.length > 0
          ? html`<button class="btn pri" aria-disabled=${candidate ? nothing : 'true'} @click=${() => hand.accept()}>
              <vr-icon name="check"></vr-icon>${isEvidence ? msg('Take the new words') : msg('Accept')} <kbd class="dt">↵</kbd>
            </button>`
          : nothing
      }
      ${stands ? html`<button class="btn" @click=${() => hand.askStanding()}>${msg('Accept, verdict stands …')} <kbd class="dt">v</kbd></button>` : nothing}
      ${isEvidence ? html`<button class="btn" @click=${() => hand.keepQuoted()}>${msg(str`Keep as quoted on ${quotedAt}`)} <kbd class="dt">q</kbd></button>` : nothing}
      <button class="btn" @click=${() => hand.redraw()}>${msg('Select the words')} <kbd class="dt">r</kbd></button>
      <button class="btn" @click=${() => hand.askReason()}>${msg('Retire …')} <kbd class="dt">x</kbd></button>
    </div>`;
  }

  #reason(claim: Claim | undefined) {
    const usual =
      this.waiting.fate.state === 'deleted'
        ? msg('Its words are no longer in the text.')
        : msg('It does not hold for the new text.');
    return this.#form(
      msg('Why it is retired'),
      claim ? usual : '',
      msg('Retire'),
      why => this.hand.retire(why),
      () => {
        this.reading.placing.isRetiring = false;
      },
      msg('It is kept with its history, and can be brought back.'),
    );
  }

  #standing() {
    return this.#form(
      msg('Why the verdict stands'),
      msg('The change of words does not touch what was checked.'),
      msg('Accept'),
      why => this.hand.accept(why),
      () => {
        this.reading.placing.isStanding = false;
      },
    );
  }

  #form(
    label: string,
    usual: string,
    deed: string,
    act: (why: string) => void,
    leave: () => void,
    says = '',
  ) {
    const back = () => {
      leave();
      this.closest('vr-placing-list')?.focusList();
    };
    return html`<form
      class="form pl-why"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        act(String(new FormData(event.target as HTMLFormElement).get('why') ?? '').trim());
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        back();
      }}
    >
      <label class="fld">${label}<input name="why" maxlength="2000" .value=${usual} /></label>
      ${says ? html`<p class="small muted">${says}</p>` : nothing}
      <div class="ends">
        <button type="button" class="btn quiet" @click=${back}>${msg('Cancel')} <kbd class="dt">Esc</kbd></button>
        <button class="btn pri">${deed} <kbd class="dt">↵</kbd></button>
      </div>
    </form>`;
  }

  /** The day on which the words stood as they are quoted. */
  #quotedAt(): string {
    const { waiting, reading } = this;
    const revision = reading.document?.revisions.find(({ id }) => id === waiting.anchor.revision);
    const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
    return revision ? dateFormat(day).format(new Date(revision.addedAt)) : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-placing-card': VrPlacingCard;
  }
}
