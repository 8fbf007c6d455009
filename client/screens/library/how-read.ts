import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Examination } from '../../../shared/api/routes/documents.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayChoice, sayReader, sayValue } from '../../localize/say-extraction.ts';
import { type How, type OtherHow, unsaid } from '../../panels/how.ts';
import { encodingMenu } from './encoding-menu.ts';

type Choice = NonNullable<Examination['extraction']>['choices'][number];

/** Up to so many values of up to so many letters in all stand side by side; more are a menu. */
const SIDE_BY_SIDE = 3;
const LETTERS = 48;

/** How a file becomes text, to be chosen: what it is read as, what its kind leaves open, and its encoding. Fires `vr-how`. */
@customElement('vr-how-read')
export class VrHowRead extends LightElement {
  @property({ attribute: false }) found!: Examination;
  /** What somebody has said so far. */
  @property({ attribute: false }) how: How = unsaid;
  /** Whether one part is to be chosen, as a choice among others. */
  @property({ type: Boolean }) parts = false;

  protected override render() {
    const { encoding, encodings } = this.found;
    const choices = choicesIn(this.found, this.parts);
    return html`<div class="how" role="group" aria-label=${msg('How it is read')}>
      ${readersOf(this.found).length > 1 ? this.#reader() : nothing}
      ${choices.map(choice => this.#choice(choice))}
      ${
        encoding === 'none'
          ? nothing
          : html`<label class="fld"
              >${msg('Encoding')} ${encodingMenu(encoding, encodings, chosen => this.#say({ encoding: chosen }))}</label
            >`
      }
    </div>`;
  }

  #reader() {
    const { extraction } = this.found;
    const now = this.how.extractor || extraction?.extractor || 'plain';
    return html`<label class="fld"
      >${msg('Read as')}
      <select @change=${(event: Event) => this.#say({ extractor: (event.target as HTMLSelectElement).value })}>
        ${readersOf(this.found).map(
          ({ extractor, label }) =>
            html`<option value=${extractor} ?selected=${extractor === now}>${sayReader(extractor, label)}</option>`,
        )}
      </select>
    </label>`;
  }

  #choice(choice: Choice) {
    const { name, values } = choice;
    const said = values.map(value => sayValue(name, value));
    const letters = said.reduce((sum, words) => sum + words.length, 0);
    const now = this.how.options[name] ?? this.found.extraction?.options[name] ?? values[0]!.value;
    if (values.length > SIDE_BY_SIDE || letters > LETTERS) return this.#menu(choice, said, now);
    return html`<div class="fld"
      ><span aria-hidden="true">${sayChoice(name)}</span>
      <div class="seg" role="group" aria-label=${sayChoice(name)}>
        ${values.map(
          ({ value }, place) =>
            html`<button type="button" aria-pressed=${value === now ? 'true' : 'false'} @click=${() => this.#choose(name, value)}>${said[place]}</button>`,
        )}
      </div>
    </div>`;
  }

  #menu({ name, values }: Choice, said: readonly string[], now: unknown) {
    const choose = (event: Event): void => {
      const one = values[(event.target as HTMLSelectElement).selectedIndex];
      if (one) this.#choose(name, one.value);
    };
    return html`<label class="fld"
      >${sayChoice(name)}
      <select @change=${choose}>
        ${values.map(({ value }, place) => html`<option ?selected=${value === now}>${said[place]}</option>`)}
      </select>
    </label>`;
  }

  #choose(name: string, value: string | number | boolean): void {
    this.#say({ options: { ...this.how.options, [name]: value } });
  }

  #say(detail: OtherHow): void {
    this.dispatchEvent(new CustomEvent('vr-how', { detail }));
  }
}

const choicesIn = ({ extraction }: Examination, withParts: boolean): readonly Choice[] =>
  (extraction?.choices ?? []).filter(
    ({ name, values }) => (withParts || name !== 'part') && values.length > 1,
  );

/** How the file can be read, and is: by the name alone, or since somebody said so, it need not be recognised. */
const readersOf = ({ extraction, extractors }: Examination): Examination['extractors'] =>
  !extraction || extractors.some(({ extractor }) => extractor === extraction.extractor)
    ? extractors
    : [extraction, ...extractors];

/** @returns whether anything can be chosen about how a file is read, beside its parts */
export const hasChoices = (found: Examination): boolean =>
  found.encoding !== 'none' || readersOf(found).length > 1 || choicesIn(found, false).length > 0;

declare global {
  interface HTMLElementTagNameMap {
    'vr-how-read': VrHowRead;
  }
  interface HTMLElementEventMap {
    /** A file is to be read otherwise. */
    'vr-how': CustomEvent<OtherHow>;
  }
}
