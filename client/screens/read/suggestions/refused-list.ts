import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Refusal } from '../../../../shared/model/refusal.ts';
import { FixedRows } from '../../../elements/fixed-rows.ts';
import { isolated } from '../../../localize/isolated.ts';
import { typeLabel } from '../../../localize/say-type.ts';
import { sayInstant } from '../../../panels/say-instant.ts';
import { short } from '../gestures.ts';
import { CountingPanel } from '../panel.ts';
import { bringBack } from './gestures.ts';
import '../../../elements/icon.ts';

const HEIGHT = 52;

/** What was refused in the text, latest first, each with its reason; it can be brought back. */
@customElement('vr-refused-list')
export class VrRefusedList extends CountingPanel {
  readonly #rows = new FixedRows(
    this,
    '.sg-refused',
    () => HEIGHT,
    () => this.drawNow(),
  );

  protected override render() {
    const { refusals } = this.reading.suggesting;
    if (refusals.length === 0)
      return html`<div class="cl-empty small muted">${msg('Nothing is refused here.')}</div>`;
    return html`<div class="sg-refused" tabindex="-1">
        <div class="cl-all" role="list" aria-label=${msg('Refused suggestions')} style="height:${refusals.length * HEIGHT}px">
          ${repeat(
            this.#rows.places(refusals.length),
            place => refusals[place]!.id,
            place => this.#row(refusals[place]!, place, refusals.length),
          )}
        </div>
      </div>
      <div class="sg-all">
        <button class="btn quiet low" @click=${() => bringBack(this.reading, refusals)}>
          <vr-icon name="reopen"></vr-icon>${msg('Bring all back')}
        </button>
      </div>`;
  }

  #row(refusal: Refusal, place: number, count: number) {
    const { type = '', quote, reason, by, at } = refusal;
    return html`<div
      class="sg-refusal"
      role="listitem"
      aria-posinset=${place + 1}
      aria-setsize=${count}
      style="transform:translateY(${place * HEIGHT}px)"
    >
      <span class="c sw t-${type}" data-s="sugg" role="img" aria-label=${typeLabel(type)}></span>
      <span class="what"
        ><span class="w" dir="auto">${short(quote, 90)}</span
        ><span class="small muted"
          >${msg(str`${isolated(by)}, ${sayInstant(at)}`)}${reason ? html`: <span dir="auto">${reason}</span>` : nothing}</span
        ></span
      >
      <button class="btn quiet low" @click=${() => bringBack(this.reading, [refusal])}>
        ${msg('Bring back')}<span class="vh"> ${short(quote, 60)}</span>
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-refused-list': VrRefusedList;
  }
}
