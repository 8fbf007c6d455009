import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { attempt } from '../../../frame/commands.ts';
import { typeWord } from '../../../localize/say-type.ts';
import { short } from '../gestures.ts';
import { ReadPanel } from '../panel.ts';
import { giveReason } from './gestures.ts';
import '../../../elements/icon.ts';
import '../../../panels/key-hint.ts';

/** What has just been refused: a reason can be given, or it is taken back. Nobody has to. */
@customElement('vr-just-refused')
export class VrJustRefused extends ReadPanel {
  /** Gives the field for the reason the keyboard. */
  focusField(): void {
    this.querySelector('input')?.focus();
  }

  protected override render() {
    const { refused } = this.reading.suggesting;
    const [first] = refused?.offered ?? [];
    if (!refused || !first) return html``;
    return html`<section class="refused" aria-label=${msg('Refused')}>
      <div class="hd">
        <vr-icon name="x"></vr-icon>
        <h2 class="grow">${msg(str`Refused as ${typeWord(first.type)}`)}</h2>
        <button class="btn quiet low" @click=${this.#undo}>
          ${msg('Undo')} <vr-keys class="dt" command="frame.undo"></vr-keys>
        </button>
      </div>
      <p class="ctx" dir="auto"><del>${short(first.quote, 160)}</del></p>
      <form class="form" novalidate @submit=${this.#submit} @keydown=${this.#key}>
        <label class="fld"
          ><span>${msg('Why')} <vr-keys class="dt" command="read.note"></vr-keys></span
          ><span class="line"
            ><input name="reason" maxlength="2000" autocomplete="off" /><button class="btn">${msg('Keep')}</button></span
          ></label
        >
      </form>
      <p class="small muted">${msg('It is not suggested again unless the words beside it change.')}</p>
    </section>`;
  }

  #undo = (): void => {
    const { reading } = this;
    attempt(() => reading.store.undo());
    reading.suggesting.refused = undefined;
    this.#back();
  };

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { suggesting } = this.reading;
    const reason = this.querySelector('input')!.value.trim();
    const ids = suggesting.refused?.ids ?? [];
    if (reason === '' || giveReason(this.reading, ids, reason)) suggesting.refused = undefined;
    this.#back();
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#back();
  };

  #back(): void {
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-just-refused': VrJustRefused;
  }
}
