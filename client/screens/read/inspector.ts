import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import './bulk/claim-list.ts';
import './bulk/mark-many.ts';
import { bringBack, removeFocused, tick } from './gestures.ts';
import { ReadPanel } from './panel.ts';
import '../../elements/icon.ts';
import './claim-conflicts.ts';
import './claim-evidence.ts';
import './claim-head.ts';
import './claim-notes.ts';
import '../../panels/history.ts';
import './flag-form.ts';
import '../../panels/key-hint.ts';
import './placing/claim-waits.ts';
import './placing/placing-list.ts';
import './suggestions/accept-alike.ts';
import './suggestions/just-refused.ts';
import './suggestions/suggestion-card.ts';
import './suggestions/suggestion-list.ts';
import './suggestions/suggestions.css';

/** The right column: all there is to know about the focused claim, and everything that can be done to it. */
@customElement('vr-inspector')
export class VrInspector extends ReadPanel {
  protected override render() {
    const { reading } = this;
    const held = reading.claim;
    return html`<span class="grab"></span>
      ${reading.stage === 'ready' ? this.#faces() : nothing}
      ${reading.marking ? html`<vr-mark-many .reading=${reading}></vr-mark-many>` : nothing}
      ${reading.suggesting.alike ? html`<vr-accept-alike .reading=${reading}></vr-accept-alike>` : nothing}
      ${
        reading.isListing
          ? this.#list()
          : reading.suggesting.isListing
            ? html`<vr-suggestion-list .reading=${reading}></vr-suggestion-list>`
            : reading.placing.isListing
              ? html`<vr-placing-list .reading=${reading}></vr-placing-list>`
              : this.#one(held)
      }`;
  }

  #one(held: NonNullable<ReadPanel['reading']['claim']> | undefined) {
    const { reading } = this;
    const { focused, refused, alike } = reading.suggesting;
    if (alike) return nothing;
    if (focused)
      return html`<vr-suggestion-card .reading=${reading} .offered=${focused}></vr-suggestion-card>`;
    if (refused && !held) return html`<vr-just-refused .reading=${reading}></vr-just-refused>`;
    return html`${reading.picking?.kind === 'flag' ? html`<vr-flag-form .reading=${reading}></vr-flag-form>` : nothing}
      ${held ? this.#claim(held) : reading.focused ? this.#waiting() : this.#nothing()}`;
  }

  #claim(held: NonNullable<ReadPanel['reading']['claim']>) {
    const { reading } = this;
    const claim = held.object;
    const isTicked = ['checked', 'in-review', 'signed-off'].includes(claim.workflow);
    return html`${held.removed ? this.#removed(held) : nothing}<vr-claim-waits .reading=${reading} .claim=${claim}></vr-claim-waits
      ><vr-claim-head .reading=${reading} .claim=${claim}></vr-claim-head>
      <vr-claim-conflicts .reading=${reading} .claim=${claim}></vr-claim-conflicts>
      <vr-claim-evidence .reading=${reading} .claim=${claim}></vr-claim-evidence>
      <vr-claim-notes .reading=${reading} .claim=${claim}></vr-claim-notes>
      <section><vr-history .held=${held}></vr-history></section>
      <section class="last">
        <button class="btn quiet low" @click=${() => removeFocused(reading, held)}>
          <vr-icon name="trash"></vr-icon>${msg('Remove this claim')} <vr-keys class="dt" command="read.remove"></vr-keys>
        </button>
      </section>
      <div class="sheet-bar">
        ${this.#bar('chevron-up', msg('Previous claim'), '', () => this.#send('vr-previous'))}
        ${this.#bar('check', isTicked ? msg('Ticked') : msg('Tick'), isTicked ? msg('Ticked') : msg('Tick'), () => tick(reading, claim), isTicked)}
        ${this.#bar('plus', msg('Evidence'), msg('Evidence'), () => reading.begin('evidence'))}
        ${this.#bar('chevron-down', msg('Next claim'), '', () => this.#send('vr-next'))}
      </div>`;
  }

  /** The column shows the focused claim, or all claims to go through and to select. */
  #faces() {
    const { reading } = this;
    const { suggesting } = reading;
    const total = reading.claims?.table.size ?? 0;
    const suggested = suggesting.source?.all.length;
    const waiting = reading.placing.count;
    const now = reading.isListing
      ? 'claims'
      : suggesting.isListing
        ? 'suggestions'
        : reading.placing.isListing
          ? 'placing'
          : 'one';
    const face = (name: typeof now, label: unknown) => html`<button
      role="tab"
      aria-selected=${name === now ? 'true' : 'false'}
      @click=${() => this.#show(name)}
    >
      ${label}
    </button>`;
    return html`<div class="faces ${waiting > 0 || now === 'placing' ? 'of-four' : ''}" role="tablist" aria-label=${msg('Inspector')}>
      ${face('one', suggesting.focused ? msg('Suggestion') : msg('Claim'))}
      ${face('claims', html`${msg('List')} <span class="num">${sayNumber(total)}</span> <vr-keys class="dt" command="read.list"></vr-keys>`)}
      ${face('suggestions', html`${msg('Suggestions')} <span class="num">${suggested === undefined ? '' : sayNumber(suggested)}</span> <vr-keys class="dt" command="read.suggestion.list"></vr-keys>`)}
      ${waiting > 0 || now === 'placing' ? face('placing', html`${msg('To place')} <span class="num">${sayNumber(waiting)}</span>`) : nothing}
    </div>`;
  }

  #show(face: 'one' | 'claims' | 'suggestions' | 'placing'): void {
    const { reading } = this;
    reading.leaveLists();
    if (face === 'one') return;
    if (face === 'claims') reading.isListing = true;
    else if (face === 'suggestions') reading.suggesting.isListing = true;
    else reading.placing.isListing = true;
    const list = (
      { claims: 'vr-claim-list', suggestions: 'vr-suggestion-list', placing: 'vr-placing-list' } as const
    )[face];
    void this.updateComplete.then(() => this.querySelector(list)?.focusList());
  }

  #list() {
    return html`<vr-claim-list .reading=${this.reading}></vr-claim-list>`;
  }

  #bar(
    icon: 'chevron-up' | 'chevron-down' | 'check' | 'plus',
    label: string,
    words: string,
    act: () => void,
    pressed?: boolean,
  ) {
    return html`<button
      class="btn ${pressed ? 'done' : ''}"
      aria-label=${label}
      aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
      @click=${act}
    >
      <vr-icon name=${icon}></vr-icon>${words}
    </button>`;
  }

  #send(event: 'vr-previous' | 'vr-next'): void {
    this.dispatchEvent(new CustomEvent(event, { bubbles: true }));
  }

  #waiting() {
    return html`<section><p class="muted small" aria-busy="true">${msg('Fetching the claim …')}</p></section>`;
  }

  /** Somebody else has removed the claim while it was in hand. */
  #removed(held: NonNullable<ReadPanel['reading']['claim']>) {
    const { by } = held.removed!;
    return html`<section class="taken-away" role="status">
      <p>${msg(str`${isolated(by)} has removed this claim. It is shown until you leave it.`)}</p>
      <button class="btn" @click=${() => bringBack(this.reading, held.id)}>
        <vr-icon name="undo"></vr-icon>${msg('Bring it back')}
      </button>
    </section>`;
  }

  #nothing() {
    const { reading } = this;
    if (reading.stage !== 'ready') return nothing;
    return html`<section class="idle">
      <p class="ctx">${msg('No claim is focused.')}</p>
      <ul class="small">
        <li><vr-keys command="read.next"></vr-keys> <vr-keys command="read.previous"></vr-keys> ${msg('go from claim to claim')}</li>
        <li><vr-keys command="read.suggestion.next"></vr-keys> <vr-keys command="read.suggestion.previous"></vr-keys> ${msg('from suggestion to suggestion')}</li>
        <li><vr-keys command="read.nextConflict"></vr-keys> <vr-keys command="read.previousConflict"></vr-keys> ${msg('from conflict to conflict')}</li>
        <li><vr-keys command="read.mark.member"></vr-keys> … <vr-keys command="read.mark.place"></vr-keys> ${msg('mark the words that are selected')}</li>
        <li><vr-keys command="read.find"></vr-keys> ${msg('finds words')}, <vr-keys command="frame.help"></vr-keys> ${msg('lists all keys')}</li>
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-inspector': VrInspector;
  }
}
