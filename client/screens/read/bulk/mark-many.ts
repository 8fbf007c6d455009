import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { claimTypes } from '../../../../shared/claim-types/registry.ts';
import type { Span } from '../../../../shared/text/text-like.ts';
import { FixedRows } from '../../../elements/fixed-rows.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { typeLabel, typeWord } from '../../../localize/say-type.ts';
import { short } from '../gestures.ts';
import { ReadPanel } from '../panel.ts';
import { type Marking, markAll, type Place, retypeMarking } from './marking.ts';

const PHONE = matchMedia('(max-width: 760px)');

/** Many places that are about to be marked: each can be looked at and left out, then all are marked at once. */
@customElement('vr-mark-many')
export class VrMarkMany extends ReadPanel {
  @state() private current = 0;
  readonly #rows = new FixedRows(this, '.mk-rows', () => this.#height);

  get #height(): number {
    return PHONE.matches ? 48 : 32;
  }

  protected override render() {
    const { marking } = this.reading;
    if (!marking) return nothing;
    const count = marking.places.length - marking.off.size;
    const word = typeWord(marking.type);
    return html`<section class="many">
      <form class="form" novalidate aria-label=${msg('Mark many at once')} @submit=${this.#submit} @keydown=${this.#key}>
        <div class="hd"><h2 class="grow">${this.#heading(marking)}</h2></div>
        <div class="cols">
          <label class="fld"
            >${msg('Type')}<select name="type" @change=${(event: Event) => this.#retype((event.target as HTMLSelectElement).value)}>
              ${claimTypes.map(({ id }) => html`<option value=${id} ?selected=${id === marking.type}>${typeLabel(id)}</option>`)}
            </select></label
          >
          ${
            marking.kind === 'items'
              ? html`<label class="both"
                  ><input
                    type="checkbox"
                    .checked=${marking.withList}
                    @change=${(event: Event) => this.#set({ withList: (event.target as HTMLInputElement).checked })}
                  />${msg('The list itself too')}</label
                >`
              : nothing
          }
        </div>
        ${this.#list(marking)}
        <div class="ends">
          <button type="button" class="btn quiet" @click=${this.#all}>
            ${marking.off.size > 0 ? msg('All of them') : msg('None of them')}
          </button>
          <span class="grow"></span>
          <button type="button" class="btn quiet" @click=${this.#leave}>${msg('Cancel')} <kbd class="dt">Esc</kbd></button>
          <button class="btn pri" aria-disabled=${count === 0 ? 'true' : nothing}>
            ${plural(count, msg(str`Mark ${sayNumber(count)} as ${word}`))}
          </button>
        </div>
      </form>
    </section>`;
  }

  protected override firstUpdated(): void {
    if (!PHONE.matches) this.querySelector<HTMLElement>('.mk-rows input, .pri')?.focus();
  }

  #heading({ kind, places }: Marking) {
    const count = sayNumber(places.length);
    return kind === 'items'
      ? plural(places.length, msg(str`The list has ${count} {item¦items}`))
      : plural(
          places.length,
          msg(str`“${short(places[0]?.words ?? '', 40)}” stands at ${count} {place¦places}`),
        );
  }

  #list(marking: Marking) {
    const { places } = marking;
    return html`<div class="mk-rows" role="group" aria-label=${msg('What is to be marked')} style="height:${Math.min(places.length * this.#height + 2, 420)}px">
      <div style="height:${places.length * this.#height}px">
        ${this.#rows.places(places.length).map(i => this.#row(marking, places[i]!, i))}
      </div>
    </div>`;
  }

  #row({ off, kind, marked }: Marking, place: Place, i: number) {
    const isOff = off.has(place.start);
    const around = kind === 'alike' ? this.#around(place) : undefined;
    return html`<label class="mk-row ${isOff ? 'off' : ''}" style="transform:translateY(${i * this.#height}px)" >
      <input type="checkbox" data-place=${i} tabindex=${i === this.current ? 0 : -1} .checked=${!isOff} @change=${() => this.#toggle(place)} @focus=${() => this.#look(i)} />
      <span class="w" dir="auto"
        >${around ? html`<span class="rest">${around.before}</span>` : nothing}${short(place.words, 90)}${around ? html`<span class="rest">${around.after}</span>` : nothing}</span
      >
      <span class="n small muted num">${marked.has(place.start) ? msg('marked already') : sayNumber(place.start)}</span>
    </label>`;
  }

  #around({ start, end }: Place): { before: string; after: string } | undefined {
    const text = this.reading.text?.atHand(start - 24, end + 40);
    if (!text) return undefined;
    const plain = (words: string) => words.replaceAll(/\[\[|\]\]/g, '').replace(/\s+/g, ' ');
    return {
      before: plain(text.slice(Math.max(0, start - 24), start)).replace(/^\S*\s/, ''),
      after: plain(text.slice(end, end + 40)),
    };
  }

  #look(i: number): void {
    this.current = i;
    const place = this.reading.marking?.places[i];
    if (place) this.dispatchEvent(new CustomEvent('vr-look', { detail: place.start, bubbles: true }));
  }

  #set(values: Partial<Marking>): void {
    const { marking } = this.reading;
    if (marking) this.reading.marking = { ...marking, ...values };
  }

  #toggle({ start }: Place): void {
    const off = new Set(this.reading.marking!.off);
    if (!off.delete(start)) off.add(start);
    this.#set({ off });
  }

  #all = (): void => {
    const { places, off } = this.reading.marking!;
    this.#set({ off: off.size > 0 ? new Set() : new Set(places.map(({ start }) => start)) });
  };

  #retype(type: string): void {
    const { marking } = this.reading;
    if (!marking) return;
    void retypeMarking(this.reading, marking, type).then(next => {
      this.reading.marking = next;
    });
  }

  #key = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (key === 'Escape') this.#leave();
    else if (target instanceof HTMLInputElement && target.dataset.place !== undefined) {
      const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
      const type = claimTypes.find(({ digit }) => digit === key);
      if (step) void this.#move(step);
      else if (key === 'x') target.click();
      else if (type) this.#retype(type.id);
      else if (key === 'Enter') (event.currentTarget as HTMLFormElement).requestSubmit();
      else return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  async #move(step: number): Promise<void> {
    const { places } = this.reading.marking!;
    this.current = Math.min(Math.max(0, this.current + step), places.length - 1);
    this.#rows.show(this.current);
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-place="${this.current}"]`)?.focus({ preventScroll: true });
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    const { reading } = this;
    const { marking } = reading;
    if (!marking || marking.places.length === marking.off.size) return;
    reading.marking = undefined;
    reading.isListing = true;
    void markAll(reading, marking).then(done => {
      if (!done) reading.marking = marking;
    });
    this.dispatchEvent(new CustomEvent('vr-list-focus', { bubbles: true }));
  };

  #leave = (): void => {
    const { from } = this.reading.marking!;
    this.reading.marking = undefined;
    this.dispatchEvent(new CustomEvent('vr-select-words', { detail: from, bubbles: true }));
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-mark-many': VrMarkMany;
  }
  interface HTMLElementEventMap {
    /** A place of the text shall be brought into sight, a UTF-16 offset. */
    'vr-look': CustomEvent<number>;
    /** Words shall be selected again. */
    'vr-select-words': CustomEvent<Span>;
  }
}
