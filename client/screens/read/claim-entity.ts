import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { v7 as newId } from 'uuid';
import { describe } from '../../../shared/claim-types/describe.ts';
import { entityKindOf, nameEntity, setEntity } from '../../../shared/entities/name-entity.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { locale, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { findEntities } from './find-entities.ts';
import type { Findable } from './finder.ts';
import { perform } from './gestures.ts';
import { ReadPanel } from './panel.ts';
import '../../elements/icon.ts';
import '../../panels/key-hint.ts';
import './finder.ts';

/** Who or what a claim names, and the means to say so: found by typing, or made of the claim's own form. */
@customElement('vr-claim-entity')
export class VrClaimEntity extends ReadPanel {
  @property({ attribute: false }) claim!: Claim;
  #wasOpen = false;

  protected override render() {
    const { claim, reading } = this;
    const entity = claim.entityId ? reading.store.get('entity', claim.entityId)?.object : undefined;
    if (reading.task === 'entity') return this.#finder();
    if (!entity)
      return html`<button class="chip" @click=${() => reading.begin('entity')}>
        <vr-icon name="plus"></vr-icon>${msg('Entity')} <vr-keys command="read.entity"></vr-keys>
      </button>`;
    const { preferred, variants } = entity;
    const forms = variants.length;
    return html`<span class="named">
      <a href="/entities/${entity.id}" dir="auto">${preferred}</a>
      ${
        forms > 1
          ? html`<span class="muted small" title=${variants.map(({ form }) => form).join(' · ')}
              >${plural(forms, msg(str`${sayNumber(forms)} {form¦forms}`))}</span
            >`
          : nothing
      }
      <button class="ib small-ib" aria-label=${msg('Name another entity')} title=${msg('Name another entity')} @click=${() => reading.begin('entity')}>
        <vr-icon name="pencil"></vr-icon>
      </button>
      <button class="ib small-ib" aria-label=${msg('Names no entity')} title=${msg('Names no entity')} @click=${this.#clear}>
        <vr-icon name="x"></vr-icon>
      </button>
    </span>`;
  }

  #finder() {
    return html`<div
      @vr-found=${this.#chosen}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        this.#done();
      }}
    >
      <vr-finder placeholder=${msg('Who or what it names')} .find=${this.#find}></vr-finder>
    </div>`;
  }

  protected override updated(): void {
    const isOpen = this.reading.task === 'entity';
    if (isOpen && !this.#wasOpen) {
      void this.reading.store.loadEntities().catch(() => undefined);
      void this.querySelector('vr-finder')?.focusField();
    }
    this.#wasOpen = isOpen;
  }

  get #form(): string {
    return describe(this.claim, locale());
  }

  /** Entities that fit, and the words themselves as a new one. */
  #find = (words: string): readonly Findable<Entity | string>[] => {
    const typed = words.trim();
    const form = typed || this.#form;
    const found = findEntities(this.reading.store, typed, entityKindOf(this.claim.type));
    const isKnown = found.some(({ item }) => item.preferred === form);
    return isKnown ? found : [...found, { id: 'new', label: form, says: msg('new'), item: form }];
  };

  #chosen = (event: CustomEvent<Findable>): void => {
    const { claim, reading } = this;
    const { item } = event.detail as Findable<Entity | string>;
    const isNew = typeof item === 'string';
    const namings = [{ claim: isNew ? without(claim) : { ...claim, entityId: item.id }, form: this.#form }];
    const find = (id: string) => reading.store.get('entity', id)?.object;
    const drafts = nameEntity(namings, isNew ? item : undefined, find, newId);
    if (!isNew && claim.entityId !== item.id) drafts.push(setEntity(claim.id, item.id));
    if (drafts.length > 0) perform(reading, msg('Name the entity'), drafts);
    this.#done();
  };

  #clear = (): void => {
    perform(this.reading, msg('Take the entity away'), [setEntity(this.claim.id, undefined)]);
    this.#done();
  };

  #done(): void {
    this.reading.begin(undefined);
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  }
}

function without({ id, type }: Claim): Pick<Claim, 'id' | 'type' | 'entityId'> {
  return { id, type };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-entity': VrClaimEntity;
  }
}
