import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Offered } from '../../../../shared/api/found.ts';
import { FixedRows } from '../../../elements/fixed-rows.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { typePlural, typeWord } from '../../../localize/say-type.ts';
import { short } from '../gestures.ts';
import { ReadPanel } from '../panel.ts';
import { type Alike, type AlikeGroup, chosenOf, type Likeness } from './alike.ts';
import { acceptAll, refuseAll } from './gestures.ts';
import { plainWords } from './suggestion-list.ts';

/** Longest text kept whole on one side, in UTF-16 code units. */
const BESIDE = 16;
const PHONE = matchMedia('(max-width: 760px)');

/** Suggestions that are about to be accepted together: each can be looked at and left out, then it is one undo. */
@customElement('vr-accept-alike')
export class VrAcceptAlike extends ReadPanel {
  @state() private current = 0;
  readonly #rows = new FixedRows(this, '.mk-rows', () => this.#height);

  get #height(): number {
    return PHONE.matches ? 48 : 32;
  }

  protected override render() {
    const { alike } = this.reading.suggesting;
    if (!alike) return html``;
    const items = alike.groups.find(({ likeness }) => likeness === alike.likeness)?.items ?? [];
    const count = chosenOf(alike).length;
    return html`<section class="many alike">
      <form class="form" novalidate aria-label=${msg('Accept all alike')} @submit=${this.#accept} @keydown=${this.#key}>
        <div class="hd">
          <h2 class="grow">${msg('Accept all alike')}</h2>
          <button type="button" class="btn quiet low" @click=${() => this.#all(items)}>
            ${alike.off.size > 0 ? msg('All of them') : msg('None of them')}
          </button>
        </div>
        <div class="likeness" role="radiogroup" aria-label=${msg('Alike in what')}>
          ${alike.groups.map(
            group => html`<label class="both"
              ><input
                type="radio"
                name="likeness"
                .checked=${group.likeness === alike.likeness}
                @change=${() => this.reading.suggesting.likenBy(group.likeness)}
              /><span class="grow">${this.#sayLikeness(alike, group)}</span
              ><span class="num muted">${sayNumber(group.items.length)}</span></label
            >`,
          )}
        </div>
        <div
          class="mk-rows"
          role="group"
          aria-label=${msg('What is to be accepted')}
          style="height:${Math.min(items.length * this.#height + 2, 420)}px"
        >
          <div style="height:${items.length * this.#height}px">
            ${this.#rows.places(items.length).map(i => this.#row(alike, items[i]!, i))}
          </div>
        </div>
        <div class="ends">
          <button type="button" class="btn quiet" @click=${this.#leave}>${msg('Cancel')} <kbd class="dt">Esc</kbd></button>
          <button type="button" class="btn" aria-disabled=${count === 0 ? 'true' : 'false'} @click=${this.#refuse}>
            ${plural(count, msg(str`Refuse ${sayNumber(count)}`))}
          </button>
          <button class="btn pri" aria-disabled=${count === 0 ? 'true' : 'false'}>
            ${plural(count, msg(str`Accept ${sayNumber(count)}`))}
          </button>
        </div>
      </form>
    </section>`;
  }

  protected override firstUpdated(): void {
    if (!PHONE.matches) this.querySelector<HTMLElement>('.pri')?.focus();
  }

  #sayLikeness({ of }: Alike, { likeness }: AlikeGroup): string {
    const said: Record<Likeness, () => string> = {
      list: () => msg('Entries of the same list'),
      words: () => msg(str`“${short(of.quote, 40)}” as ${typeWord(of.type)}`),
      kind: () => msg(str`${typePlural(of.type)} found in the same way`),
    };
    return said[likeness]();
  }

  #row({ off }: Alike, offered: Offered, i: number) {
    const isOff = off.has(offered.key);
    const around = this.#around(offered);
    return html`<label class="mk-row ${isOff ? 'off' : ''}" style="transform:translateY(${i * this.#height}px)">
      <input
        type="checkbox"
        data-place=${i}
        tabindex=${i === this.current ? 0 : -1}
        .checked=${!isOff}
        @change=${() => this.#toggle(offered)}
        @focus=${() => this.#look(i, offered)}
      />
      <span class="w" dir="auto"
        ><span class="rest">${around.before}</span><bdi class="it">${plainWords(offered.quote, this.#isWiki)}</bdi><span class="rest">${around.after}</span></span
      >
    </label>`;
  }

  get #isWiki(): boolean {
    return this.reading.document?.mediaType === 'text/x-wiki';
  }

  /** A few words on either side in the same line, without the signs of links and references. */
  #around({ prefix, suffix }: Offered): { before: string; after: string } {
    const [before = ''] = plain(prefix).split('\n').slice(-1);
    const [after = ''] = plain(suffix).split('\n');
    return { before: before.length > BESIDE ? before.slice(-BESIDE).replace(/^\S*\s/, '') : before, after };
  }

  #look(i: number, { ranges }: Offered): void {
    this.current = i;
    this.dispatchEvent(new CustomEvent('vr-look', { detail: ranges[0]!.start, bubbles: true }));
  }

  #toggle({ key }: Offered): void {
    const { suggesting } = this.reading;
    const { alike } = suggesting;
    if (!alike) return;
    const off = new Set(alike.off);
    if (!off.delete(key)) off.add(key);
    suggesting.alike = { ...alike, off };
  }

  #all(items: readonly Offered[]): void {
    const { suggesting } = this.reading;
    const { alike } = suggesting;
    if (!alike) return;
    suggesting.alike = { ...alike, off: new Set(alike.off.size > 0 ? [] : items.map(({ key }) => key)) };
  }

  #accept = (event: Event): void => {
    event.preventDefault();
    void this.#deal(acceptAll);
  };

  #refuse = (): void => void this.#deal(refuseAll);

  async #deal(act: typeof acceptAll): Promise<void> {
    const { reading } = this;
    const { suggesting } = reading;
    const chosen = suggesting.alike ? chosenOf(suggesting.alike) : [];
    if (chosen.length === 0) return;
    suggesting.alike = undefined;
    if (await act(reading, chosen)) suggesting.blur();
    this.#back();
  }

  #leave = (): void => {
    this.reading.suggesting.alike = undefined;
    this.#back();
  };

  #key = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') this.#leave();
    else if (event.key === 'Enter' && (event.target as Element).matches('[type=checkbox]'))
      void this.#deal(acceptAll);
    else if (step && (event.target as Element).matches('[type=checkbox]')) this.#step(step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #step(step: number): void {
    const { alike } = this.reading.suggesting;
    const items = alike?.groups.find(({ likeness }) => likeness === alike.likeness)?.items ?? [];
    const to = Math.min(Math.max(0, this.current + step), items.length - 1);
    this.#rows.show(to);
    this.current = to;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-place="${to}"]`)?.focus());
  }

  #back(): void {
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  }
}

const plain = (words: string): string =>
  words.replace(/<[^>]*>?|\{\{|\}\}|'{2,}|\[\[|\]\]/g, '').replace(/^[^<>]*>/, '');

declare global {
  interface HTMLElementTagNameMap {
    'vr-accept-alike': VrAcceptAlike;
  }
}
