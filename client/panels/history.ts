import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { claimsOf } from '../../shared/conflicts/raise.ts';
import type { Change, LogEntry, Versioned } from '../../shared/model/change.ts';
import { sayNumber } from '../localize/locale.ts';
import '../elements/icon.ts';
import { LightElement } from '../elements/light-element.ts';
import { toast } from '../elements/toasts.ts';
import { type Router, routerContext } from '../router/router.ts';
import { addressOf } from '../router/routes.ts';
import { StoreController } from '../store/context.ts';
import { GestureError } from '../store/store.ts';
import './history.css';
import { sayChange, sayRaised } from './say-change.ts';
import { sayInstant } from './say-instant.ts';

/** How many entries show before somebody asks for all. */
const SHOWN = 6;
const MOST = 200;

/** Who changed an object, when, how and why; each entry can be taken back, with all that its gesture did. */
@customElement('vr-history')
export class VrHistory extends LightElement {
  @property({ attribute: false }) held!: Versioned;
  @consume({ context: routerContext }) private router!: Router;
  @state() private entries: readonly LogEntry[] = [];
  @state() private isWhole = false;
  #desk = new StoreController(this, 'saving', 'conflicts');
  /** The object and the version that the entries stand at. */
  #asked = '';

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('held') as Versioned | undefined;
    if (before && before.id !== this.held.id) {
      this.entries = [];
      this.isWhole = false;
    }
  }

  protected override updated(): void {
    const { id, version } = this.held;
    const { store } = this.#desk;
    const key = `${id} ${version} ${store.inConflict(id)}`;
    // What is not saved yet is not in the log yet.
    if (key === this.#asked || store.saving.waiting > 0) return;
    this.#asked = key;
    store.client
      .readLog({ query: { object: id, limit: MOST } })
      .then(({ entries }) => {
        if (this.held.id === id) this.entries = entries;
      })
      .catch(() => {
        this.#asked = '';
      });
  }

  protected override render() {
    const lines = [...this.entries].reverse();
    const shown = this.isWhole ? lines : lines.slice(0, SHOWN);
    return html`<section class="history" aria-label=${msg('History')}>
      <h3 class="h">${msg('History')}</h3>
      <ul class="hist">${shown.map(entry => this.#entry(entry))}</ul>
      ${
        lines.length > shown.length
          ? html`<button class="btn quiet low" @click=${this.#showAll}>${msg(str`All ${sayNumber(lines.length)}`)}</button>`
          : nothing
      }
      <a class="btn quiet low" href=${addressOf({ screen: 'history', query: `object=${this.held.id}` })}>${msg('In the log')}</a>
      ${
        this.held.kind === 'document'
          ? html`<a class="btn quiet low" href=${addressOf({ screen: 'history', documentId: this.held.id })}>${msg('The text at any moment')}</a>`
          : nothing
      }
    </section>`;
  }

  #entry(entry: LogEntry) {
    const { id } = this.held;
    const isMine = (change: Change) => change.objectId === id || raises(change, id);
    const mine = entry.changes.filter(isMine);
    const why = mine.find(change => change.why)?.why;
    const says = entry.changes
      .flatMap((change, i) => {
        if (change.objectId === id) return sayChange(change, entry.before[i]);
        if (raises(change, id)) return sayRaised(change);
        return change.operation.op === 'revise' ? msg('The text had a new revision') : [];
      })
      .join('; ');
    return html`<li>
      <time datetime=${entry.at}>${sayInstant(entry.at)}</time>
      <span>${says}${why ? html` <span class="muted" dir="auto">${why}</span>` : nothing}</span>
      <span class="muted by">${entry.by}</span>
      ${
        entry.changes.some(({ operation }) => operation.op === 'revise')
          ? nothing
          : html`<button class="ib small-ib" aria-label=${msg(str`Take back: ${says}`)} title=${msg('Take back')} @click=${() => this.#takeBack(entry, says)}>
              <vr-icon name="undo"></vr-icon>
            </button>`
      }
    </li>`;
  }

  #showAll = (): void => {
    this.isWhole = true;
  };

  async #takeBack(entry: LogEntry, label: string): Promise<void> {
    const { store } = this.#desk;
    try {
      await store.loadClaims(
        entry.changes.filter(change => change.kind === 'claim').map(change => change.objectId),
      );
      store.takeBack({ label, changes: entry.changes, before: entry.before });
    } catch (error) {
      if (!(error instanceof GestureError)) throw error;
      // What rests on the step is shown there, and can go back together with it.
      toast(error.message, {
        tone: 'error',
        action: {
          label: msg('What rests on it'),
          run: () => this.router.go({ screen: 'history', query: `seq=${entry.seq}&back=yes` }),
        },
      });
    }
  }
}

/** Whether a change raises a conflict with a claim on one of its sides. */
const raises = ({ kind, operation }: Change, claimId: string): boolean =>
  kind === 'conflict' && operation.op === 'create' && claimsOf(operation.value).includes(claimId);

declare global {
  interface HTMLElementTagNameMap {
    'vr-history': VrHistory;
  }
}
