import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Attachment } from '../../../shared/model/attachment.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Evidence, Source } from '../../../shared/model/source.ts';
import { editEvidence } from '../../commands/claim-drafts.ts';
import { stepsOf } from '../../localize/say-step.ts';
import { ACCEPTED, Attaching } from '../../panels/attaching.ts';
import { changedWords, evidenceWords, type Mistake, mistakesIn, textIn } from './evidence-words.ts';
import { findSources } from './find-sources.ts';
import type { Findable } from './finder.ts';
import { attachEvidence, type EvidenceWords, perform, short } from './gestures.ts';
import { choice, labelled, line, lines } from './labelled.ts';
import { newSourceFields, newSourceFrom } from './new-source.ts';
import { ReadPanel } from './panel.ts';
import '../../panels/attachments.ts';
import './finder.ts';

type Origin = 'known' | 'new' | 'passage';

/** Adds evidence to a claim, or edits a piece of it: a known source, a new one by its address, or a passage of a document. */
@customElement('vr-evidence-form')
export class VrEvidenceForm extends ReadPanel {
  @property({ attribute: false }) claim!: Claim;
  /** Attaches to something else than the one claim, which then is any of them; a passage is not sought for many. */
  @property({ attribute: false }) attach: ((words: EvidenceWords, csl?: Source['csl']) => void) | undefined;
  /** The piece that is edited; none where one is added. */
  @property({ attribute: false }) evidence: Evidence | undefined;
  @state() private origin: Origin = 'known';
  @state() private source: Source | undefined;
  @state() private mistakes: readonly Mistake[] = [];
  @state() private attachments: readonly Attachment[] = [];
  #attaching = new Attaching(
    this,
    () => this.reading.store,
    attachment => {
      this.attachments = [...this.attachments, attachment];
    },
  );

  protected override render() {
    const { evidence } = this;
    return html`<form class="form ev" @submit=${this.#submit} novalidate aria-label=${msg('Evidence')}>
      ${evidence ? nothing : this.#origins()}
      ${evidence ? nothing : this.origin === 'new' ? newSourceFields(this.#form, this.mistakes) : this.origin === 'known' ? this.#known() : nothing}
      <div class="cols">
        ${this.#choice('stance', msg('Stance'), stepsOf('stance'), evidence?.stance ?? 'supports')}
        ${this.#choice('fit', msg('Citation fit'), stepsOf('fit'), evidence?.fit ?? '', true)}
        ${
          this.origin === 'passage' || evidence?.passage
            ? nothing
            : labelled(
                { form: this.#form, name: 'quote', label: msg('Exact words'), isWide: true },
                lines(evidence?.quote ?? '', 2),
              )
        }
        ${this.#text('locator', msg('Where in it'), evidence?.locator, msg('page 4, 00:12:30 …'))}
        ${
          this.origin === 'passage' || evidence?.passage
            ? nothing
            : html`${this.#text('accessed', msg('Accessed'), evidence?.accessed, msg('YYYY-MM-DD'))}
              ${evidence ? this.#text('archivedUrl', msg('Archived copy'), evidence.archived?.url) : nothing}`
        }
        ${this.#text('note', msg('Remark'), evidence?.note)}
      </div>
      ${this.#files()}
      ${this.mistakes.some(mistake => mistake.mend) ? html`<p class="muted small">${this.mistakes[0]!.mend}</p>` : nothing}
      <div class="ends">
        <button type="button" class="btn quiet" @click=${this.#leave}>${msg('Cancel')} <kbd>Esc</kbd></button>
        <button class="btn pri">
          ${evidence ? msg('Keep') : this.origin === 'passage' ? msg('Select the words …') : msg('Attach')}
        </button>
      </div>
    </form>`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated) return;
    this.attachments = this.evidence?.attachments ?? [];
    if (this.reading.store.objects.all('source').length === 0) this.origin = 'new';
  }

  protected override firstUpdated(): void {
    this.#focusFirst();
  }

  /** Takes files that are to go with the evidence. */
  take(files: Iterable<File>): void {
    void this.#attaching.take(files);
  }

  #files() {
    return html`<vr-attachments
        .items=${this.attachments}
        .attaching=${this.#attaching}
        .incoming=${this.#attaching.incoming}
        .takeOff=${(off: Attachment) => {
          this.attachments = this.attachments.filter(({ id }) => id !== off.id);
        }}
      ></vr-attachments>
      <p class="small muted attach">
        <label class="btn low"
          ><vr-icon name="paperclip"></vr-icon>${msg('Choose files')}<input
            class="vh"
            type="file"
            multiple
            accept=${ACCEPTED}
            @change=${this.#chosen}
        /></label>
        ${msg('or paste a screenshot, or drop files here')}
      </p>
      ${this.#mistake('attachments')}`;
  }

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.take([...(input.files ?? [])]);
    input.value = '';
  };

  #origins() {
    const one = (origin: Origin, label: string) => html`<button
      type="button"
      aria-pressed=${this.origin === origin ? 'true' : 'false'}
      @click=${() => {
        this.origin = origin;
        this.mistakes = [];
        void this.updateComplete.then(() => this.#focusFirst());
      }}
    >
      ${label}
    </button>`;
    return html`<div class="seg" role="group" aria-label=${msg('Where from')}>
      ${one('known', msg('A source here'))} ${one('new', msg('New source'))} ${this.attach ? nothing : one('passage', msg('A passage'))}
    </div>`;
  }

  #known() {
    return html`${
      this.source
        ? html`<p class="small chosen">
            <b>${this.source.csl.title ?? this.source.csl.URL}</b>
            <button type="button" class="btn quiet low" @click=${() => this.#choose(undefined)}>${msg('Another')}</button>
          </p>`
        : html`<vr-finder
            label=${msg('Source')}
            placeholder=${msg('Title, author or address')}
            .find=${this.#find}
            @vr-found=${(event: CustomEvent<Findable<Source>>) => this.#choose(event.detail.item)}
          ></vr-finder>`
    }
    ${this.#mistake('source')}`;
  }

  #choose(source: Source | undefined): void {
    this.source = source;
    this.mistakes = [];
    void this.updateComplete.then(() =>
      source ? this.querySelector<HTMLElement>('[name=stance]')?.focus() : this.#focusFirst(),
    );
  }

  #find = (words: string) => findSources(this.reading, words);

  get #form(): string {
    return `evidence-${this.evidence?.id ?? 'new'}`;
  }

  #text(name: string, label: string, value = '', placeholder = '') {
    const wrong = this.mistakes.find(({ path }) => path === name)?.says;
    const isWide = name === 'note' || name === 'archivedUrl';
    return labelled({ form: this.#form, name, label, wrong, isWide }, line(value, placeholder));
  }

  #choice(
    name: string,
    label: string,
    steps: readonly { code: string; label: string; says: string }[],
    value: string,
    optional = false,
  ) {
    const options = steps.map(step => [step.code, step.label] as const);
    return labelled(
      { form: this.#form, name, label },
      choice(optional ? [['', msg('not judged')], ...options] : options, value),
    );
  }

  #mistake(path: string) {
    const mistake = this.mistakes.find(one => one.path === path);
    return mistake ? html`<p class="wrong small">${mistake.says}</p>` : nothing;
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const words = evidenceWords(data);
    const archivedUrl = textIn(data, 'archivedUrl');
    const { claim, reading } = this;
    if (this.#refuse(mistakesIn(words, archivedUrl))) return;
    if (this.#attaching.busy) {
      this.#refuse([{ path: 'attachments', says: msg('A file is still being sent.'), mend: '' }]);
      return;
    }
    const attached = this.attachments.length > 0 ? { attachments: [...this.attachments] } : {};
    if (this.evidence) {
      const changed = changedWords(this.evidence, { ...words, ...attached }, archivedUrl);
      const draft = editEvidence(claim, this.evidence.id, changed);
      if (Object.keys(changed).length === 0 || perform(reading, msg('Evidence changed'), [draft]))
        this.#leave();
      return;
    }
    if (this.origin === 'passage') {
      reading.picking = {
        kind: 'evidence',
        claimId: claim.id,
        documentId: claim.anchor.documentId,
        words: short(claim.anchor.quote.exact),
        stance: words.stance,
        ...('fit' in words ? { fit: words.fit } : {}),
        ...('note' in words ? { note: words.note } : {}),
        ...('locator' in words ? { locator: words.locator } : {}),
        ...attached,
      };
      this.#leave();
      return;
    }
    if (this.origin === 'known') {
      if (!this.source) {
        this.#refuse([
          { path: 'source', says: msg('No source is chosen.'), mend: msg('Choose one, or add a new one.') },
        ]);
        return;
      }
      if (this.#attach({ ...words, ...attached, sourceId: this.source.id })) this.#leave();
      return;
    }
    this.#attachNew(data, { ...words, ...attached });
  };

  #attachNew(data: FormData, words: EvidenceWords): void {
    const { language } = this.reading.document ?? {};
    const source = newSourceFrom(data, words.accessed, language);
    if ('mistakes' in source) this.#refuse(source.mistakes);
    else if (this.#attach({ ...words, ...source.archived }, source.csl)) this.#leave();
  }

  #attach(words: EvidenceWords, csl?: Source['csl']): boolean {
    if (!this.attach) return attachEvidence(this.reading, this.claim.id, words, csl);
    this.attach(words, csl);
    return true;
  }

  #refuse(mistakes: readonly Mistake[]): boolean {
    this.mistakes = mistakes;
    if (mistakes.length > 0)
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    return mistakes.length > 0;
  }

  #focusFirst(): void {
    const finder = this.querySelector('vr-finder');
    if (finder) void finder.focusField();
    else this.querySelector<HTMLElement>('.fld input, .fld select, .fld textarea')?.focus();
  }

  #leave = (): void => {
    if (!this.evidence) this.reading.begin(undefined);
    this.dispatchEvent(new CustomEvent('vr-done', { bubbles: true }));
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-evidence-form': VrEvidenceForm;
  }
  interface HTMLElementEventMap {
    'vr-done': CustomEvent<void>;
  }
}
