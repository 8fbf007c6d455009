import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TriedImport } from '../../../shared/api/routes/transfer.ts';
import type { ItemReport } from '../../../shared/formats/item-report.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayImported } from './imported.ts';

/** Most annotations that are shown one by one. */
const SHOWN = 100;

/**
 * What would become of the annotations in a file, before anything is written. Fires `vr-place-on` with a document's id or
 * nothing, `vr-take`, `vr-as-text` and `vr-leave-out`.
 */
@customElement('vr-tried-annotations')
export class VrTriedAnnotations extends LightElement {
  /** The file's name. */
  @property() name = '';
  @property({ attribute: false }) tried!: TriedImport;
  /** The document on which they are placed; empty for those that they name or bring along. */
  @property() document = '';
  @property({ attribute: false }) documents: readonly Versioned<'document'>[] = [];

  protected override render() {
    const { added, items, notes } = this.tried;
    const look = items?.list.filter(({ state }) => state === 'unplaced' || state === 'repaired') ?? [];
    const isNew = Object.values(added).some(count => count > 0);
    return html`<section class="card tried" aria-label=${`“${this.name}”`}>
      <p>
        <strong>${msg(str`“${isolated(this.name)}” holds annotations.`)}</strong>
        ${msg('Nothing has been written yet.')}
      </p>
      ${items ? html`<ul class="counts">${this.#counts(items)}</ul>` : nothing}
      <p>${isNew ? msg(str`It would bring: ${sayImported(added)}`) : msg('There is nothing in it to take in.')}</p>
      ${notes.map(note => html`<p class="small muted" lang="en">${note}</p>`)}
      <label class="fld"
        >${msg('Place them on')}
        <select @change=${this.#placeOn}>
          <option value="" ?selected=${this.document === ''}>${msg('the text that they name or bring along')}</option>
          ${this.documents.map(
            ({ id, object }) =>
              html`<option value=${id} ?selected=${id === this.document}>${object.title}</option>`,
          )}
        </select>
      </label>
      ${look.length > 0 ? this.#looks(look) : nothing}
      <div class="ends">
        <button class="btn quiet" @click=${() => this.#fire('vr-leave-out')}>${msg('Leave out')}</button>
        <button class="btn quiet" @click=${() => this.#fire('vr-as-text')}>${msg('Add as a text')}</button>
        <button class="btn pri" ?disabled=${!isNew} @click=${() => this.#fire('vr-take')}>${msg('Take in')}</button>
      </div>
    </section>`;
  }

  #counts({ exact, repaired, unplaced, known }: NonNullable<TriedImport['items']>) {
    const lines: readonly (readonly [number, () => string])[] = [
      [exact, () => plural(exact, msg(str`${sayNumber(exact)} {stands¦stand} where the file says.`))],
      [repaired, () => plural(repaired, msg(str`${sayNumber(repaired)} {was¦were} found after a repair.`))],
      [
        unplaced,
        () => plural(unplaced, msg(str`${sayNumber(unplaced)} cannot be placed and {stays¦stay} out.`)),
      ],
      [known, () => plural(known, msg(str`${sayNumber(known)} {was¦were} taken in before.`))],
    ];
    return lines.filter(([count]) => count > 0).map(([, say]) => html`<li>${say()}</li>`);
  }

  #looks(items: readonly ItemReport[]) {
    const more = items.length - SHOWN;
    return html`<details open>
      <summary>${msg('Worth a look')}</summary>
      <ul class="looks">
        ${items.slice(0, SHOWN).map(
          item => html`<li>
            <span class="tag ${item.state === 'unplaced' ? 'red' : ''}"
              >${item.state === 'unplaced' ? msg('not placed') : msg('repaired')}</span
            >
            ${item.words ? html`<q>${item.words}</q>` : nothing}
            <span class="muted">${[item.label, item.id].filter(Boolean).join(' · ')}</span>
            <span class="small" lang=${item.state === 'unplaced' ? 'en' : nothing}
              >${item.state === 'unplaced' ? item.says : item.repairs.map(sayRepair).join(' ')}</span
            >
          </li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="small muted">${plural(more, msg(str`And ${sayNumber(more)} more.`))}</p>` : nothing}
    </details>`;
  }

  #placeOn = (event: Event): void => {
    const detail = (event.target as HTMLSelectElement).value;
    this.dispatchEvent(new CustomEvent('vr-place-on', { bubbles: true, detail }));
  };

  #fire(name: 'vr-take' | 'vr-as-text' | 'vr-leave-out'): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true }));
  }
}

function sayRepair(repair: ItemReport['repairs'][number]): string {
  switch (repair) {
    case 'other-unit':
      return msg('Its numbers count another unit.');
    case 'folded':
      return msg('Its words differ in white space, quotation marks or the form of letters.');
    case 'by-quote':
      return msg('Its words were found elsewhere than its numbers say.');
    case 'other-context':
      return msg('What stands around its words is other.');
    case 'edited':
      return msg('What stands there is like its words, but other words.');
    case 'by-words':
      return msg('The text was found by its words.');
  }
}
