import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { basisChanged } from '../../../shared/conflicts/basis.ts';
import { hull } from '../../../shared/model/anchor.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { outcome, type Severity } from '../../../shared/model/scales.ts';
import { announce } from '../../elements/announcer.ts';
import { isolated } from '../../localize/isolated.ts';
import '../../panels/exporting/export-menu.ts';
import { sayConflict } from '../../localize/say-conflict.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import '../../elements/skeleton.ts';
import { CommandsController } from '../../commands/controller.ts';
import { copyLink } from '../../frame/copy-link.ts';
import { sayNumber } from '../../localize/locale.ts';
import { stepsOf } from '../../localize/say-step.ts';
import { Columns } from '../../panels/columns.ts';
import { selectionCommands } from '../../panels/selection-commands.ts';
import { rangeToText } from '../../router/range-address.ts';
import type { Router } from '../../router/router.ts';
import { routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { SeenAs } from '../../router/seen-as.ts';
import { StoreController } from '../../store/context.ts';
import { setSeverityOfAll, settleAsNone } from './bulk.ts';
import { type ConflictsDesk, conflictsCommands } from './commands.ts';
import './conflicts.css';
import './printing.css';
import './desk.ts';
import { foundId, isFoundId } from '../../panels/found/found-id.ts';
import type { VrConflictDesk } from './desk.ts';
import { type FoundCase, FoundCases } from './found/cases.ts';
import { gravities, passes, type QueueFilter, wholeQueue } from './found/filter.ts';
import type { QueueLook } from './queue.ts';
import './queue.ts';
import { type QueueOrder, type QueueState, queueOf, queueOrders, queueStates } from './queue-order.ts';

const PHONE = matchMedia('(max-width: 760px)');
/** Beyond so many settled conflicts their claims are loaded only when one is opened, so "came back" shows then. */
const CHECK_SETTLED = 300;

/** The editor's desk: the queue on the left, the conflict in hand beside it. */
@customElement('vr-conflicts-screen')
export class VrConflictsScreen extends LightElement implements ConflictsDesk {
  @property({ attribute: false }) route: Route = { screen: 'conflicts' };
  @consume({ context: routerContext }) private router!: Router;
  @state() private loading = true;
  @state() private failed: string | undefined;
  @state() private show: QueueState = 'open';
  @state() private order: QueueOrder = 'matters';
  @state() private filter: QueueFilter = wholeQueue;
  readonly #columns = new Columns('conflicts', { left: { usual: 336, least: 240, most: 560 } }, () =>
    this.requestUpdate(),
  );
  #desk = new StoreController(this, 'conflicts', 'claims', 'sources', 'findings', 'refused');
  #cases: FoundCases | undefined;
  /** The conflict that is shown without having been asked for; it stays until another is. */
  #kept: string | undefined;
  /** The conflict whose title is to have the focus as soon as it is shown. */
  #arriving: string | undefined;

  constructor() {
    super();
    new HeadingFocus(this);
    new CommandsController(this, () => [
      ...conflictsCommands(this),
      ...selectionCommands('conflicts', msg('Conflicts'), () => this.#picker),
    ]);
    new SeenAs(
      this,
      query => {
        this.show = queueStates.find(state => state === query.get('show')) ?? this.show;
        this.order = queueOrders.find(order => order === query.get('order')) ?? this.order;
        const [kind, rule] = [query.get('kind') ?? undefined, query.get('rule') ?? undefined];
        this.filter = {
          gravity: gravities.find(gravity => gravity === query.get('severity')) ?? 'matters',
          ...(kind ? { kind } : {}),
          ...(rule ? { rule } : {}),
        };
      },
      query => {
        if (this.show !== 'open') query.set('show', this.show);
        if (this.order !== 'matters') query.set('order', this.order);
        const { gravity, kind, rule } = this.filter;
        if (gravity !== 'matters') query.set('severity', gravity);
        if (kind) query.set('kind', kind);
        if (rule) query.set('rule', rule);
      },
    );
    this.addEventListener('keydown', this.#leaveField);
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    this.loading = true;
    this.failed = undefined;
    const { store } = this.#desk;
    try {
      await Promise.all([
        store.loadConflicts(),
        store.loadSources(),
        store.loadEntities(),
        store.loadDocuments(),
        store.findings.isBegun ? undefined : store.findings.load(),
      ]);
      const settled = store.objects.all('conflict').filter(held => held.object.state === 'settled');
      if (settled.length <= CHECK_SETTLED) await this.#loadClaims(settled);
    } catch (error) {
      this.failed = error instanceof Error ? error.message : String(error);
    }
    this.loading = false;
  }

  #loadClaims(conflicts: readonly Versioned<'conflict'>[]): Promise<void> {
    const ids = conflicts.flatMap(held => {
      const proposed = this.#found.get(held.id)?.claims;
      return held.object.sides.flatMap(side => side.claimIds).filter(id => !proposed?.has(id));
    });
    return this.#desk.store.loadClaims(ids);
  }

  #cameBack = (held: Versioned<'conflict'>): boolean =>
    held.object.state === 'settled' && (this.#found.back(held.id) !== undefined || this.#isUndermined(held));

  #isUndermined = (held: Versioned<'conflict'>): boolean =>
    held.object.sides.every(side => side.claimIds.every(id => this.#desk.store.objects.get('claim', id))) &&
    basisChanged(held.object, id => this.#desk.store.get('claim', id)?.object);

  get #found(): FoundCases {
    this.#cases ??= new FoundCases(this.#desk.store);
    return this.#cases;
  }

  /** All that is on the record or found, whatever the queue is narrowed to. */
  get #all(): Versioned<'conflict'>[] {
    return [...this.#desk.store.objects.all('conflict'), ...this.#found.all.map(({ held }) => held)];
  }

  get #queue(): Versioned<'conflict'>[] {
    const wanted = this.#all.filter(held => passes(held, this.#found.get(held.id), this.filter));
    return queueOf(wanted, this.show, this.order, this.#cameBack);
  }

  get #asked(): string | undefined {
    return this.route.screen === 'conflicts' ? this.route.conflictId : undefined;
  }

  /** The conflict that is asked for; where none is, the first of the queue, if there is room beside it. */
  get #shown(): Versioned<'conflict'> | undefined {
    if (this.#asked) return this.#held(this.#asked);
    if (PHONE.matches) return undefined;
    // What others do to the queue takes nothing out of the editor's hands.
    const kept = this.#kept === undefined ? undefined : this.#held(this.#kept);
    return kept ?? this.#queue[0];
  }

  /** The conflict of an address; what was only found when the address was written may be on the record by now. */
  #held(id: string): Versioned<'conflict'> | undefined {
    if (!isFoundId(id)) return this.#desk.store.get('conflict', id);
    const recorded = () =>
      this.#desk.store.objects.all('conflict').find(({ object }) => foundId(object.key) === id);
    return this.#found.get(id)?.held ?? recorded();
  }

  protected override updated(): void {
    const shown = this.#shown;
    this.#kept = this.#asked ? undefined : shown?.id;
    this.#arrive(shown);
    const proposed = shown && this.#found.get(shown.id)?.claims;
    const lacks = (id: string) => !proposed?.has(id) && !this.#desk.store.objects.get('claim', id);
    if (!shown?.object.sides.some(side => side.claimIds.some(lacks))) return;
    this.#loadClaims([shown]).catch(error => {
      this.failed = error instanceof Error ? error.message : String(error);
    });
  }

  protected override render() {
    if (this.failed) {
      return html`<div class="work"><h1 class="vh">${msg('Conflicts')}</h1><vr-banner tone="error" icon="warning">${msg(str`Conflicts could not be loaded: ${this.failed}`)}
        <button slot="actions" class="btn" @click=${() => this.#load()}>${msg('Try again')}</button></vr-banner></div>`;
    }
    const queue = this.#queue;
    if (this.loading && queue.length === 0)
      return html`<div class="work"><h1>${msg('Conflicts')}</h1><vr-skeleton shape="desk" label=${msg('Loading conflicts')}></vr-skeleton></div>`;
    if (this.#all.length === 0) return this.#empty();
    const asked = this.#asked;
    const current = this.#shown;
    return html`<div class="cf ${current ? 'has-current' : ''}" style=${this.#columns.style}>
      ${current ? nothing : html`<h1 class="vh">${msg('Conflicts')}</h1>`}
      <vr-conflict-queue ?hidden=${this.#columns.isFolded('left') && !PHONE.matches} .conflicts=${queue} .cameBack=${this.#cameBack} .current=${current?.id} .show=${this.show} .order=${this.order} .filter=${this.filter} .all=${this.#all} .foundOf=${this.#foundOf} .progress=${this.#desk.store.findings.progress} ?stale=${this.#desk.store.findings.isStale} .deeds=${this.#deeds()} @vr-picked=${() => this.requestUpdate()} @vr-step=${(event: CustomEvent<1 | -1>) => this.step(event.detail, true)} @vr-queue=${this.#show}></vr-conflict-queue>
      ${this.#columns.separator('left', msg('Width of the queue'), { hide: msg('Fold the queue'), show: msg('Show the queue') })}
      ${
        current
          ? html`<div class="in-hand">${this.#phoneBar(queue, current)}<vr-conflict-desk .held=${current} .found=${this.#found.get(current.id)} .back=${this.#found.back(current.id)} @vr-decided=${() => this.#goOn(queue, current)}></vr-conflict-desk></div>`
          : html`<div class="desk none">${asked ? html`<p>${msg('This conflict is not here: it was removed, or the link is wrong.')}</p>` : html`<p>${this.show === 'open' ? msg('Nothing is open. Settled conflicts can be shown from the list above.') : msg('Choose a conflict.')}</p>`}</div>`
      }
    </div>`;
  }

  /** What can be done with the selected conflicts. */
  #deeds() {
    const picker = this.#picker;
    if (!picker || picker.picked.size === 0) return nothing;
    const { store } = this.#desk;
    return html`<form class="say" @submit=${this.#settle}>
        <input name="reason" required maxlength="20000" autocomplete="off" aria-label=${msg('Why none of them is a conflict')} placeholder=${msg('Why none of them is a conflict')} />
        <button class="btn pri">${msg('Not a conflict')}</button>
      </form>
      <span class="small muted">${msg('Severity')}</span>${stepsOf('severity').map(
        ({ code, label }) =>
          html`<button class="btn" aria-label=${msg(str`Severity of all selected: ${label}`)} @click=${() =>
            void setSeverityOfAll(
              store,
              picker.ids,
              picker.ids.map(id => this.#found.get(id)).filter(found => found !== undefined),
              code as Severity,
            )}>${label}</button>`,
      )}
      ${this.#exportClaims(picker.ids)}`;
  }

  /** Takes away the claims on all sides of what is selected. */
  #exportClaims(ids: readonly string[]) {
    const claims = () =>
      ids.flatMap(id => {
        const object = this.#desk.store.get('conflict', id)?.object;
        return object?.sides.flatMap(({ claimIds }) => claimIds) ?? [];
      });
    return html`<vr-export-menu
      label=${msg('Export their claims')}
      placement="top-end"
      ?empty=${claims().length === 0}
      .portion=${() => ({ claims: [...new Set(claims())] })}
    ></vr-export-menu>`;
  }

  #settle = (event: SubmitEvent): void => {
    event.preventDefault();
    const picker = this.#picker;
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim();
    if (!picker || reason === '') return;
    const found = picker.ids.map(id => this.#found.get(id)?.told).filter(told => told !== undefined);
    void settleAsNone(this.#desk.store, picker.ids, found, reason).then(done => {
      if (!done) return;
      picker.clear();
      const next = this.#queue[0];
      if (next) this.router.go({ screen: 'conflicts', conflictId: next.id });
      void this.updateComplete.then(() => this.#hand?.focusTitle());
    });
  };

  get #picker() {
    return this.querySelector('vr-conflict-queue')?.picker;
  }

  #empty() {
    return html`<div class="work"><vr-empty>
      <h1>${msg('Nothing disagrees yet')}</h1>
      <p>${msg('A conflict is raised between two claims that cannot both stand: in a text, focus a claim, press f, and pick the other side.')}</p>
      <div class="actions"><a class="btn pri" href="/library">${msg('Open a text')}</a></div>
    </vr-empty></div>`;
  }

  #phoneBar(queue: readonly Versioned<'conflict'>[], current: Versioned<'conflict'>) {
    const place = queue.findIndex(held => held.id === current.id);
    return html`<nav class="hand-nav" aria-label=${msg('Queue')}>
      <a class="btn quiet" href="/conflicts"><vr-icon name="arrow-left"></vr-icon>${msg('Queue')}</a>
      <span class="muted small">${place >= 0 ? msg(str`${place + 1} of ${queue.length}`) : nothing}</span>
      <button class="ib" aria-label=${msg('Previous')} @click=${() => this.step(-1, true)}><vr-icon name="chevron-up"></vr-icon></button>
      <button class="ib" aria-label=${msg('Next')} @click=${() => this.step(1, true)}><vr-icon name="chevron-down"></vr-icon></button>
    </nav>`;
  }

  #foundOf = (held: Versioned<'conflict'>): FoundCase | undefined => this.#found.get(held.id);

  #show = (event: CustomEvent<QueueLook>): void => {
    this.#kept = undefined;
    this.filter = event.detail.filter;
    this.show = event.detail.state;
    this.order = event.detail.order;
  };

  /** Goes along the queue; from a conflict that is not in it, to its beginning. */
  step(by: 1 | -1, really: boolean): boolean {
    const queue = this.#queue;
    const at = queue.findIndex(held => held.id === this.#shown?.id);
    const place = at < 0 ? 0 : at + by;
    const next = queue[place];
    if (next && really) {
      this.router.go({ screen: 'conflicts', conflictId: next.id });
      announce(
        msg(
          str`${isolated(sayConflict(next.object))}, ${sayNumber(place + 1)} of ${sayNumber(queue.length)}`,
        ),
      );
    }
    return next !== undefined;
  }

  /** Goes from a conflict that has just been decided to what stood after it, or else before it. */
  #goOn(queue: readonly Versioned<'conflict'>[], decided: Versioned<'conflict'>): void {
    const at = queue.findIndex(held => held.id === decided.id);
    const { id } = queue[at + 1] ?? queue[at - 1] ?? decided;
    this.#arriving = id;
    this.router.go({ screen: 'conflicts', conflictId: id });
    this.requestUpdate();
  }

  /** Where the keyboard was in a decision that is made now, it goes to the title of what has come after it. */
  #arrive(shown: Versioned<'conflict'> | undefined): void {
    if (this.#arriving === undefined || this.#arriving !== this.#asked || !shown) return;
    this.#arriving = undefined;
    void this.#hand?.updateComplete.then(() => this.#hand?.focusTitle());
  }

  get #hand(): VrConflictDesk | null {
    return this.querySelector('vr-conflict-desk');
  }

  get #isOpen(): boolean {
    return this.#shown?.object.state === 'open';
  }

  fold(really: boolean): boolean {
    if (really) this.#columns.fold('left');
    return true;
  }

  openPassage(really: boolean): boolean {
    const claims = this.#shown?.object.sides.flatMap(side => side.claimIds) ?? [];
    const proposed = this.#shown && this.#found.get(this.#shown.id)?.claims;
    const claim = claims
      .map(id => proposed?.get(id) ?? this.#desk.store.get('claim', id)?.object)
      .find(claim => claim !== undefined);
    if (claim && really) {
      const { documentId } = claim.anchor;
      const place = proposed?.has(claim.id)
        ? { query: `at=${rangeToText(hull(claim.anchor))}` }
        : { claimId: claim.id };
      this.router.go({ screen: 'read', documentId, ...place });
    }
    return claim !== undefined;
  }

  copyLink(really: boolean): boolean {
    const shown = this.#shown;
    if (shown && really)
      copyLink({ screen: 'conflicts', conflictId: shown.id }, msg('The link to this conflict is copied.'));
    return shown !== undefined;
  }

  choose(outcomeNumber: number, really: boolean): boolean {
    const step = outcome.steps[outcomeNumber - 1];
    if (really && step) this.#hand?.choose(step.code);
    return this.#isOpen && step !== undefined;
  }

  adopt(really: boolean): boolean {
    const against = this.#isOpen ? this.#hand?.groundAgainst : undefined;
    if (really && against) this.#hand?.adopt(against);
    return against !== undefined;
  }

  decide(really: boolean): boolean {
    if (really) this.#hand?.decide();
    return this.#isOpen;
  }

  write(what: 'dissent' | 'reopen', really: boolean): boolean {
    if (really) this.#hand?.write(what);
    return this.#shown?.object.state === 'settled';
  }

  /** Esc leaves the field one writes in, so that keys are commands again. */
  #leaveField = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const target = event.composedPath()[0];
    if (target instanceof HTMLElement && target.matches('input, textarea, select')) this.#hand?.focusTitle();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-conflicts-screen': VrConflictsScreen;
  }
}
