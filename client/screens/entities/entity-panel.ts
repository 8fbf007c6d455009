import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { v7 as newId } from 'uuid';
import type { Draft } from '../../../shared/change/draft.ts';
import { describe } from '../../../shared/claim-types/describe.ts';
import { distinguish, mergeEntities } from '../../../shared/entities/merge.ts';
import { preferForm, setEntity } from '../../../shared/entities/name-entity.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { KeyHints } from '../../commands/hints.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { attempt } from '../../frame/commands.ts';
import { locale, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayEntityKind } from '../../localize/say-entity-kind.ts';
import { StoreController } from '../../store/context.ts';
import { findEntities } from '../read/find-entities.ts';
import type { Findable } from '../read/finder.ts';
import '../../elements/icon.ts';
import '../../elements/swatch.ts';
import '../../panels/history.ts';
import '../read/finder.ts';

/** Claims that are shown at once. */
const SHOWN = 100;

/** One entity: its forms, the claims that name it, and what can be said of it. Fires `vr-gone` with where to go on. */
@customElement('vr-entity-panel')
export class VrEntityPanel extends LightElement {
  @property({ attribute: false }) held!: Versioned<'entity'>;
  @property({ attribute: false }) claimIds: readonly string[] = [];
  @state() private asking: 'merge' | 'distinguish' | undefined;
  #desk = new StoreController(this, 'claims', 'documents', 'entities');
  #hints = new KeyHints(this);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('held') as Versioned | undefined;
    if (before && before.id !== this.held.id) this.asking = undefined;
    if (changed.has('claimIds') || changed.has('held'))
      void this.#desk.store.loadClaims(this.claimIds.slice(0, SHOWN)).catch(() => undefined);
  }

  protected override render() {
    const entity = this.held.object;
    return html`<aside class="source-panel entity-panel" aria-label=${msg('Entity')} data-panel>
      <header>
        <span class="small muted">${sayEntityKind(entity.kind)}</span><span class="sp"></span>
        <button class="ib" aria-label=${msg('Remove entity')} title=${msg('Remove entity')} @click=${this.#remove}>
          <vr-icon name="trash"></vr-icon>
        </button>
        <a class="ib" href="/entities" aria-label=${msg('Close')} title=${this.#hints.title(msg('Close'), 'entities.close')}><vr-icon name="x"></vr-icon></a>
      </header>
      <section><h2 tabindex="-1" dir="auto">${entity.preferred}</h2></section>
      ${this.#forms(entity)} ${this.#claims()} ${this.#apart(entity)} ${this.#means()}
      <section><vr-history .held=${this.held}></vr-history></section>
    </aside>`;
  }

  #forms({ preferred, variants }: Entity) {
    const counts = new Map<string, number>();
    for (const claim of this.#known) {
      const form = describe(claim, locale());
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
    return html`<section>
      <h3 class="h">${msg('Forms')}</h3>
      <ul class="forms">
        ${variants.map(({ id, form }) => {
          const times = counts.get(form) ?? 0;
          const isPreferred = form === preferred;
          return html`<li>
            <span class="form" dir="auto">${isPreferred ? html`<strong>${form}</strong>` : form}</span>
            <span class="muted small num">${times > 0 ? plural(times, msg(str`${sayNumber(times)} {time¦times}`)) : nothing}</span>
            ${
              isPreferred
                ? html`<span class="small">${msg('preferred')}</span>`
                : html`<button class="btn quiet" @click=${() => this.#do(msg('Prefer a form'), preferForm(this.held.object, form, newId))}>
                      ${msg('Prefer')}</button
                    ><button class="ib small-ib" aria-label=${msg(str`Take the form ${form} away`)} title=${msg('Take away')} @click=${() => this.#drop(id)}>
                      <vr-icon name="x"></vr-icon>
                    </button>`
            }
          </li>`;
        })}
      </ul>
      <form class="add-form" @submit=${this.#addForm}>
        <input name="form" maxlength="1000" aria-label=${msg('Another form')} placeholder=${msg('Another form')} autocomplete="off" />
        <button class="btn quiet"><vr-icon name="plus"></vr-icon>${msg('Prefer it')}</button>
      </form>
    </section>`;
  }

  #claims() {
    const count = this.claimIds.length;
    return html`<section>
      <h3 class="h">${count === 0 ? msg('No claim names it') : plural(count, msg(str`Named by ${sayNumber(count)} {claim¦claims}`))}</h3>
      <ul class="citing">
        ${this.#known.map(
          claim => html`<li>
            <a href="/read/${claim.anchor.documentId}/${claim.id}">
              <vr-swatch type=${claim.type}></vr-swatch>
              <span class="words" dir="auto">${describe(claim, locale())}</span>
              <span class="small muted" dir="auto">${this.#desk.store.get('document', claim.anchor.documentId)?.object.title ?? ''}</span>
            </a>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  get #known(): Claim[] {
    return this.claimIds
      .slice(0, SHOWN)
      .map(id => this.#desk.store.get('claim', id)?.object)
      .filter(claim => claim !== undefined);
  }

  #apart({ distinctFrom }: Entity) {
    const others = distinctFrom
      .map(id => this.#desk.store.get('entity', id)?.object)
      .filter(other => other !== undefined);
    if (others.length === 0) return nothing;
    return html`<section>
      <h3 class="h">${msg('Not the same as')}</h3>
      <ul class="forms">
        ${others.map(other => html`<li><a href="/entities/${other.id}" dir="auto">${other.preferred}</a></li>`)}
      </ul>
    </section>`;
  }

  #means() {
    const { asking } = this;
    const label = asking === 'merge' ? msg('The same as') : msg('Not the same as');
    return html`<section class="means">
      ${
        asking
          ? html`<vr-finder label=${label} placeholder=${msg('Another entity')} .find=${this.#find} @vr-found=${this.#found} @keydown=${this.#leave}></vr-finder>`
          : html`<button class="btn" @click=${() => this.#ask('merge')}>${msg('Make one with another …')}</button>
              <button class="btn" @click=${() => this.#ask('distinguish')}>${msg('These are different …')}</button>`
      }
    </section>`;
  }

  #ask(what: 'merge' | 'distinguish' | undefined): void {
    this.asking = what;
    void this.updateComplete.then(() => this.querySelector('vr-finder')?.focusField());
  }

  #leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.asking = undefined;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.means button')?.focus());
  };

  #find = (words: string): readonly Findable[] =>
    findEntities(this.#desk.store, words, this.held.object.kind).filter(({ id }) => id !== this.held.id);

  /** The entity that is open goes into the one that was found, or is told apart from it. */
  #found = async (event: CustomEvent<Findable>): Promise<void> => {
    const other = event.detail.item as Entity;
    const { store } = this.#desk;
    const entity = this.held.object;
    if (this.asking === 'distinguish') this.#do(msg('Tell entities apart'), distinguish(entity, other));
    else {
      await store.loadClaims(this.claimIds).catch(() => undefined);
      const done = this.#do(
        msg('Make one entity of two'),
        mergeEntities(
          other,
          [entity],
          this.claimIds.filter(id => store.get('claim', id)),
          newId,
        ),
      );
      if (done) this.dispatchEvent(new CustomEvent('vr-gone', { detail: other.id }));
    }
    this.asking = undefined;
  };

  #drop(variantId: string): void {
    this.#do(msg('Take a form away'), [
      {
        kind: 'entity',
        objectId: this.held.id,
        operation: { op: 'drop', list: 'variants', item: variantId },
      },
    ]);
  }

  #addForm = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const words = String(new FormData(form).get('form')).trim();
    if (words === '') return;
    this.#do(msg('Prefer a form'), preferForm(this.held.object, words, newId));
    form.reset();
  };

  #remove = async (): Promise<void> => {
    const { store } = this.#desk;
    await store.loadClaims(this.claimIds).catch(() => undefined);
    const claims = this.claimIds.filter(id => store.get('claim', id));
    const gesture = this.#do(msg(str`Remove “${this.held.object.preferred}”`), [
      ...claims.map(id => setEntity(id, undefined)),
      { kind: 'entity', objectId: this.held.id, operation: { op: 'remove' } },
    ]);
    if (!gesture) return;
    toast(msg(str`Removed “${this.held.object.preferred}”.`), {
      action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) },
    });
    this.dispatchEvent(new CustomEvent('vr-gone'));
  };

  #do(label: string, drafts: readonly Draft[]) {
    return drafts.length === 0 ? undefined : attempt(() => this.#desk.store.do(label, drafts));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-entity-panel': VrEntityPanel;
  }
}
