import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Anchor, Quote } from '../../shared/model/anchor.ts';
import type { Candidate, Fate } from '../../shared/revising/fate.ts';
import { sayNumber } from '../localize/locale.ts';
import { fateLabel, fateMeaning, sayFateReason } from '../localize/say-fate.ts';
import { cameWords, wentWords } from './changed-words.ts';
import './fate-card.css';
import { LightElement } from './light-element.ts';

/** Longest words shown whole, in UTF-16 code units. */
const LONG = 700;

/**
 * What became of an anchor in a newer text: why, its words as they were, and as they are at each place where it could
 * stand. Fires `vr-candidate` with the place that is pressed.
 */
@customElement('vr-fate-card')
export class VrFateCard extends LightElement {
  @property({ attribute: false }) anchor!: Anchor;
  @property({ attribute: false }) fate!: Fate;
  /** Language of the text. */
  @property({ attribute: false }) language: string | undefined;
  /** The candidate that is chosen; -1 for none. */
  @property({ type: Number }) chosen = -1;
  /** Whether candidates can be chosen. */
  @property({ type: Boolean }) asks = false;

  protected override render() {
    const { fate } = this;
    return html`<p class="fate-says">
        <b class="fate-name" data-fate=${fate.state}>${fateLabel(fate.state)}</b>
        <span class="muted small">${fateMeaning(fate.state)}</span>
      </p>
      <ul class="fate-why small muted">${fate.reasons.map(reason => html`<li>${sayFateReason(reason)}</li>`)}</ul>
      <dl class="was-is">
        <dt>${msg('Was')}</dt>
        <dd>${this.#was()}</dd>
        ${fate.candidates.length === 1 && !this.asks ? this.#only(fate.candidates[0]!) : nothing}
      </dl>
      ${fate.candidates.length > 1 || this.asks ? this.#candidates() : nothing}`;
  }

  #was() {
    const { quote } = this.anchor;
    const one =
      this.fate.candidates.length === 1 ? this.fate.candidates[0] : this.fate.candidates[this.chosen];
    const is = one?.quote;
    return this.#passage(
      is ? wentWords(quote.prefix, is.prefix, 'start') : quote.prefix,
      is
        ? wentWords(short(quote.exact), short(is.exact))
        : html`${this.fate.state === 'deleted' ? html`<del>${short(quote.exact)}</del>` : short(quote.exact)}`,
      is ? wentWords(quote.suffix, is.suffix, 'end') : quote.suffix,
    );
  }

  #only(candidate: Candidate) {
    return html`<dt>${msg('Is')}</dt>
      <dd>${this.#is(candidate.quote)}</dd>`;
  }

  #is(is: Quote) {
    const { quote } = this.anchor;
    return this.#passage(
      cameWords(quote.prefix, is.prefix, 'start'),
      cameWords(short(quote.exact), short(is.exact)),
      cameWords(quote.suffix, is.suffix, 'end'),
    );
  }

  #candidates() {
    const { candidates } = this.fate;
    if (candidates.length === 0) return nothing;
    return html`<ol class="candidates" role="radiogroup" aria-label=${msg('Where it could stand now')}>
      ${candidates.map(
        ({ quote, ranges }, i) => html`<li
          role="radio"
          aria-checked=${i === this.chosen ? 'true' : 'false'}
          aria-label=${msg(str`Place ${sayNumber(i + 1)}: ${quote.exact}`)}
          @click=${() => this.#choose(i)}
        >
          <kbd aria-hidden="true">${i < 9 ? i + 1 : ''}</kbd>
          <span>${this.#is(quote)}<span class="muted small num">${sayNumber(ranges[0]!.start)}–${sayNumber(ranges[ranges.length - 1]!.end)}</span></span>
        </li>`,
      )}
    </ol>`;
  }

  #passage(before: unknown, words: unknown, after: unknown) {
    return html`<p class="ctx" lang=${this.language ?? nothing} dir="auto">… ${before}<b>${words}</b>${after} …</p>`;
  }

  #choose(candidate: number): void {
    if (this.asks) this.dispatchEvent(new CustomEvent('vr-candidate', { detail: candidate, bubbles: true }));
  }
}

const short = (words: string): string =>
  words.length > LONG ? `${words.slice(0, LONG - 150)} … ${words.slice(-120)}` : words;

declare global {
  interface HTMLElementTagNameMap {
    'vr-fate-card': VrFateCard;
  }
  interface HTMLElementEventMap {
    /** A place where an anchor could stand was chosen, by its number from 0. */
    'vr-candidate': CustomEvent<number>;
  }
}
