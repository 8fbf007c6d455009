import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Waiting } from '../../../../shared/api/routes/revisions.ts';
import { cameWords, wentWords } from '../../../elements/changed-words.ts';
import { FixedRows } from '../../../elements/fixed-rows.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { fateLabel, fateMeaning } from '../../../localize/say-fate.ts';
import { keyOfWaiting } from '../../../panels/fate-rows.ts';
import { ReadPanel } from '../panel.ts';
import { PlacingHand } from './placing-hand.ts';

const HEIGHT = 58;
const SHOWN = 90;

/** All that waits with the same fate, to be accepted or retired at once after a look: each can be left out. */
@customElement('vr-place-all')
export class VrPlaceAll extends ReadPanel {
  @state() private why = '';
  readonly #rows = new FixedRows(this, '.pl-rows', () => HEIGHT);

  protected override render() {
    const { placing, document } = this.reading;
    const { all, ofAll } = placing;
    if (!all) return nothing;
    const count = placing.chosenOfAll.length;
    const retires = all.deed === 'retire';
    const title = retires ? msg('Retire all of these') : msg('Accept all of these');
    return html`<form class="form pl-many" novalidate aria-label=${title} @submit=${this.#submit} @keydown=${this.#key}>
      <div class="hd">
        <h2 class="grow">${title}: ${fateLabel(all.fate)}</h2>
        <button type="button" class="btn quiet low" @click=${this.#toggleAll}>
          ${all.off.size > 0 ? msg('All of them') : msg('None of them')}
        </button>
      </div>
      <p class="small muted">
        ${fateMeaning(all.fate)}${
          all.fate === 'edited' ? html`. ${msg('What was judged about them is open again.')}` : nothing
        }
      </p>
      <div class="pl-rows" role="group" aria-label=${title}>
        <div style="height:${ofAll.length * HEIGHT}px">
          ${this.#rows.places(ofAll.length).map(i => this.#row(ofAll[i]!, i, all.off, document?.language))}
        </div>
      </div>
      ${
        retires
          ? html`<label class="fld"
              >${msg('Why they are retired')}<input
                name="why"
                maxlength="2000"
                .value=${this.why || msg('Its words are no longer in the text.')}
                @input=${(event: Event) => {
                  this.why = (event.target as HTMLInputElement).value;
                }}
            /></label>`
          : nothing
      }
      <div class="ends">
        <button type="button" class="btn quiet" @click=${this.#leave}>${msg('Cancel')} <kbd class="dt">Esc</kbd></button>
        <button class="btn pri" aria-disabled=${count === 0 ? 'true' : nothing}>
          ${
            retires
              ? plural(count, msg(str`Retire ${sayNumber(count)}`))
              : plural(count, msg(str`Accept ${sayNumber(count)}`))
          }
        </button>
      </div>
    </form>`;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.pri')?.focus();
  }

  #row(one: Waiting, i: number, off: ReadonlySet<string>, language: string | undefined) {
    const key = keyOfWaiting(one);
    const was = one.anchor.quote;
    const is = one.fate.candidates[0]?.quote;
    const cut = (words: string) => words.replace(/\s+/g, ' ').slice(0, SHOWN);
    return html`<label
      class="pl-row ${off.has(key) ? 'off' : ''}"
      style="transform:translateY(${i * HEIGHT}px)"
      lang=${language ?? nothing}
    >
      <input type="checkbox" .checked=${!off.has(key)} @change=${() => this.#toggle(key)} @focus=${() => this.#look(one)} />
      <span class="w" dir="auto">${was.prefix.slice(-12)}<b>${is ? wentWords(cut(was.exact), cut(is.exact)) : cut(was.exact)}</b>${was.suffix.slice(0, 12)}</span>
      ${is ? html`<span class="w" dir="auto">${is.prefix.slice(-12)}<b>${cameWords(cut(was.exact), cut(is.exact))}</b>${is.suffix.slice(0, 12)}</span>` : nothing}
    </label>`;
  }

  #look({ fate }: Waiting): void {
    const start = fate.candidates[0]?.ranges[0]?.start;
    if (start !== undefined) this.dispatchEvent(new CustomEvent('vr-look', { detail: start, bubbles: true }));
  }

  #toggle(key: string): void {
    const { placing } = this.reading;
    if (!placing.all) return;
    const off = new Set(placing.all.off);
    if (!off.delete(key)) off.add(key);
    placing.all = { ...placing.all, off };
  }

  #toggleAll = (): void => {
    const { placing } = this.reading;
    if (!placing.all) return;
    const off = placing.all.off.size > 0 ? [] : placing.ofAll.map(keyOfWaiting);
    placing.all = { ...placing.all, off: new Set(off) };
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    const list = this.closest('vr-placing-list');
    if (list) void new PlacingHand(list).all(this.why || msg('Its words are no longer in the text.'));
  };

  #leave = (): void => {
    this.reading.placing.all = undefined;
    this.dispatchEvent(new CustomEvent('vr-list-focus'));
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#leave();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-place-all': VrPlaceAll;
  }
}
