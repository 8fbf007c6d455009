import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { StoreController } from '../store/context.ts';
import { initials, rememberSignature } from './signature.ts';

const LONGEST = 120;

/** The name that changes are signed with, and the means to change it. */
@customElement('vr-who')
export class VrWho extends LightElement {
  @state() private open = false;
  #desk = new StoreController(this, 'signature');

  protected override render() {
    const name = this.#desk.store.signature;
    const label = msg(str`You sign as ${name}. Change`);
    return html`<button
        class="who"
        aria-label=${label}
        title=${label}
        aria-expanded=${this.open}
        @click=${() => this.#toggle(!this.open)}
      >
        <span aria-hidden="true" data-initials=${initials(name)}></span>
      </button>
      ${this.open ? this.#form(name) : nothing}`;
  }

  #form(name: string) {
    return html`<div
      class="who-form"
      role="dialog"
      aria-label=${msg('Your name')}
      @keydown=${this.#onKey}
      @focusout=${this.#onFocusOut}
    >
      <form @submit=${this.#save}>
        <label class="fld"
          >${msg('Sign changes as')}
          <input name="name" .value=${name} required maxlength=${LONGEST} autocomplete="name" />
          <span class="says">${msg('It stands beside everything you do here, and is kept in this browser.')}</span>
        </label>
        <div class="ends">
          <a class="btn quiet aside" href="/settings" @click=${() => this.#toggle(false)}>${msg('Settings')}</a>
          <button type="button" class="btn quiet" @click=${() => this.#toggle(false)}>${msg('Cancel')}</button>
          <button class="btn pri">${msg('Sign so')}</button>
        </div>
      </form>
    </div>`;
  }

  #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    if (!name) return;
    this.#desk.store.signature = name;
    rememberSignature(name);
    this.#toggle(false);
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#toggle(false);
  };

  #onFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget && !this.contains(event.relatedTarget as Node)) this.open = false;
  };

  #toggle(open: boolean): void {
    this.open = open;
    void this.updateComplete.then(() => {
      const field = this.querySelector<HTMLInputElement>(open ? 'input' : '.who');
      field?.focus();
      if (open) field?.select();
    });
  }
}
