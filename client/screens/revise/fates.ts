import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RevisionPreview, Waiting } from '../../../shared/api/routes/revisions.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { fateLabel, fateMeaning, OPEN_FATES, type OpenFate } from '../../localize/say-fate.ts';
import { typeLabel } from '../../localize/say-type.ts';
import { StoreController } from '../../store/context.ts';
import '../../elements/fate-card.ts';
import '../../elements/icon.ts';
import '../../elements/swatch.ts';
import '../../panels/fate-rows.ts';

/** What becomes of the claims of a document, and of the passages that are evidence, in its next revision. */
@customElement('vr-revision-fates')
export class VrRevisionFates extends LightElement {
  @property({ attribute: false }) preview!: RevisionPreview;
  @property({ attribute: false }) language: string | undefined;
  @property() documentId = '';
  @state() private fate: OpenFate | undefined;
  @state() private current = 0;
  readonly #desk = new StoreController(this, 'claims');

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('preview')) return;
    this.fate = undefined;
    this.current = 0;
  }

  protected override render() {
    const { claims, evidence } = this.preview;
    const silent = claims.intact + claims.shifted;
    const passages = evidence.intact + evidence.shifted;
    const listed = this.#listed;
    const one = listed[Math.min(this.current, listed.length - 1)];
    return html`<header class="side-head">
        <h2>${msg('What becomes of the claims')}</h2>
        <p class="small muted num">
          ${plural(silent, msg(str`${sayNumber(silent)} {claim goes¦claims go} along with the text`))}${
            passages > 0
              ? html`, ${plural(passages, msg(str`${sayNumber(passages)} {passage of evidence¦passages of evidence} too`))}`
              : nothing
          }
        </p>
      </header>
      ${this.#counts()}
      ${
        one
          ? html`<vr-fate-rows
                .items=${listed}
                .current=${this.current}
                .language=${this.language}
                label=${msg('What would wait')}
                @vr-goto=${(event: CustomEvent<number>) => {
                  this.current = event.detail;
                }}
              ></vr-fate-rows>
              ${this.#more()} ${this.#card(one)}`
          : html`<p class="none muted"><vr-icon name="check"></vr-icon>${msg('Nothing would wait for you.')}</p>`
      }`;
  }

  /** How many have each fate that a person is asked about; the one that is pressed is listed alone. */
  #counts() {
    const { claims, evidence } = this.preview;
    const fates = OPEN_FATES.filter(fate => claims[fate] + evidence[fate] > 0);
    if (fates.length === 0) return nothing;
    return html`<div class="counts" role="group" aria-label=${msg('What became of them')}>
      ${fates.map(
        fate => html`<button
          class="chip"
          aria-pressed=${fate === this.fate ? 'true' : 'false'}
          title=${fateMeaning(fate)}
          @click=${() => {
            this.fate = fate === this.fate ? undefined : fate;
            this.current = 0;
          }}
        >
          ${fateLabel(fate)} <span class="num muted">${sayNumber(claims[fate] + evidence[fate])}</span>
        </button>`,
      )}
    </div>`;
  }

  #card(one: Waiting) {
    const claim = this.#desk.store.objects.get('claim', one.claimId)?.object;
    return html`<article class="fate-of">
      <p class="hd">
        ${claim ? html`<vr-swatch type=${claim.type}></vr-swatch><b>${typeLabel(claim.type)}</b>` : nothing}
        ${one.of === 'evidence' ? html`<span class="tag"><vr-icon name="link"></vr-icon>${msg('a passage that is evidence')}</span>` : nothing}
      </p>
      <vr-fate-card .anchor=${one.anchor} .fate=${one.fate} .language=${this.language}></vr-fate-card>
    </article>`;
  }

  #more() {
    const { claims, evidence, waiting } = this.preview;
    const all = OPEN_FATES.reduce((sum, fate) => sum + claims[fate] + evidence[fate], 0);
    const more = all - waiting.length;
    return more > 0
      ? html`<p class="small muted more">${plural(more, msg(str`${sayNumber(more)} more {is¦are} not listed here; in Read all are.`))}</p>`
      : nothing;
  }

  get #listed(): readonly Waiting[] {
    const { waiting } = this.preview;
    return this.fate ? waiting.filter(({ fate }) => fate.state === this.fate) : waiting;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-revision-fates': VrRevisionFates;
  }
}
