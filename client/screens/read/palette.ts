import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { claimTypes } from '../../../shared/claim-types/registry.ts';
import { sayValue } from '../../../shared/values/value.ts';
import { locale } from '../../localize/locale.ts';
import { typeLabel, typeWord } from '../../localize/say-type.ts';
import { isList } from './bulk/marking.ts';
import { caretAfter } from './caret.ts';
import type { Findable } from './finder.ts';
import { changeType, extendClaim, markSelection, selectedWords, short } from './gestures.ts';
import { type Guess, guessType } from './guess-type.ts';
import { ReadPanel } from './panel.ts';
import { type Place, placePalette } from './place-palette.ts';
import '../../elements/icon.ts';
import '../../elements/swatch.ts';
import './finder.ts';
import '../../panels/key-hint.ts';

/** What the palette asks of the screen: to flag, to attach, to note, or to give the focus back to the text. */
export type PaletteWish = 'flag' | 'evidence' | 'note' | 'compare' | 'items' | 'alike' | 'text';

const DIGITS = [...claimTypes].filter(type => type.digit).sort((a, b) => a.digit!.localeCompare(b.digit!));

/** Types and deeds beside the selected words. It never takes the focus, and never lies over the selection. */
@customElement('vr-mark-palette')
export class VrMarkPalette extends ReadPanel {
  /** Where the selection can be seen, in client coordinates; null while it cannot. */
  @property({ attribute: false }) over: Place | null = null;
  /** Where the palette may stand, in client coordinates. */
  @property({ attribute: false }) within: DOMRect | undefined;
  /** All types are searched by typing. */
  @state() private finding = false;

  /** Opens the search through all types, for the selection or the focused claim. */
  async findType(): Promise<void> {
    this.finding = true;
    await this.updateComplete;
    await this.querySelector('vr-finder')?.focusField();
    this.#place();
  }

  get isFinding(): boolean {
    return this.finding;
  }

  protected override render() {
    const words = selectedWords(this.reading);
    if (!words && !this.finding) return nothing;
    const text = words && this.reading.text?.atHand(words.start - 40, words.end);
    const exact = words ? (text?.slice(words.start, words.end) ?? '') : '';
    const { language } = this.reading.document ?? {};
    const before = text && words ? text.slice(Math.max(0, words.start - 40), words.start) : '';
    const guess = exact ? guessType(exact, before, language ? { language } : {}) : undefined;
    return html`<div
      class="pal"
      role="group"
      aria-label=${words ? msg('Mark selection') : msg('Change type')}
      @pointerdown=${this.#keepFocus}
    >
      ${guess && !this.finding ? this.#reads(guess) : nothing} ${this.finding ? this.#finder() : this.#digits(guess)}
      ${
        this.finding
          ? nothing
          : html`<div class="a">
              ${this.#deed('flag', 'flag', msg('Flag'))}
              ${this.#deed('evidence', 'link', msg('Attach source'))}
              ${this.#deed('note', 'note', msg('Note'))}
              ${this.#deed('compare', 'compare', msg('Compare'))}
              ${
                this.reading.claim
                  ? html`<button title=${msg('Add these words to the focused claim')} @click=${() => extendClaim(this.reading)}>
                      <vr-icon name="plus"></vr-icon><span class="dt">${msg('Join')}</span> <vr-keys command="read.extend"></vr-keys>
                    </button>`
                  : nothing
              }
              ${this.#many(exact)}
              <button class="more" @click=${() => this.findType()}>${msg('More')} <vr-keys command="read.mark.other"></vr-keys></button>
            </div>`
      }
    </div>`;
  }

  protected override updated(): void {
    this.#place();
    // On a narrow screen the types scroll sideways.
    this.querySelector('.g .on')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #reads(guess: Guess) {
    const type = claimTypes.find(({ id }) => id === guess.type)!;
    return html`<div class="pv">
      <span>${msg('Reads as')}</span
      ><span
        ><b>${typeWord(type.id)}</b> ${short(sayValue(guess.value, locale()), 70)},
        ${msg(str`by ${guess.sign}`)}</span
      >
    </div>`;
  }

  #digits(guess: Guess | undefined) {
    return html`<div class="g">
      ${DIGITS.map(
        type => html`<button
          class=${type.id === guess?.type ? 'on' : ''}
          data-type=${type.id}
          @click=${() => this.choose(type.id)}
        >
          <vr-keys command="read.mark.${type.id}"></vr-keys><vr-swatch type=${type.id}></vr-swatch>${typeLabel(type.id)}
        </button>`,
      )}
    </div>`;
  }

  #deed(
    wish: Exclude<PaletteWish, 'text'>,
    icon: 'flag' | 'link' | 'note' | 'list' | 'copy' | 'compare',
    label: string,
  ) {
    return html`<button @click=${() => this.#wish(wish)}>
      <vr-icon name=${icon}></vr-icon>${label} <vr-keys command="read.${wish}"></vr-keys>
    </button>`;
  }

  /** What marks many places at once: the items of a list, or all that have the same words. */
  #many(exact: string) {
    return isList(exact)
      ? this.#deed('items', 'list', msg('Each item'))
      : this.#deed('alike', 'copy', msg('All alike'));
  }

  #finder() {
    return html`<vr-finder
      label=${msg('Type')}
      placeholder=${msg('Type a few letters')}
      .find=${findTypes}
      @vr-found=${(event: CustomEvent<Findable<string>>) => this.choose(event.detail.item)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        this.close();
      }}
      @focusout=${() => {
        this.finding = false;
      }}
    ></vr-finder>`;
  }

  /** Ends the search through types and gives the focus back to the text. */
  close(): void {
    this.finding = false;
    this.#wish('text');
  }

  /** Marks the selection as a type, or gives the focused claim that type where nothing is selected. */
  async choose(type: string): Promise<void> {
    const { claim } = this.reading;
    const words = selectedWords(this.reading);
    if (!words && (!claim || this.reading.suggesting.focused)) {
      this.finding = false;
      this.dispatchEvent(new CustomEvent('vr-suggestion-as', { detail: type, bubbles: true }));
      return;
    }
    const marked = words && (await markSelection(this.reading, type));
    if (!words && claim) changeType(this.reading, claim.object, type);
    this.finding = false;
    if (words && marked) caretAfter(this.reading, words);
    else this.#wish('text');
  }

  #wish(wish: PaletteWish): void {
    this.dispatchEvent(new CustomEvent('vr-palette-wish', { detail: wish, bubbles: true }));
  }

  /** A press on the palette must not take the selection away. */
  #keepFocus = (event: PointerEvent): void => {
    if (!(event.target as Element).closest('input, [role=option]')) event.preventDefault();
  };

  #place(): void {
    const box = this.querySelector<HTMLElement>('.pal');
    if (box && this.within) placePalette(box, this.over, this.within);
  }
}

/** @returns the types whose name or plural begins with the words, then those that hold them. */
function findTypes(words: string): readonly Findable<string>[] {
  const sought = words.trim().toLowerCase();
  const rank = (label: string) => (label.startsWith(sought) ? 0 : label.includes(sought) ? 1 : 2);
  return claimTypes
    .map(type => ({ type, rank: rank(typeWord(type.id)) }))
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ type }) => ({
      id: type.id,
      label: typeLabel(type.id),
      swatch: type.id,
      item: type.id,
      ...(type.digit ? { says: type.digit } : {}),
    }));
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-mark-palette': VrMarkPalette;
  }
  interface HTMLElementEventMap {
    'vr-palette-wish': CustomEvent<PaletteWish>;
  }
}
