import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { FixedRows } from '../../elements/fixed-rows.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import type { Part } from '../../panels/how.ts';
import { sayPart } from './say-part.ts';
import '../../elements/icon.ts';

type PartValue = Part['value'];

const PHONE = matchMedia('(max-width: 760px)');
const height = (): number => (PHONE.matches ? 44 : 30);
/** How many lists there have been: each has ids of its own. */
let lists = 0;
/** Milliseconds for which the keyboard rests on a part before it is shown. */
const REST = 250;

/**
 * The parts of a file, to be ticked; as many as there are, only those in sight are drawn. Fires `vr-parts` with those
 * that are ticked, and `vr-part` with one whose beginning is to be shown.
 */
@customElement('vr-part-list')
export class VrPartList extends LightElement {
  @property({ attribute: false }) parts: readonly Part[] = [];
  @property({ attribute: false }) ticked: ReadonlySet<PartValue> = new Set();
  /** The part whose beginning is shown. */
  @property({ attribute: false }) shown: PartValue | undefined;
  @state() private words = '';
  @state() private current = 0;
  readonly #id = `pl-${++lists}`;
  #listed: readonly Part[] = [];
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #rows = new FixedRows(this, '.pl-rows', height);

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('parts') && !changed.has('words')) return;
    const words = this.words.trim().toLocaleLowerCase();
    this.#listed = words
      ? this.parts.filter(part => sayPart(part).toLocaleLowerCase().includes(words))
      : this.parts;
    this.current = Math.min(this.current, Math.max(0, this.#listed.length - 1));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#rest);
  }

  protected override render() {
    const listed = this.#listed;
    const isEach = listed.length > 0 && listed.every(({ value }) => this.ticked.has(value));
    const isNone = !listed.some(({ value }) => this.ticked.has(value));
    return html`<div class="pl-head">
        <label class="pl-find"
          ><span class="vh">${msg('Filter the parts')}</span>
          <input
            type="search"
            placeholder=${msg('Filter')}
            .value=${this.words}
            @input=${(event: Event) => {
              this.words = (event.target as HTMLInputElement).value;
            }}
            @keydown=${this.#fromFilter}
          />
        </label>
        <button type="button" class="btn quiet" aria-disabled=${isEach ? 'true' : nothing} @click=${() => this.#tickListed(true)}>${msg('All')}</button>
        <button type="button" class="btn quiet" aria-disabled=${isNone ? 'true' : nothing} @click=${() => this.#tickListed(false)}>${msg('None')}</button>
        <span class="small muted num" role="status">${this.#count()}</span>
      </div>
      <div
        class="pl-rows"
        role="listbox"
        tabindex="0"
        aria-multiselectable="true"
        aria-label=${msg('Parts of the file')}
        aria-activedescendant=${listed.length > 0 ? this.#idOf(this.current) : nothing}
        @keydown=${this.#key}
        @click=${this.#click}
      >
        ${
          listed.length === 0
            ? html`<p class="muted pl-none">${msg('No part has these words in its name.')}</p>`
            : html`<div role="presentation" style="height:${listed.length * height()}px">
                ${repeat(
                  this.#rows.places(listed.length),
                  place => listed[place]!.value,
                  place => this.#row(listed[place]!, place),
                )}
              </div>`
        }
      </div>`;
  }

  #count(): string {
    const all = this.parts.length;
    return plural(all, msg(str`${sayNumber(this.ticked.size)} of ${sayNumber(all)} {part¦parts} chosen`));
  }

  #idOf(place: number): string {
    return `${this.#id}-${place}`;
  }

  #row(part: Part, place: number) {
    const isTicked = this.ticked.has(part.value);
    return html`<div
      id=${this.#idOf(place)}
      class="pl-row ${place === this.current ? 'on' : ''} ${part.value === this.shown ? 'shown' : ''}"
      role="option"
      aria-selected=${isTicked ? 'true' : 'false'}
      aria-posinset=${place + 1}
      aria-setsize=${this.#listed.length}
      data-place=${place}
      style="transform:translateY(${place * height()}px)"
    >
      <span class="pl-box" aria-hidden="true">${isTicked ? html`<vr-icon name="check"></vr-icon>` : nothing}</span>
      <span class="pl-name" dir="auto">${sayPart(part)}</span>
    </div>`;
  }

  #fromFilter = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') this.querySelector<HTMLElement>('.pl-rows')?.focus();
    else if (event.key !== 'Enter') return;
    // The key would send the form around the list.
    event.preventDefault();
  };

  #key = (event: KeyboardEvent): void => {
    const { page } = this.#rows;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: this.current + 1,
      ArrowUp: this.current - 1,
      PageDown: this.current + page,
      PageUp: this.current - page,
      Home: 0,
      End: this.#listed.length - 1,
    };
    const to = steps[event.key];
    const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);
    if (isAll) this.#tickListed(true);
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (to !== undefined) {
      const from = this.current;
      this.#go(to);
      if (event.shiftKey) this.#tickBetween(from, this.current);
    } else if (event.key === ' ') this.#turn(this.current);
    else if (event.key === 'Enter') this.#show(0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #click = (event: MouseEvent): void => {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>('.pl-row');
    if (!row) return;
    const place = Number(row.dataset.place);
    const from = this.current;
    this.#go(place, 0);
    if (event.shiftKey) this.#tickBetween(from, place);
    else if (target.closest('.pl-box')) this.#turn(place);
  };

  #go(to: number, rest = REST): void {
    if (this.#listed.length === 0) return;
    this.current = Math.min(Math.max(0, to), this.#listed.length - 1);
    this.#rows.show(this.current);
    this.#show(rest);
  }

  #show(rest: number): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      const part = this.#listed[this.current];
      if (part && part.value !== this.shown)
        this.dispatchEvent(new CustomEvent('vr-part', { detail: part.value }));
    }, rest);
  }

  #turn(place: number): void {
    const part = this.#listed[place];
    if (part) this.#tick([part], !this.ticked.has(part.value));
  }

  #tickBetween(from: number, to: number): void {
    this.#tick(this.#listed.slice(Math.min(from, to), Math.max(from, to) + 1), true);
  }

  #tickListed(isTicked: boolean): void {
    this.#tick(this.#listed, isTicked);
  }

  #tick(parts: readonly Part[], isTicked: boolean): void {
    const detail = new Set(this.ticked);
    for (const { value } of parts) {
      if (isTicked) detail.add(value);
      else detail.delete(value);
    }
    this.dispatchEvent(new CustomEvent('vr-parts', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-part-list': VrPartList;
  }
  interface HTMLElementEventMap {
    /** Other parts of a file are ticked. */
    'vr-parts': CustomEvent<ReadonlySet<PartValue>>;
    /** The beginning of a part is to be shown. */
    'vr-part': CustomEvent<PartValue>;
  }
}
