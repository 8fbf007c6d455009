import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Draft } from '../../../shared/change/draft.ts';
import { describe } from '../../../shared/claim-types/describe.ts';
import { distinguish, undistinguish } from '../../../shared/entities/merge.ts';
import { setEntity } from '../../../shared/entities/name-entity.ts';
import type { Split } from '../../../shared/entities/split.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { KeyHints } from '../../commands/hints.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { attempt } from '../../frame/commands.ts';
import { isolated } from '../../localize/isolated.ts';
import { locale, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayEntityKind } from '../../localize/say-entity-kind.ts';
import { StoreController } from '../../store/context.ts';
import { findEntities } from '../read/find-entities.ts';
import type { Findable } from '../read/finder.ts';
import '../../elements/icon.ts';
import '../../elements/swatch.ts';
import '../../panels/history.ts';
import './forms.ts';
import './split-form.ts';
import '../read/finder.ts';

/** What is being asked of the person. */
export type Asked = 'merge' | 'distinguish' | 'split';

/** Claims that are shown at once. */
const SHOWN = 100;

/** One entity: its forms, the claims that name it, and what can be said of it. Fires `vr-gone` with where to go on, and `vr-same` with the id of another that is the same. */
@customElement('vr-entity-panel')
export class VrEntityPanel extends LightElement {
  @property({ attribute: false }) held!: Versioned<'entity'>;
  @property({ attribute: false }) claimIds: readonly string[] = [];
  @state() private asking: Asked | undefined;
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
      <section><vr-entity-forms .entity=${entity} .counts=${this.#counts()}></vr-entity-forms></section>
      ${this.#claims()} ${this.#apart(entity)} ${this.#means()}
      <section><vr-history .held=${this.held}></vr-history></section>
    </aside>`;
  }

  #counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const claim of this.#known) {
      const form = describe(claim, locale());
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
    return counts;
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
    const ids = this.asking === 'split' ? this.claimIds : this.claimIds.slice(0, SHOWN);
    return ids.map(id => this.#desk.store.get('claim', id)?.object).filter(claim => claim !== undefined);
  }

  #apart({ distinctFrom }: Entity) {
    const others = distinctFrom
      .map(id => this.#desk.store.get('entity', id)?.object)
      .filter(other => other !== undefined);
    if (others.length === 0) return nothing;
    return html`<section>
      <h3 class="h">${msg('Not the same as')}</h3>
      <ul class="forms">
        ${others.map(
          other => html`<li>
            <a class="form" href="/entities/${other.id}" dir="auto">${other.preferred}</a>
            <button class="ib small-ib" aria-label=${msg(str`Take back that it is not the same as ${isolated(other.preferred)}`)} title=${msg('Take back')} @click=${() => this.#do(msg('Take back that entities are different'), undistinguish(this.held.object, other))}>
              <vr-icon name="x"></vr-icon>
            </button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #means() {
    const { asking } = this;
    if (asking === 'split')
      return html`<section><vr-split-form .entity=${this.held.object} .named=${this.#known.map(claim => ({
        claim,
        form: describe(claim, locale()),
        title: this.#desk.store.get('document', claim.anchor.documentId)?.object.title ?? '',
      }))} @vr-split=${this.#split} @vr-close=${() => this.ask(undefined)}></vr-split-form></section>`;
    const label = asking === 'merge' ? msg('The same as') : msg('Not the same as');
    return html`<section class="means">
      ${
        asking
          ? html`<vr-finder label=${label} placeholder=${msg('Another entity')} .find=${this.#find} @vr-found=${this.#found} @keydown=${this.#leave}></vr-finder>`
          : html`<button class="btn" @click=${() => this.ask('merge')}>${msg('Make one with another …')}</button>
              ${this.held.object.variants.length > 1 ? html`<button class="btn" @click=${() => this.ask('split')}>${msg('Split …')}</button>` : nothing}
              <button class="btn" @click=${() => this.ask('distinguish')}>${msg('These are different …')}</button>`
      }
    </section>`;
  }

  /** Asks what is to be done with the entity, or leaves it. @returns nothing; a split needs two forms at least */
  ask(what: Asked | undefined): void {
    if (what === 'split' && this.held.object.variants.length < 2) return;
    this.asking = what;
    void this.updateComplete.then(async () => {
      if (what === undefined) this.querySelector<HTMLElement>('.means button')?.focus();
      else if (what === 'split') {
        await this.#desk.store.loadClaims(this.claimIds).catch(() => undefined);
        await this.querySelector('vr-split-form')?.focusField();
      } else await this.querySelector('vr-finder')?.focusField();
    });
  }

  #leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.ask(undefined);
  };

  #find = (words: string): readonly Findable[] =>
    findEntities(this.#desk.store, words, this.held.object.kind).filter(({ id }) => id !== this.held.id);

  #found = (event: CustomEvent<Findable>): void => {
    const other = event.detail.item as Entity;
    if (this.asking === 'distinguish')
      this.#do(msg('Tell entities apart'), distinguish(this.held.object, other));
    else this.dispatchEvent(new CustomEvent('vr-same', { detail: other.id }));
    this.ask(undefined);
  };

  #split = (event: CustomEvent<Split>): void => {
    const { drafts, made } = event.detail;
    const gesture = this.#do(msg(str`Split “${isolated(this.held.object.preferred)}”`), drafts);
    if (!gesture) return;
    this.asking = undefined;
    toast(msg(str`“${isolated(made.preferred)}” is an entity of its own.`), {
      action: { label: msg('Undo'), run: () => void attempt(() => this.#desk.store.takeBack(gesture)) },
    });
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
