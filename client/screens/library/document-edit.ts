import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Clash } from '../../../shared/change/merge.ts';
import type { Operation, Versioned } from '../../../shared/model/change.ts';
import type { Document, MediaType } from '../../../shared/model/document.ts';
import { LightElement } from '../../elements/light-element.ts';
import { changedMeanwhile, withoutClashes } from '../../panels/meanwhile.ts';
import { mediaTypes } from './words.ts';
import '../../panels/history.ts';
import '../../panels/others-here.ts';

/** What an edit of a document sets; null takes an optional field away. */
export type DocumentEdit = Extract<Operation, { op: 'set' }>['values'];

/** A document's title, kind, language and origin, to be put right in its row, and who changed it when. Fires `vr-edit` with what differs, and `vr-close`. */
@customElement('vr-document-edit')
export class VrDocumentEdit extends LightElement {
  @property({ attribute: false }) held!: Versioned<'document'>;
  /** Where the keyboard begins. */
  @property() start: 'fields' | 'history' = 'fields';

  constructor() {
    super();
    this.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.#close();
    });
  }

  /** What it was when the form was opened: the fields keep what they began with, whatever others do. */
  #begun: Versioned<'document'> | undefined;
  @state() private clash: { readonly values: DocumentEdit; readonly clashes: readonly Clash[] } | undefined;

  protected override render() {
    this.#begun ??= this.held;
    const { title, mediaType, language, origin } = this.#begun.object;
    return html`<h2 class="vh">${title}</h2>
    <form class="document-edit" @submit=${this.#submit}>
      <vr-others-here class="wide" .objectId=${this.held.id}></vr-others-here>
      <label class="fld wide">${msg('Title')}<input name="title" required maxlength="500" .value=${title} /></label>
      <label class="fld"
        >${msg('Kind')}
        <select name="mediaType">
          ${mediaTypes().map(([code, label]) => html`<option value=${code} ?selected=${code === mediaType}>${label}</option>`)}
        </select>
      </label>
      <label class="fld"
        >${msg('Language')}
        <input
          name="language"
          pattern="[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
          title=${msg('A language tag such as en or sr-Latn')}
          .value=${language ?? ''}
        />
      </label>
      <label class="fld">${msg('Origin')}<input name="origin" maxlength="2000" .value=${origin ?? ''} /></label>
      ${this.clash ? html`<vr-meanwhile class="wide" .objectId=${this.held.id} .clashes=${this.clash.clashes} @vr-mine=${this.#insist} @vr-theirs=${this.#yield}></vr-meanwhile>` : nothing}
      <div class="ends">
        <button type="button" class="btn quiet" @click=${this.#close}>${msg('Cancel')}</button>
        <button class="btn pri">${msg('Save')}</button>
      </div>
    </form>
    <vr-history tabindex="-1" .held=${this.held}></vr-history>`;
  }

  protected override firstUpdated(): void {
    if (this.start === 'history') {
      this.querySelector('vr-history')?.focus();
      return;
    }
    const title = this.querySelector('input');
    title?.focus();
    title?.select();
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const said = (name: string) => String(data.get(name)).trim();
    const now: Pick<Document, 'title' | 'mediaType' | 'language' | 'origin'> = {
      title: said('title'),
      mediaType: said('mediaType') as MediaType,
      language: said('language') || undefined,
      origin: said('origin') || undefined,
    };
    const differing = (['title', 'mediaType', 'language', 'origin'] as const).filter(
      field => now[field] !== this.#begun!.object[field],
    );
    const values: DocumentEdit = now.title
      ? Object.fromEntries(differing.map(field => [field, now[field] ?? null]))
      : {};
    const clashes = changedMeanwhile(this.#begun!, this.held, { op: 'set', values });
    if (clashes.length > 0) this.clash = { values, clashes };
    else this.#save(values);
  };

  #insist = (): void => this.#save(this.clash!.values);

  #yield = (): void => this.#save(withoutClashes(this.clash!.values, this.clash!.clashes));

  #save(detail: DocumentEdit): void {
    if (Object.keys(detail).length > 0) this.dispatchEvent(new CustomEvent('vr-edit', { detail }));
    this.#close();
  }

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}
