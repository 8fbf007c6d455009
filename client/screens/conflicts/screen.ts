import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { basisChanged } from '../../../shared/conflicts/basis.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import { LightElement } from '../../elements/light-element.ts';
import '../../elements/progress.ts';
import type { Router } from '../../router/router.ts';
import { routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import './conflicts.css';
import './desk.ts';
import type { VrConflictDesk } from './desk.ts';
import './queue.ts';
import { type QueueOrder, type QueueState, queueOf } from './queue-order.ts';

/** Beyond so many settled conflicts their claims are loaded only when one is opened, so "came back" shows then. */
const CHECK_SETTLED = 300;

/** The editor's desk: the queue on the left, the conflict in hand beside it. */
@customElement('vr-conflicts-screen')
export class VrConflictsScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'conflicts' };
  @consume({ context: routerContext }) private router!: Router;
  @state() private loading = true;
  @state() private failed: string | undefined;
  @state() private show: QueueState = 'open';
  @state() private order: QueueOrder = 'matters';
  #desk = new StoreController(this, 'conflicts', 'claims', 'sources');

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#key);
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    this.loading = true;
    this.failed = undefined;
    const { store } = this.#desk;
    try {
      await Promise.all([store.loadConflicts(), store.loadSources(), store.loadDocuments()]);
      const settled = store.objects.all('conflict').filter(held => held.object.state === 'settled');
      if (settled.length <= CHECK_SETTLED) await this.#loadClaims(settled);
    } catch (error) {
      this.failed = error instanceof Error ? error.message : String(error);
    }
    this.loading = false;
  }

  #loadClaims(conflicts: readonly Versioned<'conflict'>[]): Promise<void> {
    return this.#desk.store.loadClaims(
      conflicts.flatMap(held => held.object.sides.flatMap(side => side.claimIds)),
    );
  }

  #cameBack = (held: Versioned<'conflict'>): boolean =>
    held.object.state === 'settled' &&
    held.object.sides.every(side => side.claimIds.every(id => this.#desk.store.objects.get('claim', id))) &&
    basisChanged(held.object, id => this.#desk.store.get('claim', id)?.object);

  get #queue(): Versioned<'conflict'>[] {
    return queueOf(this.#desk.store.objects.all('conflict'), this.show, this.order, this.#cameBack);
  }

  get #asked(): string | undefined {
    return this.route.screen === 'conflicts' ? this.route.conflictId : undefined;
  }

  /** The conflict that is asked for; where none is, the first of the queue, if there is room beside it. */
  get #shown(): Versioned<'conflict'> | undefined {
    if (this.#asked) return this.#desk.store.get('conflict', this.#asked);
    return matchMedia('(max-width: 760px)').matches ? undefined : this.#queue[0];
  }

  protected override updated(): void {
    const shown = this.#shown;
    const lacks = (id: string) => !this.#desk.store.objects.get('claim', id);
    if (!shown?.object.sides.some(side => side.claimIds.some(lacks))) return;
    this.#loadClaims([shown]).catch(error => {
      this.failed = error instanceof Error ? error.message : String(error);
    });
  }

  protected override render() {
    if (this.failed) {
      return html`<div class="work"><vr-banner tone="error" icon="alert">${msg(str`Conflicts could not be loaded: ${this.failed}`)}
        <button slot="actions" class="btn" @click=${() => this.#load()}>${msg('Try again')}</button></vr-banner></div>`;
    }
    const queue = this.#queue;
    if (this.loading && queue.length === 0)
      return html`<div class="work"><h1>${msg('Conflicts')}</h1><vr-progress></vr-progress></div>`;
    if (this.#desk.store.objects.all('conflict').length === 0) return this.#empty();
    const asked = this.#asked;
    const current = this.#shown;
    return html`<div class="cf ${current ? 'has-current' : ''}">
      <vr-conflict-queue .conflicts=${queue} .cameBack=${this.#cameBack} .current=${current?.id} .show=${this.show} .order=${this.order} @vr-queue=${this.#show}></vr-conflict-queue>
      ${
        current
          ? html`<div class="in-hand">${this.#phoneBar(queue, current)}<vr-conflict-desk .conflict=${current.object} @vr-decided=${() => this.#step(1, queue, current)}></vr-conflict-desk></div>`
          : html`<div class="desk none">${asked ? html`<p>${msg('This conflict is not here: it was removed, or the link is wrong.')}</p>` : html`<p>${this.show === 'open' ? msg('Nothing is open. Settled conflicts can be shown from the list above.') : msg('Choose a conflict.')}</p>`}</div>`
      }
    </div>`;
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
      <button class="ib" aria-label=${msg('Previous')} @click=${() => this.#step(-1, queue, current)}><vr-icon name="chevron-up"></vr-icon></button>
      <button class="ib" aria-label=${msg('Next')} @click=${() => this.#step(1, queue, current)}><vr-icon name="chevron-down"></vr-icon></button>
    </nav>`;
  }

  #show = (event: CustomEvent<{ state: QueueState; order: QueueOrder }>): void => {
    this.show = event.detail.state;
    this.order = event.detail.order;
  };

  /** Goes along the queue; from a conflict that has just left it, to what stands where it stood. */
  #step(
    direction: 1 | -1,
    queue: readonly Versioned<'conflict'>[],
    current: Versioned<'conflict'> | undefined,
  ): void {
    const at = queue.findIndex(held => held.id === current?.id);
    const next = queue[at < 0 ? 0 : at + direction];
    if (next) this.router.go({ screen: 'conflicts', conflictId: next.id });
  }

  #key = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (
      target instanceof Element &&
      target.matches('input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable]')
    ) {
      if (event.key === 'Escape') (target as HTMLElement).blur();
      return;
    }
    const queue = this.#queue;
    const shown = this.#shown;
    if (event.key === 'j' || event.key === 'k') this.#step(event.key === 'j' ? 1 : -1, queue, shown);
    else if (event.key === 'o' && shown) this.#openPassage(shown);
    else if (!this.querySelector<VrConflictDesk>('vr-conflict-desk')?.key(event.key)) return;
    event.preventDefault();
  };

  #openPassage(held: Versioned<'conflict'>): void {
    const claim = this.#desk.store.get('claim', held.object.sides[0]!.claimIds[0]!)?.object;
    if (claim) this.router.go({ screen: 'read', documentId: claim.anchor.documentId, claimId: claim.id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-conflicts-screen': VrConflictsScreen;
  }
}
