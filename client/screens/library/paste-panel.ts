import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';

/** A place to paste a text into. Fires `vr-text` with it, and `vr-close`. */
@customElement('vr-paste-panel')
export class VrPastePanel extends LightElement {
  protected override render() {
    return html`<form class="card paste" @submit=${this.#submit} @keydown=${this.#onKey}>
      <label class="fld"
        >${msg('Text')}
        <textarea name="text" rows="7" required spellcheck="false" placeholder=${msg('Paste or write a text')}></textarea>
      </label>
      <div class="ends">
        <button type="button" class="btn quiet" @click=${this.#close}>${msg('Cancel')}</button>
        <button class="btn pri">${msg('Go on')}</button>
      </div>
    </form>`;
  }

  protected override firstUpdated(): void {
    this.querySelector('textarea')?.focus();
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('text'));
    this.dispatchEvent(new CustomEvent('vr-text', { detail: text }));
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#close();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      this.querySelector('form')?.requestSubmit();
  };

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}
