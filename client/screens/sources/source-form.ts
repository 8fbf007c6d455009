import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { CslItem } from '../../../shared/citations/csl.ts';
import { cslFromForm, type FormProblem } from '../../../shared/citations/csl-from-form.ts';
import { LightElement } from '../../elements/light-element.ts';
import { getLocale } from '../../localize/localize.ts';
import { sayProblemInFull } from '../../localize/say-problem.ts';
import { cslTypes } from './csl-types.ts';
import type { Field } from './form-of-source.ts';

/** A field that was changed, and the whole form as CSL-JSON. */
export interface FieldChange {
  readonly field: Field;
  readonly csl: CslItem;
}

const EMPTY: Readonly<Partial<Record<Field, string>>> = {};

/**
 * The fields of a citation. As a new source's form it fires `vr-source` with its CSL-JSON, and `vr-close`; for one
 * that exists, `vr-field` when a field was changed and makes sense.
 */
@customElement('vr-source-form')
export class VrSourceForm extends LightElement {
  /** What the fields begin with. */
  @property({ attribute: false }) values: Readonly<Partial<Record<Field, string>>> = EMPTY;
  /** Whether it edits a source that is there already. */
  @property({ type: Boolean }) editing = false;
  @state() private problems: readonly FormProblem[] = [];

  protected override render() {
    return html`<form class="source-form" @submit=${this.#submit} @change=${this.#change} @keydown=${this.#onKey} novalidate>
      ${this.#text('url', msg('Address'), { wide: true, type: 'url', placeholder: 'https://' })}
      ${this.#text('title', msg('Title'), { wide: true })}
      <label class="fld"
        >${msg('Kind')}
        <select name="type">
          ${this.#types().map(
            ([code, label]) =>
              html`<option value=${code} ?selected=${code === this.#value('type')}>${label}</option>`,
          )}
        </select>
      </label>
      ${this.#text('language', msg('Language'), { placeholder: msg('en, ru, sr-Latn') })}
      ${this.#text('author', msg('Authors'), { wide: true, placeholder: msg('several apart by ;') })}
      ${this.#text('website', msg('Site, newspaper or book'))} ${this.#text('publisher', msg('Publisher'))}
      ${this.#text('date', msg('Published'), { placeholder: '2026-04-27' })}
      ${this.#text('accessed', msg('Accessed'), { placeholder: '2026-04-27' })}
      ${this.#text('archiveUrl', msg('Archived at'), { type: 'url', placeholder: 'https://' })}
      ${this.#text('archiveDate', msg('Archived on'), { placeholder: '2026-04-27' })}
      ${
        this.editing
          ? nothing
          : html`<div class="ends">
              <button type="button" class="btn quiet" @click=${this.#close}>${msg('Cancel')}</button>
              <button class="btn pri">${msg('Add source')}</button>
            </div>`
      }
    </form>`;
  }

  protected override firstUpdated(): void {
    if (!this.editing) this.querySelector('input')?.focus();
  }

  #value(field: Field): string {
    return this.values[field] ?? (field === 'type' ? 'webpage' : '');
  }

  /** The usual types, and the source's own where it is another. */
  #types() {
    const types = cslTypes();
    const own = this.#value('type');
    return types.some(([code]) => code === own) ? types : ([...types, [own, own]] as const);
  }

  #text(
    field: Field,
    label: string,
    {
      wide = false,
      type = 'text',
      placeholder = '',
    }: { wide?: boolean; type?: string; placeholder?: string } = {},
  ) {
    const problem = this.problems.find(({ path }) => path === field);
    return html`<label class="fld ${wide ? 'wide' : ''}"
      >${label}
      <input
        name=${field}
        inputmode=${type === 'url' ? 'url' : nothing}
        placeholder=${placeholder || nothing}
        autocomplete="off"
        spellcheck=${type === 'url' ? 'false' : nothing}
        .value=${live(this.#edited.get(field) ?? this.#value(field))}
        aria-invalid=${problem ? 'true' : nothing}
        @input=${(event: InputEvent) => this.#edited.set(field, (event.target as HTMLInputElement).value)}
      />
      ${problem ? html`<span class="wrong" role="alert">${sayProblemInFull(problem)}</span>` : nothing}
    </label>`;
  }

  /** What was typed and is not yet accepted. */
  #edited = new Map<Field, string>();

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('values')) {
      const wrong = new Set(this.problems.map(({ path }) => path));
      const typing =
        this.contains(document.activeElement) && (document.activeElement as HTMLInputElement).name;
      // What is being typed stays, whatever comes from elsewhere.
      for (const field of [...this.#edited.keys()])
        if (!wrong.has(field) && field !== typing) this.#edited.delete(field);
    }
  }

  #read() {
    const data = new FormData(this.querySelector('form')!);
    return cslFromForm(Object.fromEntries(data) as Record<Field, string>, { language: getLocale() });
  }

  #change = (event: Event): void => {
    const field = (event.target as HTMLInputElement).name as Field;
    const reading = this.#read();
    const problems = 'problems' in reading ? reading.problems : [];
    const here = problems.find(({ path }) => path === field);
    this.problems = [...this.problems.filter(({ path }) => path !== field), ...(here ? [here] : [])];
    if (!this.editing || here) return;
    // Another field may still be wrong; what is right about this one need not wait for it.
    const csl = 'csl' in reading ? reading.csl : this.#readAlone(field);
    if (!csl) return;
    this.#edited.delete(field);
    this.dispatchEvent(new CustomEvent<FieldChange>('vr-field', { bubbles: true, detail: { field, csl } }));
  };

  #readAlone(field: Field): CslItem | undefined {
    const value = String(new FormData(this.querySelector('form')!).get(field));
    const reading = cslFromForm({ title: '–', [field]: value }, { language: getLocale() });
    return 'csl' in reading ? reading.csl : undefined;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.editing) return;
    const reading = this.#read();
    if ('csl' in reading) {
      this.dispatchEvent(new CustomEvent<CslItem>('vr-source', { detail: reading.csl }));
      return;
    }
    this.problems = reading.problems;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (!this.editing) {
      this.#close();
      return;
    }
    this.#edited.clear();
    this.problems = [];
    this.requestUpdate();
  };

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}
