import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Draft } from '../../../shared/change/draft.ts';
import { preferForm } from '../../../shared/entities/name-entity.ts';
import { sayLanguage } from '../../../shared/entities/split.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { LanguageTag } from '../../../shared/model/ids.ts';
import { LightElement } from '../../elements/light-element.ts';
import { attempt } from '../../frame/commands.ts';
import { languageName } from '../../localize/formatters.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { StoreController } from '../../store/context.ts';
import { newId } from '../../store/store.ts';
import '../../elements/icon.ts';

/** Languages offered for a form; any other can be written as its BCP 47 tag. */
const OFFERED = 'en es fr pt it de ru uk be pl cs sk sl hr sr bg ro el tr ar he fa hi zh ja ko'.split(' ');

/** The forms of an entity: which is preferred, how often each is seen, and of which language it is. */
@customElement('vr-entity-forms')
export class VrEntityForms extends LightElement {
  @property({ attribute: false }) entity!: Entity;
  /** How many claims name the entity by each form. */
  @property({ attribute: false }) counts: ReadonlyMap<string, number> = new Map();
  /** The variant whose language is being said. */
  @state() private asked: string | undefined;
  #desk = new StoreController(this, 'entities');

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('entity') as Entity | undefined;
    if (before && before.id !== this.entity.id) this.asked = undefined;
  }

  protected override render() {
    return html`<h3 class="h">${msg('Forms')}</h3>
      <ul class="forms">
        ${this.entity.variants.map(variant => this.#form(variant))}
      </ul>
      <form class="add-form" @submit=${this.#add}>
        <input name="form" maxlength="1000" aria-label=${msg('Another form')} placeholder=${msg('Another form')} autocomplete="off" />
        <button class="btn quiet"><vr-icon name="plus"></vr-icon>${msg('Prefer it')}</button>
      </form>`;
  }

  #form({ id, form, language }: Entity['variants'][number]) {
    const times = this.counts.get(form) ?? 0;
    const isPreferred = form === this.entity.preferred;
    const said = isolated(form);
    return html`<li>
        <span class="form" dir="auto" lang=${language ?? nothing}>${isPreferred ? html`<strong>${form}</strong>` : form}</span>
        <span class="muted small num">${times > 0 ? plural(times, msg(str`${sayNumber(times)} {time¦times}`)) : nothing}</span>
        <button
          class="btn quiet language"
          aria-expanded=${this.asked === id ? 'true' : 'false'}
          aria-label=${language ? msg(str`Language of ${said}: ${languageName(language)}`) : msg(str`Language of ${said}: not said`)}
          @click=${() => this.#ask(this.asked === id ? undefined : id)}
        >${language ? languageName(language) : msg('Language?')}</button>
        ${
          isPreferred
            ? html`<span class="small">${msg('preferred')}</span>`
            : html`<button class="btn quiet" @click=${() => this.#do(msg('Prefer a form'), preferForm(this.entity, form, newId))}>${msg('Prefer')}</button
                ><button class="ib small-ib" aria-label=${msg(str`Take the form ${form} away`)} title=${msg('Take away')} @click=${() => this.#drop(id)}>
                  <vr-icon name="x"></vr-icon>
                </button>`
        }
      </li>
      ${this.asked === id ? html`<li>${this.#languages(id, form, language)}</li>` : nothing}`;
  }

  #languages(id: string, form: string, language: string | undefined) {
    return html`<form class="add-form" @submit=${(event: SubmitEvent) => this.#say(event, id)} @keydown=${this.#leave}>
      <input name="language" list="form-languages" value=${language ?? ''} pattern=${TAG} autocomplete="off" autocapitalize="off" spellcheck="false"
        aria-label=${msg(str`Language of ${isolated(form)}`)} placeholder=${msg('Language tag, such as “es” or “sr-Latn”')} />
      <datalist id="form-languages">${OFFERED.map(tag => html`<option value=${tag}>${languageName(tag)}</option>`)}</datalist>
      <button class="btn quiet">${msg('Keep')}</button>
    </form>`;
  }

  #ask(id: string | undefined): void {
    this.asked = id;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('input[name=language]')?.focus());
  }

  #leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };

  #close(): void {
    const opener = this.querySelector<HTMLElement>('.language[aria-expanded=true]');
    this.asked = undefined;
    opener?.focus();
  }

  #say(event: SubmitEvent, variantId: string): void {
    event.preventDefault();
    const words = String(new FormData(event.target as HTMLFormElement).get('language')).trim();
    if (words !== '' && !LanguageTag.safeParse(words).success) return;
    this.#do(msg('Say the language of a form'), [sayLanguage(this.entity.id, variantId, words || undefined)]);
    this.#close();
  }

  #drop(item: string): void {
    const operation = { op: 'drop', list: 'variants', item } as const;
    this.#do(msg('Take a form away'), [{ kind: 'entity', objectId: this.entity.id, operation }]);
  }

  #add = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const words = String(new FormData(form).get('form')).trim();
    if (words === '') return;
    this.#do(msg('Prefer a form'), preferForm(this.entity, words, newId));
    form.reset();
  };

  #do(label: string, drafts: readonly Draft[]): void {
    if (drafts.length > 0) attempt(() => this.#desk.store.do(label, drafts));
  }
}

/** A BCP 47 tag, as a field checks it. */
const TAG = '[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*';

declare global {
  interface HTMLElementTagNameMap {
    'vr-entity-forms': VrEntityForms;
  }
}
