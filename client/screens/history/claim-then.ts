import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { describe } from '../../../shared/claim-types/describe.ts';
import { differencesOf } from '../../../shared/history/difference.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { locale, quoted } from '../../localize/locale.ts';
import { stepLabel } from '../../localize/say-step.ts';
import { typeLabel } from '../../localize/say-type.ts';
import { addressOf } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { sayDifference } from './say-difference.ts';
import type { Aim } from './way.ts';
import '../../elements/icon.ts';
import './way-panel.ts';

/** A claim as it was at a moment, and what it is now. Fires `vr-close`. */
@customElement('vr-claim-then')
export class VrClaimThen extends LightElement {
  @property() documentId = '';
  @property({ attribute: false }) was!: Versioned<'claim'>;
  /** The entry after which it was so. */
  @property({ attribute: false }) seq = 0;
  @state() private aim: Aim | undefined;
  #desk = new StoreController(this, 'claims', 'entities');

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('was')) return;
    if (changed.get('was')?.id !== this.was.id) this.aim = undefined;
    if (!this.#desk.store.objects.get('claim', this.was.id))
      void this.#desk.store
        .loadClaims([this.was.id])
        .then(() => this.requestUpdate())
        .catch(() => undefined);
    if (this.#desk.store.objects.all('entity').length === 0)
      void this.#desk.store.loadEntities().catch(() => undefined);
  }

  protected override render() {
    const { object } = this.was;
    const rows: readonly (readonly [string, string])[] = [
      [msg('Type'), typeLabel(object.type)],
      [msg('Value'), describe(object, locale())],
      [msg('Workflow'), stepLabel('workflow', object.workflow)],
      ...(object.verdict ? [[msg('Verdict'), stepLabel('verdict', object.verdict)] as const] : []),
      ...(object.tags.length > 0 ? [[msg('Tags'), object.tags.join(', ')] as const] : []),
      ...object.evidence.map(({ quote, note }) => [msg('Evidence'), quote ?? note ?? '–'] as const),
      ...object.notes.map(({ text, by }) => [msg('Note'), `${text} (${by})`] as const),
    ];
    return html`<section class="claim-then" aria-label=${msg('The claim as it was')}>
      <header><h2 dir="auto">${quoted(object.anchor.quote.exact.replaceAll(/\s+/g, ' ').slice(0, 300))}</h2>
        <button class="ib" aria-label=${msg('Close')} title=${msg('Close')} @click=${this.#close}><vr-icon name="x"></vr-icon></button></header>
      <dl>${rows.map(([name, says]) => html`<div><dt>${name}</dt><dd dir="auto">${says}</dd></div>`)}</dl>
      <h3>${msg('Now')}</h3>
      ${this.#now()}
    </section>`;
  }

  #now() {
    const { store } = this.#desk;
    const now = store.objects.get('claim', this.was.id);
    if (!now) return nothing;
    const fields = differencesOf('claim', this.was.object, now.object);
    const isSame = fields.length === 0 && !now.removed;
    const address = addressOf({ screen: 'read', documentId: this.documentId, claimId: this.was.id });
    return html`${
      now.removed
        ? html`<p>${msg('It is not there any more.')}</p>`
        : isSame
          ? html`<p>${msg('It is the same.')}</p>`
          : html`<dl class="since">${fields.map(field => {
              const { field: said, old, now: after } = sayDifference('claim', field, id => this.#named(id));
              return html`<div><dt>${said}</dt><dd>${old === undefined ? nothing : html`<del dir="auto">${old}</del> `}${after === undefined ? nothing : html`<ins dir="auto">${after}</ins>`}</dd></div>`;
            })}</dl>`
    }
    ${
      this.aim
        ? html`<vr-way .aim=${this.aim} @vr-close=${() => {
            this.aim = undefined;
          }}></vr-way>`
        : html`<div class="means">
            ${isSame ? nothing : html`<button class="btn" @click=${this.#restore}>${msg('Restore it …')}</button>`}
            ${now.removed ? nothing : html`<a class="btn quiet" href=${address}>${msg('Open it as it is')}</a>`}
            <a class="btn quiet" href=${addressOf({ screen: 'history', query: `object=${this.was.id}` })}>${msg('All of its history')}</a>
          </div>`
    }`;
  }

  #named(id: string): string | undefined {
    const entity = this.#desk.store.objects.get('entity', id)?.object;
    return entity && quoted(isolated(entity.preferred));
  }

  #restore = (): void => {
    this.aim = { what: 'restore', seq: this.seq, object: this.was.id, kind: 'claim' };
  };

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-then': VrClaimThen;
  }
}
