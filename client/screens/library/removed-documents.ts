import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Versioned } from '../../../shared/model/change.ts';
import { LightElement } from '../../elements/light-element.ts';
import { attempt } from '../../frame/commands.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { StoreController } from '../../store/context.ts';
import { sayWhen } from './words.ts';

/** Documents that were removed, and the means to bring them back. */
@customElement('vr-removed-documents')
export class VrRemovedDocuments extends LightElement {
  /** Documents that have been seen, removed or not. */
  #seen = new Set<string>();
  #desk = new StoreController(this, 'documents');

  protected override firstUpdated(): void {
    void this.#load();
  }

  /** What cannot be loaded is left out: the list is an extra, and the screen itself says when the server is away. */
  async #load(): Promise<void> {
    const { store } = this.#desk;
    const reply = await store.client.listDocuments({ query: { removed: 'true' } }).catch(() => undefined);
    const removed = (reply?.documents ?? []).map(({ held }) => held).filter(held => held.removed);
    store.objects.confirm(removed as Versioned[]);
    for (const { id } of removed) this.#seen.add(id);
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    for (const { id } of this.#desk.store.objects.all('document')) this.#seen.add(id);
  }

  protected override render() {
    const { store } = this.#desk;
    const gone = [...this.#seen]
      .map(id => store.objects.get('document', id))
      .filter(held => held?.removed !== undefined) as Versioned<'document'>[];
    if (gone.length === 0) return nothing;
    return html`<details class="removed">
      <summary class="small">
        ${plural(gone.length, msg(str`${sayNumber(gone.length)} removed {document¦documents}`))}
      </summary>
      <ul>
        ${gone.map(
          held => html`<li>
            <span class="x"><b class="serif">${held.object.title}</b>
              <span class="small muted">${sayWhen(held.removed!.at, new Date())}, ${held.removed!.by}</span></span>
            <button class="btn quiet" @click=${() => this.#restore(held)}>${msg('Bring back')}</button>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  #restore({ id, object }: Versioned<'document'>): void {
    attempt(() =>
      this.#desk.store.do(msg(str`Bring back “${isolated(object.title)}”`), [
        { kind: 'document', objectId: id, operation: { op: 'restore' } },
      ]),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-removed-documents': VrRemovedDocuments;
  }
}
