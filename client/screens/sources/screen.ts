import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CslItem } from '../../../shared/citations/csl.ts';
import { isDefect, selfPublishedOrigins } from '../../../shared/lineage/defects.ts';
import { lineageOf } from '../../../shared/lineage/lineage.ts';
import { CommandsController } from '../../commands/controller.ts';
import { announce } from '../../elements/announcer.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { Columns } from '../../panels/columns.ts';
import { Loading } from '../../panels/loading.ts';
import { Recounting } from '../../panels/recounting.ts';
import { selectionCommands } from '../../panels/selection-commands.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { SeenAs } from '../../router/seen-as.ts';
import { StoreController } from '../../store/context.ts';
import { mergeSources, removeSources } from './bulk.ts';
import { sourceCommands } from './commands.ts';
import { downloadCsl } from './csl-download.ts';
import type { Grouping, VrDefectList } from './defect-list.ts';
import { addSource, editSource, removeSource } from './one-source.ts';
import type { FieldChange } from './source-form.ts';
import { sourceRows } from './source-rows.ts';
import type { VrSourceTable } from './source-table.ts';
import '../../panels/exporting/export-menu.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import '../../elements/selection-bar.ts';
import '../../elements/skeleton.ts';
import './defect-list.ts';
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
  @state() private adding = false;
  /** Whether defects are shown instead of the sources. */
  @state() private isMending = false;
  @state() private by: Grouping = 'document';
  /** The origin that is looked at alone. */
  @state() private origin: string | undefined;
  @query('vr-source-table') private table!: VrSourceTable | null;
  @query('vr-defect-list') private defects!: VrDefectList | null;
  readonly #loading = new Loading(this, () => this.#count());
  readonly #columns = new Columns('sources', { right: { usual: 420, least: 320, most: 720 } }, () =>
    this.requestUpdate(),
  );
  #uses: ReadonlyMap<string, readonly string[]> = new Map();
  #desk = new StoreController(this, 'sources', 'claims', 'documents', 'findings', 'refused');

  constructor() {
    super();
    new HeadingFocus(this);
    new SeenAs(
      this,
      query => {
        if (query.has('show')) this.isMending = query.get('show') === 'defects';
        if (query.has('by')) this.by = query.get('by') === 'origin' ? 'origin' : 'document';
        this.origin = query.get('origin') || this.origin;
      },
      query => {
        if (this.isMending) query.set('show', 'defects');
        if (this.by === 'origin') query.set('by', 'origin');
        if (this.origin !== undefined) query.set('origin', this.origin);
      },
    );
    new Recounting(
      this,
      () => this.#desk.store,
      ['claims'],
      () => this.#count(),
    );
    new CommandsController(this, () => [
      ...sourceCommands({
        table: () => this.table,
        defects: () => this.defects,
        turn: () => this.#turn(!this.isMending),
        open: () => this.#openId,
        add: () => this.#add(true),
        fold: () => this.#columns.fold('right'),
      }),
      ...selectionCommands('sources', msg('Sources'), () => this.table?.picker, true),
    ]);
  }

  async #count(): Promise<void> {
    const { store } = this.#desk;
    this.#uses = await store.loadSources();
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
          sources.length === 0 &&
          this.#loading.isDone &&
          !this.adding &&
          !this.isMending &&
          this.#defectCount === 0
            ? this.#empty()
            : html`${this.#header(sources.length > 0)} ${this.#failure()} ${this.#form()}
              ${id !== undefined && !open && this.#loading.isDone ? this.#missing() : nothing}
              ${sources.length > 0 || this.isMending || this.#defectCount > 0 ? this.#views() : nothing} ${this.#list()}`
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

  get #defectCount(): number {
    return this.#desk.store.findings.all.filter(isDefect).length;
  }

  #views() {
    const count = this.#defectCount;
    const choice = (isMending: boolean, label: unknown) =>
      html`<button aria-pressed=${this.isMending === isMending ? 'true' : 'false'} @click=${() => this.#turn(isMending)}>${label}</button>`;
    return html`<div class="views">
      <div class="seg" role="group" aria-label=${msg('What is shown')}>
        ${choice(false, msg('Sources'))} ${choice(true, html`${msg('Defects and repairs')} ${count > 0 ? html`<span class="num">${sayNumber(count)}</span>` : nothing}`)}
      </div>
      ${
        this.origin === undefined
          ? nothing
          : html`<button class="btn quiet" @click=${() => this.#from(undefined)}>
              <vr-icon name="x"></vr-icon>${msg(str`Only from ${isolated(this.origin)}`)}
            </button>`
      }
    </div>`;
  }

  #turn(isMending: boolean): void {
    this.isMending = isMending;
  }

  #from(origin: string | undefined): void {
    this.origin = origin;
    announce(origin === undefined ? msg('All origins are shown.') : msg(str`Only from ${isolated(origin)}`));
  }

  #list() {
    if (this.isMending)
      return html`<vr-defect-list by=${this.by} .origin=${this.origin} @vr-grouping=${(
        event: CustomEvent<Grouping>,
      ) => {
        this.by = event.detail;
      }}></vr-defect-list>`;
    const { store } = this.#desk;
    const sources = store.objects.all('source').map(({ object }) => object);
    if (sources.length === 0) {
      if (this.#loading.failed !== undefined) return nothing;
      if (this.#loading.isDone)
        return html`<p class="none">${msg('No sources are on record yet; what is cited in the texts was checked all the same.')}</p>`;
      return html`<vr-skeleton label=${msg('Loading sources')}></vr-skeleton>`;
    }
    const lineage = lineageOf(
      sources,
      this.#uses,
      id => store.get('claim', id)?.object.type,
      selfPublishedOrigins(store.findings.all),
    );
    const chosen = lineage.origins.find(({ name }) => name === this.origin);
    const seen = new Set(chosen?.sourceIds);
    const shown = this.origin === undefined ? sources : sources.filter(({ id }) => seen.has(id));
    const rows = sourceRows(shown, this.#uses, id => store.get('claim', id)?.object);
    return html`<vr-origins .lineage=${lineage} .chosen=${this.origin} @vr-origin=${(event: CustomEvent<string | undefined>) => this.#from(event.detail)}></vr-origins>
      ${rows.length === 0 ? html`<p class="none">${msg('No source comes from there.')}</p>` : nothing}
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
              ${this.#exportClaims(picker!.ids)}
              <button class="btn" @click=${() => this.#removePicked()}>${msg('Remove')}</button>`
      }
      @vr-select=${(event: CustomEvent<'all' | 'none'>) => (event.detail === 'all' ? picker?.all() : picker?.clear())}
    ></vr-selection-bar>`;
  }

  /** Takes away the claims that cite what is selected. */
  #exportClaims(ids: readonly string[]) {
    const claims = () => ids.flatMap(id => this.#uses.get(id) ?? []);
    return html`<vr-export-menu
      label=${msg('Export their claims')}
      placement="top-end"
      ?empty=${claims().length === 0}
      .portion=${() => ({ claims: [...new Set(claims())] })}
    ></vr-export-menu>`;
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
    if (this.#loading.failed === undefined) return nothing;
    return html`<vr-banner tone="error" icon="warning">
      <strong>${msg('The sources could not be loaded.')}</strong> ${this.#loading.failed}
      <button class="btn" slot="actions" @click=${this.#loading.again}>${msg('Try again')}</button>
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
    const csl = event.detail;
    const sourceId = addSource(this.#desk.store, csl);
    if (sourceId === undefined) return;
    this.adding = false;
    announce(msg(str`Added: ${isolated(csl.title ?? csl.URL ?? '')}`));
    this.router.go({ screen: 'sources', sourceId });
  };

  #setField = (event: CustomEvent<FieldChange>): void => {
    const { store } = this.#desk;
    const held = this.#openId === undefined ? undefined : store.get('source', this.#openId);
    if (held) editSource(store, held.object, event.detail);
  };

  #remove = (event: CustomEvent<string>): void => {
    const { store } = this.#desk;
    const held = store.get('source', event.detail);
    if (!held) return;
    const next = this.table?.beside(held.id);
    if (!removeSource(store, held.object, this.#uses.get(held.id)?.length ?? 0)) return;
    this.router.go({ screen: 'sources' });
    if (next) void this.updateComplete.then(() => this.table?.focusOn(next));
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
