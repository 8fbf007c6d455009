import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { VirtualRows } from '../../elements/virtual-rows.ts';
import { isolated } from '../../localize/isolated.ts';
import { type GestureLine, gesturesIn } from './gestures.ts';
import type { HistoryLog } from './log.ts';
import { sayMore, toldOf, whomOf, whyOf } from './say-line.ts';
import { dayOf, sayDay, sayExactly, sayTime } from './say-when.ts';
import '../../elements/icon.ts';

type Row = { readonly day: string; readonly at: string } | GestureLine;

/** A row's usual height in CSS pixels, until it has been measured. */
const USUAL = 52;
const COLUMNS = 3;
/** Deeds that a row tells of its gesture. */
const TOLD = 3;

/** The log, newest first, day by day. Fires `vr-entry` with the first entry's number of the gesture that was chosen. */
@customElement('vr-history-list')
export class VrHistoryList extends LightElement {
  @property({ attribute: false }) log!: HistoryLog;
  /** What the log holds now, so that it is drawn anew. */
  @property({ attribute: false }) lines: HistoryLog['lines'] = [];
  /** An entry of the gesture that is looked at. */
  @property({ attribute: false }) current: number | undefined;
  #gestures: readonly GestureLine[] = [];
  #rows: readonly Row[] = [];
  readonly #drawn = new VirtualRows<Row>(this, keyOf, USUAL);
  #end: IntersectionObserver | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.disconnect();
    this.#end = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lines')) {
      this.#gestures = gesturesIn(this.lines);
      this.#rows = withDays(this.#gestures);
    }
    this.#drawn.take(this.#rows);
  }

  protected override render() {
    return html`<div class="tw log"><table class="entries" aria-label=${msg('The log')}>
      <colgroup><col class="time" /><col /><col class="by" /></colgroup>
      <thead class="vh"><tr><th>${msg('Time')}</th><th>${msg('What was done')}</th><th>${msg('By')}</th></tr></thead>
      <tbody>${this.#drawn.draw(COLUMNS, (row, place) => this.#row(row, place))}</tbody>
    </table></div>
    <div class="end" aria-hidden="true"></div>`;
  }

  #row(row: Row, place: number) {
    if ('day' in row)
      return html`<tr class="day" data-index=${place}><th colspan=${COLUMNS} scope="colgroup">${sayDay(row.at)}</th></tr>`;
    const { line, seqs } = row;
    const { names } = this.log;
    const why = whyOf(line);
    const isCurrent = this.current !== undefined && seqs.includes(this.current);
    const told = toldOf(line.deeds);
    const left = Math.max(0, told.length - TOLD) + line.more;
    return html`<tr data-index=${place} data-seq=${seqs[0]!} class=${isCurrent ? 'current' : ''}>
      <td class="time"><time datetime=${line.at} title=${sayExactly(line.at)}>${sayTime(line.at)}</time></td>
      <td class="what">
        <button class="entry" aria-current=${isCurrent ? 'true' : nothing} @click=${() => this.#choose(row)}>
          ${told
            .slice(0, TOLD)
            .map(
              ({ deed, what }) =>
                html`<span class="deed"><b dir="auto">${whomOf(deed, names)}</b> <span>${what}</span></span>`,
            )}
          ${left > 0 ? html`<span class="muted">${sayMore(left)}</span>` : nothing}
          ${why ? html`<span class="why" dir="auto">${why}</span>` : nothing}
        </button>
      </td>
      <td class="by" dir="auto">${isolated(line.by)}</td>
    </tr>`;
  }

  protected override updated(): void {
    if (this.#end) return;
    // What comes next is fetched before one comes to it.
    this.#end = new IntersectionObserver(
      seen => seen.some(one => one.isIntersecting) && void this.log.loadMore(),
      {
        root: this.closest('[data-scroller]'),
        rootMargin: '1200px',
      },
    );
    const end = this.querySelector('.end');
    if (end) this.#end.observe(end);
  }

  /** Looks again whether the end is near: an observer tells only of changes. */
  lookOn(): void {
    const end = this.querySelector('.end');
    if (!end || !this.#end) return;
    this.#end.unobserve(end);
    this.#end.observe(end);
  }

  /** The gesture that holds an entry. */
  gestureOf(seq: number): GestureLine | undefined {
    return this.#gestures.find(({ seqs }) => seqs.includes(seq));
  }

  /** Chooses the next gesture or the one before; the first where none is looked at. @returns whether there is one */
  step(by: 1 | -1, really: boolean): boolean {
    const now = this.#gestures.findIndex(
      ({ seqs }) => this.current !== undefined && seqs.includes(this.current),
    );
    const next = this.#gestures[now < 0 ? 0 : now + by];
    if (!next) return false;
    if (really) {
      this.#choose(next);
      void this.focusOn(next.seqs[0]!);
    }
    return true;
  }

  /** Brings a gesture into sight and the focus on it. */
  async focusOn(seq: number): Promise<void> {
    const button = () => this.querySelector<HTMLElement>(`tr[data-seq="${seq}"] .entry`);
    if (!button())
      await this.#drawn.show(this.#rows.findIndex(row => 'seqs' in row && row.seqs.includes(seq)));
    button()?.focus();
    button()?.scrollIntoView({ block: 'nearest' });
  }

  #choose({ seqs }: GestureLine): void {
    this.dispatchEvent(new CustomEvent('vr-entry', { detail: seqs[0]! }));
  }
}

const keyOf = (row: Row): string => ('day' in row ? row.day : String(row.seqs[0]));

/** Puts the days between gestures. */
function withDays(gestures: readonly GestureLine[]): Row[] {
  const rows: Row[] = [];
  let last = '';
  for (const gesture of gestures) {
    const { at } = gesture.line;
    const day = dayOf(at);
    if (day !== last) rows.push({ day, at });
    last = day;
    rows.push(gesture);
  }
  return rows;
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-history-list': VrHistoryList;
  }
}
