import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Versioned } from '../../../../shared/model/change.ts';
import { FixedRows } from '../../../elements/fixed-rows.ts';
import { isolated } from '../../../localize/isolated.ts';
import { typeLabel } from '../../../localize/say-type.ts';
import { sayInstant } from '../../../panels/say-instant.ts';
import { AwayError } from '../../../store/client.ts';
import { short } from '../gestures.ts';
import { ReadPanel } from '../panel.ts';
import { bringBack } from './gestures.ts';
import '../../../elements/swatch.ts';

const HEIGHT = 52;
const PAGE = 1000;

/** Claims of the text that were retired or removed, latest first; each can be brought back as it was. */
@customElement('vr-retired-list')
export class VrRetiredList extends ReadPanel {
  @state() private all: readonly Versioned<'claim'>[] | undefined;
  @state() private failed: 'away' | 'failed' | undefined;
  readonly #rows = new FixedRows(this, '.sg-refused', () => HEIGHT);

  /** How the claims stood when the list was fetched. */
  #asked = '';

  protected override updated(): void {
    const { store, documentId, claims } = this.reading;
    const wanted = `${documentId} ${claims?.table.version}`;
    // What is not saved yet is not known to the server yet.
    if (this.#asked === wanted || store.saving.waiting > 0) return;
    this.#asked = wanted;
    void this.#load();
  }

  protected override render() {
    const removed = this.#left;
    if (this.failed)
      return html`<div class="cl-empty small muted">
        ${this.failed === 'away' ? msg('The server is away. What was retired can be seen when it is back.') : msg('What was retired could not be fetched.')}
        <button class="btn quiet low" @click=${() => void this.#load()}>${msg('Try again')}</button>
      </div>`;
    if (!removed)
      return html`<div class="cl-empty small muted" aria-busy="true">${msg('Fetching what was retired …')}</div>`;
    if (removed.length === 0)
      return html`<div class="cl-empty small muted">${msg('No claim of this text was retired or removed.')}</div>`;
    return html`<div class="sg-refused" role="list" aria-label=${msg('Retired claims')} tabindex="0">
      <div class="cl-all" style="height:${removed.length * HEIGHT}px" role="presentation">
        ${repeat(
          this.#rows.places(removed.length),
          place => removed[place]!.id,
          place => this.#row(removed[place]!, place * HEIGHT),
        )}
      </div>
    </div>`;
  }

  #row({ object, removed }: Versioned<'claim'>, top: number) {
    const { by, at, why } = removed!;
    return html`<div class="sg-refusal" role="listitem" style="transform:translateY(${top}px)">
      <vr-swatch type=${object.type}></vr-swatch>
      <span class="what">
        <span class="w" dir="auto" lang=${this.reading.document?.language ?? nothing}
          >${object.anchor.quote.exact.replace(/\s+/g, ' ')}</span
        ><span class="vh">, ${typeLabel(object.type)}</span>
        <span class="small muted">${isolated(by)}, ${sayInstant(at)}${why ? html`: <span dir="auto">${why}</span>` : nothing}</span>
      </span>
      <button
        class="btn quiet low"
        aria-label=${msg(str`Bring back: ${short(object.anchor.quote.exact)}`)}
        @click=${() => bringBack(this.reading, [object])}
      >
        ${msg('Bring back')}
      </button>
    </div>`;
  }

  /** Those that are still removed, as far as it is known here. */
  get #left(): Versioned<'claim'>[] | undefined {
    const { objects } = this.reading.store;
    return this.all
      ?.map(held => objects.get('claim', held.id) ?? held)
      .filter(held => held.removed !== undefined)
      .sort((a, b) => (a.removed!.at < b.removed!.at ? 1 : -1));
  }

  async #load(): Promise<void> {
    const { store, documentId } = this.reading;
    this.failed = undefined;
    try {
      const found: Versioned<'claim'>[] = [];
      let after: string | undefined;
      do {
        const query = {
          document: documentId!,
          removed: 'true' as const,
          limit: PAGE,
          ...(after ? { after } : {}),
        };
        const reply = await store.client.listClaims({ query });
        found.push(...(reply.claims as unknown as Versioned<'claim'>[]));
        after = reply.next;
      } while (after !== undefined);
      store.objects.confirm(found);
      this.all = found;
    } catch (error) {
      this.failed = error instanceof AwayError ? 'away' : 'failed';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-retired-list': VrRetiredList;
  }
}
