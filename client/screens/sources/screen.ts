import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { v7 as newId } from 'uuid';
import type { CslItem } from '../../../shared/citations/csl.ts';
import { CommandsController } from '../../commands/controller.ts';
import { announce } from '../../elements/announcer.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { attempt } from '../../frame/commands.ts';
import { whyOf } from '../../frame/why.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { Columns } from '../../panels/columns.ts';
import { Recounting } from '../../panels/recounting.ts';
import { selectionCommands } from '../../panels/selection-commands.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { mergeSources, removeSources } from './bulk.ts';
import { sourceCommands } from './commands.ts';
import { downloadCsl } from './csl-download.ts';
import { setField } from './form-of-source.ts';
import type { FieldChange } from './source-form.ts';
import { originsOf, sourceRows } from './source-rows.ts';
import type { VrSourceTable } from './source-table.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import '../../elements/selection-bar.ts';
import '../../elements/skeleton.ts';
import './origins.ts';
import './source-form.ts';
import './source-panel.ts';
import './source-table.ts';
import './sources.css';
import './printing.css';

const PHONE = matchMedia('(max-width: 760px)');
/** Up to so many citations, all claims are loaded to say how the sources fit; beyond, as sources are opened. */
const ALL_CLAIMS = 2000;

/** What is cited, how often and by what; and the data of each source. */
@customElement('vr-sources-screen')
export class VrSourcesScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'sources' };
  @consume({ context: routerContext }) private router!: Router;
  @state() private loaded = false;
  @state() private failed: string | undefined;
  @state() private adding = false;
  @query('vr-source-table') private table!: VrSourceTable | null;
  readonly #columns = new Columns('sources', { right: { usual: 420, least: 320, most: 720 } }, () =>
    this.requestUpdate(),
  );
  #uses: ReadonlyMap<string, readonly string[]> = new Map();
  #desk = new StoreController(this, 'sources', 'claims', 'documents');

  constructor() {
    super();
    new HeadingFocus(this);
    new Recounting(
      this,
      () => this.#desk.store,
      ['claims'],
      () => this.#count(),
    );
    new CommandsController(this, () => [
      ...sourceCommands({
        table: () => this.table,
        open: () => this.#openId,
        add: () => this.#add(true),
        fold: () => this.#columns.fold('right'),
      }),
      ...selectionCommands('sources', msg('Sources'), () => this.table?.picker, true),
    ]);
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    this.failed = undefined;
    try {
      await this.#count();
    } catch (error) {
      this.failed = whyOf(error);
    }
  }

  async #count(): Promise<void> {
    const { store } = this.#desk;
    this.#uses = await store.loadSources();
    this.loaded = true;
    const citing = [...this.#uses.values()].flat();
    if (citing.length <= ALL_CLAIMS) await store.loadClaims(citing);
  }

  get #openId(): string | undefined {
    return this.route.screen === 'sources' ? this.route.sourceId : undefined;
  }

  protected override render() {
    const { store } = this.#desk;
    const sources = store.objects.all('source').map(({ object }) => object);
    const id = this.#openId;
    const open = id === undefined ? undefined : store.get('source', id);
    return html`<div class="sources ${open ? 'opened' : ''}" style=${this.#columns.style}>
      <div class="work" data-scroller>
        ${
          sources.length === 0 && this.loaded && !this.adding
            ? this.#empty()
            : html`${this.#header(sources.length > 0)} ${this.#failure()} ${this.#form()}
              ${id !== undefined && !open && this.loaded ? this.#missing() : nothing} ${this.#list()}`
        }
      </div>
      ${
        open
          ? html`${this.#columns.separator('right', msg('Width of the source'), { hide: msg('Fold the source'), show: msg('Show the source') })}<vr-source-panel
              ?hidden=${this.#columns.isFolded('right') && !PHONE.matches}
              .held=${open}
              .claimIds=${this.#uses.get(open.id) ?? []}
              @vr-field=${this.#setField}
              @vr-remove=${this.#remove}
            ></vr-source-panel>`
          : nothing
      }
    </div>`;
  }

  #header(any: boolean) {
    return html`<header>
      <h1>${msg('What the texts rest on')}</h1>
      <span class="sp"></span>
      ${
        any
          ? html`<button class="btn" @click=${() => this.#download()}><vr-icon name="download"></vr-icon>CSL-JSON</button>`
          : nothing
      }
      <button class="btn" @click=${() => this.#add(true)}><vr-icon name="plus"></vr-icon>${msg('Add source')}</button>
    </header>`;
  }

  #list() {
    const { store } = this.#desk;
    const sources = store.objects.all('source').map(({ object }) => object);
    if (sources.length === 0) {
      if (this.loaded || this.failed !== undefined) return nothing;
      return html`<vr-skeleton label=${msg('Loading sources')}></vr-skeleton>`;
    }
    const rows = sourceRows(sources, this.#uses, id => store.get('claim', id)?.object);
    return html`<vr-origins .origins=${originsOf(rows)}></vr-origins>
      <vr-source-table .rows=${rows} open=${this.#openId ?? ''} @vr-picked=${() => this.requestUpdate()}></vr-source-table>
      ${this.#selection(rows.length)}`;
  }

  #selection(of: number) {
    const picker = this.table?.picker;
    const count = picker?.picked.size ?? 0;
    return html`<vr-selection-bar
      .count=${count}
      .of=${of}
      .deeds=${
        count === 0
          ? nothing
          : html`<button class="btn" aria-disabled=${count < 2 ? 'true' : nothing} @click=${() => count > 1 && this.#merge()}>
                ${msg('Merge into the most cited')}
              </button>
              <button class="btn" @click=${() => this.#download(picker!.ids)}><vr-icon name="download"></vr-icon>CSL-JSON</button>
              <button class="btn" @click=${() => this.#removePicked()}>${msg('Remove')}</button>`
      }
      @vr-select=${(event: CustomEvent<'all' | 'none'>) => (event.detail === 'all' ? picker?.all() : picker?.clear())}
    ></vr-selection-bar>`;
  }

  #removePicked(): void {
    const { picker } = this.table!;
    const next = picker.neighbour;
    void removeSources(this.#desk.store, picker.ids).then(async done => {
      if (!done || !next) return;
      await this.updateComplete;
      await this.table?.focusOn(next);
    });
  }

  #merge(): void {
    const ids = this.table?.picker.ids ?? [];
    const uses = (id: string) => this.#uses.get(id)?.length ?? 0;
    const [keepId, ...others] = [...ids].sort((a, b) => uses(b) - uses(a));
    const keep = keepId && this.#desk.store.get('source', keepId)?.object;
    if (!keep) return;
    void mergeSources(this.#desk.store, keep, others, this.#uses).then(() => {
      void this.table?.focusOn(keep.id);
      // What cites what is counted by the server, once it has the change.
      return this.#desk.store.sent(keep.id).then(() => this.#count());
    });
  }

  #failure() {
    if (this.failed === undefined) return nothing;
    return html`<vr-banner tone="error" icon="warning">
      <strong>${msg('The sources could not be loaded.')}</strong> ${this.failed}
      <button class="btn" slot="actions" @click=${() => void this.#load()}>${msg('Try again')}</button>
    </vr-banner>`;
  }

  #missing() {
    return html`<vr-banner icon="info">
      <strong>${msg('This source is not here.')}</strong> ${msg('It may have been removed.')}
      <a class="btn quiet" slot="actions" href="/sources">${msg('Close')}</a>
    </vr-banner>`;
  }

  #empty() {
    return html`<vr-empty>
      <h1>${msg('No sources yet')}</h1>
      <p>${msg('A source is what a claim is checked against: a page, an article, a book. Add one here, or while reading, when you attach evidence to a claim.')}</p>
      <div class="actions">
        <button class="btn pri" @click=${() => this.#add(true)}><vr-icon name="plus"></vr-icon>${msg('Add source')}</button>
      </div>
    </vr-empty>`;
  }

  #form() {
    if (!this.adding) return nothing;
    return html`<div class="card adding" role="group" aria-label=${msg('New source')}>
      <h2>${msg('New source')}</h2>
      <vr-source-form @vr-source=${this.#create} @vr-close=${() => this.#add(false)}></vr-source-form>
    </div>`;
  }

  #add(adding: boolean): void {
    this.adding = adding;
  }

  #create = (event: CustomEvent<CslItem>): void => {
    const { store } = this.#desk;
    const id = newId();
    const csl = event.detail;
    const words = csl.title ?? csl.URL ?? '';
    const made = attempt(() =>
      store.do(msg(str`Add source “${isolated(words)}”`), [
        { kind: 'source', objectId: id, operation: { op: 'create', value: { id, csl } as never } },
      ]),
    );
    if (!made) return;
    this.adding = false;
    announce(msg(str`Added: ${isolated(words)}`));
    this.router.go({ screen: 'sources', sourceId: id });
  };

  #setField = (event: CustomEvent<FieldChange>): void => {
    const { store } = this.#desk;
    const held = this.#openId === undefined ? undefined : store.get('source', this.#openId);
    if (!held) return;
    const { field, csl } = event.detail;
    const operation = setField(field, held.object.csl, csl);
    attempt(() => store.do(msg('Edit source'), [{ kind: 'source', objectId: held.id, operation }]));
  };

  #remove = (event: CustomEvent<string>): void => {
    const { store } = this.#desk;
    const held = store.get('source', event.detail);
    if (!held) return;
    const words = held.object.csl.title ?? held.object.csl.URL ?? msg('the source');
    const next = this.table?.beside(held.id);
    const gesture = attempt(() =>
      store.do(msg(str`Remove source “${isolated(words)}”`), [
        { kind: 'source', objectId: held.id, operation: { op: 'remove' } },
      ]),
    );
    if (!gesture) return;
    this.router.go({ screen: 'sources' });
    if (next) void this.updateComplete.then(() => this.table?.focusOn(next));
    const times = this.#uses.get(held.id)?.length ?? 0;
    const says = msg(str`Removed “${isolated(words)}”.`);
    const missed = plural(
      times,
      msg(
        str`${sayNumber(times)} {claim cites it; its¦claims cite it; their} evidence now points to a source that is gone.`,
      ),
    );
    toast(times > 0 ? `${says} ${missed}` : says, {
      action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) },
    });
  };

  /** @param ids the sources; all where none are given */
  #download(ids?: readonly string[]): void {
    const all = this.#desk.store.objects.all('source').map(({ object }) => object);
    downloadCsl(ids ? all.filter(({ id }) => ids.includes(id)) : all);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-sources-screen': VrSourcesScreen;
  }
}
