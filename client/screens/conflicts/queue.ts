import { msg, str } from '@lit/localize';
import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FindingsProgress } from '../../../shared/api/routes/findings.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { decisionInForce } from '../../../shared/model/conflict.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { sayConflict } from '../../localize/say-conflict.ts';
import { stepLabel, stepsOf } from '../../localize/say-step.ts';
import type { FoundCase } from './found/cases.ts';
import { counted, type Gravity, passes, type QueueFilter, rulesOf, wholeQueue } from './found/filter.ts';
import '../../elements/progress.ts';
import './found/dismissed.ts';
import '../../elements/icon.ts';
import { LightElement } from '../../elements/light-element.ts';
import { RowPicker } from '../../elements/row-picker.ts';
import '../../elements/selection-bar.ts';
import type { QueueOrder, QueueState } from './queue-order.ts';
import { placesOf, sayAge, sayKind, sayPlaces, severitySign } from './say.ts';

/** What the queue shows and in which order. */
export interface QueueLook {
  readonly state: QueueState;
  readonly order: QueueOrder;
  readonly filter: QueueFilter;
}

/** Fired when the queue is to show something else or in another order. */
export class QueueEvent extends CustomEvent<QueueLook> {
  constructor(detail: QueueLook) {
    super('vr-queue', { detail, bubbles: true });
  }
}

/** Conflicts waiting, in the order in which they matter. */
@customElement('vr-conflict-queue')
export class VrConflictQueue extends LightElement {
  @property({ attribute: false }) conflicts: readonly Versioned<'conflict'>[] = [];
  @property({ attribute: false }) cameBack: (held: Versioned<'conflict'>) => boolean = () => false;
  @property() current: string | undefined;
  @property() show: QueueState = 'open';
  @property() order: QueueOrder = 'matters';
  @property({ attribute: false }) filter: QueueFilter = wholeQueue;
  /** All that there is, whatever the queue is narrowed to. */
  @property({ attribute: false }) all: readonly Versioned<'conflict'>[] = [];
  /** What a rule found, where it is not on the record yet. */
  @property({ attribute: false }) foundOf: (held: Versioned<'conflict'>) => FoundCase | undefined = () =>
    undefined;
  /** How far the search for contradictions has come. */
  @property({ attribute: false }) progress: FindingsProgress | undefined;
  /** What was found is from before the server went away. */
  @property({ type: Boolean }) stale = false;
  /** What can be done with the conflicts that are selected. */
  @property({ attribute: false }) deeds: unknown = nothing;
  /** Which conflicts are selected. */
  readonly picker = new RowPicker(this, {
    ids: () => this.conflicts.map(({ id }) => id),
    at: () => this.current,
    step: by => this.dispatchEvent(new CustomEvent('vr-step', { detail: by, bubbles: true })),
    changed: () => this.dispatchEvent(new CustomEvent('vr-picked')),
  });
  #scroller = createRef<HTMLElement>();
  #rows = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    getScrollElement: () => this.#scroller.value ?? null,
    count: 0,
    estimateSize: () => 66,
    getItemKey: index => this.conflicts[index]?.id ?? index,
    overscan: 8,
  });

  #measured = new WeakSet<Element>();

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('conflicts')) return;
    const rows = this.#rows.getVirtualizer();
    // New options make the virtualizer lay everything out anew; most updates change nothing of that.
    if (sameIds(changed.get('conflicts') as typeof this.conflicts | undefined, this.conflicts)) return;
    const { conflicts } = this;
    rows.setOptions({
      ...rows.options,
      count: conflicts.length,
      getItemKey: index => conflicts[index]?.id ?? index,
    });
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const rows = this.#rows.getVirtualizer();
    for (const row of this.querySelectorAll<HTMLElement>('.rows > li')) {
      if (this.#measured.has(row)) continue;
      this.#measured.add(row);
      rows.measureElement(row);
    }
    if (changed.has('current') && this.current) this.#show(this.current);
  }

  /** Brings a row into the window; the focus goes along if it was on a row. */
  #show(id: string): void {
    const index = this.conflicts.findIndex(held => held.id === id);
    if (index < 0) return;
    const hadFocus = this.contains(document.activeElement?.closest('.qi') ?? null);
    this.#rows.getVirtualizer().scrollToIndex(index, { align: 'auto' });
    if (hadFocus) this.querySelector<HTMLElement>('.qi[aria-current]')?.focus();
  }

  protected override render() {
    const rows = this.#rows.getVirtualizer();
    return html`<aside class="queue" aria-label=${msg('Queue')}>
      <div class="qh">
        <h2>${this.#heading()}</h2>
        <label class="pick"><span class="vh">${msg('Show')}</span>
          <select class="sel" .value=${this.show} @change=${(event: Event) => this.#change({ state: (event.target as HTMLSelectElement).value as QueueState })}>
            <option value="open">${msg('Open')}</option><option value="settled">${msg('Settled')}</option><option value="dismissed">${msg('Dismissed')}</option><option value="all">${msg('All')}</option>
          </select>
        </label>
        <label class="pick"><span class="vh">${msg('Order')}</span>
          <select class="sel" .value=${this.order} @change=${(event: Event) => this.#change({ order: (event.target as HTMLSelectElement).value as QueueOrder })}>
            <option value="matters">${msg('What matters')}</option><option value="newest">${msg('Newest')}</option><option value="oldest">${msg('Oldest')}</option>
          </select>
        </label>
        ${this.show === 'dismissed' ? nothing : this.#narrowing()}
      </div>
      ${this.#search()}
      ${this.show === 'dismissed' ? html`<div class="scroll"><vr-dismissed></vr-dismissed></div>` : nothing}
      <div class="scroll" ?hidden=${this.show === 'dismissed'} ${ref(this.#scroller)}>
        <ul class="rows" style="height:${rows.getTotalSize()}px">
          ${repeat(
            rows.getVirtualItems(),
            item => item.key,
            item =>
              html`<li data-id=${this.conflicts[item.index]!.id} data-index=${item.index} style="transform:translateY(${item.start}px)" aria-setsize=${this.conflicts.length} aria-posinset=${item.index + 1}>${this.#row(this.conflicts[item.index]!)}</li>`,
          )}
        </ul>
      </div>
      <vr-selection-bar
        .count=${this.picker.picked.size}
        .of=${this.conflicts.length}
        .deeds=${this.deeds}
        @vr-select=${(event: CustomEvent<'all' | 'none'>) => (event.detail === 'all' ? this.picker.all() : this.picker.clear())}
      ></vr-selection-bar>
    </aside>`;
  }

  #narrowing() {
    const { gravity, kind, rule } = this.filter;
    const inState = this.all.filter(held => this.show === 'all' || held.object.state === this.show);
    const kinds = counted(
      inState.filter(held => passes(held, this.foundOf(held), { gravity })),
      held => [held.object.kind],
    );
    const rules = counted(
      inState.filter(held => passes(held, this.foundOf(held), { gravity, ...(kind ? { kind } : {}) })),
      held => rulesOf(held, this.foundOf(held)),
    );
    return html`<div class="narrow">
      <label class="pick"><span class="vh">${msg('Severity')}</span>
        <select class="sel" @change=${this.#onGravity}>
          <option value="matters" ?selected=${gravity === 'matters'}>${msg('No remarks')}</option>
          ${stepsOf('severity').map(({ code, label }) => html`<option value=${code} ?selected=${gravity === code}>${label}</option>`)}
          <option value="all" ?selected=${gravity === 'all'}>${msg('With remarks')}</option>
        </select>
      </label>
      ${this.#choice(msg('Kind'), msg('All kinds'), kind, kinds, sayKind, chosen => this.#narrow({ kind: chosen, rule: undefined }))}
      ${this.#choice(
        msg('Rule'),
        msg('All rules'),
        rule,
        rules,
        one => (one === 'by-hand' ? msg('by hand') : one),
        chosen => this.#narrow({ rule: chosen }),
      )}
    </div>`;
  }

  #choice(
    name: string,
    none: string,
    chosen: string | undefined,
    options: readonly (readonly [string, number])[],
    say: (option: string) => string,
    choose: (option: string | undefined) => void,
  ) {
    const all =
      chosen === undefined || options.some(([one]) => one === chosen)
        ? options
        : [...options, [chosen, 0] as const];
    return html`<label class="pick"><span class="vh">${name}</span>
      <select class="sel" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || undefined)}>
        <option value="" ?selected=${chosen === undefined}>${none}</option>
        ${all.map(([one, count]) => html`<option value=${one} ?selected=${one === chosen}>${say(one)} (${sayNumber(count)})</option>`)}
      </select>
    </label>`;
  }

  /** How the search for contradictions stands, where there is something to say. */
  #search() {
    if (this.stale)
      return html`<p class="searching small" role="status"><vr-icon name="offline"></vr-icon>${msg('What rules find was not rechecked: the server is away.')}</p>`;
    const { pending = 0, done = 0, total = 0 } = this.progress ?? {};
    if (pending === 0) return nothing;
    return html`<div class="searching small"><vr-progress .value=${total > 0 ? done / total : undefined} label=${msg('Looking for contradictions')}></vr-progress></div>`;
  }

  #onGravity = (event: Event): void =>
    this.#narrow({ gravity: (event.target as HTMLSelectElement).value as Gravity });

  #narrow(what: { [F in keyof QueueFilter]?: QueueFilter[F] | undefined }): void {
    const { gravity, kind, rule } = { ...this.filter, ...what };
    this.#change({
      filter: { gravity: gravity ?? 'matters', ...(kind ? { kind } : {}), ...(rule ? { rule } : {}) },
    });
  }

  #heading() {
    const count = this.conflicts.length;
    if (this.show === 'open') {
      const back = this.conflicts.filter(this.cameBack).length;
      return html`${msg(str`${sayNumber(count - back)} open`)}${back > 0 ? html` <small>${msg(str`${sayNumber(back)} came back`)}</small>` : nothing}`;
    }
    if (this.show === 'dismissed') return msg('Dismissed');
    return this.show === 'settled'
      ? msg(str`${sayNumber(count)} settled`)
      : msg(str`${sayNumber(count)} in all`);
  }

  #row(held: Versioned<'conflict'>) {
    const { id, object } = held;
    const found = this.foundOf(held);
    return html`${this.picker.box(id, msg(str`Select “${isolated(sayConflict(object))}”`))}<a class="qi" href="/conflicts/${id}" aria-current=${id === this.current ? 'true' : nothing}>
      <span class="sv ${object.severity}" role="img" aria-label=${stepLabel('severity', object.severity)}>${severitySign[object.severity]}</span>
      <span class="v" dir="auto">${sayConflict(object)}</span>
      <span class="mt"><span class="mono">${sayKind(object.kind)}</span> · ${sayPlaces(placesOf(object))}, ${sayOrigin(held, found)}</span>
      ${this.cameBack(held) || found?.told.returned ? html`<span class="back"><vr-icon name="reopen"></vr-icon> ${msg('Came back: what it rests on has changed')}</span>` : nothing}
    </a>`;
  }

  #change(what: Partial<QueueLook>): void {
    this.dispatchEvent(new QueueEvent({ state: this.show, order: this.order, filter: this.filter, ...what }));
  }
}

function sayOrigin({ object }: Versioned<'conflict'>, found: FoundCase | undefined): string {
  if (found) return msg('found by a rule');
  const decided = decisionInForce(object);
  return decided
    ? msg(str`settled by ${isolated(decided.by)}`)
    : `${sayAge(object.raisedAt, new Date())}, ${isolated(object.raisedBy)}`;
}

const sameIds = (
  before: readonly Versioned<'conflict'>[] | undefined,
  now: readonly Versioned<'conflict'>[],
): boolean => before?.length === now.length && now.every((held, i) => held.id === before[i]!.id);

declare global {
  interface HTMLElementTagNameMap {
    'vr-conflict-queue': VrConflictQueue;
  }
}
