import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Draft } from '../../../shared/change/draft.ts';
import type { Clash } from '../../../shared/change/merge.ts';
import type { ClaimProblem, FieldSpec } from '../../../shared/claim-types/claim-type.ts';
import { claimType } from '../../../shared/claim-types/registry.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim, ClaimValue } from '../../../shared/model/claim.ts';
import type { Value } from '../../../shared/values/value.ts';
import { setContent } from '../../commands/claim-drafts.ts';
import { sayProblemInFull } from '../../localize/say-problem.ts';
import { fieldHint, fieldLabel, optionLabel } from '../../localize/say-type.ts';
import { changedMeanwhile, withoutClashes } from '../../panels/meanwhile.ts';
import { perform, readAs } from './gestures.ts';
import { choice, labelled, line, lines } from './labelled.ts';
import { ReadPanel } from './panel.ts';
import { fillInputs, inputsFor, type ValueInput, valueFromInputs } from './value-inputs.ts';

const WORDS_OF_COMPARATORS: Readonly<Record<string, () => string>> = {
  exactly: () => msg('exactly'),
  'at-least': () => msg('at least'),
  'more-than': () => msg('more than'),
  'at-most': () => msg('at most'),
  'fewer-than': () => msg('fewer than'),
  about: () => msg('about'),
  between: () => msg('between'),
};

/** Edits a claim's value and the fields of its type in place. Enter keeps, Esc lets be. */
@customElement('vr-claim-form')
export class VrClaimForm extends ReadPanel {
  @property({ attribute: false }) claim!: Claim;
  @state() private problems: readonly ClaimProblem[] = [];
  @state() private clash: { readonly draft: Draft; readonly clashes: readonly Clash[] } | undefined;
  /** The claim as it was when the form was opened: the fields keep what they began with, whatever others do. */
  #begun: Versioned<'claim'> | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#begun?.id === this.claim.id) return;
    this.#begun = this.reading.store.get('claim', this.claim.id);
    this.clash = undefined;
  }

  protected override render() {
    const claim = this.#begun?.object ?? this.claim;
    const type = claimType(claim.type);
    if (!type) return html`<p class="muted small">${msg('This type of claim is not known here.')}</p>`;
    const value = claim.value as Value | undefined;
    const filled = fillInputs(value, type.valueKind);
    const inputs = inputsFor(type.valueKind, this.#bearer);
    const shown = new Set([
      ...inputs.map(({ path }) => path),
      ...type.fields.map(({ name }) => `fields.${name}`),
    ]);
    return html`<form class="form" @submit=${this.#save} @keydown=${this.#key} novalidate>
      <div class="cols">
        ${inputs.map(input => this.#value(input, filled[input.name] ?? ''))}
        ${type.fields.map(field => this.#field(field, claim.fields[field.name] ?? ''))}
      </div>
      ${this.problems
        .filter(problem => !shown.has(problem.path))
        .map(problem => html`<p class="wrong small" role="alert">${sayProblemInFull(problem)}</p>`)}
      ${this.clash ? html`<vr-meanwhile .objectId=${claim.id} .clashes=${this.clash.clashes} @vr-mine=${this.#insist} @vr-theirs=${this.#yield}></vr-meanwhile>` : nothing}
      <div class="ends">
        <button type="button" class="btn quiet" @click=${this.#reread}>${msg('Read again')}</button>
        <button type="button" class="btn quiet" @click=${this.#leave}>${msg('Cancel')} <kbd>Esc</kbd></button>
        <button class="btn pri">${msg('Keep')}</button>
      </div>
    </form>`;
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }

  get #bearer(): string {
    const { value, type } = this.claim;
    if (value?.kind === 'name') return String(value.bearer);
    const kind = claimType(type);
    return kind?.id === 'person' || kind?.parent === 'person'
      ? 'person'
      : kind?.id === 'place'
        ? 'place'
        : 'organization';
  }

  #value(input: ValueInput, text: string) {
    const field = {
      form: 'claim',
      name: `value.${input.name}`,
      label: input.label(),
      wrong: this.#wrong(input.path),
      isWide: input.lines === true,
    };
    const options = input.options?.map(
      option => [option, WORDS_OF_COMPARATORS[option]?.() ?? option] as const,
    );
    return labelled(
      field,
      options ? choice(options, text || 'exactly') : input.lines ? lines(text, 3) : line(text),
    );
  }

  #field(field: FieldSpec, text: string) {
    const name = `fields.${field.name}`;
    const options = (field.options ?? []).map(option => [option.value, optionLabel(option)] as const);
    return labelled(
      { form: 'claim', name, label: fieldLabel(field), wrong: this.#wrong(name) },
      field.kind === 'choice' ? choice([['', ''], ...options], text) : line(text, fieldHint(field)),
    );
  }

  #wrong(path: string): string | undefined {
    const problem = this.problems.find(problem => problem.path === path);
    return problem && sayProblemInFull(problem);
  }

  #save = (event: Event): void => {
    event.preventDefault();
    const { reading } = this;
    const claim = this.#begun?.object ?? this.claim;
    const type = claimType(claim.type)!;
    const data = new FormData(event.target as HTMLFormElement);
    const part = (group: string) =>
      Object.fromEntries(
        [...data]
          .filter(([name]) => name.startsWith(group))
          .map(([name, text]) => [name.slice(group.length), String(text)]),
      );
    const { language } = reading.document ?? {};
    const context = language ? { language } : {};
    const before = claim.value as Value | undefined;
    const value = valueFromInputs(
      type.valueKind,
      this.#bearer,
      part('value.'),
      before,
      claim.anchor.quote.exact,
      context,
    );
    const fields = Object.fromEntries(
      Object.entries(part('fields.')).map(([name, text]) => [name, text.trim()]),
    );
    this.problems = type.check(value, fields, context).filter(problem => problem.weight === 'fault');
    if (this.problems.length > 0) {
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    const draft = setContent(claim, { value: value as ClaimValue, fields });
    const now = reading.store.get('claim', claim.id);
    const clashes = draft && now && this.#begun ? changedMeanwhile(this.#begun, now, draft.operation) : [];
    if (clashes.length > 0) this.clash = { draft: draft!, clashes };
    else this.#keep(draft);
  };

  #insist = (): void => this.#keep(this.clash!.draft);

  #yield = (): void => {
    const { draft, clashes } = this.clash!;
    const { values } = draft.operation as Extract<Draft['operation'], { op: 'set' }>;
    const left = withoutClashes(values, clashes);
    this.#keep(
      Object.keys(left).length > 0 ? { ...draft, operation: { op: 'set', values: left } } : undefined,
    );
  };

  #keep(draft: Draft | undefined): void {
    if (!draft || perform(this.reading, msg('Value and fields changed'), [draft])) this.#leave();
  }

  #reread = (): void => {
    const { claim, reading } = this;
    const read = readAs(reading, claim.type, claim.anchor.quote.exact);
    const draft = setContent(claim, { value: read.value, fields: { ...read.fields, ...claim.fields } });
    if (draft) perform(reading, msg('Value read from the words again'), [draft]);
    this.#leave();
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      (event.currentTarget as HTMLFormElement).requestSubmit();
  };

  #leave = (): void => {
    this.reading.begin(undefined);
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-form': VrClaimForm;
  }
}
