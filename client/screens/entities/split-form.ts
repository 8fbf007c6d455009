import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Split, splitEntity } from '../../../shared/entities/split.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayTitle } from '../../localize/say-title.ts';
import { newId } from '../../store/store.ts';

/** A claim, the form in which it names the entity, and where it stands. */
export interface Named {
  readonly claim: Claim;
  readonly form: string;
  readonly title: string;
}

/** Chooses the forms and claims that go to an entity of their own, and shows what comes of it. Fires `vr-split` and `vr-close`. */
@customElement('vr-split-form')
export class VrSplitForm extends LightElement {
  @property({ attribute: false }) entity!: Entity;
  @property({ attribute: false }) named: readonly Named[] = [];
  @state() private variantIds: ReadonlySet<string> = new Set();
  @state() private claimIds: ReadonlySet<string> = new Set();

  protected override render() {
    const { variants } = this.entity;
    const forms = new Set(variants.map(({ form }) => form));
    const loose = this.named.filter(({ form }) => !forms.has(form));
    const split = this.#split();
    return html`<div class="card preview" role="group" aria-label=${msg('Make two entities of one')} @keydown=${this.#leave}>
      <fieldset>
        <legend>${msg('What goes to the new entity?')}</legend>
        ${variants.map(
          ({ id, form }) => html`<label>
              <input type="checkbox" .checked=${this.variantIds.has(id)} @change=${() => this.#toggleForm(id, form)} />
              <b dir="auto">${form}</b> <span class="small muted">${msg('the form, with all its claims')}</span>
            </label>
            ${this.named.filter(one => one.form === form).map(one => this.#claim(one, this.variantIds.has(id)))}`,
        )}
        ${loose.map(one => this.#claim(one, false))}
      </fieldset>
      ${this.#preview(split)}
      <p class="ends">
        <button class="btn pri" aria-disabled=${split ? nothing : 'true'} @click=${() => split && this.dispatchEvent(new CustomEvent('vr-split', { detail: split }))}>${msg('Split')}</button>
        <button class="btn" @click=${() => this.#close()}>${msg('Cancel')}</button>
      </p>
    </div>`;
  }

  #claim({ claim, form, title }: Named, goesAnyway: boolean) {
    return html`<label class="claim">
      <input type="checkbox" .checked=${goesAnyway || this.claimIds.has(claim.id)} ?disabled=${goesAnyway} @change=${() => this.#toggleClaim(claim.id)} />
      <span dir="auto">${form}</span> <span class="small muted" dir="auto">${sayTitle(title)}</span>
    </label>`;
  }

  #preview(split: Split | undefined) {
    if (!split) return html`<p class="small muted">${msg('Choose what goes; at least one form stays.')}</p>`;
    const { made, stays } = split;
    const count = this.#going().length;
    const forms = made.variants.map(({ form }) => form).join(' · ');
    return html`<p role="status">
      ${plural(count, msg(str`A new entity “${isolated(made.preferred)}” is made, with ${sayNumber(count)} {claim¦claims}; the old one is called “${isolated(stays)}”. They are told apart.`))}
      <span class="small muted" dir="auto">${forms}</span>
    </p>`;
  }

  #going(): Named[] {
    const forms = new Set(
      this.entity.variants.filter(({ id }) => this.variantIds.has(id)).map(({ form }) => form),
    );
    return this.named.filter(({ claim, form }) => forms.has(form) || this.claimIds.has(claim.id));
  }

  #split(): Split | undefined {
    const claims = this.#going().map(({ claim, form }) => ({ id: claim.id, form }));
    return splitEntity(this.entity, { variantIds: [...this.variantIds], claims }, newId);
  }

  #toggleForm(id: string, form: string): void {
    this.variantIds = toggled(this.variantIds, id);
    const own = new Set(this.named.filter(one => one.form === form).map(({ claim }) => claim.id));
    this.claimIds = new Set([...this.claimIds].filter(claimId => !own.has(claimId)));
  }

  #toggleClaim(id: string): void {
    this.claimIds = toggled(this.claimIds, id);
  }

  #leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };

  #close(): void {
    this.dispatchEvent(new CustomEvent('vr-close'));
  }

  /** Moves the keyboard to what is asked first. */
  async focusField(): Promise<void> {
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-split-form': VrSplitForm;
  }
}
