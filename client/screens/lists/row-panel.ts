import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Cell, Row } from '../../../shared/lists/align.ts';
import type { Severity } from '../../../shared/model/scales.ts';
import { KeyHints } from '../../commands/hints.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayList } from '../../localize/locale.ts';
import { sayEntityKind } from '../../localize/say-entity-kind.ts';
import { stepsOf } from '../../localize/say-step.ts';
import { typeLabel } from '../../localize/say-type.ts';
import { StoreController } from '../../store/context.ts';
import type { Column } from './matrix.ts';
import '../../elements/icon.ts';
import '../../elements/swatch.ts';

/** What somebody wants to be raised: the claims that are the sides, how bad, and why. */
export interface Raising {
  readonly claimIds: readonly string[];
  readonly severity: Severity;
  readonly reason: string;
}

/**
 * One row: where each list has it, and what can be said of it. Fires `vr-same` and `vr-different` with the place of the
 * list whose cell is judged, `vr-flag`, `vr-raise-row`, and `vr-close`.
 */
@customElement('vr-row-panel')
export class VrRowPanel extends LightElement {
  @property({ attribute: false }) row!: Row;
  @property({ attribute: false }) columns: readonly Column[] = [];
  /** The list whose cell one is at. */
  @property({ type: Number }) place = -1;
  @property({ type: Boolean }) flagging = false;
  @state() private sides: ReadonlySet<string> = new Set();
  @state() private wrong = '';
  #desk = new StoreController(this, 'claims', 'conflicts', 'documents');
  #hints = new KeyHints(this);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('row') && (changed.get('row') as Row | undefined)?.key !== this.row.key)
      this.sides = new Set(this.#claims);
    if (changed.has('flagging')) {
      this.wrong = '';
      if (this.flagging && this.sides.size < 2) this.sides = new Set(this.#claims);
    }
  }

  get #claims(): string[] {
    return this.row.cells.flatMap(({ entries }) =>
      entries.filter(({ isWords }) => !isWords).map(({ claimId }) => claimId),
    );
  }

  protected override render() {
    const { row } = this;
    return html`<aside class="row-panel" aria-label=${msg('Row')} data-panel>
      <header>
        <span class="small muted">${sayEntityKind(row.kind)}</span><span class="sp"></span>
        ${row.entityId ? html`<a class="btn quiet" href="/entities/${row.entityId}">${msg('Entity')}</a>` : nothing}
        <button class="ib" aria-label=${msg('Close')} title=${this.#hints.title(msg('Close'), 'lists.close')} @click=${() => this.#fire('vr-close')}>
          <vr-icon name="x"></vr-icon>
        </button>
      </header>
      <h2 dir="auto">${row.form}</h2>
      ${row.country ? html`<p class="small muted" dir="auto">${row.country}</p>` : nothing}
      ${this.#means()} ${this.flagging ? this.#form() : nothing}
      <ul class="where">
        ${row.cells.map((cell, place) => this.#cell(cell, place))}
      </ul>
      ${this.#absent()} ${this.#conflicts()}
    </aside>`;
  }

  #means() {
    return html`<div class="means">
      <button
        class="btn"
        aria-expanded=${this.flagging ? 'true' : 'false'}
        aria-disabled=${this.#claims.length < 2 ? 'true' : nothing}
        title=${this.#hints.title(msg('Raise conflict'), 'lists.flag')}
        @click=${() => this.#claims.length > 1 && this.#fire('vr-flag')}
      >
        <vr-icon name="flag"></vr-icon>${msg('Raise conflict …')}
      </button>
    </div>`;
  }

  #cell(cell: Cell, place: number) {
    const { state, entries } = cell;
    const column = this.columns[place];
    if (!column || entries.length === 0) return nothing;
    return html`<li class="is-${state} ${place === this.place ? 'at' : ''}">
      <p class="small"><b dir="auto">${column.title}</b> <span class="muted" dir="auto">${column.from}</span></p>
      ${entries.map(entry => {
        const claim = this.#desk.store.get('claim', entry.claimId)?.object;
        const quote = claim?.anchor.quote;
        return html`<div class="entry">
          ${
            this.flagging && !entry.isWords
              ? html`<input
                  type="checkbox"
                  aria-label=${msg(str`“${isolated(entry.form)}” is a side`)}
                  .checked=${this.sides.has(entry.claimId)}
                  @change=${() => this.#side(entry.claimId)}
                />`
              : nothing
          }
          <a href="/read/${claim?.anchor.documentId ?? ''}/${entry.claimId}" title=${msg('Open the passage')}>
            ${claim ? html`<vr-swatch type=${claim.type}></vr-swatch>` : nothing}
            <span class="words" dir="auto">${entry.form}</span>
            <span class="small muted">${claim ? typeLabel(claim.type) : ''}</span>
            ${
              quote && !entry.isWords
                ? html`<span class="context small muted" dir="auto">… ${quote.prefix.slice(-32)}<mark>${quote.exact.slice(0, 120)}</mark>${quote.suffix.slice(0, 32)} …</span>`
                : nothing
            }
          </a>
        </div>`;
      })}
      ${
        state === 'uncertain'
          ? html`<p class="judge">
              <button class="btn" title=${this.#hints.title(msg('The same'), 'lists.same')} @click=${() => this.#fire('vr-same', place)}>
                <vr-icon name="check"></vr-icon>${msg('The same')}
              </button>
              <button class="btn" title=${this.#hints.title(msg('These are different'), 'lists.different')} @click=${() => this.#fire('vr-different', place)}>
                ${msg('These are different')}
              </button>
            </p>`
          : nothing
      }
    </li>`;
  }

  #absent() {
    const absent = this.columns.filter((_, place) => this.row.cells[place]?.state === 'absent');
    if (absent.length === 0) return nothing;
    return html`<p class="absent small muted" dir="auto">${msg(str`Not on: ${sayList(absent.map(({ title }) => isolated(title)))}`)}</p>`;
  }

  #side(claimId: string): void {
    const sides = new Set(this.sides);
    if (!sides.delete(claimId)) sides.add(claimId);
    this.sides = sides;
  }

  #form() {
    return html`<form class="form" aria-label=${msg('Raise conflict')} @submit=${this.#submit}>
      <p class="small muted">${msg('The ticked passages below are its sides.')}</p>
      <label class="fld">${msg('Severity')}
        <select name="severity">
          ${stepsOf('severity').map(step => html`<option value=${step.code} ?selected=${step.code === 'medium'}>${step.label}</option>`)}
        </select>
      </label>
      <label class="fld">${msg('Reason, where it needs one')}
        <input name="reason" autocomplete="off" maxlength="2000" />
      </label>
      ${this.wrong ? html`<p class="wrong small" role="alert">${this.wrong}</p>` : nothing}
      <div class="ends">
        <button type="button" class="btn quiet" @click=${() => this.#fire('vr-flag')}>${msg('Cancel')}</button>
        <button class="btn pri">${msg('Raise conflict')}</button>
      </div>
    </form>`;
  }

  #conflicts() {
    const mine = new Set(this.#claims);
    const open = this.#desk.store.objects
      .all('conflict')
      .filter(({ object }) => object.sides.some(side => side.claimIds.some(id => mine.has(id))));
    if (open.length === 0) return nothing;
    return html`<section>
      <h3 class="h">${msg('Conflicts')}</h3>
      <ul class="where">
        ${open.map(
          ({ id, object }) => html`<li class=${object.state === 'open' ? 'is-conflict' : ''}>
            <a href="/conflicts/${id}" dir="auto">${object.state === 'open' ? '≠ ' : ''}${object.title}</a>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const claimIds = this.#claims.filter(id => this.sides.has(id));
    this.wrong = claimIds.length < 2 ? msg('Tick two passages or more: these are the sides.') : '';
    if (this.wrong) return;
    const detail: Raising = {
      claimIds,
      severity: data.get('severity') as Severity,
      reason: String(data.get('reason') ?? ''),
    };
    this.dispatchEvent(new CustomEvent<Raising>('vr-raise-row', { detail }));
  };

  #fire(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-row-panel': VrRowPanel;
  }
}
