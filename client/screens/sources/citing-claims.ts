import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Claim } from '../../../shared/model/claim.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { stepLabel, stepWord } from '../../localize/say-step.ts';
import { typeLabel } from '../../localize/say-type.ts';
import { StoreController } from '../../store/context.ts';
import '../../elements/progress.ts';
import '../../elements/swatch.ts';

/** Claims shown at once. */
const SHOWN = 50;

/** The claims that cite a source, each with a link to its passage. */
@customElement('vr-citing-claims')
export class VrCitingClaims extends LightElement {
  @property() source = '';
  @property({ attribute: false }) ids: readonly string[] = [];
  @state() private shown = SHOWN;
  @state() private failed = false;
  #desk = new StoreController(this, 'claims', 'documents');

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('source')) this.shown = SHOWN;
    if (changed.has('ids') || changed.has('shown')) void this.#load();
  }

  async #load(): Promise<void> {
    this.failed = false;
    try {
      await this.#desk.store.loadClaims(this.ids.slice(0, this.shown));
    } catch {
      this.failed = true;
    }
  }

  protected override render() {
    const { ids } = this;
    const words = plural(ids.length, msg(str`Cited by ${sayNumber(ids.length)} {claim¦claims}`));
    const { store } = this.#desk;
    const claims = ids.slice(0, this.shown).map(id => store.get('claim', id)?.object);
    const found = claims.filter(claim => claim !== undefined);
    return html`<h3 class="h">${ids.length === 0 ? msg('Not cited by any claim') : words}</h3>
      <ul class="citing">
        ${found.map(claim => this.#claim(claim))}
      </ul>
      ${
        this.failed
          ? html`<p class="small">${msg('The claims could not be loaded.')}
              <button class="btn quiet" @click=${() => void this.#load()}>${msg('Try again')}</button></p>`
          : nothing
      }
      ${
        ids.length > this.shown
          ? html`<button
              class="btn quiet"
              @click=${() => {
                this.shown += SHOWN;
              }}
            >
              ${msg(str`${sayNumber(ids.length - this.shown)} more`)}
            </button>`
          : nothing
      }`;
  }

  #claim(claim: Claim) {
    const { documentId, quote } = claim.anchor;
    const title = this.#desk.store.get('document', documentId)?.object.title ?? '';
    const ties = claim.evidence.filter(({ sourceId }) => sourceId === this.source);
    return html`<li>
      <a href="/read/${documentId}/${claim.id}">
        <vr-swatch type=${claim.type}></vr-swatch>
        <span class="words"><span class="vh">${typeLabel(claim.type)}: </span>${short(quote.exact)}</span>
        <span class="small muted">${title}</span>
      </a>
      ${ties.map(
        tie => html`<p class="small">
          <b>${stepLabel('stance', tie.stance)}</b
          >${tie.fit ? html`, ${msg(str`fit: ${stepWord('fit', tie.fit)}`)}` : nothing}${
            tie.locator ? html`, ${tie.locator}` : nothing
          }
          ${tie.quote ? html`<q>${short(tie.quote)}</q>` : nothing}
        </p>`,
      )}
    </li>`;
  }
}

const LONGEST = 160;
const short = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
