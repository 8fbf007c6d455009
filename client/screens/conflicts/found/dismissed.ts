import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Refusal } from '../../../../shared/model/refusal.ts';
import { LightElement } from '../../../elements/light-element.ts';
import { toast } from '../../../elements/toasts.ts';
import { attempt } from '../../../frame/commands.ts';
import { isolated } from '../../../localize/isolated.ts';
import { sayInstant } from '../../../panels/say-instant.ts';
import { StoreController } from '../../../store/context.ts';

/** What rules found and somebody said is no conflict, latest first, with the reason; each can be brought back. */
@customElement('vr-dismissed')
export class VrDismissed extends LightElement {
  @state() private failed = false;
  #desk = new StoreController(this, 'refused');

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      await this.#desk.store.loadRefusals();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  protected override render() {
    if (this.failed)
      return html`<p class="small pad" role="alert">${msg('What was dismissed could not be loaded.')} <button class="btn" @click=${() => void this.#load()}>${msg('Try again')}</button></p>`;
    const refusals = this.#desk.store.objects
      .all('refusal')
      .map(({ object }) => object)
      .filter(refusal => refusal.of === 'finding')
      .sort((a, b) => (a.at < b.at ? 1 : -1));
    if (refusals.length === 0)
      return html`<p class="small muted pad">${msg('Nothing has been dismissed.')}</p>`;
    return html`<ul class="dismissed">${refusals.map(refusal => this.#row(refusal))}</ul>`;
  }

  #row(refusal: Refusal) {
    return html`<li>
      <span class="v" dir="auto">${refusal.quote}</span>
      ${refusal.reason ? html`<span class="serif" dir="auto">${refusal.reason}</span>` : nothing}
      <span class="mt">${refusal.type ? html`<span class="mono">${refusal.type}</span> · ` : nothing}${msg(str`${isolated(refusal.by)}, ${sayInstant(refusal.at)}`)}</span>
      <button class="btn" aria-label=${msg(str`Bring back: ${isolated(refusal.quote)}`)} @click=${() => this.#bringBack(refusal)}>${msg('Bring back')}</button>
    </li>`;
  }

  #bringBack({ id }: Refusal): void {
    const { store } = this.#desk;
    const label = msg('Brought back');
    const gesture = attempt(() =>
      store.do(label, [{ kind: 'refusal', objectId: id, operation: { op: 'remove' } }]),
    );
    if (gesture)
      toast(label, {
        action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) },
      });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-dismissed': VrDismissed;
  }
}
