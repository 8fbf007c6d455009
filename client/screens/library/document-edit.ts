import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Operation, Versioned } from '../../../shared/model/change.ts';
import type { Document, MediaType } from '../../../shared/model/document.ts';
import { LightElement } from '../../elements/light-element.ts';
import { mediaTypes } from './words.ts';
import '../../panels/history.ts';

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

  protected override render() {
    const { title, mediaType, language, origin } = this.held.object;
    return html`<h2 class="vh">${title}</h2>
    <form class="document-edit" @submit=${this.#submit}>
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
      field => now[field] !== this.held.object[field],
    );
    if (now.title && differing.length > 0) {
      const detail: DocumentEdit = Object.fromEntries(differing.map(field => [field, now[field] ?? null]));
      this.dispatchEvent(new CustomEvent('vr-edit', { detail }));
    }
    this.#close();
  };

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}
