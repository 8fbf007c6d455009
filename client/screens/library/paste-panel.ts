import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';

/** Words that were pasted, and the web page that the clipboard had of them; empty where it had none. */
export interface PastedWords {
  readonly text: string;
  readonly page: string;
}

/**
 * A place to paste a text into. Fires `vr-text` with the words, `vr-pasted-files` where files were pasted, and `vr-close`.
 */
@customElement('vr-paste-panel')
export class VrPastePanel extends LightElement {
  /** The web page that the clipboard had of the words that stand in the field. */
  @state() private page: PastedWords | undefined;

  protected override render() {
    return html`<form class="card paste" @submit=${this.#submit} @keydown=${this.#onKey}>
      <label class="fld"
        >${msg('Text')}
        <textarea name="text" rows="7" required spellcheck="false" placeholder=${msg('Paste or write a text')} @paste=${this.#onPaste} @input=${this.#onInput}></textarea>
      </label>
      ${this.page ? html`<p class="small muted" role="status">${msg('The clipboard has its headings, lists and links too. You choose in the next step whether they come along.')}</p>` : nothing}
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
    const detail: PastedWords = { text, page: this.page?.page ?? '' };
    this.dispatchEvent(new CustomEvent('vr-text', { detail }));
  };

  #onPaste = (event: ClipboardEvent): void => {
    const data = event.clipboardData;
    const field = event.target as HTMLTextAreaElement;
    if (!data) return;
    const text = data.getData('text/plain');
    if (data.files.length > 0 && !text) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('vr-pasted-files', { detail: [...data.files] }));
      return;
    }
    const page = data.getData('text/html');
    // Beside other words it would be the page of a part of them.
    const isAlone = field.selectionEnd - field.selectionStart === field.value.length;
    if (page && text.trim() && isAlone) this.page = { text, page };
  };

  /** What was pasted and then changed is not what the clipboard has. */
  #onInput = (event: Event): void => {
    const now = (event.target as HTMLTextAreaElement).value;
    if (this.page && now !== this.page.text.replace(/\r\n?/g, '\n')) this.page = undefined;
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

declare global {
  interface HTMLElementTagNameMap {
    'vr-paste-panel': VrPastePanel;
  }
}
