import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Entity } from '../../../shared/model/entity.ts';
import { CommandsController } from '../../commands/controller.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { VirtualRows } from '../../elements/virtual-rows.ts';
import { whyOf } from '../../frame/why.ts';
import { sayNumber } from '../../localize/locale.ts';
import { sayEntityKind } from '../../localize/say-entity-kind.ts';
import { Columns } from '../../panels/columns.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { entityCommands } from './commands.ts';
import { type EntityRow, entityRows } from './entity-rows.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import '../../elements/skeleton.ts';
import '../sources/sources.css';
import './entities.css';
import './entity-panel.ts';

const PHONE = matchMedia('(max-width: 760px)');
/** A row's usual height in CSS pixels, until it has been measured. */
const USUAL = 58;
const COLUMNS = 4;

/** People, organizations and places that claims name: which form is preferred, which others were seen, and where. */
@customElement('vr-entities-screen')
export class VrEntitiesScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'entities' };
  @consume({ context: routerContext }) private router!: Router;
  @state() private loaded = false;
  @state() private failed: string | undefined;
  #uses: ReadonlyMap<string, readonly string[]> = new Map();
  #desk = new StoreController(this, 'entities', 'claims', 'documents');
  readonly #columns = new Columns('entities', { right: { usual: 420, least: 320, most: 720 } }, () =>
    this.requestUpdate(),
  );
  #drawn = new VirtualRows<EntityRow>(this, row => row.entity.id, USUAL);
  #rows: readonly EntityRow[] = [];

  constructor() {
    super();
    new HeadingFocus(this);
    new CommandsController(this, () =>
      entityCommands({
        rows: () => this.#rows.map(({ entity }) => entity.id),
        open: () => this.#openId,
        fold: () => this.#columns.fold('right'),
      }),
    );
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    const { store } = this.#desk;
    this.failed = undefined;
    try {
      this.#uses = await store.loadEntities();
      this.loaded = true;
    } catch (error) {
      this.failed = whyOf(error);
    }
  }

  get #openId(): string | undefined {
    return this.route.screen === 'entities' ? this.route.entityId : undefined;
  }

  protected override willUpdate(): void {
    this.#rows = entityRows(this.#desk.store, this.#uses);
    this.#drawn.take([...this.#rows]);
  }

  protected override render() {
    const id = this.#openId;
    const open = id === undefined ? undefined : this.#desk.store.get('entity', id);
    const claimIds = this.#rows.find(({ entity }) => entity.id === id)?.claimIds ?? [];
    return html`<div class="sources ${open ? 'opened' : ''}" style=${this.#columns.style}>
      <div class="work" data-scroller>
        ${
          this.#rows.length === 0 && this.loaded
            ? this.#empty()
            : html`<header><h1>${msg('Who and what is named')}</h1></header>
              ${this.#failure()} ${id !== undefined && !open && this.loaded ? this.#missing() : nothing} ${this.#list()}`
        }
      </div>
      ${
        open
          ? html`${this.#columns.separator('right', msg('Width of the entity'), { hide: msg('Fold the entity'), show: msg('Show the entity') })}<vr-entity-panel
              ?hidden=${this.#columns.isFolded('right') && !PHONE.matches}
              .held=${open}
              .claimIds=${claimIds}
              @vr-gone=${this.#goTo}
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
      return this.failed === undefined
        ? html`<vr-skeleton label=${msg('Loading entities')}></vr-skeleton>`
        : nothing;
    return html`<div class="tw">
      <table class="stack entity-table" aria-rowcount=${this.#rows.length + 1}>
        <thead>
          <tr>
            <th>${msg('Preferred form')}</th>
            <th>${msg('Other forms')}</th>
            <th>${msg('Kind')}</th>
            <th class="n">${msg('Claims')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#drawn.draw(COLUMNS, (row, place) => this.#row(row, place))}
        </tbody>
      </table>
    </div>`;
  }

  #row({ entity, claimIds }: EntityRow, place: number) {
    const isOpen = entity.id === this.#openId;
    return html`<tr data-id=${entity.id} data-index=${place} aria-rowindex=${place + 2} class=${isOpen ? 'cur' : ''}>
      <td class="full">
        <a class="tt" href="/entities/${entity.id}" dir="auto" aria-current=${isOpen ? 'true' : nothing}>${entity.preferred}</a>
      </td>
      <td class="full others" dir="auto">${others(entity)}</td>
      <td>${sayEntityKind(entity.kind)}</td>
      <td class="n">${sayNumber(claimIds.length)}</td>
    </tr>`;
  }

  #failure() {
    if (this.failed === undefined) return nothing;
    return html`<vr-banner tone="error" icon="warning">
      <strong>${msg('The entities could not be loaded.')}</strong> ${this.failed}
      <button class="btn" slot="actions" @click=${() => void this.#load()}>${msg('Try again')}</button>
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
