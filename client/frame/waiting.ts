import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../elements/announcer.ts';
import { LightElement } from '../elements/light-element.ts';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import { sayRefusal } from '../localize/say-refusal.ts';
import { saySize } from '../localize/say-size.ts';
import { sayInstant } from '../panels/say-instant.ts';
import { StoreController } from '../store/context.ts';
import type { PendingGroup } from '../store/objects.ts';
import { placeOfGroup } from './place-of.ts';
import '../elements/icon.ts';
import './waiting.css';

/** So many rows are drawn; beyond, a number says how many more there are. */
const SHOWN = 200;

/** What waits for the server, and what is kept in this browser. Fires `vr-close`. */
@customElement('vr-waiting')
export class VrWaiting extends LightElement {
  #desk = new StoreController(this, 'saving', 'kept', 'documents', 'claims', 'conflicts', 'sources');

  protected override render() {
    const { queue } = this.#desk.store.delivery.sender;
    return html`<div class="waiting" role="dialog" aria-label=${msg('Saving')} @keydown=${this.#onKey}>
      <header role="none">
        <h2 tabindex="-1">${this.#title(queue.length)}</h2>
        <button class="ib" aria-label=${msg('Close')} title=${msg('Close')} @click=${this.#close}><vr-icon name="x"></vr-icon></button>
      </header>
      <div class="how small">${this.#line()}</div>
      ${this.#keeping()}
      ${
        queue.length > 0
          ? html`<ol class="groups">
              ${repeat(
                queue.slice(0, SHOWN),
                ({ group }) => group,
                group => this.#row(group),
              )}
            </ol>`
          : nothing
      }
      ${
        queue.length > SHOWN
          ? html`<p class="small muted">${plural(queue.length - SHOWN, msg(str`And ${sayNumber(queue.length - SHOWN)} {more change¦more changes}.`))}</p>`
          : nothing
      }
      ${this.#room()}
    </div>`;
  }

  #title(waiting: number): string {
    if (waiting === 0) return msg('Nothing waits');
    return plural(waiting, msg(str`${sayNumber(waiting)} {change waits¦changes wait}`));
  }

  /** How the line is. */
  #line() {
    const { online, problem, contact, waiting } = this.#desk.store.saving;
    if (online)
      return waiting === 0
        ? msg('Everything is with the server.')
        : msg('They are on their way to the server.');
    const at = contact === undefined ? undefined : sayInstant(new Date(contact).toISOString());
    const why = problem
      ? msg(str`The server answers, but cannot write now: ${sayRefusal(problem)}`)
      : at === undefined
        ? msg('The server does not answer.')
        : msg(str`The server does not answer. It did last at ${at}.`);
    return html`<span>${why}</span>
      <button class="btn small" @click=${() => this.#desk.store.retry()}><vr-icon name="refresh"></vr-icon>${msg('Try now')}</button>`;
  }

  /** Whether what waits is safe. */
  #keeping() {
    const { keeps, waiting } = this.#desk.store.saving;
    if (!keeps)
      return html`<p class="small warn" role="note">
        <vr-icon name="warning"></vr-icon
        ><span>${msg('This browser keeps nothing for this page: its storage is switched off or full. What waits is lost when the last window of Variorum closes.')}</span>
      </p>`;
    return waiting > 0
      ? html`<p class="small muted">${msg('Kept on this machine, also when the window is closed; sent in this order.')}</p>`
      : nothing;
  }

  #row(group: PendingGroup) {
    const { store } = this.#desk;
    const place = placeOfGroup(store, group);
    const first = group.changes[0]!;
    const hindered = this.#hindered(group);
    return html`<li>
      <div class="x">
        <div class="what">${group.label}</div>
        <div class="small muted">
          <time datetime=${first.at}>${sayInstant(first.at)}</time>${
            place?.words ? html` · <a href=${place.address}>${place.words}</a>` : nothing
          }
        </div>
      </div>
      <button
        class="ib"
        ?disabled=${hindered !== undefined}
        aria-label=${msg(str`Take back: ${group.label}`)}
        title=${hindered ?? msg('Take back')}
        @click=${() => this.#withdraw(group)}
      >
        <vr-icon name="undo"></vr-icon>
      </button>
    </li>`;
  }

  /** @returns why a group cannot be taken back, or undefined */
  #hindered(group: PendingGroup): string | undefined {
    const { sender } = this.#desk.store.delivery;
    if (!sender.canWithdraw(group.group)) return msg('It was sent and may have arrived; undo it instead.');
    const touched = new Set(group.changes.map(({ objectId }) => objectId));
    const later = sender.queue.slice(sender.queue.findIndex(waiting => waiting.group === group.group) + 1);
    const dependent = later.find(({ changes }) => mentions(changes, touched));
    return dependent && msg(str`“${dependent.label}” builds on it; take that back first.`);
  }

  #withdraw(group: PendingGroup): void {
    this.#desk.store.withdraw(group.group);
    announce(msg(str`Taken back: ${group.label}`));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h2')?.focus());
  }

  /** What is kept for reading without the server. */
  #room() {
    const { kept } = this.#desk.store;
    if (!kept || kept.size === 0) return nothing;
    const { used, most } = kept.room;
    const here = plural(
      kept.size,
      msg(str`${sayNumber(kept.size)} {document¦documents} kept for reading offline`),
    );
    return html`<footer class="small muted">
      <vr-icon name="kept"></vr-icon><span>${here} · ${msg(str`${saySize(used)} of ${saySize(most)}`)}</span>
    </footer>`;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#close();
  };

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}

/** Whether changes touch, or name, one of some objects. */
const mentions = (changes: PendingGroup['changes'], ids: ReadonlySet<string>): boolean => {
  if (changes.some(({ objectId }) => ids.has(objectId))) return true;
  const written = JSON.stringify(changes.map(({ operation }) => operation));
  return [...ids].some(id => written.includes(id));
};

declare global {
  interface HTMLElementTagNameMap {
    'vr-waiting': VrWaiting;
  }
}
