import { msg, str } from '@lit/localize';
import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Versioned } from '../../../shared/model/change.ts';
import { decisionInForce } from '../../../shared/model/conflict.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { stepLabel } from '../../localize/say-step.ts';
import '../../elements/icon.ts';
import { LightElement } from '../../elements/light-element.ts';
import { RowPicker } from '../../elements/row-picker.ts';
import '../../elements/selection-bar.ts';
import type { QueueOrder, QueueState } from './queue-order.ts';
import { placesOf, sayAge, sayKind, sayPlaces, severitySign } from './say.ts';

/** Fired when the queue is to show something else or in another order. */
export class QueueEvent extends CustomEvent<{ readonly state: QueueState; readonly order: QueueOrder }> {
  constructor(detail: { readonly state: QueueState; readonly order: QueueOrder }) {
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
            <option value="open">${msg('Open')}</option><option value="settled">${msg('Settled')}</option><option value="all">${msg('All')}</option>
          </select>
        </label>
        <label class="pick"><span class="vh">${msg('Order')}</span>
          <select class="sel" .value=${this.order} @change=${(event: Event) => this.#change({ order: (event.target as HTMLSelectElement).value as QueueOrder })}>
            <option value="matters">${msg('What matters')}</option><option value="newest">${msg('Newest')}</option><option value="oldest">${msg('Oldest')}</option>
          </select>
        </label>
      </div>
      <div class="scroll" ${ref(this.#scroller)}>
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

  #heading() {
    const count = this.conflicts.length;
    if (this.show === 'open') {
      const back = this.conflicts.filter(this.cameBack).length;
      return html`${msg(str`${sayNumber(count - back)} open`)}${back > 0 ? html` <small>${msg(str`${sayNumber(back)} came back`)}</small>` : nothing}`;
    }
    return this.show === 'settled'
      ? msg(str`${sayNumber(count)} settled`)
      : msg(str`${sayNumber(count)} in all`);
  }

  #row(held: Versioned<'conflict'>) {
    const { id, object } = held;
    const decided = decisionInForce(object);
    return html`${this.picker.box(id, msg(str`Select “${isolated(object.title)}”`))}<a class="qi" href="/conflicts/${id}" aria-current=${id === this.current ? 'true' : nothing}>
      <span class="sv ${object.severity}" role="img" aria-label=${stepLabel('severity', object.severity)}>${severitySign[object.severity]}</span>
      <span class="v" dir="auto">${object.title}</span>
      <span class="mt"><span class="mono">${sayKind(object.kind)}</span> · ${sayPlaces(placesOf(object))}, ${decided ? msg(str`settled by ${isolated(decided.by)}`) : `${sayAge(object.raisedAt, new Date())}, ${isolated(object.raisedBy)}`}</span>
      ${this.cameBack(held) ? html`<span class="back"><vr-icon name="reopen"></vr-icon> ${msg('Came back: what it rests on has changed')}</span>` : nothing}
    </a>`;
  }

  #change(what: Partial<{ state: QueueState; order: QueueOrder }>): void {
    this.dispatchEvent(new QueueEvent({ state: this.show, order: this.order, ...what }));
  }
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
