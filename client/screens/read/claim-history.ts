import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LogEntry, Versioned } from '../../../shared/model/change.ts';
import { toast } from '../../elements/toasts.ts';
import { GestureError } from '../../store/store.ts';
import { sayInstant } from './instant.ts';
import { ReadPanel } from './panel.ts';
import { sayChange } from './say-change.ts';
import '../../elements/icon.ts';

const SHOWN = 6;

/** Who changed the focused claim, when, how and why; each change can be taken back. */
@customElement('vr-claim-history')
export class VrClaimHistory extends ReadPanel {
  @property({ attribute: false }) held!: Versioned<'claim'>;
  @state() private entries: readonly LogEntry[] = [];
  @state() private isWhole = false;
  #asked = '';

  protected override render() {
    const lines = [...this.entries].reverse();
    const shown = this.isWhole ? lines : lines.slice(0, SHOWN);
    return html`<section>
      <div class="hd">
        <h3 class="h">${msg('History')}</h3>
        <button class="btn quiet low" ?hidden=${this.reading.store.history.canUndo === undefined} @click=${this.#undoLast}>
          <vr-icon name="undo"></vr-icon>${msg('Undo')} <kbd>u</kbd>
        </button>
      </div>
      <ul class="hist">
        ${shown.map(entry => this.#entry(entry))}
      </ul>
      ${
        lines.length > shown.length
          ? html`<button
              class="btn quiet low"
              @click=${() => {
                this.isWhole = true;
              }}
            >
              ${msg('All of it')} (${lines.length})
            </button>`
          : nothing
      }
    </section>`;
  }

  #entry(entry: LogEntry) {
    const mine = entry.changes.filter(change => change.objectId === this.held.id);
    const why = mine.find(change => change.why)?.why;
    const says = mine.map(sayChange).join('; ');
    return html`<li>
      <time datetime=${entry.at}>${sayInstant(entry.at)}</time
      ><span>${says}${why ? html` <span class="muted">${why}</span>` : nothing}</span>
      <span class="muted by">${entry.by}</span>
      <button class="ib small-ib" aria-label="${msg('Take back')}: ${says}" title=${msg('Take back')} @click=${() => this.#takeBack(entry, says)}>
        <vr-icon name="undo"></vr-icon>
      </button>
    </li>`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { id, version } = this.held;
    if (changed.has('held') && (changed.get('held') as Versioned | undefined)?.id !== id) {
      this.entries = [];
      this.isWhole = false;
    }
    const key = `${id} ${version}`;
    // What is not saved yet is not in the log yet.
    if (key === this.#asked || this.reading.store.saving.waiting > 0) return;
    this.#asked = key;
    void this.reading.store.client
      .readLog({ query: { object: id, limit: 200 } })
      .then(({ entries }) => {
        if (this.held.id === id) this.entries = entries;
      })
      .catch(() => {
        this.#asked = '';
      });
  }

  #takeBack(entry: LogEntry, label: string): void {
    try {
      this.reading.store.takeBack({ label, changes: entry.changes, before: entry.before });
    } catch (error) {
      if (!(error instanceof GestureError)) throw error;
      toast(error.message, { tone: 'error' });
    }
  }

  #undoLast = (): void => {
    try {
      this.reading.store.undo();
    } catch (error) {
      if (!(error instanceof GestureError)) throw error;
      toast(error.message, { tone: 'error' });
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-history': VrClaimHistory;
  }
}
