import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Offered } from '../../../../shared/api/found.ts';
import { claimType } from '../../../../shared/claim-types/registry.ts';
import { isolated } from '../../../localize/isolated.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { fieldLabel, typeLabel } from '../../../localize/say-type.ts';
import { sayWhy } from '../../../localize/say-why.ts';
import { sayInstant } from '../../../panels/say-instant.ts';
import { sayField, sayParts } from '../claim-content.ts';
import { ReadPanel } from '../panel.ts';
import { alikeGroups } from './alike.ts';
import { type SuggestionDeed, tellDeed } from './deeds.ts';
import '../../../elements/icon.ts';
import '../../../panels/key-hint.ts';

const CONTEXT = { before: 64, after: 40 };

/** A suggestion in the inspector: its words in context, what they are read as, why it is suggested, and what can be done. */
@customElement('vr-suggestion-card')
export class VrSuggestionCard extends ReadPanel {
  @property({ attribute: false }) offered!: Offered;
  /** Whether the list stands above it, which then has the ways from one to the next. */
  @property({ type: Boolean }) isListed = false;

  protected override render() {
    const { offered, reading } = this;
    const { shown } = reading.suggesting;
    const place = shown.indexOf(offered);
    return html`<section class="suggested" aria-label=${msg('Suggestion')}>
        <div class="hd">
          <span class="c sw t-${offered.type}" data-s="sugg" aria-hidden="true"></span>
          <h2>${typeLabel(offered.type)}</h2>
          <span class="muted small num grow"
            >${place < 0 ? msg('suggested') : msg(str`suggestion ${sayNumber(place + 1)} of ${sayNumber(shown.length)}`)}</span
          >
          ${
            this.isListed
              ? nothing
              : html`${this.#icon('chevron-up', msg('Previous suggestion'), 'previous')}
                ${this.#icon('chevron-down', msg('Next suggestion'), 'next')}`
          }
        </div>
        ${this.#returned()} ${this.#context()} ${this.#content()}
        ${
          this.isListed
            ? nothing
            : html`<div class="deeds dt">
                <button class="btn pri" @click=${() => tellDeed(this, 'accept')}>
                  <vr-icon name="check"></vr-icon>${msg('Accept')} <vr-keys command="read.accept"></vr-keys>
                </button>
                <button class="btn" @click=${() => tellDeed(this, 'refuse')}>
                  <vr-icon name="x"></vr-icon>${msg('Refuse')} <vr-keys command="read.suggestion.refuse"></vr-keys>
                </button>
                ${this.#alike()}
              </div>`
        }
      </section>
      ${this.#grounds()}
      ${
        this.isListed
          ? nothing
          : html`<div class="sheet-bar">
              ${this.#bar('chevron-up', msg('Previous suggestion'), '', 'previous')}
              ${this.#bar('x', msg('Refuse'), msg('Refuse'), 'refuse')}
              ${this.#bar('check', msg('Accept'), msg('Accept'), 'accept', 'pri')}
              ${this.#bar('chevron-down', msg('Next suggestion'), '', 'next')}
            </div>`
      }`;
  }

  #alike() {
    const groups = alikeGroups(this.offered, this.reading.suggesting.source?.all ?? []);
    return groups.length === 0
      ? nothing
      : html`<button class="btn quiet" @click=${() => tellDeed(this, 'alike')}>
          ${msg('All alike')} <span class="num muted">${sayNumber(groups[0]!.items.length)}</span>
          <vr-keys command="read.suggestion.alike"></vr-keys>
        </button>`;
  }

  /** What has changed since the same words were refused. */
  #returned() {
    const { returned } = this.offered;
    if (!returned) return nothing;
    return html`<div class="returned small" role="note">
      <p>
        <b>${msg('Back after it was refused.')}</b>
        ${msg(str`${isolated(returned.by)} refused it, ${sayInstant(returned.at)}.`)}
        ${returned.reason ? html`<span class="why">${returned.reason}</span>` : nothing}
      </p>
      ${returned.changes.map(({ gone, come }) =>
        gone.length + come.length === 0
          ? nothing
          : html`<dl>
              ${gone.map(words => html`<dt>${msg('Was beside')}</dt><dd dir="auto"><del>${words}</del></dd>`)}
              ${come.map(words => html`<dt>${msg('Is beside')}</dt><dd dir="auto"><ins>${words}</ins></dd>`)}
            </dl>`,
      )}
    </div>`;
  }

  #context() {
    const { offered, reading } = this;
    const { start } = offered.ranges[0]!;
    const { end } = offered.ranges[offered.ranges.length - 1]!;
    const text = reading.text?.atHand(start - CONTEXT.before, end + CONTEXT.after);
    const from = Math.max(0, start - CONTEXT.before);
    const before = (text ? text.slice(from, start) : offered.prefix).replace(from > 0 ? /^\S*\s/ : /^$/, '');
    const after = (text ? text.slice(end, end + CONTEXT.after) : offered.suffix).replace(/\s\S*$/, '');
    const { quote } = offered;
    const words = quote.length > 600 ? `${quote.slice(0, 400)} … ${quote.slice(-120)}` : quote;
    return html`<p class="ctx" lang=${reading.document?.language ?? nothing} dir="auto">
      ${before ? `… ${before}` : nothing}<b>${words}</b>${after ? `${after} …` : nothing}
    </p>`;
  }

  #content() {
    const { offered } = this;
    const filled = (claimType(offered.type)?.fields ?? []).filter(field => offered.fields[field.name]);
    const entity = offered.entityId && this.reading.store.get('entity', offered.entityId)?.object;
    const content = { ...offered, anchor: { quote: { exact: offered.quote } } };
    return html`<dl class="kv">
      <dt>${msg('Value')}</dt>
      <dd>${sayParts(content)}</dd>
      ${filled.map(
        field => html`<dt>${fieldLabel(field)}</dt>
          <dd dir="auto">${sayField(field, offered.fields[field.name]!)}</dd>`,
      )}
      ${entity ? html`<dt>${msg('Entity')}</dt><dd><bdi>${entity.preferred}</bdi></dd>` : nothing}
    </dl>`;
  }

  #grounds() {
    const { grounds } = this.offered;
    const sorted = [...grounds.filter(one => one.for), ...grounds.filter(one => !one.for)];
    return html`<section class="why">
      <div class="hd"><span class="h">${msg('Why it is suggested')}</span></div>
      ${
        sorted.length === 0
          ? html`<p class="small muted">${msg('Nothing on record.')}</p>`
          : html`<ul class="grounds">
              ${sorted.map(
                ground => html`<li>
                  <b aria-hidden="true">${ground.for ? '+' : '−'}</b
                  ><span
                    ><span class="vh">${ground.for ? msg('Speaks for it:') : msg('Speaks against:')}</span>
                    <span dir="auto">${sayWhy(ground)}</span> <span class="rule">${ground.rule}</span></span
                  >
                </li>`,
              )}
            </ul>`
      }
    </section>`;
  }

  #icon(icon: 'chevron-up' | 'chevron-down', label: string, deed: SuggestionDeed) {
    return html`<button class="ib small-ib dt" aria-label=${label} title=${label} @click=${() => tellDeed(this, deed)}>
      <vr-icon name=${icon}></vr-icon>
    </button>`;
  }

  #bar(
    icon: 'chevron-up' | 'chevron-down' | 'check' | 'x',
    label: string,
    words: string,
    deed: SuggestionDeed,
    css = '',
  ) {
    return html`<button class="btn ${css}" aria-label=${label} @click=${() => tellDeed(this, deed)}>
      <vr-icon name=${icon}></vr-icon>${words}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-suggestion-card': VrSuggestionCard;
  }
}
