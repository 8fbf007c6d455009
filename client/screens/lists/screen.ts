import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Row } from '../../../shared/lists/align.ts';
import { rowFilters, rowOrders } from '../../../shared/lists/choose-rows.ts';
import type { FoundList } from '../../../shared/lists/found-list.ts';
import type { Asserted } from '../../../shared/lists/lengths.ts';
import { CommandsController } from '../../commands/controller.ts';
import { KeyHints } from '../../commands/hints.ts';
import { announce } from '../../elements/announcer.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { deskClaimsState } from '../../panels/desk-claims-state.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { SeenAs } from '../../router/seen-as.ts';
import { StoreController } from '../../store/context.ts';
import { listsCommands } from './commands.ts';
import { LaidLists } from './laid-lists.ts';
import type { RowsAsked } from './legend.ts';
import type { At, VrMatrix } from './matrix.ts';
import { RowDeeds } from './row-deeds.ts';
import type { Raising } from './row-panel.ts';
import { saveCsv } from './save-csv.ts';
import { documentTitle } from './say-list.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import './checks.ts';
import './legend.ts';
import './list-picker.ts';
import './lists.css';
import './matrix.ts';
import './row-panel.ts';

/** Which rows are shown where nobody has asked for some. */
const ALL_ROWS: RowsAsked = { filter: 'all', order: 'lists', words: '' };

/** Lists side by side: who stands on which, under what name, and whether numbers agree with lists. */
@customElement('vr-lists-screen')
export class VrListsScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'lists' };
  @consume({ context: routerContext }) private router!: Router;
  @state() private chosen: readonly string[] | undefined;
  @state() private asked: RowsAsked = ALL_ROWS;
  @state() private at: At | undefined;
  @state() private opened = false;
  @state() private picking = false;
  @state() private flagging = false;
  @query('vr-matrix') private matrix!: VrMatrix | null;
  #desk = new StoreController(this, 'claims', 'entities', 'conflicts', 'documents');
  #hints = new KeyHints(this);
  #laid = new LaidLists(this, () => this.#desk.store);
  #deeds = new RowDeeds(
    () => this.#desk.store,
    () => this.router,
  );

  constructor() {
    super();
    new HeadingFocus(this);
    new SeenAs(
      this,
      query => this.#read(query),
      query => this.#write(query),
    );
    new CommandsController(this, () =>
      listsCommands({
        row: (by, really) => this.#step(by, really),
        open: really => this.#open(this.at, really),
        flag: really => this.#flag(really),
        same: really => this.#same(this.at?.place ?? -1, really),
        different: really => this.#different(this.at?.place ?? -1, really),
        choose: really => this.#pick(really),
        close: really => this.#close(really),
        save: really => this.#save(really),
      }),
    );
  }

  protected override firstUpdated(): void {
    void this.#deeds.learn();
  }

  #read(query: URLSearchParams): void {
    this.chosen = query.has('lists') ? query.get('lists')!.split(',').filter(Boolean) : undefined;
    this.asked = {
      filter: rowFilters.find(filter => filter === query.get('show')) ?? ALL_ROWS.filter,
      order: rowOrders.find(order => order === query.get('order')) ?? ALL_ROWS.order,
      words: query.get('words') ?? '',
    };
    const row = query.get('row');
    this.at = row === null ? undefined : { row, place: Number(query.get('list') ?? -1) };
    this.opened = row !== null;
  }

  #write(query: URLSearchParams): void {
    if (this.chosen) query.set('lists', this.chosen.join(','));
    const { filter, order, words } = this.asked;
    if (filter !== ALL_ROWS.filter) query.set('show', filter);
    if (order !== ALL_ROWS.order) query.set('order', order);
    if (words !== '') query.set('words', words);
    if (this.opened && this.at) {
      query.set('row', this.at.row);
      if (this.at.place >= 0) query.set('list', String(this.at.place));
    }
  }

  protected override willUpdate(): void {
    this.#laid.lay({ chosen: this.chosen, ...this.asked });
    this.#follow();
  }

  /** A row may come to be known by an entity, or no longer be: one stays with whom it names. */
  #follow(): void {
    const { at } = this;
    const row = this.#laid.all.find(({ key }) => key === at?.row);
    if (row) this.#atClaim = firstOf(row)?.claimId;
    else if (at && this.#atClaim) {
      const names = ({ cells }: Row) =>
        cells.some(({ entries }) => entries.some(({ claimId }) => claimId === this.#atClaim));
      const now = this.#laid.all.find(names);
      if (now) this.at = { ...at, row: now.key };
    }
  }

  #atClaim: string | undefined;

  get #row(): Row | undefined {
    return this.opened ? this.#laid.all.find(({ key }) => key === this.at?.row) : undefined;
  }

  protected override render() {
    const row = this.#row;
    const { claims, found } = this.#laid;
    return html`<div class="lists ${row ? 'opened' : ''}">
      <div class="work" data-scroller>
        ${claims.state === 'ready' && found.length === 0 ? this.#empty() : this.#full(found)}
      </div>
      ${
        row
          ? html`<vr-row-panel
              .row=${row}
              .columns=${this.#laid.columns}
              .place=${this.at?.place ?? -1}
              ?flagging=${this.flagging}
              @vr-close=${() => this.#close(true)}
              @vr-flag=${() => this.#flag(true)}
              @vr-same=${(event: CustomEvent<number>) => this.#same(event.detail, true)}
              @vr-different=${(event: CustomEvent<number>) => this.#different(event.detail, true)}
              @vr-raise-row=${this.#raiseRow}
            ></vr-row-panel>`
          : nothing
      }
    </div>`;
  }

  #full(found: readonly FoundList[]) {
    return html`<header>
        <h1>${msg('Who stands on which list')}</h1>
        <span class="sp"></span>
        <button class="btn" aria-expanded=${this.picking ? 'true' : 'false'} title=${this.#hints.title(msg('Choose the lists'), 'lists.choose')} @click=${() => this.#pick(true)}>
          <vr-icon name="plus"></vr-icon>${msg('Lists')}
        </button>
        <button class="btn" aria-disabled=${this.#laid.rows.length === 0 ? 'true' : nothing} title=${this.#hints.title(msg('Save the table as CSV'), 'lists.save')} @click=${() => this.#save(true)}>
          <vr-icon name="download"></vr-icon>CSV
        </button>
      </header>
      ${deskClaimsState(this.#laid.claims, this.#laid.all.length === 0)}
      ${
        this.picking
          ? html`<vr-list-picker
              .lists=${found}
              .chosen=${this.#laid.lists.map(({ key }) => key)}
              .titleOf=${this.#titleOf}
              @vr-choose=${(event: CustomEvent<readonly string[]>) => {
                this.chosen = event.detail;
              }}
              @vr-close=${() => this.#pick(true)}
            ></vr-list-picker>`
          : nothing
      }
      ${found.length === 0 ? nothing : this.#table()}`;
  }

  #table() {
    if (this.#laid.lists.length === 0)
      return html`<vr-empty>
        <h1>${msg('No list is chosen')}</h1>
        <p>${msg('Choose two or more, of one document or of several, to see who stands on which.')}</p>
        <div class="actions"><button class="btn pri" @click=${() => this.#pick(true)}>${msg('Choose the lists')}</button></div>
      </vr-empty>`;
    return html`<vr-list-checks
        .asserted=${this.#laid.asserted}
        .lengths=${this.#laid.lengths}
        .columns=${this.#laid.columns}
        .titleOf=${this.#titleOf}
        .isDisputed=${(id: string) => this.#desk.store.inConflict(id)}
        @vr-raise-count=${this.#raiseCount}
      ></vr-list-checks>
      <vr-lists-legend
        .asked=${this.asked}
        ?comparing=${this.#laid.isComparing}
        @vr-rows=${this.#ask}
      ></vr-lists-legend>
      ${
        this.#laid.rows.length === 0
          ? html`<p class="none">${msg('No row is left by what is asked for.')} <button class="btn quiet" @click=${this.#showAll}>${msg('Show all rows')}</button></p>`
          : html`<vr-matrix
              .columns=${this.#laid.columns}
              .rows=${this.#laid.rows}
              .of=${this.#laid.all.length}
              .at=${this.at}
              ?grouped=${this.asked.order === 'country'}
              @vr-at=${this.#goTo}
              @vr-open-cell=${(event: CustomEvent<At>) => this.#open(event.detail, true)}
            ></vr-matrix>`
      }`;
  }

  #empty() {
    return html`<vr-empty>
      <h1>${msg('No lists yet')}</h1>
      <p>${msg('A list is made of claims: members by the list they stand on, the speakers of an event, signatories, or a passage that is marked as a list. Mark some while reading; then lay lists of several texts side by side here.')}</p>
      <div class="actions"><a class="btn pri" href="/read">${msg('Go on reading')}</a></div>
    </vr-empty>`;
  }

  #titleOf = (documentId: string): string => documentTitle(this.#desk.store, { documentId });

  #ask = (event: CustomEvent<RowsAsked>): void => {
    const isFiltered = event.detail.filter !== this.asked.filter;
    this.asked = event.detail;
    if (!isFiltered) return;
    void this.updateComplete.then(() => {
      const count = this.#laid.rows.length;
      announce(plural(count, msg(str`${sayNumber(count)} {row¦rows}`)));
    });
  };

  #showAll = (): void => {
    this.asked = { ...this.asked, filter: ALL_ROWS.filter, words: '' };
  };

  #goTo = (event: CustomEvent<At>): void => {
    if (event.detail.row !== this.at?.row) this.flagging = false;
    this.at = event.detail;
    this.opened = true;
    const entries = this.#row?.cells.flatMap(cell => cell.entries) ?? [];
    void this.#desk.store.loadClaims(entries.map(({ claimId }) => claimId)).catch(() => undefined);
  };

  #step(by: 1 | -1, really: boolean): boolean {
    const now = this.#laid.rows.findIndex(({ key }) => key === this.at?.row);
    const next = this.#laid.rows[now < 0 ? 0 : now + by];
    if (!next) return false;
    if (really) {
      this.at = { row: next.key, place: Math.max(0, this.at?.place ?? 0) };
      this.opened = true;
      this.flagging = false;
      void this.updateComplete.then(() => this.matrix?.focusCell());
    }
    return true;
  }

  #open(at: At | undefined, really: boolean): boolean {
    const row = this.#laid.all.find(({ key }) => key === at?.row);
    const entry = row?.cells[at!.place]?.entries[0] ?? (at?.place === -1 ? firstOf(row) : undefined);
    const documentId = entry && this.#desk.store.get('claim', entry.claimId)?.object.anchor.documentId;
    if (!documentId) return false;
    if (really) this.router.go({ screen: 'read', documentId, claimId: entry.claimId });
    return true;
  }

  #flag(really: boolean): boolean {
    const claims = this.#row?.cells.flatMap(({ entries }) => entries.filter(({ isWords }) => !isWords)) ?? [];
    if (claims.length < 2) return false;
    if (really) {
      this.flagging = !this.flagging;
      if (this.flagging)
        void this.updateComplete.then(async () => {
          const panel = this.querySelector('vr-row-panel');
          await panel?.updateComplete;
          panel?.querySelector<HTMLElement>('select')?.focus();
        });
      else void this.matrix?.focusCell();
    }
    return true;
  }

  #pick(really: boolean): boolean {
    if (really) {
      this.picking = !this.picking;
      if (this.picking)
        void this.updateComplete.then(async () => {
          const picker = this.querySelector('vr-list-picker');
          await picker?.updateComplete;
          picker?.querySelector('input')?.focus();
        });
    }
    return this.#laid.found.length > 0;
  }

  #close(really: boolean): boolean {
    if (!this.picking && !this.opened) return false;
    if (really) {
      if (this.flagging) this.flagging = false;
      else if (this.picking) this.picking = false;
      else this.opened = false;
      void this.updateComplete.then(() => this.matrix?.focusCell());
    }
    return true;
  }

  #save(really: boolean): boolean {
    if (this.#laid.rows.length === 0) return false;
    if (really) saveCsv(this.#laid.columns, this.#laid.rows);
    return true;
  }

  #same(place: number, really: boolean): boolean {
    const row = this.#row;
    if (row?.cells[place]?.state !== 'uncertain') return false;
    if (really) void this.#deeds.same(row, place).then(() => this.#stay(row.form));
    return true;
  }

  #different(place: number, really: boolean): boolean {
    const row = this.#row;
    if (row?.cells[place]?.state !== 'uncertain') return false;
    if (really) {
      this.#deeds.different(row, place);
      this.#stay(row.form);
    }
    return true;
  }

  /** What was said may have given the row another key; one stays where one was. */
  #stay(form: string): void {
    const { store } = this.#desk;
    const place = this.at?.place ?? -1;
    const entity = store.objects.all('entity').find(({ object }) => object.preferred === form);
    if (entity) this.at = { row: entity.id, place };
    void this.updateComplete.then(() => this.matrix?.focusCell());
  }

  #raiseRow = (event: CustomEvent<Raising>): void => {
    const { claimIds, severity, reason } = event.detail;
    if (this.#deeds.raise(claimIds, { severity, reason })) {
      this.flagging = false;
      void this.updateComplete.then(() => this.matrix?.focusCell());
    }
  };

  /** The number against the lists: the claim of each list as a whole, else the first that stands in it. */
  #raiseCount = (event: CustomEvent<Asserted>): void => {
    const { claimId, places, listed } = event.detail;
    const others = places.map(place => {
      const list = this.#laid.lists[place]!;
      return list.claimId ?? list.entries[0]!.claimId;
    });
    const titles = places.map(place => this.#laid.columns[place]!.title).join(', ');
    const reason = plural(listed, msg(str`${sayNumber(listed)} {entry¦entries} listed: ${titles}`));
    const severity = event.detail.ratio >= 2 ? 'high' : 'medium';
    this.#deeds.raise([...new Set([claimId, ...others])], { severity, reason, kind: 'count-mismatch' });
  };
}

const firstOf = (row: Row | undefined) => row?.cells.flatMap(({ entries }) => entries)[0];

declare global {
  interface HTMLElementTagNameMap {
    'vr-lists-screen': VrListsScreen;
  }
}
