import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FoundList } from '../../../shared/lists/found-list.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { listTitle } from './say-list.ts';

/** The lists of all documents, to choose from. Fires `vr-choose` with the keys of those that are chosen. */
@customElement('vr-list-picker')
export class VrListPicker extends LightElement {
  @property({ attribute: false }) lists: readonly FoundList[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ attribute: false }) titleOf: (documentId: string) => string = () => '';

  protected override render() {
    const documents = [...new Set(this.lists.map(({ documentId }) => documentId))];
    return html`<section class="card picker" role="group" aria-label=${msg('Lists to lay side by side')}>
      <div class="hd">
        <h2>${msg('Lists to lay side by side')}</h2>
        <button class="btn" @click=${() => this.dispatchEvent(new CustomEvent('vr-close'))}>${msg('Done')}</button>
      </div>
      <div class="cols">
        ${documents.map(
          id => html`<fieldset>
            <legend dir="auto">${this.titleOf(id)}</legend>
            ${this.lists.filter(({ documentId }) => documentId === id).map(list => this.#choice(list))}
          </fieldset>`,
        )}
      </div>
    </section>`;
  }

  #choice(list: FoundList) {
    const count = list.entries.length;
    return html`<label class="choice ${list.within ? 'nested' : ''}">
      <input type="checkbox" .checked=${this.chosen.includes(list.key)} @change=${() => this.#toggle(list.key)} />
      <span dir="auto">${listTitle(list)}</span>
      <span class="small muted num">${plural(count, msg(str`${sayNumber(count)} {entry¦entries}`))}</span>
    </label>`;
  }

  /** Chosen lists stand in the order of the documents, whatever the order of choosing. */
  #toggle(key: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(key)) chosen.add(key);
    const keys = this.lists.map(list => list.key).filter(own => chosen.has(own));
    this.dispatchEvent(new CustomEvent<readonly string[]>('vr-choose', { detail: keys }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-list-picker': VrListPicker;
  }
  interface HTMLElementEventMap {
    /** These lists shall stand side by side, by their keys. */
    'vr-choose': CustomEvent<readonly string[]>;
  }
}
