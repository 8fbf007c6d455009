import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { HistoryLine } from '../../../shared/api/routes/history.ts';
import { type Kind, kinds } from '../../../shared/model/objects.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { StoreController } from '../../store/context.ts';
import { type GestureLine, gesturesIn } from './gestures.ts';
import { HistoryLog, type LogLook } from './log.ts';
import type { VrHistoryList } from './log-list.ts';
import { type Names, nameOf, sayKind } from './say-line.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import '../../elements/skeleton.ts';
import './entry-panel.ts';
import './log-list.ts';

/** Milliseconds in which what is committed is gathered, so that a burst of it is fetched once. */
const GATHER = 300;

/** The log as a page: filters, what was done day by day, and the step that is looked at. Fires `vr-look` with other filters, and `vr-entry` with the step to look at. */
@customElement('vr-history-log')
export class VrHistoryLog extends LightElement {
  @property({ attribute: false }) look: LogLook = {};
  @property({ attribute: false }) current: number | undefined;
  /** Whether it is the way to take that step back that is asked for. */
  @property({ attribute: false }) isBack = false;
  @state() private people: readonly { by: string; count: number }[] = [];
  /** The step that is looked at, where the list does not hold it. */
  @state() private apart: { line: HistoryLine; names: Names } | undefined;
  @query('vr-history-list') private list!: VrHistoryList | null;
  #desk = new StoreController(
    this,
    'documents',
    'saving',
    'claims',
    'conflicts',
    'sources',
    'entities',
    'refused',
  );
  #log: HistoryLog | undefined;
  #shown = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest entry of which the desk knew when it was drawn last. */
  #seen = -1;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#shown = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #history(): HistoryLog {
    if (!this.#log) {
      this.#log = new HistoryLog(this.#desk.store.client);
      this.#log.addEventListener('change', () => this.requestUpdate());
    }
    return this.#log;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const key = JSON.stringify(this.look);
    if (key !== this.#shown) {
      this.#shown = key;
      void this.#history.show(this.look);
      void this.#askPeople();
    }
    if (changed.has('current')) {
      this.apart = undefined;
      if (this.current !== undefined && !this.#gesture) void this.#fetchApart(this.current);
    }
    const { newest } = this.#desk.store;
    if (newest === this.#seen) return;
    const isFirst = this.#seen < 0;
    this.#seen = newest;
    if (!isFirst) this.#later();
  }

  /** Looks for what came since, a moment after the desk has changed. */
  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#history.refresh(), GATHER);
  }

  protected override render() {
    const log = this.#history;
    return html`<div class="work history-log" data-scroller>
        <header><h1>${msg('History')}</h1><p>${msg('Everything that was ever done here. Nothing is erased: what is taken back goes on the record too.')}</p></header>
        ${this.#filters()} ${this.#banner(log)}
        ${
          log.lines.length > 0
            ? html`<vr-history-list .log=${log} .lines=${log.lines} .current=${this.current} @vr-entry=${this.#choose}></vr-history-list>`
            : log.stage === 'loading'
              ? html`<vr-skeleton label=${msg('Reading the log')}></vr-skeleton>`
              : log.stage === 'ready'
                ? this.#nothing()
                : nothing
        }
        ${log.lines.length > 0 && log.stage === 'ready' ? html`<p class="small muted foot">${log.more ? msg('Older steps come as you scroll.') : msg('This is where it began.')}</p>` : nothing}
      </div>
      <aside class="entry-side" aria-label=${msg('The step that is looked at')} ?hidden=${!this.#gesture}>${this.#entry()}</aside>`;
  }

  protected override updated(): void {
    this.list?.lookOn();
  }

  #banner({ stage, problem }: HistoryLog) {
    if (stage === 'away')
      return html`<vr-banner icon="offline">${msg('The log is kept by the server, which cannot be reached now.')}
        <button slot="actions" class="btn" @click=${this.#again}>${msg('Try again')}</button></vr-banner>`;
    if (stage !== 'failed') return nothing;
    return html`<vr-banner tone="error" icon="warning">${problem}
      <button slot="actions" class="btn" @click=${this.#again}>${msg('Try again')}</button></vr-banner>`;
  }

  #again = (): void => void this.#history.again();

  #nothing() {
    const isFiltered = Object.keys(this.look).length > 0;
    return html`<vr-empty>
      <h1>${isFiltered ? msg('Nothing of that kind was done') : msg('Nothing has been done yet')}</h1>
      <p>${isFiltered ? msg('No step of the log passes all filters.') : msg('Whatever is done from now on stands here, by whom and when.')}</p>
      ${isFiltered ? html`<div class="actions"><button class="btn pri" @click=${() => this.#filter({})}>${msg('Show everything')}</button></div>` : nothing}
    </vr-empty>`;
  }

  #filters() {
    const { look } = this;
    const documents = this.#desk.store.objects.all('document');
    const known = look.by === undefined || this.people.some(({ by }) => by === look.by);
    const people = known ? this.people : [...this.people, { by: look.by!, count: 0 }];
    return html`<div class="filters" role="group" aria-label=${msg('Filters')}>
      ${this.#choice(
        msg('Person'),
        msg('Everybody'),
        look.by,
        people.map(({ by, count }) => [by, count > 0 ? `${isolated(by)} (${sayNumber(count)})` : by]),
        by => ({ by }),
      )}
      ${this.#choice(
        msg('Kind'),
        msg('Every kind'),
        look.kind,
        kinds.map(kind => [kind, sayKind(kind)]),
        kind => ({ kind: kind as Kind }),
      )}
      ${this.#choice(
        msg('Document'),
        msg('The whole desk'),
        look.document,
        documents.map(({ id, object }) => [id, object.title]),
        document => ({ document }),
      )}
      <label class="day"><span class="vh">${msg('Day')}</span>
        <input type="date" class="sel" title=${msg('Day')} .value=${look.day ?? ''} @change=${(event: Event) => this.#change('day', (event.target as HTMLInputElement).value)} />
      </label>
      ${
        look.object === undefined
          ? nothing
          : html`<button class="btn" @click=${() => this.#change('object', '')}>${msg(str`Only ${this.#objectName(look.object)}`)}<vr-icon name="x"></vr-icon></button>`
      }
      ${Object.keys(look).length > 0 ? html`<button class="btn quiet" @click=${() => this.#filter({})}>${msg('Show everything')}</button>` : nothing}
    </div>`;
  }

  #choice(
    name: string,
    none: string,
    chosen: string | undefined,
    options: readonly (readonly [string, string])[],
    look: (chosen: string) => LogLook,
  ) {
    const [key] = Object.keys(look('')) as (keyof LogLook)[];
    return html`<label class="pick"><span class="vh">${name}</span>
      <select class="sel" @change=${(event: Event) => this.#change(key!, (event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${chosen === undefined}>${none}</option>
        ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
      </select>
    </label>`;
  }

  #objectName(id: string): string {
    const name = this.#history.names[id];
    return name ? nameOf(name.kind, name) : msg('one thing');
  }

  #change(key: keyof LogLook, value: string): void {
    const { [key]: _, ...rest } = this.look;
    this.#filter(value === '' ? rest : { ...rest, [key]: value });
  }

  #filter(look: LogLook): void {
    this.dispatchEvent(new CustomEvent('vr-look', { detail: look }));
  }

  #choose = (event: CustomEvent<number>): void => this.#open(event.detail);

  #open(seq: number | undefined): void {
    this.dispatchEvent(new CustomEvent('vr-entry', { detail: seq }));
  }

  get #gesture(): GestureLine | undefined {
    const { current } = this;
    if (current === undefined) return undefined;
    const listed = gesturesIn(this.#history.lines).find(({ seqs }) => seqs.includes(current));
    return (
      listed ?? (this.apart?.line.seq === current ? { seqs: [current], line: this.apart.line } : undefined)
    );
  }

  #entry() {
    const gesture = this.#gesture;
    if (!gesture) return nothing;
    const { store } = this.#desk;
    return html`<vr-history-entry
      .gesture=${gesture}
      ?back=${this.isBack}
      .names=${{ ...this.apart?.names, ...this.#history.names }}
      .titleOf=${(id: string) => store.get('document', id)?.object.title ?? ''}
      @vr-close=${() => this.close(true)}
    ></vr-history-entry>`;
  }

  async #fetchApart(seq: number): Promise<void> {
    const reply = await this.#desk.store.client
      .listHistory({ query: { before: seq + 1, limit: 1 } })
      .catch(() => undefined);
    const line = reply?.lines[0];
    if (line && line.seq === this.current) this.apart = { line, names: reply.names };
  }

  async #askPeople(): Promise<void> {
    const reply = await this.#desk.store.client.listPeople().catch(() => undefined);
    if (reply) this.people = reply.people;
  }

  // What commands ask for; each answers whether it can be done, and does it where `really`.

  step(by: 1 | -1, really: boolean): boolean {
    return this.list?.step(by, really) ?? false;
  }

  /** Goes into the step that is looked at. */
  enter(really: boolean): boolean {
    const first = this.querySelector<HTMLElement>('vr-history-entry .means .btn');
    if (!first) return false;
    if (really) first.focus();
    return true;
  }

  takeBack(really: boolean): boolean {
    const entry = this.querySelector('vr-history-entry');
    if (!entry || !this.#gesture) return false;
    if (really) entry.takeBack();
    return true;
  }

  close(really: boolean): boolean {
    const { current } = this;
    if (current === undefined) return false;
    if (really) {
      this.#open(undefined);
      void this.list?.focusOn(this.list.gestureOf(current)?.seqs[0] ?? current);
    }
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-history-log': VrHistoryLog;
  }
}
