import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shortCitation } from '../../../shared/citations/short-citation.ts';
import { hull } from '../../../shared/model/anchor.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Side } from '../../../shared/model/conflict.ts';
import type { Evidence, Source } from '../../../shared/model/source.ts';
import { LightElement } from '../../elements/light-element.ts';
import { marked } from '../../elements/marked.ts';
import { locale, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { stepLabel, stepWord } from '../../localize/say-step.ts';
import { rangeToText } from '../../router/range-address.ts';
import { StoreController } from '../../store/context.ts';
import { passage, sayPlace } from './passage.ts';
import { sayPlaces, sideLetter } from './say.ts';
import '../../panels/attachments.ts';

/** A value of more UTF-16 code units is set smaller. */
const LONG = 60;

/** One side of a conflict: its value, where it stands, and what speaks for it. */
@customElement('vr-conflict-side')
export class VrConflictSide extends LightElement {
  @property({ attribute: false }) side!: Side;
  @property({ type: Number }) index = 0;
  /** Claims that are not on the record yet: words that a rule found. */
  @property({ attribute: false }) proposed: ReadonlyMap<string, Claim> | undefined;
  /** The value that this one is held against. */
  @property() against: string | undefined;
  #desk = new StoreController(this, 'claims', 'sources', 'documents', 'saving');

  protected override render() {
    const letter = sideLetter(this.index);
    const claims = this.side.claimIds
      .map(id => this.proposed?.get(id) ?? this.#desk.store.get('claim', id)?.object)
      .filter(claim => claim !== undefined);
    const { objects, saving } = this.#desk.store;
    const isAway = !saving.online;
    const removed = this.side.claimIds.filter(id => objects.get('claim', id)?.removed).length;
    const waiting = this.side.claimIds.length - claims.length - removed;
    return html`<section class="sd" aria-label=${msg(str`Side ${letter}`)}>
      <div class="sub">${msg(str`Side ${letter}`)}, ${sayPlaces(this.side.claimIds.length)}</div>
      <div class="big ${this.side.value.length > LONG ? 'long' : ''}" dir="auto">${marked(this.side.value, this.against)}</div>
      <h2>${msg('Where it stands')}</h2>
      ${claims.map(claim => this.#place(claim))}
      ${removed > 0 ? html`<p class="muted small">${plural(removed, msg(str`${sayNumber(removed)} {place was¦places were} removed.`))}</p>` : nothing}
      ${waiting > 0 ? html`<p class="muted small">${isAway ? msg(str`${sayNumber(waiting)} more, not kept in this browser; to be seen when the server is back.`) : msg(str`${sayNumber(waiting)} more to come …`)}</p>` : nothing}
      <h2>${msg('Evidence')}</h2>
      ${this.#evidence(claims)}
    </section>`;
  }

  #place(claim: Claim) {
    const { documentId } = claim.anchor;
    const title = this.#desk.store.get('document', documentId)?.object.title ?? msg('a document');
    const { start, end } = hull(claim.anchor);
    const at = this.proposed?.has(claim.id) ? `?at=${rangeToText({ start, end })}` : `/${claim.id}`;
    return html`<div class="psg">
      <a class="loc" href="/read/${documentId}${at}">${title}, ${sayPlace(claim)}</a><span dir="auto">${passage(claim)}</span>
    </div>`;
  }

  #evidence(claims: readonly Claim[]) {
    const all = claims.flatMap(claim => claim.evidence);
    if (all.length === 0)
      return html`<p class="muted small">${msg('None yet. Open a passage and press e to add some.')}</p>`;
    return all.map(evidence => this.#piece(evidence));
  }

  #piece(evidence: Evidence) {
    const { store } = this.#desk;
    const source = evidence.sourceId ? store.get('source', evidence.sourceId)?.object : undefined;
    const document = evidence.passage
      ? store.get('document', evidence.passage.documentId)?.object
      : undefined;
    const title = source?.csl.title ?? source?.csl.URL ?? document?.title ?? msg('a source');
    const language = source?.csl.language ?? document?.language;
    const words = evidence.quote ?? evidence.passage?.quote.exact;
    return html`<div class="ev">
      <div class="t" lang=${language ?? nothing} dir="auto">${title}</div>
      ${words ? html`<q lang=${language ?? nothing} dir="auto">${words}</q>` : nothing}
      <div class="f">
        ${source ? citationBeside(title, source.csl) : nothing}
        <b class="tag ${evidence.stance === 'contradicts' ? 'red' : ''}">${evidence.stance === 'contradicts' ? '≠' : '✓'} ${stepLabel('stance', evidence.stance)}</b>
        ${evidence.fit ? html`<span>${msg(str`Fit: ${stepWord('fit', evidence.fit)}`)}</span>` : nothing}
      </div>
      ${evidence.attachments ? html`<vr-attachments .items=${evidence.attachments}></vr-attachments>` : nothing}
    </div>`;
  }
}

/** The short citation, unless it would only say the title again. */
function citationBeside(title: string, csl: Source['csl']) {
  const says = shortCitation(csl, locale());
  return says === title ? nothing : html`<span>${says}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-conflict-side': VrConflictSide;
  }
}
