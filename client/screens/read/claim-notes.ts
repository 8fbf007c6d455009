import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Claim, Note } from '../../../shared/model/claim.ts';
import { sayInstant } from '../../panels/say-instant.ts';
import { noteOn } from './gestures.ts';
import { ReadPanel } from './panel.ts';
import '../../elements/icon.ts';
import '../../panels/key-hint.ts';

/** The notes on a claim as threads: a note, and under it what answers it. */
@customElement('vr-claim-notes')
export class VrClaimNotes extends ReadPanel {
  @property({ attribute: false }) claim!: Claim;
  @state() private replyingTo: string | undefined;
  #writing = '';

  protected override render() {
    const { claim, reading } = this;
    const roots = claim.notes.filter(note => !claim.notes.some(other => other.id === note.replyTo));
    const isAdding = reading.task === 'note' && !this.replyingTo;
    return html`<section class=${claim.notes.length > 0 || isAdding ? '' : 'bare'}>
      <div class="hd">
        <h3 class="h">${msg('Notes')} ${claim.notes.length || nothing}</h3>
        ${
          isAdding
            ? nothing
            : html`<button class="btn quiet low" @click=${() => this.#write(undefined)}>
                <vr-icon name="plus"></vr-icon>${msg('Add')} <vr-keys command="read.note"></vr-keys>
              </button>`
        }
      </div>
      ${roots.map(note => this.#thread(note, 0))} ${isAdding ? this.#form() : nothing}
    </section>`;
  }

  protected override updated(): void {
    const { task } = this.reading;
    const now = task === 'note' ? `${this.claim.id} ${this.replyingTo ?? ''}` : '';
    if (now !== this.#writing && now) this.querySelector('textarea')?.focus();
    if (!now) this.replyingTo = undefined;
    this.#writing = now;
  }

  #thread(note: Note, depth: number): unknown {
    const answers = this.claim.notes.filter(other => other.replyTo === note.id);
    return html`<div class="note" style="margin-left:${Math.min(depth, 3) * 18}px">
        <i aria-hidden="true">${initials(note.by)}</i>
        <p>
          <b>${note.by}</b> <time class="muted" datetime=${note.at}>${sayInstant(note.at)}</time><br />
          <span class="said">${note.text}</span>
          <button class="reply" aria-label=${msg(str`Reply to ${note.by}`)} @click=${() => this.#write(note.id)}>
            ${msg('Reply')}
          </button>
        </p>
      </div>
      ${answers.map(answer => this.#thread(answer, depth + 1))}
      ${this.reading.task === 'note' && this.replyingTo === note.id ? this.#form() : nothing}`;
  }

  #form() {
    return html`<form class="form" @submit=${this.#add}>
      <label class="fld"
        ><span class="vh">${this.replyingTo ? msg('Reply') : msg('Note')}</span>
        <textarea name="note" rows="3" maxlength="20000" @keydown=${this.#key}></textarea
      ></label>
      <div class="ends">
        <span class="muted small grow dt">${msg('Enter adds it, Shift Enter begins a line')}</span>
        <button type="button" class="btn quiet" @click=${this.#leave}>${msg('Cancel')}</button>
        <button class="btn pri">${this.replyingTo ? msg('Reply') : msg('Add note')}</button>
      </div>
    </form>`;
  }

  #write(replyTo: string | undefined): void {
    this.replyingTo = replyTo;
    this.reading.begin('note');
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    (event.target as HTMLTextAreaElement).form?.requestSubmit();
  };

  #add = (event: Event): void => {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('note') ?? '');
    if (noteOn(this.reading, this.claim, text, this.replyingTo)) this.#leave();
  };

  #leave = (): void => {
    this.replyingTo = undefined;
    this.reading.begin(undefined);
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  };
}

/** @returns the first letters of a name's first and last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words[words.length - 1] : undefined]
    .map(word => (word ? String.fromCodePoint(word.codePointAt(0)!).toUpperCase() : ''))
    .join('');
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-notes': VrClaimNotes;
  }
}
