import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Moment } from '../../../shared/api/routes/history.ts';
import { LightElement } from '../../elements/light-element.ts';
import { whyOf } from '../../frame/why.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { addressOf } from '../../router/routes.ts';
import type { DeskClient } from '../../store/client.ts';
import { StoreController } from '../../store/context.ts';
import { sayTotals } from './differences.ts';
import { sayMoment } from './say-when.ts';
import type { Aim } from './way.ts';
import '../../elements/banner.ts';
import '../../elements/skeleton.ts';
import './differences.ts';
import './way-panel.ts';

type Difference = Awaited<ReturnType<DeskClient['getDifference']>>;

/** Which two moments are held against each other: entries of the log; now where `until` is not given. */
export interface Between {
  readonly since: number;
  readonly until?: number;
  readonly document?: string;
}

/** What came, changed and went between two moments, on the desk or in a document. Fires `vr-between` with others. */
@customElement('vr-history-difference')
export class VrHistoryDifference extends LightElement {
  @property({ attribute: false }) between: Between = { since: 0 };
  @state() private difference: Difference | undefined;
  @state() private failed: string | undefined;
  @state() private aim: Aim | undefined;
  #desk = new StoreController(this, 'documents');
  #asking = 0;
  #shown = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    const key = JSON.stringify(this.between);
    if (!changed.has('between') || key === this.#shown) return;
    this.#shown = key;
    this.difference = undefined;
    this.aim = undefined;
    void this.#ask();
  }

  #ask = async (): Promise<void> => {
    const asking = ++this.#asking;
    const { since, until, document } = this.between;
    const known = this.difference?.objects ?? [];
    this.failed = undefined;
    try {
      const reply = await this.#desk.store.client.getDifference({
        query: {
          from: since,
          ...(until === undefined ? {} : { to: until }),
          ...(document === undefined ? {} : { document }),
          after: known.length,
        },
      });
      if (asking !== this.#asking) return;
      const names = { ...this.difference?.names, ...reply.names };
      this.difference = { ...reply, objects: [...known, ...reply.objects], names };
    } catch (error) {
      if (asking === this.#asking) this.failed = whyOf(error);
    }
  };

  protected override render() {
    const { difference } = this;
    return html`<div class="work difference">
      <header><h1>${msg('What changed')}</h1>
        <p>${difference ? msg(str`From ${sayMoment(difference.from)} to ${this.#isNow ? msg('now') : sayMoment(difference.to)}.`) : nothing}</p></header>
      ${this.#choices()}
      ${
        this.failed === undefined
          ? nothing
          : html`<vr-banner tone="error" icon="warning">${this.failed}<button slot="actions" class="btn" @click=${this.#ask}>${msg('Try again')}</button></vr-banner>`
      }
      ${difference ? this.#found(difference) : this.failed === undefined ? html`<vr-skeleton label=${msg('Comparing the two moments')}></vr-skeleton>` : nothing}
    </div>`;
  }

  get #isNow(): boolean {
    return this.between.until === undefined;
  }

  #choices() {
    const { document } = this.between;
    const { difference } = this;
    const documents = this.#desk.store.objects.all('document');
    return html`<div class="filters" role="group" aria-label=${msg('What is compared')}>
      <label class="pick"><span class="vh">${msg('Document')}</span>
        <select class="sel" @change=${(event: Event) => this.#change({ document: (event.target as HTMLSelectElement).value || undefined })}>
          <option value="" ?selected=${document === undefined}>${msg('The whole desk')}</option>
          ${documents.map(({ id, object }) => html`<option value=${id} ?selected=${id === document}>${object.title}</option>`)}
        </select></label>
      ${this.#when(msg('From'), difference?.from, seq => this.#change({ since: seq }))}
      ${this.#when(msg('To'), difference?.to, seq => this.#change({ until: seq }))}
      ${this.#isNow ? nothing : html`<button class="btn quiet" @click=${() => this.#change({ until: undefined })}>${msg('Up to now')}</button>`}
      <a class="btn quiet" href=${addressOf({ screen: 'history' })}>${msg('The log')}</a>
    </div>`;
  }

  #when(name: string, moment: Moment | undefined, choose: (seq: number) => void) {
    return html`<label class="when">${name}
      <input type="datetime-local" step="1" class="sel" .value=${moment?.at ? localTime(moment.at) : ''} @change=${(event: Event) => void this.#choose((event.target as HTMLInputElement).value, choose)} />
    </label>`;
  }

  /** The last entry up to a time. */
  async #choose(time: string, choose: (seq: number) => void): Promise<void> {
    const at = new Date(time);
    if (Number.isNaN(at.getTime())) return;
    // The second that was chosen counts whole.
    const to = new Date(at.getTime() + 1000).toISOString();
    try {
      const { lines } = await this.#desk.store.client.listHistory({ query: { to, limit: 1 } });
      choose(lines[0]?.seq ?? 0);
    } catch (error) {
      this.failed = whyOf(error);
    }
  }

  #found({ totals, objects, names, from }: Difference) {
    const all = totals.added + totals.removed + totals.changed + totals['brought-back'];
    const left = all - objects.length;
    const { document } = this.between;
    return html`<p class="totals" role="status">${sayTotals(totals)}</p>
      ${
        this.#isNow && all > 0
          ? this.aim
            ? html`<vr-way .aim=${this.aim} @vr-close=${this.#done}></vr-way>`
            : html`<div class="means"><button class="btn" @click=${() => {
                this.aim = {
                  what: 'restore',
                  seq: from.seq,
                  ...(document === undefined ? {} : { document }),
                };
              }}>${msg('Restore to the earlier moment …')}</button></div>`
          : nothing
      }
      <vr-differences .objects=${objects} .names=${names}></vr-differences>
      ${left > 0 ? html`<button class="btn" @click=${this.#ask}>${plural(left, msg(str`Show more of ${sayNumber(left)} {thing¦things}`))}</button>` : nothing}`;
  }

  #done = (): void => {
    this.aim = undefined;
    this.difference = undefined;
    void this.#ask();
  };

  #change(what: { [K in keyof Between]?: Between[K] | undefined }): void {
    const { since, until, document } = { ...this.between, ...what };
    this.dispatchEvent(
      new CustomEvent<Between>('vr-between', {
        detail: {
          since: since ?? 0,
          ...(until === undefined ? {} : { until }),
          ...(document === undefined ? {} : { document }),
        },
      }),
    );
  }
}

/** @param at ISO 8601, UTC @returns the same in the person's own time zone, as a field takes it */
function localTime(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-history-difference': VrHistoryDifference;
  }
}
