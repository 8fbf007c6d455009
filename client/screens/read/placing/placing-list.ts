import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { fateLabel, fateMeaning } from '../../../localize/say-fate.ts';
import { keyOfWaiting } from '../../../panels/fate-rows.ts';
import { CountingPanel } from '../panel.ts';
import { PlacingHand } from './placing-hand.ts';
import '../../../elements/icon.ts';
import '../../../elements/progress.ts';
import '../../../panels/fate-rows.ts';
import './place-all.ts';
import './placing-card.ts';
import './placing.css';
import './retired-list.ts';

const PHONE = matchMedia('(max-width: 760px)');

/** What waits to be placed in the text, to go through by keyboard: each is accepted, drawn anew or retired. */
@customElement('vr-placing-list')
export class VrPlacingList extends CountingPanel {
  readonly #hand = new PlacingHand(this);
  #isAwaited = false;

  /** Gives the list the keyboard, as soon as there is one. */
  focusList(): void {
    this.#isAwaited = true;
    this.drawNow();
  }

  protected override updated(): void {
    const { placing } = this.reading;
    const rows = this.querySelector('vr-fate-rows');
    if (rows && placing.left.length > 0 && placing.focusedKey === undefined) this.#hand.goTo(0);
    if (!this.#isAwaited || !rows) return;
    this.#isAwaited = false;
    void rows.updateComplete.then(() => {
      rows.show(this.#hand.place);
      rows.focusList();
    });
  }

  protected override render() {
    const { placing } = this.reading;
    if (placing.showsRetired)
      return html`${this.#head()}<vr-retired-list .reading=${this.reading}></vr-retired-list>`;
    if (placing.all)
      return html`${this.#head()}<vr-place-all .reading=${this.reading} @vr-list-focus=${() => this.focusList()}></vr-place-all>`;
    return html`${this.#head()} ${this.#fates()} ${placing.listed.length === 0 ? this.#empty() : this.#list()}`;
  }

  #head() {
    const { placing } = this.reading;
    const { count } = placing;
    return html`<div class="cl-head">
      <span class="small muted num grow"
        >${count > 0 ? plural(count, msg(str`${sayNumber(count)} {waits¦wait} to be placed`)) : nothing}</span
      >
      <button
        class="btn quiet low"
        aria-pressed=${placing.showsRetired ? 'true' : 'false'}
        @click=${() => {
          placing.showsRetired = !placing.showsRetired;
        }}
      >
        ${msg('Retired')}
      </button>
    </div>`;
  }

  /** How many there are of each fate; the one that is pressed is listed alone, and can be dealt with at once. */
  #fates() {
    const { placing } = this.reading;
    const { counts, fate } = placing;
    if (counts.size === 0) return nothing;
    const isSure = fate !== undefined && fate !== 'ambiguous' && fate !== 'deleted';
    return html`<div class="sg-types" role="group" aria-label=${msg('What became of them')}>
        ${[...counts].map(
          ([code, count]) => html`<button
            class="chip"
            aria-pressed=${code === fate ? 'true' : 'false'}
            title=${fateMeaning(code)}
            @click=${() => {
              placing.fate = code === fate ? undefined : code;
              this.focusList();
            }}
          >
            ${fateLabel(code)} <span class="num muted">${sayNumber(count)}</span>
          </button>`,
        )}
      </div>
      ${
        fate && (isSure || fate === 'deleted')
          ? html`<div class="pl-all">
              <button class="btn quiet low" @click=${() => this.#hand.proposeAll()}>
                ${fate === 'deleted' ? msg('Retire all of these …') : msg('Accept all of these …')} <kbd class="dt">⇧↵</kbd>
              </button>
            </div>`
          : nothing
      }`;
  }

  #empty() {
    const { placing } = this.reading;
    const { state } = placing;
    const says = {
      none: msg('Every claim stands on the text that is shown.'),
      loading: msg('Asking what became of the claims …'),
      ready: msg('Nothing waits. Every claim stands on the text that is shown.'),
      away: msg('The server is away. What waits is known again when it is back.'),
      failed: msg('What waits could not be fetched.'),
    }[state];
    return html`<div class="cl-empty small muted" aria-busy=${state === 'loading' ? 'true' : nothing}>
      ${says}
      ${state === 'loading' ? html`<vr-progress label=${says}></vr-progress>` : nothing}
      ${
        state === 'away' || state === 'failed'
          ? html`<button class="btn quiet low" @click=${() => placing.again()}>${msg('Try again')}</button>`
          : nothing
      }
    </div>`;
  }

  #list() {
    const { placing, document } = this.reading;
    const { listed, focused } = placing;
    return html`<vr-fate-rows
        .items=${listed}
        .current=${this.#hand.place}
        .language=${document?.language}
        label=${msg('To be placed')}
        @vr-goto=${(event: CustomEvent<number>) => this.#hand.goTo(event.detail)}
        @vr-row-key=${(event: CustomEvent<KeyboardEvent>) => this.#hand.key(event)}
      ></vr-fate-rows>
      ${
        focused
          ? html`<vr-placing-card
              .reading=${this.reading}
              .waiting=${focused}
              .hand=${this.#hand}
              data-key=${keyOfWaiting(focused)}
            ></vr-placing-card>`
          : nothing
      }
      ${focused && PHONE.matches && !placing.isRetiring && !placing.isStanding ? this.#bar(focused.fate.candidates.length > 0) : nothing}`;
  }

  /** On a phone, what is done most stands below in any case. */
  #bar(canAccept: boolean) {
    const { placing } = this.reading;
    const { place } = this.#hand;
    return html`<div class="sheet-bar">
      <button class="btn" aria-label=${msg('Previous one that waits')} @click=${() => this.#hand.goTo(place - 1)}>
        <vr-icon name="chevron-up"></vr-icon>
      </button>
      <button class="btn" @click=${() => this.#hand.askReason()}><vr-icon name="x"></vr-icon>${msg('Retire …')}</button>
      ${
        canAccept
          ? html`<button class="btn pri" aria-disabled=${placing.candidate ? nothing : 'true'} @click=${() => this.#hand.accept()}>
              <vr-icon name="check"></vr-icon>${msg('Accept')}
            </button>`
          : html`<button class="btn pri" @click=${() => this.#hand.redraw()}>${msg('Select the words')}</button>`
      }
      <button class="btn" aria-label=${msg('Next one that waits')} @click=${() => this.#hand.goTo(place + 1)}>
        <vr-icon name="chevron-down"></vr-icon>
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-placing-list': VrPlacingList;
  }
}
