import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ToldFinding } from '../../../shared/api/found.ts';
import {
  type DefectGroup,
  groupDefects,
  isDefect,
  originsOfDefect,
} from '../../../shared/lineage/defects.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayTitle } from '../../localize/say-title.ts';
import { StoreController } from '../../store/context.ts';
import { copyRepairs } from './repairs.ts';
import '../../elements/banner.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';
import '../../elements/skeleton.ts';
import './defect-row.ts';
import './defects.css';

/** Defects shown under a heading, and headings shown, at first; and so many more each time they are asked for. */
const SHOWN = 20;

export type Grouping = 'document' | 'origin';

/** What rules find wrong with what is cited, by document or by origin, with the smallest repairs. Fires `vr-grouping`. */
@customElement('vr-defect-list')
export class VrDefectList extends LightElement {
  @property() by: Grouping = 'document';
  /** The origin that is looked at alone. */
  @property() origin: string | undefined;
  @state() private groupsShown = SHOWN;
  /** How many are shown of a group, where it is more than at first. */
  @state() private shown: ReadonlyMap<string, number> = new Map();
  #desk = new StoreController(this, 'findings', 'refused', 'conflicts', 'documents');

  protected override firstUpdated(): void {
    void this.#desk.store.loadDocuments().catch(() => undefined);
  }

  protected override render() {
    const { findings } = this.#desk.store;
    const { state } = findings;
    const all = findings.all
      .filter(isDefect)
      .filter(told => this.origin === undefined || originsOfDefect(told).includes(this.origin));
    const groups = groupDefects(all, this.by);
    return html`${this.#standing()}
      ${
        all.length > 0
          ? html`<div class="defects-head">
              <p class="small muted">${plural(all.length, msg(str`${sayNumber(all.length)} {defect¦defects}`))}</p>
              <span class="sp"></span>
              <div class="seg" role="group" aria-label=${msg('Group by')}>
                ${this.#choice('document', msg('By document'))} ${this.#choice('origin', msg('By origin'))}
              </div>
            </div>`
          : nothing
      }
      ${repeat(
        groups.slice(0, this.groupsShown),
        ({ key }) => key,
        group => this.#group(group),
      )}
      ${
        groups.length > this.groupsShown
          ? this.#more(groups.length - this.groupsShown, () => {
              this.groupsShown += SHOWN;
            })
          : nothing
      }
      ${state === 'ready' && all.length === 0 ? this.#none() : nothing}`;
  }

  /** What of the rules' work is still to come, or could not be done. */
  #standing() {
    const { findings } = this.#desk.store;
    const { state, isStale, progress, beyond } = findings;
    if (state === 'loading') return html`<vr-skeleton label=${msg('Loading what rules find')}></vr-skeleton>`;
    if (state === 'failed')
      return html`<vr-banner tone="error" icon="warning">
        <strong>${msg('What rules find could not be loaded.')}</strong>
        <button class="btn" slot="actions" @click=${() => void findings.load()}>${msg('Try again')}</button>
      </vr-banner>`;
    if (state === 'away')
      return html`<vr-banner icon="offline">${msg('The server is away, and nothing that was found is kept here.')}</vr-banner>`;
    return html`${
      isStale
        ? html`<vr-banner icon="offline">${msg('What rules find was not rechecked: the server is away.')}</vr-banner>`
        : progress.pending > 0
          ? html`<vr-progress .value=${progress.total > 0 ? progress.done / progress.total : undefined} label=${msg('Looking for defects')}></vr-progress>`
          : nothing
    }
    ${beyond > 0 ? html`<p class="small muted">${plural(beyond, msg(str`The rules find ${sayNumber(beyond)} more {thing, less grave¦things, less grave}; not all are listed here.`))}</p>` : nothing}`;
  }

  #none() {
    return html`<p class="none">${this.origin === undefined ? msg('No defect was found in what is cited.') : msg('No defect was found in what is cited from there.')}</p>`;
  }

  #choice(by: Grouping, label: string) {
    return html`<button aria-pressed=${this.by === by ? 'true' : 'false'} @click=${() => this.dispatchEvent(new CustomEvent('vr-grouping', { detail: by }))}>${label}</button>`;
  }

  #group({ key, findings }: DefectGroup<ToldFinding>) {
    const most = this.shown.get(key) ?? SHOWN;
    const repairs = findings.filter(({ repair }) => repair?.documentId === key);
    return html`<section class="card defect-group">
      <header>
        <h2 dir="auto">${this.#heading(key)}</h2>
        <span class="small muted num">${sayNumber(findings.length)}</span>
        <span class="sp"></span>
        ${
          repairs.length > 0
            ? html`<button class="btn quiet" @click=${() => void copyRepairs(this.#desk.store, key, repairs)}>
                <vr-icon name="copy"></vr-icon>${plural(repairs.length, msg(str`Copy ${sayNumber(repairs.length)} {repair¦repairs} as a diff`))}
              </button>`
            : nothing
        }
      </header>
      <ul>
        ${repeat(
          findings.slice(0, most),
          told => told.key,
          told =>
            html`<li><vr-defect-row .told=${told} ?titled=${this.by === 'origin'} @vr-leaving=${this.#goOn}></vr-defect-row></li>`,
        )}
      </ul>
      ${findings.length > most ? this.#more(findings.length - most, () => this.#show(key, most + SHOWN)) : nothing}
    </section>`;
  }

  #heading(key: string): string {
    if (this.by === 'origin') return key || msg('Without an address');
    return sayTitle(this.#desk.store.get('document', key)?.object.title ?? '');
  }

  #more(count: number, show: () => void) {
    return html`<button class="btn quiet" @click=${show}>${msg(str`${sayNumber(count)} more`)}</button>`;
  }

  #show(key: string, count: number): void {
    this.shown = new Map(this.shown).set(key, count);
  }

  /** The keyboard goes on at the next defect, or the one before, when one goes. */
  #goOn = (event: Event): void => {
    const rows = [...this.querySelectorAll('vr-defect-row')];
    const place = rows.indexOf(event.target as (typeof rows)[number]);
    const next = rows[place + 1] ?? rows[place - 1];
    next?.querySelector<HTMLElement>('.deeds a')?.focus();
  };

  /** Moves the keyboard to the next defect or the one before. @returns whether there is one */
  step(by: 1 | -1): boolean {
    const rows = [...this.querySelectorAll('vr-defect-row')];
    const now = rows.findIndex(row => row.contains(document.activeElement));
    const row = now < 0 ? rows[0] : rows[now + by];
    row?.querySelector<HTMLElement>('.deeds a, .deeds input')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
    return row !== undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-defect-list': VrDefectList;
  }
}
