import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { addressOf } from '../../router/routes.ts';
import type { GestureLine } from './gestures.ts';
import { addressOfObject } from './object-address.ts';
import { type Names, nameOf, sayMore, type Told, toldOf, whomOf } from './say-line.ts';
import { sayDay, sayExactly, sayTime } from './say-when.ts';
import type { Aim } from './way.ts';
import '../../elements/icon.ts';
import './way-panel.ts';

/** Documents of an entry whose text of then is offered. */
const DOCUMENTS = 3;

/** One gesture of the log in full, and what can be done about it. Fires `vr-close`. */
@customElement('vr-history-entry')
export class VrHistoryEntry extends LightElement {
  @property({ attribute: false }) gesture!: GestureLine;
  @property({ attribute: false }) names: Names = {};
  @property({ attribute: false }) titleOf: (documentId: string) => string = () => '';
  /** Whether it begins with the way to take it back. */
  @property({ type: Boolean }) back = false;
  @state() private aim: Aim | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('gesture') || changed.get('gesture')?.seqs[0] === this.gesture.seqs[0]) return;
    this.aim = this.back ? { what: 'take-back', seqs: this.gesture.seqs } : undefined;
  }

  protected override render() {
    const { line, seqs } = this.gesture;
    const last = seqs[seqs.length - 1]!;
    return html`<section class="entry-full" aria-label=${msg('The step')}>
      <header>
        <h2 tabindex="-1">${sayDay(line.at)}, <time datetime=${line.at} title=${sayExactly(line.at)}>${sayTime(line.at)}</time></h2>
        <button class="ib" aria-label=${msg('Close')} title=${msg('Close')} @click=${this.#close}><vr-icon name="x"></vr-icon></button>
      </header>
      <p class="muted">${plural(line.size, msg(str`${isolated(line.by)}, ${sayNumber(line.size)} {change¦changes}`))}${seqs.length > 1 ? html`, ${plural(seqs.length, msg(str`saved in ${sayNumber(seqs.length)} {part¦parts}`))}` : nothing}</p>
      <ul class="deeds">${toldOf(line.deeds).map(told => this.#deed(told))}</ul>
      ${line.more > 0 ? html`<p class="muted">${sayMore(line.more)}</p>` : nothing}
      ${this.aim ? html`<vr-way .aim=${this.aim} @vr-close=${this.#leave}></vr-way>` : this.#means(last)}
    </section>`;
  }

  #deed({ deed, what, why }: Told) {
    const { names } = this;
    const { kind, objectIds, count } = deed;
    const one = (id: string) => {
      const address = addressOfObject(id, names[id]);
      const words = nameOf(kind, names[id]);
      const gone = names[id]?.removed
        ? html` <span class="small muted">${msg('not there any more')}</span>`
        : nothing;
      return html`${address ? html`<a href=${address} dir="auto">${words}</a>` : html`<span dir="auto">${words}</span>`}${gone}`;
    };
    return html`<li>
      <p>${count === 1 ? one(objectIds[0]!) : html`<b>${whomOf(deed, names)}</b>`}: ${what}</p>
      ${why ? html`<p class="why" dir="auto">${why}</p>` : nothing}
      ${
        count === 1
          ? html`<a class="small" href=${addressOf({ screen: 'history', query: `object=${objectIds[0]}` })}>${msg('All of its history')}</a>`
          : html`<ul class="named">${objectIds.map(id => html`<li>${one(id)}</li>`)}${count > objectIds.length ? html`<li class="muted">${sayMore(count - objectIds.length)}</li>` : nothing}</ul>`
      }
    </li>`;
  }

  /** The documents that the gesture is about. */
  get #documents(): string[] {
    const ids = this.gesture.line.deeds.flatMap(({ kind, objectIds }) =>
      kind === 'document' ? objectIds : objectIds.map(id => this.names[id]?.documentId),
    );
    return [...new Set(ids.filter(id => id !== undefined))];
  }

  #means(last: number) {
    const { deeds } = this.gesture.line;
    const [only] = deeds;
    const documents = this.#documents;
    const isOne = deeds.length === 1 && only!.count === 1 && only!.kind !== 'document';
    const restore = (aim: Omit<Extract<Aim, { what: 'restore' }>, 'what' | 'seq'>) =>
      this.#begin({ what: 'restore', seq: last, ...aim });
    return html`<div class="means">
        <button class="btn pri" @click=${() => this.#begin({ what: 'take-back', seqs: this.gesture.seqs })}><vr-icon name="undo"></vr-icon>${msg('Take back …')}</button>
        <a class="btn" href=${addressOf({ screen: 'history', query: `since=${last}` })}>${msg('What changed since')}</a>
      </div>
      ${
        documents.length === 0
          ? nothing
          : html`<h3>${msg('The text as it was then')}</h3>
            <ul class="texts">${documents
              .slice(0, DOCUMENTS)
              .map(
                id =>
                  html`<li><a href=${addressOf({ screen: 'history', documentId: id, query: `at=${last}` })} dir="auto">${this.titleOf(id) || msg('Document')}</a></li>`,
              )}</ul>`
      }
      <h3>${msg('Back to how it was after this step')}</h3>
      <div class="means">
        ${isOne ? html`<button class="btn" @click=${() => restore({ object: only!.objectIds[0]!, kind: only!.kind })}>${nameOf(only!.kind, this.names[only!.objectIds[0]!])} …</button>` : nothing}
        ${documents.length === 1 ? html`<button class="btn" @click=${() => restore({ document: documents[0]! })}>${msg('The document with its claims …')}</button>` : nothing}
        <button class="btn" @click=${() => restore({})}>${msg('The whole desk …')}</button>
      </div>`;
  }

  /** Opens what would be done. */
  #begin(aim: Aim): void {
    this.aim = aim;
  }

  /** Opens taking it back, as a key does. */
  takeBack(): void {
    this.#begin({ what: 'take-back', seqs: this.gesture.seqs });
  }

  #leave = (): void => {
    this.aim = undefined;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.means .btn')?.focus());
  };

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-history-entry': VrHistoryEntry;
  }
}
