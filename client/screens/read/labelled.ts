import { html, nothing, type TemplateResult } from 'lit';

/** A field of a form: its name, its label, and what is wrong with what stands in it. */
export interface Labelled {
  /** Tells fields of several forms on a page apart. */
  readonly form: string;
  readonly name: string;
  readonly label: string;
  readonly wrong?: string | undefined;
  readonly isWide?: boolean;
}

/** What a control carries to be tied to its label and to what is wrong with it. */
export interface Ties {
  readonly id: string;
  readonly name: string;
  readonly invalid: 'true' | typeof nothing;
  readonly describedBy: string | typeof nothing;
}

/** Sets a control under its label, and under it what is wrong. */
export function labelled(field: Labelled, control: (ties: Ties) => TemplateResult): TemplateResult {
  const id = `${field.form}-${field.name}`;
  const ties: Ties = {
    id,
    name: field.name,
    invalid: field.wrong ? 'true' : nothing,
    describedBy: field.wrong ? `${id}-wrong` : nothing,
  };
  return html`<div class="fld ${field.isWide ? 'wide' : ''}">
    <label for=${id}>${field.label}</label>${control(ties)}
    ${field.wrong ? html`<span class="wrong" role="alert" id="${id}-wrong">${field.wrong}</span>` : nothing}
  </div>`;
}

/** A line of text. */
export const line =
  (text: string, placeholder = '') =>
  (ties: Ties) =>
    html`<input
    id=${ties.id}
    name=${ties.name}
    autocomplete="off"
    placeholder=${placeholder || nothing}
    aria-invalid=${ties.invalid}
    aria-describedby=${ties.describedBy}
    .value=${text}
  />`;

/** Several lines of text. */
export const lines = (text: string, rows: number) => (ties: Ties) =>
  html`<textarea
    id=${ties.id}
    name=${ties.name}
    rows=${rows}
    aria-invalid=${ties.invalid}
    aria-describedby=${ties.describedBy}
    .value=${text}
  ></textarea>`;

/** One of several codes, each with its words. */
export const choice = (options: readonly (readonly [string, string])[], chosen: string) => (ties: Ties) =>
  html`<select id=${ties.id} name=${ties.name} aria-invalid=${ties.invalid} aria-describedby=${ties.describedBy}>
    ${options.map(([code, words]) => html`<option value=${code} ?selected=${code === chosen}>${words}</option>`)}
  </select>`;
