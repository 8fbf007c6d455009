import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { FLAG } from '../../../../shared/claim-index/columns.ts';
import type { Workflow } from '../../../../shared/model/scales.ts';
import { withoutMarkup } from '../../../../shared/values/markup.ts';
import { FixedRows } from '../../../elements/fixed-rows.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { stepsOf } from '../../../localize/say-step.ts';
import { typeLabel } from '../../../localize/say-type.ts';
import { isDone } from '../claim-marks.ts';
import { asksNothing } from '../filter-address.ts';
import { CountingPanel } from '../panel.ts';
import { ListKeys, type RowList } from './list-keys.ts';
import { ListPress } from './list-press.ts';
import './claim-list.css';
import '../placing/retired-list.ts';
import './claims-bar.ts';

const PHONE = matchMedia('(max-width: 760px)');
/** Words shown of a claim, in UTF-16 code units. */
const SHOWN = 160;

/** The claims of the document that are shown, one a row, to go through and to select for something done to all of them. */
@customElement('vr-claim-list')
export class VrClaimList extends CountingPanel implements RowList<number> {
  /** The row that keys move, by its place. */
  @state() private current = 0;
  /** Whether a tap selects instead of going there. */
  @state() private isSelecting = false;
  /** Whether claims that were retired or removed are listed instead. */
  @state() private showsRetired = false;
  readonly #rows = new FixedRows(
    this,
    '.cl-rows',
    () => (PHONE.matches ? 48 : 32),
    () => this.drawNow(),
  );
  readonly #keys = new ListKeys(this);
  readonly #press = new ListPress(this);
  #slots = new Uint32Array(0);
  #made: { version: number; documentId: string | undefined } = { version: -1, documentId: undefined };
  #focusSeen: string | undefined;
  #coming = false;
  /** Whether the list is to have the keyboard. */
  #isAwaited = false;

  // What keys and pointers need of the list.

  get length(): number {
    return this.#slots.length;
  }

  /** The slot of the claim at a place. */
  at(place: number): number {
    return this.#slots[place]!;
  }

  get place(): number {
    return this.current;
  }

  /** How many rows are in sight. */
  get page(): number {
    return this.#rows.page;
  }

  get selecting(): boolean {
    return this.isSelecting;
  }

  set selecting(selecting: boolean) {
    this.isSelecting = selecting;
    this.drawNow();
  }

  /** Moves to a row and shows its claim in the text. */
  goTo(place: number): void {
    if (this.length === 0) return;
    this.current = Math.min(Math.max(0, place), this.length - 1);
    this.#rows.show(this.current);
    const id = this.reading.claims!.table.idAt(this.at(this.current));
    this.#focusSeen = id;
    this.reading.focus(id);
    this.drawNow();
  }

  /** Draws anew what is selected. */
  picked(): void {
    this.drawNow();
    this.reading.tell();
  }

  /** Selects all that are shown. */
  pickAll(): void {
    this.reading.picked.all(this);
    this.picked();
  }

  /** Leaves the list for the claim, in the inspector. */
  open(): void {
    this.reading.isListing = false;
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  }

  /** Gives the keyboard back to the text. */
  leave(): void {
    this.#isAwaited = false;
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  }

  get selected() {
    return this.reading.picked;
  }

  /** Does what a key stands for to all that are selected. */
  act(key: string): boolean {
    return this.selected.size > 0 && this.querySelector('vr-claims-bar')!.key(key);
  }

  /** Gives the list the keyboard, as soon as its claims are here. */
  focusList(): void {
    this.#isAwaited = true;
    this.drawNow();
  }

  protected override updated(): void {
    const rows = this.#isAwaited ? this.querySelector<HTMLElement>('.cl-rows') : null;
    if (!rows) return;
    this.#isAwaited = false;
    rows.focus();
  }

  protected override render() {
    const { claims } = this.reading;
    if (!claims) return nothing;
    this.#renew();
    const { picked } = this.reading;
    if (this.showsRetired)
      return html`${this.#head()}<vr-retired-list .reading=${this.reading}></vr-retired-list>`;
    return html`${this.#head()}
      ${this.length === 0 ? this.#empty() : this.#list()}
      <vr-claims-bar
        .reading=${this.reading}
        .count=${picked.size}
        .of=${this.length}
        @vr-select=${(event: CustomEvent<'all' | 'none'>) => {
          if (event.detail === 'all') this.pickAll();
          else {
            picked.clear();
            this.isSelecting = false;
            this.picked();
          }
          this.focusList();
        }}
        @vr-list-focus=${() => this.focusList()}
      ></vr-claims-bar>`;
  }

  #head() {
    const { claims } = this.reading;
    const total = claims!.table.size;
    const says =
      this.length === total
        ? plural(total, msg(str`${sayNumber(total)} {claim¦claims}`))
        : msg(str`${sayNumber(this.length)} of ${sayNumber(total)} claims shown`);
    return html`<div class="cl-head">
      <span class="small muted num grow">${says}</span>
      <button
        class="btn quiet low"
        aria-pressed=${this.showsRetired ? 'true' : 'false'}
        title=${msg('Claims that were retired or removed, to bring them back')}
        @click=${() => {
          this.showsRetired = !this.showsRetired;
          this.drawNow();
        }}
      >
        ${msg('Retired')}
      </button>
      <button
        class="btn quiet low"
        aria-pressed=${this.isSelecting ? 'true' : 'false'}
        ?hidden=${this.length === 0 || this.showsRetired}
        @click=${() => {
          this.selecting = !this.isSelecting;
        }}
      >
        ${msg('Select')}<kbd class="dt">x</kbd>
      </button>
      <button class="btn quiet low" ?hidden=${this.length === 0 || this.showsRetired} @click=${() => this.pickAll()}>
        ${msg('Select all')}
      </button>
    </div>`;
  }

  #empty() {
    const { claims } = this.reading;
    return html`<div class="cl-empty small muted">
      ${
        asksNothing(claims!.filter)
          ? msg('No claims yet. Select words in the text and press a digit.')
          : html`${msg('No claim passes the filters.')}
              <button class="btn quiet low" @click=${() => this.reading.setFilter({})}>${msg('Show all claims')}</button>`
      }
    </div>`;
  }

  #list() {
    const height = PHONE.matches ? 48 : 32;
    const places = this.#rows.places(this.length);
    return html`<div
      class="cl-rows"
      role="grid"
      tabindex="0"
      aria-label=${msg('Claims')}
      aria-multiselectable="true"
      aria-rowcount=${this.length}
      aria-activedescendant="cl-${this.current}"
      @keydown=${this.#keys.hear}
      @pointerdown=${this.#press.down}
      @pointerup=${this.#press.up}
      @pointercancel=${this.#press.cancel}
      @click=${this.#press.click}
      @contextmenu=${this.#press.menu}
    >
      <div class="cl-all" style="height:${this.length * height}px" role="presentation">
        ${repeat(
          places,
          place => this.#slots[place],
          place => this.#row(place, place * height),
        )}
      </div>
    </div>`;
  }

  #row(place: number, top: number) {
    const { table } = this.reading.claims!;
    const slot = this.#slots[place]!;
    const { columns } = table;
    const isOn = this.reading.picked.has(slot);
    const type = table.types.words[columns.type[slot]!]!;
    const step = stepsOf('workflow')[columns.workflow[slot]!]!;
    const flags = columns.flags[slot]!;
    const done = isDone(step.code as Workflow);
    return html`<div
      id="cl-${place}"
      class="cl-row ${place === this.current ? 'on' : ''}"
      role="row"
      data-place=${place}
      aria-rowindex=${place + 1}
      aria-selected=${isOn ? 'true' : 'false'}
      style="transform:translateY(${top}px)"
    >
      <span class="bx" role="presentation"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M20 6 9 17l-5-5"></path></svg></span>
      <span class="cl-words" role="gridcell" dir="auto" lang=${this.reading.document?.language ?? nothing}
        ><span class="c sw t-${type}" data-s=${done ? 'checked' : 'open'} aria-hidden="true"></span
        ><span class="w">${this.#words(columns.start[slot]!, columns.end[slot]!)}</span><span class="vh">, ${typeLabel(type)}</span></span
      >
      <span class="cl-signs" role="gridcell"
        >${(flags & FLAG.conflict) !== 0 ? html`<b class="red" role="img" aria-label=${msg('in conflict')}>≠</b>` : nothing}${
          (flags & FLAG.evidence) !== 0
            ? html`<i class="ev-dot" role="img" aria-label=${msg('has evidence')}></i>`
            : nothing
        }<span class="st ${done ? 'done' : ''}" role="img" aria-label=${step.label} title=${step.label}>${done ? '✓' : step.code === 'open' ? '' : '…'}</span></span
      >
    </div>`;
  }

  /** The words of a claim; where their text is not at hand it is fetched, and the row drawn anew. */
  #words(start: number, end: number): string {
    const to = Math.min(end, start + SHOWN);
    const { text } = this.reading;
    const at = text?.atHand(start, to);
    if (at) return plain(at.slice(start, to), this.reading.document?.mediaType === 'text/x-wiki');
    if (text && !this.#coming) {
      this.#coming = true;
      void text
        .around(start, to)
        .catch(() => undefined)
        .then(() => {
          this.#coming = false;
          this.drawNow();
        });
    }
    return '…';
  }

  /** Lists anew when claims or filter have changed, and follows the claim that is focused elsewhere. */
  #renew(): void {
    const { claims, documentId, focused } = this.reading;
    const { version, table, test } = claims!;
    if (version !== this.#made.version || documentId !== this.#made.documentId) {
      this.#made = { version, documentId };
      const slots = new Uint32Array(table.size);
      let count = 0;
      for (const slot of table.order) if (test(slot)) slots[count++] = slot;
      this.#slots = slots.subarray(0, count);
      this.current = Math.min(this.current, Math.max(0, count - 1));
    }
    if (focused === this.#focusSeen) return;
    this.#focusSeen = focused;
    const place = focused ? this.#slots.indexOf(table.slotOf(focused)) : -1;
    if (place < 0) return;
    this.current = place;
    void this.updateComplete.then(() => this.#rows.show(place));
  }
}

/** Words in one line, without mark-up unless they are nothing else. */
function plain(words: string, isWiki: boolean): string {
  const bare = isWiki
    ? withoutMarkup(words)
        .replaceAll(/\[\[|\]\]/g, '')
        .trim()
    : '';
  return (bare || words).replace(/\s+/g, ' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-list': VrClaimList;
  }
}
