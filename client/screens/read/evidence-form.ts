import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type CitationForm, cslFromForm, type FormProblem } from '../../../shared/citations/csl-from-form.ts';
import { safeUrl } from '../../../shared/citations/safe-url.ts';
import { shortCitation } from '../../../shared/citations/short-citation.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { type Fit, fit, type Stance, stance } from '../../../shared/model/scales.ts';
import type { Evidence, Source } from '../../../shared/model/source.ts';
import { editEvidence } from '../../commands/claim-drafts.ts';
import type { Findable } from './finder.ts';
import { attachEvidence, type EvidenceWords, locale, perform, short } from './gestures.ts';
import { choice, labelled, line, lines } from './labelled.ts';
import { ReadPanel } from './panel.ts';
import './finder.ts';

type Origin = 'known' | 'new' | 'passage';

const CSL_TYPES = [
  'webpage',
  'article-newspaper',
  'article-journal',
  'article-magazine',
  'post-weblog',
  'post',
  'book',
  'chapter',
  'report',
  'interview',
  'broadcast',
  'legislation',
  'document',
] as const;

interface Mistake {
  readonly path: string;
  readonly says: string;
  readonly mend: string;
}

/** Adds evidence to a claim, or edits a piece of it: a known source, a new one by its address, or a passage of a document. */
@customElement('vr-evidence-form')
export class VrEvidenceForm extends ReadPanel {
  @property({ attribute: false }) claim!: Claim;
  /** The piece that is edited; none where one is added. */
  @property({ attribute: false }) evidence: Evidence | undefined;
  @state() private origin: Origin = 'known';
  @state() private source: Source | undefined;
  @state() private mistakes: readonly Mistake[] = [];

  protected override render() {
    const { evidence } = this;
    return html`<form class="form ev" @submit=${this.#submit} novalidate aria-label=${msg('Evidence')}>
      ${evidence ? nothing : this.#origins()}
      ${evidence ? nothing : this.origin === 'new' ? this.#newSource() : this.origin === 'known' ? this.#known() : nothing}
      <div class="cols">
        ${this.#choice('stance', msg('Stance'), stance.steps, evidence?.stance ?? 'supports')}
        ${this.#choice('fit', msg('Citation fit'), fit.steps, evidence?.fit ?? '', true)}
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
            : html`${this.#text('accessed', msg('Accessed'), evidence?.accessed, 'YYYY-MM-DD')}
              ${evidence ? this.#text('archivedUrl', msg('Archived copy'), evidence.archived?.url) : nothing}`
        }
        ${this.#text('note', msg('Remark'), evidence?.note)}
      </div>
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
    if (!this.hasUpdated && this.reading.store.objects.all('source').length === 0) this.origin = 'new';
  }

  protected override firstUpdated(): void {
    this.#focusFirst();
  }

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
      ${one('known', msg('A source here'))} ${one('new', msg('New source'))} ${one('passage', msg('A passage'))}
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

  #find = (words: string): readonly Findable<Source>[] => {
    const sought = words.trim().toLowerCase();
    return this.reading.store.objects
      .all('source')
      .map(held => held.object)
      .filter(source => JSON.stringify(source.csl).toLowerCase().includes(sought))
      .slice(0, 12)
      .map(source => ({
        id: source.id,
        label: short(String(source.csl.title ?? source.csl.URL ?? source.csl.type), 80),
        says: shortCitation(source.csl as Parameters<typeof shortCitation>[0], locale()),
        item: source,
      }));
  };

  #newSource() {
    return html`<div class="cols">
      ${this.#text('csl.url', msg('Address'), '', 'https://')}
      ${this.#text('csl.title', msg('Title'))} ${this.#text('csl.author', msg('Authors, apart by ;'))}
      ${this.#text('csl.website', msg('Appeared in'))} ${this.#text('csl.date', msg('Published'), '', msg('15 March 2026'))}
      ${labelled(
        { form: this.#form, name: 'csl.type', label: msg('Kind') },
        choice(
          CSL_TYPES.map(type => [type, type.replace('-', ', ')]),
          'webpage',
        ),
      )}
      ${this.#text('csl.archiveUrl', msg('Archived copy'), '', 'https://web.archive.org/…')}
      ${this.#text('csl.archiveDate', msg('Archived on'), '', 'YYYY-MM-DD')}
    </div>`;
  }

  get #form(): string {
    return `evidence-${this.evidence?.id ?? 'new'}`;
  }

  #text(name: string, label: string, value = '', placeholder = '') {
    const wrong = this.mistakes.find(({ path }) => path === name)?.says;
    const isWide = ['csl.url', 'csl.title', 'note', 'archivedUrl'].includes(name);
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
    const text = (name: string) => String(data.get(name) ?? '').trim() || undefined;
    const { claim, reading } = this;
    const words = {
      stance: (text('stance') ?? 'supports') as Stance,
      ...(text('fit') ? { fit: text('fit') as Fit } : {}),
      ...(text('quote') ? { quote: text('quote')! } : {}),
      ...(text('locator') ? { locator: text('locator')! } : {}),
      ...(text('accessed') ? { accessed: text('accessed')! } : {}),
      ...(text('note') ? { note: text('note')! } : {}),
    } satisfies EvidenceWords;
    const mistakes = mistakesIn(words, text('archivedUrl'));
    if (this.#refuse(mistakes)) return;
    if (this.evidence) {
      const archived = text('archivedUrl')
        ? { ...this.evidence.archived, url: text('archivedUrl')! }
        : undefined;
      const all = {
        fit: undefined,
        quote: undefined,
        locator: undefined,
        accessed: undefined,
        note: undefined,
      };
      const next: Partial<Evidence> = { ...all, ...words, archived } as Partial<Evidence>;
      const changed = Object.fromEntries(
        Object.entries(next).filter(
          ([name, value]) => JSON.stringify(this.evidence![name as keyof Evidence]) !== JSON.stringify(value),
        ),
      ) as Partial<Evidence>;
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
      if (attachEvidence(reading, claim.id, { ...words, sourceId: this.source.id })) this.#leave();
      return;
    }
    this.#attachNew(data, words);
  };

  #attachNew(data: FormData, words: EvidenceWords): void {
    const form = Object.fromEntries(
      [...data]
        .filter(([name]) => name.startsWith('csl.'))
        .map(([name, value]) => [name.slice(4), String(value)]),
    ) as CitationForm;
    const { language } = this.reading.document ?? {};
    const read = cslFromForm(
      { ...form, ...(words.accessed ? { accessed: words.accessed } : {}) },
      language ? { language } : {},
    );
    if ('problems' in read) {
      this.#refuse(
        read.problems.map((problem: FormProblem) => ({ ...problem, path: `csl.${problem.path}` })),
      );
      return;
    }
    const archive = form.archiveUrl?.trim();
    const archived = archive
      ? { archived: { url: archive, ...(form.archiveDate?.trim() ? { at: form.archiveDate.trim() } : {}) } }
      : {};
    if (attachEvidence(this.reading, this.claim.id, { ...words, ...archived }, read.csl as Source['csl']))
      this.#leave();
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

function mistakesIn(words: EvidenceWords, archived: string | undefined): Mistake[] {
  const mistakes: Mistake[] = [];
  if (words.accessed && !/^\d{4}-\d{2}-\d{2}$/.test(words.accessed))
    mistakes.push({
      path: 'accessed',
      says: msg('This is not a day.'),
      mend: msg('Write it as 2026-04-27.'),
    });
  const safe = archived ? safeUrl(archived) : undefined;
  if (safe && 'refused' in safe) mistakes.push({ path: 'archivedUrl', says: safe.refused, mend: '' });
  return mistakes;
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-evidence-form': VrEvidenceForm;
  }
  interface HTMLElementEventMap {
    'vr-done': CustomEvent<void>;
  }
}
