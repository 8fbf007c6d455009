import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Document, Revision } from '../../../shared/model/document.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { LightElement } from '../../elements/light-element.ts';
import { collator, dateFormat } from '../../localize/formatters.ts';
import { sayNumber } from '../../localize/locale.ts';
import type { ComparedSide } from '../../router/compare-address.ts';
import '../../elements/icon.ts';

/** Chooses what stands on one side of a comparison. Fires `vr-side` with it. */
@customElement('vr-compare-side')
export class VrCompareSide extends LightElement {
  /** What the side is called: "Left". */
  @property() label = '';
  @property({ attribute: false }) side: ComparedSide | undefined;
  @property({ attribute: false }) documents: readonly Document[] = [];

  protected override render() {
    const { side } = this;
    const document = this.documents.find(({ id }) => id === side?.documentId);
    return html`<fieldset class="cside">
      <legend>${this.label}</legend>
      <span class="fld pick"
        ><select class="sel" aria-label=${msg(str`${this.label}: document`)} @change=${this.#document}>
          ${document ? nothing : html`<option value="" selected>${side ? msg('A document that is not here') : msg('Choose a document')}</option>`}
          ${[...this.documents]
            .sort((a, b) => collator().compare(a.title, b.title))
            .map(
              ({ id, title }) => html`<option value=${id} ?selected=${id === document?.id}>${title}</option>`,
            )}
        </select></span
      >
      ${document && document.revisions.length > 1 ? this.#revisions(document) : nothing}
      ${side?.range ? this.#range(side.range) : nothing}
    </fieldset>`;
  }

  #revisions(document: Document) {
    const now = currentRevision(document).id;
    const chosen = this.side?.revision ?? now;
    return html`<span class="fld pick"
      ><select class="sel" aria-label=${msg(str`${this.label}: revision`)} @change=${this.#revision}>
        ${document.revisions.map((revision, i) => html`<option value=${revision.id} ?selected=${revision.id === chosen}>${sayRevision(revision, i + 1, revision.id === now)}</option>`).reverse()}
      </select></span
    >`;
  }

  #range({ start, end }: NonNullable<ComparedSide['range']>) {
    return html`<span class="chip"
      ><span>${msg(str`Characters ${sayNumber(start)}–${sayNumber(end)}`)}</span
      ><button class="whole" @click=${() => this.#tell({ documentId: this.side!.documentId, ...(this.side!.revision ? { revision: this.side!.revision } : {}) })}>${msg('Whole text')}</button></span
    >`;
  }

  #document = (event: Event): void => {
    const documentId = (event.target as HTMLSelectElement).value;
    if (documentId) this.#tell({ documentId });
  };

  #revision = (event: Event): void => {
    this.#tell({ documentId: this.side!.documentId, revision: (event.target as HTMLSelectElement).value });
  };

  #tell(side: ComparedSide): void {
    this.dispatchEvent(new CustomEvent('vr-side', { detail: side }));
  }
}

/** Says a revision: its number, what it is called or when it came, and whether it is the current one. */
export function sayRevision({ label, addedAt }: Revision, number: number, isNow: boolean): string {
  const said = label || dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(addedAt));
  return isNow ? msg(str`Revision ${number}, now: ${said}`) : msg(str`Revision ${number}: ${said}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-compare-side': VrCompareSide;
  }
}
