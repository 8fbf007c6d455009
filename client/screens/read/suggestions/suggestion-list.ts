import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Offered } from '../../../../shared/api/found.ts';
import { claimTypes } from '../../../../shared/claim-types/registry.ts';
import { withoutMarkup } from '../../../../shared/values/markup.ts';
import { FixedRows } from '../../../elements/fixed-rows.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { typeLabel, typePlural } from '../../../localize/say-type.ts';
import { ListKeys, type RowList } from '../bulk/list-keys.ts';
import { ListPress } from '../bulk/list-press.ts';
import { CountingPanel } from '../panel.ts';
import { acceptAll, offeredAs, refuseAll } from './gestures.ts';
import '../../../elements/icon.ts';
import '../../../elements/progress.ts';
import '../../../elements/selection-bar.ts';
import './learning.ts';
import './refused-list.ts';
import './suggestion-card.ts';

const PHONE = matchMedia('(max-width: 760px)');

/** All suggestions of the text, those most worth checking first, to go through and to deal with many at once. */
@customElement('vr-suggestion-list')
export class VrSuggestionList extends CountingPanel implements RowList<string> {
  /** The row that keys move, by its place. */
  @state() private current = 0;
  @state() private isSelecting = false;
  /** Whether what was refused is listed instead. */
  @state() private showsRefused = false;
  readonly #rows = new FixedRows(
    this,
    '.sg-rows',
    () => (PHONE.matches ? 48 : 32),
    () => this.drawNow(),
  );
  readonly #keys = new ListKeys(this);
  readonly #press = new ListPress(this);
  #focusSeen: string | undefined;
  #isAwaited = false;

  get length(): number {
    return this.#listed.length;
  }

  at(place: number): string {
    return this.#listed[place]!.key;
  }

  get place(): number {
    return this.current;
  }

  get page(): number {
    return this.#rows.page;
  }

  get selected() {
    return this.reading.suggesting.picked;
  }

  get selecting(): boolean {
    return this.isSelecting;
  }

  set selecting(selecting: boolean) {
    this.isSelecting = selecting;
    this.drawNow();
  }

  /** Moves to a row and shows its words in the text. */
  goTo(place: number): void {
    if (this.length === 0) return;
    this.current = Math.min(Math.max(0, place), this.length - 1);
    this.#rows.show(this.current);
    const { key } = this.#listed[this.current]!;
    this.#focusSeen = key;
    this.reading.suggesting.focus(key);
    this.drawNow();
  }

  picked(): void {
    this.drawNow();
    this.reading.tell();
  }

  pickAll(): void {
    this.selected.all(this);
    this.picked();
  }

  /** Accepts what is selected, or the current one. */
  open(): void {
    void this.#deal(acceptAll);
  }

  leave(): void {
    this.#isAwaited = false;
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  }

  act(key: string): boolean {
    const type = claimTypes.find(({ digit }) => digit === key);
    if (type)
      void this.#deal((reading, all) =>
        acceptAll(
          reading,
          all.map(one => offeredAs(reading, one, type.id)),
        ),
      );
    else if (key === 'Backspace' || key === 'Delete') void this.#deal(refuseAll);
    else return false;
    return true;
  }

  /** Gives the list the keyboard, as soon as there is one. */
  focusList(): void {
    this.#isAwaited = true;
    this.drawNow();
  }

  protected override updated(): void {
    const rows = this.#isAwaited ? this.querySelector<HTMLElement>('.sg-rows') : null;
    if (!rows) return;
    this.#isAwaited = false;
    rows.focus();
  }

  protected override render() {
    const { suggesting } = this.reading;
    this.#renew();
    if (this.showsRefused)
      return html`${this.#head()}<vr-refused-list .reading=${this.reading}></vr-refused-list>`;
    const { focused } = suggesting;
    return html`${this.#head()} ${this.#types()}
      ${this.length === 0 ? this.#empty() : this.#list()}
      ${focused && !PHONE.matches ? html`<div class="sg-card"><vr-suggestion-card .reading=${this.reading} .offered=${focused} .isListed=${true}></vr-suggestion-card></div>` : nothing}
      ${this.#bar()}
      ${this.selected.size > 0 ? nothing : html`<vr-learning .reading=${this.reading}></vr-learning>`}`;
  }

  #head() {
    const { suggesting } = this.reading;
    const { source, refusals } = suggesting;
    const total = source?.all.length ?? 0;
    const count =
      this.length === total
        ? plural(total, msg(str`${sayNumber(total)} {suggestion¦suggestions}`))
        : msg(str`${sayNumber(this.length)} of ${sayNumber(total)} suggestions`);
    return html`<div class="cl-head">
      <span class="small muted num grow">${total > 0 ? count : nothing}</span>
      ${
        this.showsRefused || this.length === 0
          ? nothing
          : html`<button
                class="btn quiet low"
                aria-pressed=${suggesting.order === 'worth' ? 'true' : 'false'}
                title=${msg('Those most worth checking first; otherwise as they stand in the text')}
                @click=${() => {
                  suggesting.order = suggesting.order === 'worth' ? 'place' : 'worth';
                }}
              >
                ${msg('By worth')}
              </button>
              <button class="btn quiet low" @click=${() => this.pickAll()}>${msg('Select all')}</button>`
      }
      ${
        refusals.length === 0 && !this.showsRefused
          ? nothing
          : html`<button
              class="btn quiet low"
              aria-pressed=${this.showsRefused ? 'true' : 'false'}
              @click=${() => {
                this.showsRefused = !this.showsRefused;
              }}
            >
              ${msg('Refused')} <span class="num">${sayNumber(refusals.length)}</span>
            </button>`
      }
    </div>`;
  }

  /** How many there are of each type; pressed types are listed and shown. */
  #types() {
    const { suggesting } = this.reading;
    const { counts, types } = suggesting;
    if (counts.size < 2 && !types) return nothing;
    const known = claimTypes.filter(({ id }) => counts.has(id) || types?.includes(id)).map(({ id }) => id);
    const ids = [...known, ...[...counts.keys()].filter(id => !known.includes(id))];
    const toggle = (id: string) => {
      const next = types?.includes(id) ? types.filter(other => other !== id) : [...(types ?? []), id];
      suggesting.types = next.length > 0 ? next : undefined;
    };
    return html`<div class="sg-types" role="group" aria-label=${msg('Types')}>
      ${ids.map(
        id => html`<button class="chip" aria-pressed=${types?.includes(id) ? 'true' : 'false'} @click=${() => toggle(id)}>
          <span class="c sw t-${id}" data-s="sugg" aria-hidden="true"></span>${typePlural(id)}
          <span class="num muted">${sayNumber(counts.get(id) ?? 0)}</span>
        </button>`,
      )}
    </div>`;
  }

  #empty() {
    const { source, types } = this.reading.suggesting;
    const state = source?.state ?? 'loading';
    if (state === 'ready' && (types || (source?.all.length ?? 0) > 0))
      return html`<div class="cl-empty small muted">
        ${msg('No suggestion passes the filters.')}
        <button class="btn quiet low" @click=${this.#showAll}>${msg('Show all suggestions')}</button>
      </div>`;
    return html`<div class="cl-empty small muted" aria-busy=${state === 'loading' || state === 'pending' ? 'true' : nothing}>
      ${this.#says(state)}
    </div>`;
  }

  #says(state: string) {
    if (state === 'loading') return msg('Fetching the suggestions …');
    if (state === 'pending')
      return html`<p>${msg('The text is being examined. What is found appears here.')}</p>
        <vr-progress label=${msg('Examining the text')}></vr-progress>`;
    if (state === 'away')
      return msg('The server is away. What is suggested is from before and not rechecked.');
    if (state === 'failed') return msg('The text could not be examined. Nothing is suggested.');
    return msg('Nothing is suggested here, or all of it is dealt with.');
  }

  #showAll = (): void => {
    this.reading.suggesting.types = undefined;
    const { claims } = this.reading;
    if (claims?.filter.types) this.reading.setFilter({});
  };

  #list() {
    const { source } = this.reading.suggesting;
    const height = PHONE.matches ? 48 : 32;
    const isSettled = !source?.isStale && (source?.state === 'ready' || source?.state === 'loading');
    return html`${
      isSettled
        ? nothing
        : html`<p class="sg-state small muted" role="status">
            ${this.#says(source?.isStale ? 'away' : (source?.state ?? 'loading'))}
          </p>`
    }<div
      class="cl-rows sg-rows"
      role="grid"
      tabindex="0"
      aria-label=${msg('Suggestions')}
      aria-multiselectable="true"
      aria-rowcount=${this.length}
      aria-activedescendant="sg-${this.current}"
      @keydown=${this.#keys.hear}
      @pointerdown=${this.#press.down}
      @pointerup=${this.#press.up}
      @pointercancel=${this.#press.cancel}
      @click=${this.#press.click}
      @dblclick=${() => this.leave()}
      @contextmenu=${this.#press.menu}
    >
      <div class="cl-all" style="height:${this.length * height}px" role="presentation">
        ${repeat(
          this.#rows.places(this.length),
          place => this.#listed[place]!.key,
          place => this.#row(this.#listed[place]!, place, place * height),
        )}
      </div>
    </div>
    ${
      source && source.beyond > 0
        ? html`<p class="sg-state small muted">
            ${plural(source.beyond, msg(str`${sayNumber(source.beyond)} more {was¦were} found that are less worth checking; they are not shown.`))}
          </p>`
        : nothing
    }`;
  }

  #row(offered: Offered, place: number, top: number) {
    const isOn = this.selected.has(offered.key);
    const { text, documentId, document } = this.reading;
    const isWiki = text && documentId ? document?.mediaType === 'text/x-wiki' : false;
    const worth = Math.max(1, Math.round(offered.worth * 5));
    return html`<div
      id="sg-${place}"
      class="cl-row ${place === this.current ? 'on' : ''}"
      role="row"
      data-place=${place}
      aria-rowindex=${place + 1}
      aria-selected=${isOn ? 'true' : 'false'}
      style="transform:translateY(${top}px)"
    >
      <span class="bx" role="presentation"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M20 6 9 17l-5-5"></path></svg></span>
      <span class="cl-words" role="gridcell" dir="auto" lang=${document?.language ?? nothing}
        ><span class="c sw t-${offered.type}" data-s="sugg" aria-hidden="true"></span
        ><span class="w">${plainWords(offered.quote, isWiki)}</span><span class="vh">, ${typeLabel(offered.type)}</span></span
      >
      <span class="cl-signs" role="gridcell"
        >${offered.returned ? html`<span class="back" role="img" aria-label=${msg('back after it was refused')} title=${msg('Back after it was refused')}>↩</span>` : nothing}
        <span class="worth" role="img" data-worth=${worth} aria-label=${msg(str`worth checking: ${sayNumber(worth)} of 5`)} title=${msg(str`Worth checking: ${sayNumber(worth)} of 5`)}
          ><i style="width:${worth * 20}%"></i></span
        ></span
      >
    </div>`;
  }

  #bar() {
    return html`<vr-selection-bar
      .count=${this.selected.size}
      .of=${this.length}
      .deeds=${html`<button class="btn pri" @click=${() => this.#deal(acceptAll)}>${msg('Accept')} <kbd class="dt">↵</kbd></button>
        <button class="btn" @click=${() => this.#deal(refuseAll)}>${msg('Refuse')} <kbd class="dt">⌫</kbd></button>`}
      @vr-select=${(event: CustomEvent<'all' | 'none'>) => {
        if (event.detail === 'all') this.pickAll();
        else {
          this.selected.clear();
          this.isSelecting = false;
          this.picked();
        }
        this.focusList();
      }}
    ></vr-selection-bar>
    ${
      PHONE.matches && this.selected.size === 0 && this.reading.suggesting.focused
        ? html`<div class="sheet-bar">
            <button class="btn" @click=${() => this.#deal(refuseAll)}><vr-icon name="x"></vr-icon>${msg('Refuse')}</button>
            <button class="btn pri" @click=${() => this.#deal(acceptAll)}><vr-icon name="check"></vr-icon>${msg('Accept')}</button>
          </div>`
        : nothing
    }`;
  }

  /** Deals with what is selected, or else with the current one; the one that takes its place is current then. */
  async #deal(
    act: (reading: this['reading'], all: readonly Offered[]) => Promise<readonly string[] | undefined>,
  ): Promise<void> {
    const { reading } = this;
    const { suggesting } = reading;
    const keys = this.selected.size > 0 ? this.selected.keys : this.length > 0 ? [this.at(this.current)] : [];
    const all = keys.map(key => suggesting.get(key)).filter(one => one !== undefined);
    if (all.length === 0 || !(await act(reading, all))) return;
    this.selected.clear();
    this.isSelecting = false;
    this.goTo(this.current);
    this.focusList();
    this.picked();
  }

  get #listed(): readonly Offered[] {
    return this.reading.suggesting.listed;
  }

  /** Follows the suggestion that is focused elsewhere. */
  #renew(): void {
    const { focused } = this.reading.suggesting;
    this.current = Math.min(this.current, Math.max(0, this.length - 1));
    if (!focused || focused.key === this.#focusSeen) return;
    this.#focusSeen = focused.key;
    const place = this.#listed.indexOf(focused);
    if (place < 0) return;
    this.current = place;
    void this.updateComplete.then(() => this.#rows.show(place));
  }
}

/** Words in one line, without mark-up unless they are nothing else. */
export function plainWords(words: string, isWiki: boolean): string {
  const bare = isWiki
    ? withoutMarkup(words)
        .replaceAll(/\[\[|\]\]/g, '')
        .trim()
    : '';
  return (bare || words).replace(/\s+/g, ' ').slice(0, 160);
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-suggestion-list': VrSuggestionList;
  }
}
