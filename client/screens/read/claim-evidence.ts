import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { safeUrl } from '../../../shared/citations/safe-url.ts';
import { shortCitation } from '../../../shared/citations/short-citation.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { currentRevision, type Revision } from '../../../shared/model/document.ts';
import type { Evidence } from '../../../shared/model/source.ts';
import { dropEvidence, editEvidence } from '../../commands/claim-drafts.ts';
import { FileCatch } from '../../elements/file-catch.ts';
import { dateFormat } from '../../localize/formatters.ts';
import { isolated } from '../../localize/isolated.ts';
import { locale, sayNumber } from '../../localize/locale.ts';
import { stepLabel, stepWord } from '../../localize/say-step.ts';
import { ACCEPTED, Attaching } from '../../panels/attaching.ts';
import { looksLikeText } from '../../panels/offered-revision.ts';
import { addressOf, pathOf } from '../../router/routes.ts';
import { placeOfWaiting } from './address.ts';
import { perform } from './gestures.ts';
import { ReadPanel } from './panel.ts';
import type { QuoteLock } from './quote-lock.ts';
import '../../elements/icon.ts';
import '../../panels/attachments.ts';
import './evidence-form.ts';
import '../../panels/key-hint.ts';

/** The evidence of the focused claim, and the form that adds to it or edits it. */
@customElement('vr-claim-evidence')
export class VrClaimEvidence extends ReadPanel {
  @property({ attribute: false }) claim!: Claim;
  @state() private editing: string | undefined;
  /** Files on their way to a piece of evidence, by its id. */
  #attaching = new Map<string, Attaching>();
  #catch = new FileCatch(this, (files, place) => void this.#caught(files, place));

  protected override render() {
    const { claim, reading } = this;
    const isAdding = reading.task === 'evidence';
    return html`<section class=${claim.evidence.length > 0 || isAdding ? '' : 'bare'}>
      <div class="hd">
        <h3 class="h">${msg('Evidence')} ${claim.evidence.length || nothing}</h3>
        ${
          isAdding
            ? nothing
            : html`<button class="btn quiet low" @click=${() => reading.begin('evidence')}>
                <vr-icon name="plus"></vr-icon>${msg('Add')} <vr-keys command="read.evidence"></vr-keys>
              </button>`
        }
      </div>
      ${isAdding ? html`<vr-evidence-form .reading=${reading} .claim=${claim}></vr-evidence-form>` : nothing}
      ${claim.evidence.map(evidence =>
        this.editing === evidence.id
          ? html`<vr-evidence-form
              .reading=${reading}
              .claim=${claim}
              .evidence=${evidence}
              @vr-done=${() => this.#stopEditing()}
            ></vr-evidence-form>`
          : this.#piece(evidence),
      )}
    </section>`;
  }

  #piece(evidence: Evidence) {
    const quote = evidence.passage?.quote.exact ?? evidence.quote;
    const language = this.#languageOf(evidence);
    const against = evidence.stance === 'contradicts';
    const attaching = this.#attachingTo(evidence.id);
    const isOver = this.#catch.over?.closest<HTMLElement>('.ev')?.dataset.id === evidence.id;
    return html`<article class="ev ${isOver ? 'over' : ''}" data-id=${evidence.id}>
      <div class="t" lang=${language ?? nothing} dir="auto">${this.#title(evidence)}</div>
      ${quote ? html`<q lang=${language ?? nothing} dir="auto">${quote}</q>` : nothing} ${this.#lock(evidence)}
      <div class="f">
        ${this.#where(evidence)}
        <b class="tag ${against ? 'red' : ''}"
          >${against ? '≠' : evidence.stance === 'mentions' ? nothing : html`<vr-icon name="check"></vr-icon>`}
          ${stepLabel('stance', evidence.stance)}</b
        >
        ${evidence.fit ? html`<span>${msg(str`Fit: ${stepWord('fit', evidence.fit)}`)}</span>` : nothing}
        ${evidence.locator ? html`<span>${evidence.locator}</span>` : nothing}
        ${evidence.accessed ? html`<span>${msg(str`accessed ${evidence.accessed}`)}</span>` : nothing}
        ${evidence.archived ? this.#link(evidence.archived.url, msg('archived copy')) : nothing}
      </div>
      ${evidence.note ? html`<p class="small">${evidence.note}</p>` : nothing}
      <vr-attachments
        .items=${evidence.attachments ?? []}
        .attaching=${attaching}
        .incoming=${attaching.incoming}
        .takeOff=${(off: Attachment) => this.#takeOff(evidence.id, off)}
      ></vr-attachments>
      <div class="deeds">
        <label class="ib small-ib" title=${msg('Choose files, paste or drop them')}>
          <vr-icon name="paperclip"></vr-icon
          ><input
            class="vh"
            type="file"
            multiple
            accept=${ACCEPTED}
            aria-label=${msg('Choose files')}
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              void attaching.take([...(input.files ?? [])]);
              input.value = '';
            }}
          />
        </label>
        <button
          class="ib small-ib"
          aria-label=${msg('Edit this evidence')}
          @click=${() => {
            this.editing = evidence.id;
          }}
        >
          <vr-icon name="pencil"></vr-icon>
        </button>
        <button
          class="ib small-ib"
          aria-label=${msg('Remove this evidence')}
          @click=${() => perform(this.reading, msg('Evidence removed'), [dropEvidence(this.claim, evidence.id)])}
        >
          <vr-icon name="trash"></vr-icon>
        </button>
      </div>
    </article>`;
  }

  /** Files go to the form or the piece they come in at; anywhere else they begin a new piece. */
  async #caught(files: File[], place: Element | undefined): Promise<void> {
    // A text that is dropped on the text is its next revision, which the screen sees to.
    if (place?.closest('.sheetwrap') && files.length === 1 && looksLikeText(files[0]!)) return;
    const form = place?.closest('vr-evidence-form') ?? this.querySelector('vr-evidence-form');
    const piece = place?.closest<HTMLElement>('.ev[data-id]')?.dataset.id;
    if (form) form.take(files);
    else if (piece) await this.#attachingTo(piece).take(files);
    else {
      this.reading.begin('evidence');
      this.requestUpdate();
      await this.updateComplete;
      const begun = this.querySelector('vr-evidence-form');
      await begun?.updateComplete;
      begun?.take(files);
    }
  }

  #attachingTo(evidenceId: string): Attaching {
    let attaching = this.#attaching.get(evidenceId);
    if (!attaching) {
      const claimId = this.claim.id;
      attaching = new Attaching(
        this,
        () => this.reading.store,
        attachment => {
          const claim = this.reading.store.get('claim', claimId)?.object;
          const evidence = claim?.evidence.find(({ id }) => id === evidenceId);
          if (!claim || !evidence) return;
          const attachments = [...(evidence.attachments ?? []), attachment];
          const label = msg(str`Attached: ${isolated(attachment.name)}`);
          perform(this.reading, label, [editEvidence(claim, evidenceId, { attachments })]);
        },
      );
      this.#attaching.set(evidenceId, attaching);
    }
    return attaching;
  }

  #takeOff(evidenceId: string, off: Attachment): void {
    const evidence = this.claim.evidence.find(({ id }) => id === evidenceId);
    const left = (evidence?.attachments ?? []).filter(({ id }) => id !== off.id);
    const label = msg(str`Attachment taken off: ${isolated(off.name)}`);
    const attachments = left.length > 0 ? left : undefined;
    perform(this.reading, label, [editEvidence(this.claim, evidenceId, { attachments })]);
  }

  #title(evidence: Evidence) {
    const { store } = this.reading;
    if (evidence.passage) {
      const { documentId } = evidence.passage;
      const title =
        documentId === this.reading.documentId
          ? msg('This document')
          : (store.objects.get('document', documentId)?.object.title ?? msg('A document'));
      return html`<a href=${pathOf({ screen: 'read', documentId })}>${title}</a>`;
    }
    const source = evidence.sourceId ? store.get('source', evidence.sourceId)?.object : undefined;
    if (!source) return msg('A source');
    const title = String(source.csl.title ?? source.csl.URL ?? msg('Untitled'));
    return source.csl.URL ? this.#link(String(source.csl.URL), title) : title;
  }

  /** The language of the source or document that a piece of evidence is from, as far as it is known. */
  #languageOf({ passage, sourceId }: Evidence): string | undefined {
    const { store } = this.reading;
    if (passage) return store.objects.get('document', passage.documentId)?.object.language;
    return sourceId && store.get('source', sourceId)?.object.csl.language;
  }

  #where(evidence: Evidence) {
    if (evidence.passage)
      return html`<span class="num"
        >${evidence.passage.ranges.map(range => `${sayNumber(range.start)}–${sayNumber(range.end)}`).join(', ')}</span
      >`;
    const source = evidence.sourceId && this.reading.store.get('source', evidence.sourceId)?.object;
    return source
      ? html`<span>${shortCitation(source.csl as Parameters<typeof shortCitation>[0], locale())}</span>`
      : nothing;
  }

  #lock(evidence: Evidence) {
    const { locks, store } = this.reading;
    const source = evidence.sourceId ? store.get('source', evidence.sourceId)?.object : undefined;
    const documentId = evidence.passage?.documentId ?? source?.documentId;
    if (!documentId) return nothing;
    if (evidence.passage) {
      const { revision } = evidence.passage;
      const document = store.objects.get('document', documentId)?.object;
      const of = document?.revisions.find(({ id }) => id === revision);
      if (document && of && of !== currentRevision(document)) return this.#elsewhere(evidence, of);
    }
    const lock = evidence.passage
      ? locks.ofPassage(evidence.passage)
      : evidence.quote
        ? locks.ofWords(documentId, evidence.quote)
        : undefined;
    if (!lock) return nothing;
    const title = store.objects.get('document', documentId)?.object.title ?? msg('the document');
    const says: Record<QuoteLock, string> = {
      found: msg(str`Found in ${isolated(title)}`),
      moved: msg(str`Found in ${isolated(title)}, at another place`),
      missing: msg(str`Not found in ${isolated(title)}`),
      unknown: msg(str`${isolated(title)} could not be looked into`),
    };
    return html`<p class="lock small ${lock === 'missing' ? 'red' : ''}">
      <vr-icon name=${lock === 'found' || lock === 'moved' ? 'check' : 'warning'}></vr-icon>${says[lock]}
    </p>`;
  }

  /** Its words stand in another revision than the current one: on purpose, or waiting to be placed. */
  #elsewhere({ id, asQuoted, passage }: Evidence, { addedAt }: Revision) {
    const day = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(addedAt));
    if (asQuoted)
      return html`<p class="lock small"><vr-icon name="quote"></vr-icon>${msg(str`As quoted on ${day}; the text has changed since.`)}</p>`;
    const address = addressOf(placeOfWaiting(passage!.documentId, `${this.claim.id}.${id}`));
    return html`<p class="lock small red">
      <vr-icon name="warning"></vr-icon><span
        >${msg('The document has another text now, and this passage waits to be placed.')}
        <a href=${address}>${msg('Place it')}</a></span
      >
    </p>`;
  }

  /** Only complete http addresses become links; anything else is shown as words. */
  #link(address: string, words: string) {
    const safe = safeUrl(address);
    return 'url' in safe
      ? html`<a href=${safe.url} target="_blank" rel="noreferrer noopener">${words}</a>`
      : words;
  }

  #stopEditing(): void {
    this.editing = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-evidence': VrClaimEvidence;
  }
}
