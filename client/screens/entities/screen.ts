import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Entity } from '../../../shared/model/entity.ts';
import { CommandsController } from '../../commands/controller.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { RowPicker } from '../../elements/row-picker.ts';
import { VirtualRows } from '../../elements/virtual-rows.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { sayEntityKind } from '../../localize/say-entity-kind.ts';
import { asOne } from '../../panels/as-one.ts';
import { Columns } from '../../panels/columns.ts';
import { Loading } from '../../panels/loading.ts';
import { selectionCommands } from '../../panels/selection-commands.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { entityCommands } from './commands.ts';
import { type EntityRow, entityRows } from './entity-rows.ts';
import '../../panels/exporting/export-menu.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import '../../elements/selection-bar.ts';
import '../../elements/skeleton.ts';
import '../sources/sources.css';
import './entities.css';
import type { VrEntityPanel } from './entity-panel.ts';
import './entity-panel.ts';
import type { VrMergePreview } from './merge-preview.ts';
import './merge-preview.ts';
import { mergeInto } from './merging.ts';

const PHONE = matchMedia('(max-width: 760px)');
/** A row's usual height in CSS pixels, until it has been measured. */
const USUAL = 58;
const COLUMNS = 4;

/** People, organizations and places that claims name: which form is preferred, which others were seen, and where. */
@customElement('vr-entities-screen')
export class VrEntitiesScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'entities' };
  @consume({ context: routerContext }) private router!: Router;
  /** The ids of entities that are about to become one; the first is the one that was spoken of. */
  @state() private merging: readonly string[] = [];
  @query('vr-entity-panel') private panel!: VrEntityPanel | null;
  @query('vr-merge-preview') private preview!: VrMergePreview | null;
  #uses: ReadonlyMap<string, readonly string[]> = new Map();
  #desk = new StoreController(this, 'entities', 'claims', 'documents');
  readonly #columns = new Columns('entities', { right: { usual: 420, least: 320, most: 720 } }, () =>
    this.requestUpdate(),
  );
  #drawn = new VirtualRows<EntityRow>(this, row => row.entity.id, USUAL);
  #rows: readonly EntityRow[] = [];

  readonly #loading = new Loading(this, async () => {
    this.#uses = await this.#desk.store.loadEntities();
  });
  /** Which entities are selected. */
  readonly #picker = new RowPicker(this, {
    ids: () => this.#rows.map(({ entity }) => entity.id),
    at: () => this.#focused ?? this.#openId,
    step: by => this.#step(by),
    changed: () => this.requestUpdate(),
  });

  constructor() {
    super();
    new HeadingFocus(this);
    new CommandsController(this, () => [
      ...entityCommands({
        rows: () => this.#rows.map(({ entity }) => entity.id),
        open: () => this.#openId,
        fold: () => this.#columns.fold('right'),
        ask: what => this.panel?.ask(what),
        canSplit: () => (this.panel?.held.object.variants.length ?? 0) > 1,
        picked: () => this.#picker,
        merge: () => this.#consider(this.#picker.ids),
      }),
      ...selectionCommands('entities', msg('Entities'), () => this.#picker, true),
    ]);
  }

  get #openId(): string | undefined {
    return this.route.screen === 'entities' ? this.route.entityId : undefined;
  }

  protected override willUpdate(): void {
    this.#rows = entityRows(this.#desk.store, this.#uses);
    this.#drawn.take([...this.#rows]);
  }

  get #focused(): string | undefined {
    return this.querySelector<HTMLElement>('.entity-table tr:focus-within')?.dataset.id;
  }

  #step(by: 1 | -1): void {
    const now = this.#rows.findIndex(({ entity }) => entity.id === (this.#focused ?? this.#openId));
    const place = now < 0 ? 0 : Math.min(Math.max(now + by, 0), this.#rows.length - 1);
    const id = this.#rows[place]?.entity.id;
    if (id) void this.#focusOn(id);
  }

  async #focusOn(id: string): Promise<void> {
    const link = () => this.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] .tt`);
    if (!link()) await this.#drawn.show(this.#rows.findIndex(({ entity }) => entity.id === id));
    link()?.focus();
  }

  /** Shows what becoming one would move. */
  #consider(ids: readonly string[]): void {
    if (ids.length < 2) return;
    this.merging = ids;
    // On a phone what is open covers the list.
    if (this.#openId !== undefined && PHONE.matches) this.router.go({ screen: 'entities' });
    void this.updateComplete.then(() => {
      this.preview?.scrollIntoView({ block: 'nearest' });
      void this.preview?.focusField();
    });
  }

  #merge = async (event: CustomEvent<string>): Promise<void> => {
    const { store } = this.#desk;
    const rows = this.#rows.filter(({ entity }) => this.merging.includes(entity.id));
    const into = rows.find(({ entity }) => entity.id === event.detail);
    if (!into) return;
    const others = rows.filter(row => row !== into);
    const label = msg(
      str`Merged ${sayNumber(rows.length)} entities into “${isolated(into.entity.preferred)}”`,
    );
    const wasOpen = others.some(({ entity }) => entity.id === this.#openId);
    const done = await asOne(store, label, hand => mergeInto(store, into.entity, others, hand));
    if (!done) return;
    this.merging = [];
    this.#picker.clear();
    if (wasOpen) this.router.go({ screen: 'entities', entityId: into.entity.id });
    else await this.#focusOn(into.entity.id);
  };

  #mergePreview() {
    const rows = this.merging
      .map(id => this.#rows.find(({ entity }) => entity.id === id))
      .filter(row => row !== undefined);
    if (rows.length < 2) return nothing;
    return html`<vr-merge-preview .rows=${rows} @vr-merge=${this.#merge} @vr-close=${() => {
      this.merging = [];
      void this.#focusOn(rows[0]!.entity.id);
    }}></vr-merge-preview>`;
  }

  #selection() {
    const { size } = this.#picker.picked;
    return html`<vr-selection-bar
      .count=${size}
      .of=${this.#rows.length}
      .deeds=${
        size === 0
          ? nothing
          : html`<button class="btn" aria-disabled=${size < 2 ? 'true' : nothing} @click=${() => this.#consider(this.#picker.ids)}>${msg('Make them one …')}</button>
              ${this.#exportClaims()}`
      }
      @vr-select=${(event: CustomEvent<'all' | 'none'>) => (event.detail === 'all' ? this.#picker.all() : this.#picker.clear())}
    ></vr-selection-bar>`;
  }

  /** Takes away the claims that name what is selected. */
  #exportClaims() {
    const { picked } = this.#picker;
    const claims = () =>
      this.#rows.filter(({ entity }) => picked.has(entity.id)).flatMap(({ claimIds }) => claimIds);
    return html`<vr-export-menu
      label=${msg('Export their claims')}
      placement="top-end"
      ?empty=${claims().length === 0}
      .portion=${() => ({ claims: [...new Set(claims())] })}
    ></vr-export-menu>`;
  }

  protected override render() {
    const id = this.#openId;
    const open = id === undefined ? undefined : this.#desk.store.get('entity', id);
    const claimIds = this.#rows.find(({ entity }) => entity.id === id)?.claimIds ?? [];
    return html`<div class="sources ${open ? 'opened' : ''}" style=${this.#columns.style}>
      <div class="work" data-scroller>
        ${
          this.#rows.length === 0 && this.#loading.isDone
            ? this.#empty()
            : html`<header><h1>${msg('Who and what is named')}</h1></header>
              ${this.#failure()} ${id !== undefined && !open && this.#loading.isDone ? this.#missing() : nothing} ${this.#mergePreview()} ${this.#list()}`
        }
      </div>
      ${
        open
          ? html`${this.#columns.separator('right', msg('Width of the entity'), { hide: msg('Fold the entity'), show: msg('Show the entity') })}<vr-entity-panel
              ?hidden=${this.#columns.isFolded('right') && !PHONE.matches}
              .held=${open}
              .claimIds=${claimIds}
              @vr-gone=${this.#goTo}
              @vr-same=${(event: CustomEvent<string>) => this.#consider([open.id, event.detail])}
            ></vr-entity-panel>`
          : nothing
      }
    </div>`;
  }

  #goTo = (event: CustomEvent<string | undefined>): void => {
    this.router.go({ screen: 'entities', ...(event.detail ? { entityId: event.detail } : {}) });
  };

  #list() {
    if (this.#rows.length === 0)
      return this.#loading.failed === undefined
        ? html`<vr-skeleton label=${msg('Loading entities')}></vr-skeleton>`
        : nothing;
    return html`<div class="tw">
      <table class="stack entity-table" aria-rowcount=${this.#rows.length + 1}>
        <thead>
          <tr>
            <th>${this.#picker.allBox(msg('Select all entities'))}${msg('Preferred form')}</th>
            <th>${msg('Other forms')}</th>
            <th>${msg('Kind')}</th>
            <th class="n">${msg('Claims')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#drawn.draw(COLUMNS, (row, place) => this.#row(row, place))}
        </tbody>
      </table>
    </div>
    ${this.#selection()}`;
  }

  #row({ entity, claimIds }: EntityRow, place: number) {
    const isOpen = entity.id === this.#openId;
    return html`<tr data-id=${entity.id} data-index=${place} aria-rowindex=${place + 2} class=${isOpen ? 'cur' : ''}>
      <td class="full">
        ${this.#picker.box(entity.id, msg(str`Select “${isolated(entity.preferred)}”`))}
        <a class="tt" href="/entities/${entity.id}" dir="auto" aria-current=${isOpen ? 'true' : nothing}>${entity.preferred}</a>
      </td>
      <td class="full others" dir="auto">${others(entity)}</td>
      <td>${sayEntityKind(entity.kind)}</td>
      <td class="n">${sayNumber(claimIds.length)}</td>
    </tr>`;
  }

  #failure() {
    if (this.#loading.failed === undefined) return nothing;
    return html`<vr-banner tone="error" icon="warning">
      <strong>${msg('The entities could not be loaded.')}</strong> ${this.#loading.failed}
      <button class="btn" slot="actions" @click=${this.#loading.again}>${msg('Try again')}</button>
    </vr-banner>`;
  }

  #missing() {
    return html`<vr-banner icon="info">
      <strong>${msg('This entity is not here.')}</strong> ${msg('It may have been removed, or made one with another.')}
      <a class="btn quiet" slot="actions" href="/entities">${msg('Close')}</a>
    </vr-banner>`;
  }

  #empty() {
    return html`<vr-empty>
      <h1>${msg('Nobody is named yet')}</h1>
      <p>${msg('An entity is the person, organization or place that several claims name. Say of a claim which it names, while reading, or settle a conflict with “same entity, prefer a form”.')}</p>
      <div class="actions"><a class="btn pri" href="/read">${msg('Go on reading')}</a></div>
    </vr-empty>`;
  }
}

const others = ({ preferred, variants }: Entity): string =>
  variants
    .map(({ form }) => form)
    .filter(form => form !== preferred)
    .join(' · ');

declare global {
  interface HTMLElementTagNameMap {
    'vr-entities-screen': VrEntitiesScreen;
  }
}
