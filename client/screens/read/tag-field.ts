import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Claim } from '../../../shared/model/claim.ts';
import { tagClaim } from './gestures.ts';
import { ReadPanel } from './panel.ts';
import '../../elements/icon.ts';
import '../../panels/key-hint.ts';

/** Adds tags to a claim by typing, with the document's tags as suggestions. */
@customElement('vr-tag-field')
export class VrTagField extends ReadPanel {
  @property({ attribute: false }) claim!: Claim;
  #wasOpen = false;

  protected override render() {
    if (this.reading.task !== 'tag')
      return html`<button class="chip" @click=${() => this.reading.begin('tag')}>
        <vr-icon name="plus"></vr-icon>${msg('Tag')} <vr-keys command="read.tag"></vr-keys>
      </button>`;
    const tags = [...(this.reading.claims?.facets.tags ?? [])]
      .sort((a, b) => b[1] - a[1])
      .map(([tag]) => tag)
      .filter(tag => !this.claim.tags.includes(tag));
    return html`<input
        class="tag-input"
        aria-label=${msg('New tag')}
        list="known-tags"
        maxlength="60"
        autocomplete="off"
        @keydown=${this.#key}
        @blur=${() => this.reading.task === 'tag' && this.reading.begin(undefined)}
      /><datalist id="known-tags">${tags.slice(0, 100).map(tag => html`<option value=${tag}></option>`)}</datalist>`;
  }

  protected override updated(): void {
    const isOpen = this.reading.task === 'tag';
    if (isOpen && !this.#wasOpen) this.querySelector('input')?.focus();
    this.#wasOpen = isOpen;
  }

  #key = (event: KeyboardEvent): void => {
    const field = event.target as HTMLInputElement;
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (field.value.trim() === '') {
      this.reading.begin(undefined);
      this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
      return;
    }
    tagClaim(this.reading, this.claim, field.value.slice(0, 60));
    field.value = '';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-tag-field': VrTagField;
  }
}
