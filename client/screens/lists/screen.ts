import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Draft } from '../../../shared/change/draft.ts';
import { describe } from '../../../shared/claim-types/describe.ts';
import { raiseConflict } from '../../../shared/conflicts/raise.ts';
import { type Agreeing, sayDifferent, sayTheSame } from '../../../shared/lists/agree.ts';
import { alignLists, type Identity, identities, type Row } from '../../../shared/lists/align.ts';
import {
  chooseRows,
  type RowFilter,
  type RowOrder,
  rowFilters,
  rowOrders,
} from '../../../shared/lists/choose-rows.ts';
import { type FoundList, listsIn, listTypes } from '../../../shared/lists/found-list.ts';
import { type Asserted, assertedLengths, lengthsOf } from '../../../shared/lists/lengths.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { CommandsController } from '../../commands/controller.ts';
import { KeyHints } from '../../commands/hints.ts';
import { announce } from '../../elements/announcer.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { attempt } from '../../frame/commands.ts';
import { collator } from '../../localize/formatters.ts';
import { isolated } from '../../localize/isolated.ts';
import { locale, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { Derived } from '../../panels/derived.ts';
import { DeskClaims } from '../../panels/desk-claims.ts';
import { deskClaimsState } from '../../panels/desk-claims-state.ts';
import { Remembered } from '../../panels/remembered.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { SeenAs } from '../../router/seen-as.ts';
import { StoreController } from '../../store/context.ts';
import { newId } from '../../store/store.ts';
import { listsCommands } from './commands.ts';
import { Likenesses } from './likenesses.ts';
import type { At, Column, VrMatrix } from './matrix.ts';
import type { Raising } from './row-panel.ts';
import { saveCsv } from './save-csv.ts';
import { documentTitle, listTitle } from './say-list.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import './checks.ts';
import './list-picker.ts';
import './lists.css';
import './matrix.ts';
import './row-panel.ts';

/** So many lists are laid side by side where nobody has chosen. */
const USUAL = 6;
const NONE: readonly FoundList[] = [];
type Compare = (a: string, b: string) => number;
/** Claim types that are looked at: what lists are made of, and numbers. */
const wanted = (type: string) => listTypes(type) || type === 'count';

/** Lists side by side: who stands on which, under what name, and whether numbers agree with lists. */
@customElement('vr-lists-screen')
export class VrListsScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'lists' };
  @consume({ context: routerContext }) private router!: Router;
  @state() private chosen: readonly string[] | undefined;
  @state() private filter: RowFilter = 'all';
  @state() private order: RowOrder = 'lists';
  @state() private words = '';
  @state() private at: At | undefined;
  @state() private opened = false;
  @state() private picking = false;
  @state() private flagging = false;
  @query('vr-matrix') private matrix!: VrMatrix | null;
  #desk = new StoreController(this, 'claims', 'entities', 'conflicts', 'documents');
  #hints = new KeyHints(this);
  #claims = new DeskClaims(this, () => this.#desk.store, wanted);
  #likenesses = new Likenesses(this);
  #naming: ReadonlyMap<string, readonly string[]> = new Map();
  #found = new Derived(
    this,
    () => this.#desk.store,
    ['claims', 'documents'],
    () => [...this.#claims.byDocument.values()].flatMap(listsIn),
  );
  #entities = new Derived(
    this,
    () => this.#desk.store,
    ['entities'],
    () => this.#desk.store.objects.all('entity').map(({ object }) => object),
  );
  #counts = new Derived(
    this,
    () => this.#desk.store,
    ['claims'],
    () =>
      this.#desk.store.objects
        .all('claim')
        .map(({ object }) => object)
        .filter(({ type }) => type === 'count'),
  );
  /** Another one whenever other claims may be in conflict. */
  #disputed = new Derived(
    this,
    () => this.#desk.store,
    ['conflicts'],
    () => (id: string) => this.#desk.store.inConflict(id),
  );
  #choice = new Remembered((found: readonly FoundList[], chosen: readonly string[] | undefined) =>
    (chosen ?? this.#usual(found))
      .map(key => found.find(list => list.key === key))
      .filter((list): list is FoundList => list !== undefined),
  );
  #identified = new Remembered(identities);
  #aligned = new Remembered(alignLists);
  #chosenRows = new Remembered(
    (rows: readonly Row[], filter: RowFilter, order: RowOrder, words: string, compare: Compare) =>
      chooseRows(rows, { filter, order, words }, compare),
  );
  #headed = new Remembered((lists: readonly FoundList[], _locale: string, titles: string): Column[] => {
    const froms = titles.split('\n');
    return lists.map((list, place) => ({
      key: list.key,
      title: listTitle(list),
      from: froms[place] ?? '',
      length: list.entries.length,
    }));
  });
  #measured = new Remembered(lengthsOf);
  #held = new Remembered((counts: readonly Claim[], lists: readonly FoundList[], all: readonly Identity[]) =>
    assertedLengths(counts, lists, all, this.#languageOf),
  );
  #all: readonly Row[] = [];
  #rows: readonly Row[] = [];
  #lists: readonly FoundList[] = [];
  #columns: readonly Column[] = [];
  #lengths: ReturnType<typeof lengthsOf> = [];
  #asserted: readonly Asserted[] = [];

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
    void this.#desk.store
      .loadEntities()
      .then(naming => {
        this.#naming = naming;
      })
      .catch(() => undefined);
  }

  #read(query: URLSearchParams): void {
    this.chosen = query.has('lists') ? query.get('lists')!.split(',').filter(Boolean) : undefined;
    this.filter = rowFilters.find(filter => filter === query.get('show')) ?? 'all';
    this.order = rowOrders.find(order => order === query.get('order')) ?? 'lists';
    this.words = query.get('words') ?? '';
    const row = query.get('row');
    this.at = row === null ? undefined : { row, place: Number(query.get('list') ?? -1) };
    this.opened = row !== null;
  }

  #write(query: URLSearchParams): void {
    if (this.chosen) query.set('lists', this.chosen.join(','));
    if (this.filter !== 'all') query.set('show', this.filter);
    if (this.order !== 'lists') query.set('order', this.order);
    if (this.words !== '') query.set('words', this.words);
    if (this.opened && this.at) {
      query.set('row', this.at.row);
      if (this.at.place >= 0) query.set('list', String(this.at.place));
    }
  }

  /** The longest lists of the kind that most lists are of, parts of others aside. */
  #usual(found: readonly FoundList[]): readonly string[] {
    const whole = found.filter(({ within, of }) => within === undefined && of !== 'named');
    const size = (kind: string) =>
      whole.filter(list => list.kind === kind).reduce((sum, list) => sum + list.entries.length, 0);
    const kinds = [...new Set(whole.map(({ kind }) => kind))].sort((a, b) => size(b) - size(a));
    const longest = whole
      .filter(({ kind }) => kind === kinds[0])
      .sort((a, b) => b.entries.length - a.entries.length)
      .slice(0, USUAL);
    return found.filter(list => longest.includes(list)).map(({ key }) => key);
  }

  #languageOf = (id: string) => this.#desk.store.objects.get('document', id)?.object.language;

  protected override willUpdate(): void {
    const { store } = this.#desk;
    this.#lists = this.#choice.of(this.#claims.isWhole ? this.#found.value : NONE, this.chosen);
    const all = this.#identified.of(this.#lists, this.#entities.value);
    const likenesses = this.#likenesses.of(this.#lists, all, this.#languageOf);
    this.#all = this.#aligned.of(this.#lists, all, likenesses, this.#disputed.value);
    this.#follow();
    const { compare } = collator();
    this.#rows = this.#chosenRows.of(this.#all, this.filter, this.order, this.words, compare);
    const titles = this.#lists.map(list => documentTitle(store, list).replaceAll('\n', ' ')).join('\n');
    this.#columns = this.#headed.of(this.#lists, locale(), titles);
    this.#lengths = this.#measured.of(this.#lists, all);
    this.#asserted = this.#held.of(this.#counts.value, this.#lists, all);
  }

  /** A row may come to be known by an entity, or no longer be: one stays with whom it names. */
  #follow(): void {
    const { at } = this;
    const row = this.#all.find(({ key }) => key === at?.row);
    if (row) this.#atClaim = firstOf(row)?.claimId;
    else if (at && this.#atClaim) {
      const names = ({ cells }: Row) =>
        cells.some(({ entries }) => entries.some(({ claimId }) => claimId === this.#atClaim));
      const now = this.#all.find(names);
      if (now) this.at = { ...at, row: now.key };
    }
  }

  #atClaim: string | undefined;

  get #row(): Row | undefined {
    return this.opened ? this.#all.find(({ key }) => key === this.at?.row) : undefined;
  }

  protected override render() {
    const row = this.#row;
    const found = this.#claims.isWhole ? this.#found.value : NONE;
    return html`<div class="lists ${row ? 'opened' : ''}">
      <div class="work" data-scroller>
        ${this.#claims.state === 'ready' && found.length === 0 ? this.#empty() : this.#full(found)}
      </div>
      ${
        row
          ? html`<vr-row-panel
              .row=${row}
              .columns=${this.#columns}
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
        <button class="btn" aria-disabled=${this.#rows.length === 0 ? 'true' : nothing} title=${this.#hints.title(msg('Save the table as CSV'), 'lists.save')} @click=${() => this.#save(true)}>
          <vr-icon name="download"></vr-icon>CSV
        </button>
      </header>
      ${deskClaimsState(this.#claims, this.#all.length === 0)}
      ${
        this.picking
          ? html`<vr-list-picker
              .lists=${found}
              .chosen=${this.#lists.map(({ key }) => key)}
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
    if (this.#lists.length === 0)
      return html`<vr-empty>
        <h1>${msg('No list is chosen')}</h1>
        <p>${msg('Choose two or more, of one document or of several, to see who stands on which.')}</p>
        <div class="actions"><button class="btn pri" @click=${() => this.#pick(true)}>${msg('Choose the lists')}</button></div>
      </vr-empty>`;
    return html`<vr-list-checks
        .asserted=${this.#asserted}
        .lengths=${this.#lengths}
        .columns=${this.#columns}
        .titleOf=${this.#titleOf}
        .isDisputed=${(id: string) => this.#desk.store.inConflict(id)}
        @vr-raise-count=${this.#raiseCount}
      ></vr-list-checks>
      ${this.#legend()}
      ${
        this.#rows.length === 0
          ? html`<p class="none">${msg('No row is left by what is asked for.')} <button class="btn quiet" @click=${this.#showAll}>${msg('Show all rows')}</button></p>`
          : html`<vr-matrix
              .columns=${this.#columns}
              .rows=${this.#rows}
              .of=${this.#all.length}
              .at=${this.at}
              ?grouped=${this.order === 'country'}
              @vr-at=${this.#goTo}
              @vr-open-cell=${(event: CustomEvent<At>) => this.#open(event.detail, true)}
            ></vr-matrix>`
      }`;
  }

  #legend() {
    return html`<div class="legend">
      <span class="signs">
        <span><vr-icon name="check"></vr-icon> ${msg('present')}</span><span>– ${msg('absent')}</span>
        <span><b>≈</b> ${msg('other words')}</span
        ><span><i class="hatched" aria-hidden="true"></i> ${msg('uncertain: may be the same')}</span
        ><span class="red">≠ ${msg('in conflict')}</span>
      </span>
      <span class="filters">
        <input
          type="search"
          class="words"
          aria-label=${msg('Rows with these words')}
          placeholder=${msg('Words')}
          .value=${this.words}
          @input=${(event: Event) => {
            this.words = (event.target as HTMLInputElement).value;
          }}
        />
        <span class="pick"><select class="sel" aria-label=${msg('Rows that are shown')} @change=${this.#setFilter}>
          ${rowFilters.map(code => html`<option value=${code} ?selected=${code === this.filter}>${sayFilter(code)}</option>`)}
        </select></span>
        <span class="pick"><select class="sel" aria-label=${msg('Order of the rows')} @change=${this.#setOrder}>
          ${rowOrders.map(code => html`<option value=${code} ?selected=${code === this.order}>${sayOrder(code)}</option>`)}
        </select></span>
      </span>
      <span class="vh" role="status">${this.#likenesses.isPending ? msg('Comparing names …') : ''}</span>
    </div>`;
  }

  #empty() {
    return html`<vr-empty>
      <h1>${msg('No lists yet')}</h1>
      <p>${msg('A list is made of claims: members by the list they stand on, the speakers of an event, signatories, or a passage that is marked as a list. Mark some while reading; then lay lists of several texts side by side here.')}</p>
      <div class="actions"><a class="btn pri" href="/read">${msg('Go on reading')}</a></div>
    </vr-empty>`;
  }

  #titleOf = (documentId: string): string => documentTitle(this.#desk.store, { documentId });

  #setFilter = (event: Event): void => {
    this.filter = (event.target as HTMLSelectElement).value as RowFilter;
    void this.updateComplete.then(() => {
      const count = this.#rows.length;
      announce(plural(count, msg(str`${sayNumber(count)} {row¦rows}`)));
    });
  };

  #setOrder = (event: Event): void => {
    this.order = (event.target as HTMLSelectElement).value as RowOrder;
  };

  #showAll = (): void => {
    this.filter = 'all';
    this.words = '';
  };

  #goTo = (event: CustomEvent<At>): void => {
    if (event.detail.row !== this.at?.row) this.flagging = false;
    this.at = event.detail;
    this.opened = true;
    const entries = this.#row?.cells.flatMap(cell => cell.entries) ?? [];
    void this.#desk.store.loadClaims(entries.map(({ claimId }) => claimId)).catch(() => undefined);
  };

  #step(by: 1 | -1, really: boolean): boolean {
    const now = this.#rows.findIndex(({ key }) => key === this.at?.row);
    const next = this.#rows[now < 0 ? 0 : now + by];
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
    const row = this.#all.find(({ key }) => key === at?.row);
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
    return this.#found.value.length > 0;
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
    if (this.#rows.length === 0) return false;
    if (really) saveCsv(this.#columns, this.#rows);
    return true;
  }

  get #agreeing(): Agreeing {
    const { store } = this.#desk;
    return {
      claim: id => store.get('claim', id)?.object,
      entity: id => store.get('entity', id)?.object,
      naming: id => {
        const here = store.objects.all('claim').filter(({ object }) => object.entityId === id);
        const counted = (this.#naming.get(id) ?? []).filter(claim => store.get('claim', claim));
        return [...new Set([...counted, ...here.map(claim => claim.id)])];
      },
      newId,
    };
  }

  #same(place: number, really: boolean): boolean {
    const row = this.#row;
    const guest = row?.cells[place];
    if (!row || guest?.state !== 'uncertain') return false;
    if (really) {
      const { form } = row;
      const label = msg(str`One and the same: ${isolated(form)}`);
      void this.#withNaming().then(() => {
        this.#do(label, sayTheSame(row, place, this.#agreeing));
        this.#stay(form);
      });
    }
    return true;
  }

  /** Claims that name an entity must be here before it can become one with another. */
  async #withNaming(): Promise<void> {
    const { store } = this.#desk;
    const ids = this.#row?.cells.flatMap(({ entries }) =>
      entries.flatMap(({ entityId }) => this.#naming.get(entityId ?? '') ?? []),
    );
    await store.loadClaims(ids ?? []).catch(() => undefined);
  }

  #different(place: number, really: boolean): boolean {
    const row = this.#row;
    if (row?.cells[place]?.state !== 'uncertain') return false;
    if (really) {
      const form = row.form;
      this.#do(msg(str`Different: ${isolated(form)}`), sayDifferent(row, place, this.#agreeing));
      this.#stay(form);
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

  #do(label: string, drafts: readonly Draft[]): void {
    const { store } = this.#desk;
    if (drafts.length === 0) {
      toast(msg('No claim of this row could carry that.'));
      return;
    }
    const gesture = attempt(() => store.do(label, drafts));
    if (!gesture) return;
    toast(label, { action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) } });
  }

  #raiseRow = (event: CustomEvent<Raising>): void => {
    const { claimIds, severity, reason } = event.detail;
    if (this.#raise(claimIds, { severity, reason })) {
      this.flagging = false;
      void this.updateComplete.then(() => this.matrix?.focusCell());
    }
  };

  /** The number against the lists: the claim of each list as a whole, else the first that stands in it. */
  #raiseCount = (event: CustomEvent<Asserted>): void => {
    const { claimId, places, listed } = event.detail;
    const others = places.map(place => {
      const list = this.#lists[place]!;
      return list.claimId ?? list.entries[0]!.claimId;
    });
    const titles = places.map(place => this.#columns[place]!.title).join(', ');
    const reason = plural(listed, msg(str`${sayNumber(listed)} {entry¦entries} listed: ${titles}`));
    const severity = event.detail.ratio >= 2 ? 'high' : 'medium';
    this.#raise([...new Set([claimId, ...others])], { severity, reason, kind: 'count-mismatch' });
  };

  #raise(claimIds: readonly string[], flag: Parameters<typeof raiseConflict>[1]): boolean {
    const { store } = this.#desk;
    const claims = claimIds.map(id => store.get('claim', id)?.object).filter(claim => claim !== undefined);
    if (claims.length < 2) {
      toast(msg('A conflict needs two claims or more.'));
      return false;
    }
    const author = { by: store.signature, at: new Date().toISOString() };
    const { draft, conflict } = raiseConflict(
      claims,
      flag,
      claim => describe(claim, locale()),
      newId,
      author,
    );
    const label = msg(str`Conflict raised: ${isolated(conflict.title)}`);
    if (!attempt(() => store.do(label, [draft]))) return false;
    toast(label, {
      action: {
        label: msg('Open'),
        run: () => this.router.go({ screen: 'conflicts', conflictId: conflict.id }),
      },
    });
    return true;
  }
}

const firstOf = (row: Row | undefined) => row?.cells.flatMap(({ entries }) => entries)[0];

function sayFilter(filter: RowFilter): string {
  switch (filter) {
    case 'all':
      return msg('All rows');
    case 'differ':
      return msg('Only rows that differ');
    case 'shared':
      return msg('On every list');
    case 'single':
      return msg('On one list only');
    case 'uncertain':
      return msg('Uncertain');
    case 'conflict':
      return msg('In conflict');
  }
}

function sayOrder(order: RowOrder): string {
  switch (order) {
    case 'lists':
      return msg('As in the lists');
    case 'name':
      return msg('By name');
    case 'most':
      return msg('On most lists first');
    case 'country':
      return msg('By country');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-lists-screen': VrListsScreen;
  }
}
