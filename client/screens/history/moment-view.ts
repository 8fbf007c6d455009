import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, render } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayTitle } from '../../localize/say-title.ts';
import type { VrReader } from '../../reader/vr-reader.ts';
import { addressOf } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { Lens } from '../read/lens.ts';
import { DocumentThen } from './moment.ts';
import { sayMoment } from './say-when.ts';
import type { Aim } from './way.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import '../../elements/skeleton.ts';
import '../../reader/vr-reader.ts';
import './claim-then.ts';
import './moment-slider.ts';
import './way-panel.ts';

/** A document and its claims as they were at any moment, to be looked at only. Fires `vr-moved` with the moment, and `vr-claim` with the claim that is looked at. */
@customElement('vr-history-moment')
export class VrHistoryMoment extends LightElement {
  @property() documentId = '';
  /** The entry whose state is shown; now where it is not given. */
  @property({ attribute: false }) at: number | undefined;
  @property({ attribute: false }) claimId: string | undefined;
  @state() private aim: Aim | undefined;
  @query('vr-reader') private element!: VrReader | null;
  #desk = new StoreController(this, 'documents', 'claims');
  #then: DocumentThen | undefined;
  readonly #lens = new Lens(
    () => this.#then!,
    () => this.requestUpdate(),
  );
  /** The marks that the reader shows. */
  #drawn: unknown;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('documentId') || !this.#then) {
      const then = new DocumentThen(this.#desk.store.client, this.documentId);
      this.#then = then;
      then.addEventListener('change', () => {
        if (then === this.#then) this.requestUpdate();
      });
      void then.begin(this.at);
    } else if (changed.has('at')) void this.#then.move(this.at ?? this.#then.moments?.head ?? 0);
    if (changed.has('at') || changed.has('documentId')) this.aim = undefined;
    if (changed.has('claimId')) void this.#then.focus(this.claimId);
  }

  protected override render() {
    const then = this.#then!;
    if (then.stage === 'away' || then.stage === 'failed') return this.#failed(then);
    if (!then.moments || !then.state)
      return html`<div class="work"><vr-skeleton shape="text" label=${msg('Opening the text as it was')}></vr-skeleton></div>`;
    const { moments } = then;
    return html`<div class="moment ${this.#isNow ? 'now' : 'past'}">
      <div class="band" role="region" aria-label=${msg('Moment')}>
        <div class="says">${this.#says(then)}</div>
        <vr-moment-slider
          .at=${moments.at}
          .by=${moments.by}
          .people=${moments.people}
          .place=${then.place}
          @vr-place=${(event: CustomEvent<number>) => this.#move(moments.seqs[event.detail]!)}
        ></vr-moment-slider>
      </div>
      <div class="moment-page">${this.#text(then)}</div>
      <aside class="moment-side" aria-label=${msg('What was then')} ?hidden=${!this.aim && !then.claim}>
        ${
          this.aim
            ? html`<vr-way .aim=${this.aim} @vr-close=${() => {
                this.aim = undefined;
                void then.begin(this.at);
              }}></vr-way>`
            : then.claim
              ? html`<vr-claim-then .documentId=${this.documentId} .was=${then.claim} .seq=${then.state.moment.seq} @vr-close=${() => this.#claim(undefined)}></vr-claim-then>`
              : nothing
        }
      </aside>
    </div>`;
  }

  get #isNow(): boolean {
    const then = this.#then;
    return then?.moments !== undefined && then.seq >= (then.moments.seqs[then.moments.seqs.length - 1] ?? 0);
  }

  #says({ state, seq }: DocumentThen) {
    const title = sayTitle(
      this.#desk.store.get('document', this.documentId)?.object.title ?? state?.held?.object.title ?? '',
    );
    const back = addressOf({
      screen: 'read',
      documentId: this.documentId,
      ...(this.claimId ? { claimId: this.claimId } : {}),
    });
    const moment = state!.moment;
    return html`<h1><span class="title" dir="auto">${title}</span>
        <span class="as-of" role="status">${this.#isNow ? msg('as it is now') : msg(str`as of ${sayMoment(moment)}`)}</span></h1>
      <p class="small">${plural(state!.claims, msg(str`${sayNumber(state!.claims)} {claim¦claims}`))}${
        state!.elsewhere > 0
          ? html` · ${plural(state!.elsewhere, msg(str`${sayNumber(state!.elsewhere)} of them {waits¦wait} on an earlier text and {is¦are} not shown`))}`
          : nothing
      }${state!.held?.removed ? html` · ${msg('the document was removed then')}` : nothing}${this.#isNow ? nothing : html` · ${msg('nothing can be changed in the past')}`}</p>
      <div class="means">
        <a class="btn ${this.#isNow ? '' : 'pri'}" href=${back}>${this.#isNow ? msg('Read it') : msg('Back to now')}</a>
        ${
          this.#isNow
            ? nothing
            : html`<a class="btn" href=${addressOf({ screen: 'history', query: `since=${seq}&document=${this.documentId}` })}>${msg('What changed since')}</a>
              <button class="btn" @click=${() => this.restore(true)}>${msg('Restore to this moment …')}</button>`
        }
        ${this.#lens.switch()}
        ${moment.seq > 0 ? html`<a class="btn quiet" href=${addressOf({ screen: 'history', query: `document=${this.documentId}&seq=${moment.seq}` })}>${msg('In the log')}</a>` : nothing}
      </div>`;
  }

  #text(then: DocumentThen) {
    if (!then.state?.held)
      return html`<vr-empty><h1>${msg('It was not there yet')}</h1><p>${msg('Move the handle to a later moment.')}</p></vr-empty>`;
    if (!then.text || then.text.map.length === 0)
      return html`<vr-empty><h1>${msg('The text is empty')}</h1></vr-empty>`;
    return html`<vr-reader
      class="moment-text"
      .text=${then.text}
      .marks=${then.marks ?? null}
      .face=${this.#lens.face}
      .setting=${this.#lens.setting}
      .label=${msg('The text as it was')}
      @vr-claim-focus=${(event: HTMLElementEventMap['vr-claim-focus']) => this.#claim(event.detail.id ?? undefined)}
      @vr-edge-moved=${(event: Event) => event.preventDefault()}
    ></vr-reader>`;
  }

  protected override updated(): void {
    const { element } = this;
    const then = this.#then;
    if (!element || !then?.marks || !then.text || then.text.map.length === 0) {
      this.#drawn = undefined;
      return;
    }
    const { object } = then.state!.held!;
    render(
      html`<h2 class="then-title" dir="auto" lang=${object.language ?? 'und'}>${object.title}</h2>`,
      element.reader.lead,
    );
    if (this.#drawn === then.marks) return;
    const isFirst = this.#drawn === undefined;
    this.#drawn = then.marks;
    const focused = then.focused ?? null;
    void element.opened.then(() => {
      if (this.#drawn === then.marks && element.reader.length > 0)
        element.reader.focusClaim(focused, { scroll: focused && isFirst ? 'center' : false });
    });
  }

  #failed(then: DocumentThen) {
    const isAway = then.stage === 'away';
    return html`<div class="work"><header><h1>${msg('The text as it was')}</h1></header>
      <vr-banner tone=${isAway ? 'plain' : 'error'} icon=${isAway ? 'offline' : 'warning'}>
        ${isAway ? msg('The past is kept by the server, which cannot be reached now.') : then.problem}
        <button slot="actions" class="btn" @click=${() => void then.begin(this.at)}>${msg('Try again')}</button>
        <a slot="actions" class="btn" href=${addressOf({ screen: 'read', documentId: this.documentId })}>${msg('Read it as it is')}</a>
      </vr-banner></div>`;
  }

  #move(seq: number): void {
    this.dispatchEvent(new CustomEvent('vr-moved', { detail: seq }));
  }

  #claim(id: string | undefined): void {
    if (id !== this.claimId) this.dispatchEvent(new CustomEvent('vr-claim', { detail: id }));
  }

  // What commands ask for; each answers whether it can be done, and does it where `really`.

  step(by: 1 | -1, really: boolean): boolean {
    const then = this.#then;
    const seq = then?.moments?.seqs[then.place + by];
    if (seq === undefined) return false;
    if (really) this.#move(seq);
    return true;
  }

  restore(really: boolean): boolean {
    const then = this.#then;
    if (!then?.state || this.#isNow) return false;
    if (really) this.aim = { what: 'restore', seq: then.seq, document: this.documentId };
    return true;
  }

  close(really: boolean): boolean {
    if (!this.aim && this.claimId === undefined) return false;
    if (really) {
      if (this.aim) this.aim = undefined;
      else this.#claim(undefined);
    }
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-history-moment': VrHistoryMoment;
  }
}
