import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { claimType } from '../../../shared/claim-types/registry.ts';
import { entityKindOf } from '../../../shared/entities/name-entity.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Verdict, Workflow } from '../../../shared/model/scales.ts';
import { KeyHints } from '../../commands/hints.ts';
import { sayNumber } from '../../localize/locale.ts';
import { sayLocator } from '../../localize/say-locator.ts';
import { sayProblem } from '../../localize/say-problem.ts';
import { stepsOf } from '../../localize/say-step.ts';
import { fieldLabel, typeLabel } from '../../localize/say-type.ts';
import { sayField, sayParts } from './claim-content.ts';
import { changeVerdict, changeWorkflow, untagClaim } from './gestures.ts';
import { linksIn } from './links.ts';
import { ReadPanel } from './panel.ts';
import type { ScaleChosen } from './scale-menu.ts';
import '../../elements/icon.ts';
import '../../elements/swatch.ts';
import '../../panels/others-here.ts';
import './claim-entity.ts';
import './claim-form.ts';
import './scale-menu.ts';
import './tag-field.ts';

const STATES: Record<Claim['anchorState'], () => string> = {
  intact: () => msg('intact'),
  shifted: () => msg('shifted'),
  relocated: () => msg('relocated: look again'),
  'context-changed': () => msg('context changed: look again'),
  edited: () => msg('words edited: look again'),
  deleted: () => msg('words deleted'),
  ambiguous: () => msg('ambiguous: choose the place'),
};

/** The head of the inspector: the claim in its context, its value and fields, where it stands, its status and tags. */
@customElement('vr-claim-head')
export class VrClaimHead extends ReadPanel {
  @property({ attribute: false }) claim!: Claim;
  #hints = new KeyHints(this);

  protected override render() {
    const { claim, reading } = this;
    const { table } = reading.claims ?? {};
    const slot = reading.waits(claim) ? -1 : (table?.slotOf(claim.id) ?? -1);
    return html`<section>
      <div class="hd">
        <vr-swatch type=${claim.type}></vr-swatch><h2>${typeLabel(claim.type)}</h2>
        <span class="muted small num grow"
          >${slot >= 0 ? msg(str`claim ${sayNumber(table!.placeOfSlot(slot) + 1)} of ${sayNumber(table!.size)}`) : nothing}</span
        >
        ${this.#button('link', msg('Copy a link to this claim'), 'vr-copy-link')}
        ${this.#button('chevron-up', msg('Previous claim'), 'vr-previous', 'read.previous')}
        ${this.#button('chevron-down', msg('Next claim'), 'vr-next', 'read.next')}
      </div>
      <vr-others-here .objectId=${claim.id} .documentId=${claim.anchor.documentId}></vr-others-here>
      ${this.#context()}
      ${
        reading.task === 'value'
          ? html`<vr-claim-form .reading=${reading} .claim=${claim}></vr-claim-form>`
          : this.#content()
      }
      <dl class="kv">
        ${this.#place()}
        <dt class="dt">${msg('Anchor')}</dt>
        <dd class="small muted num dt">${this.#anchor()}</dd>
        ${
          entityKindOf(claim.type) || claim.entityId
            ? html`<dt>${msg('Entity')}</dt>
                <dd><vr-claim-entity .reading=${reading} .claim=${claim}></vr-claim-entity></dd>`
            : nothing
        }
        <dt>${msg('Status')}</dt>
        <dd class="status">
          <vr-scale-menu
            data-scale="workflow"
            label=${msg('Workflow')}
            .steps=${stepsOf('workflow')}
            .code=${claim.workflow}
            @vr-chosen=${(event: ScaleChosen) => this.#chosen(() => changeWorkflow(reading, claim, event.detail as Workflow))}
          ></vr-scale-menu>
          <vr-scale-menu
            data-scale="verdict"
            label=${msg('Verdict')}
            none=${msg('No verdict')}
            .steps=${stepsOf('verdict')}
            .code=${claim.verdict}
            @vr-chosen=${(event: ScaleChosen) => this.#chosen(() => changeVerdict(reading, claim, event.detail as Verdict | undefined))}
          ></vr-scale-menu>
        </dd>
        <dt>${msg('Tags')}</dt>
        <dd class="status">
          ${claim.tags.map(
            tag => html`<button class="chip" aria-label=${msg(str`Take the tag ${tag} away`)} @click=${() => untagClaim(reading, claim, tag)}>
              <bdi>${tag}</bdi><vr-icon name="x"></vr-icon>
            </button>`,
          )}
          <vr-tag-field .reading=${reading} .claim=${claim}></vr-tag-field>
        </dd>
      </dl>
    </section>`;
  }

  #chosen(change: () => void): void {
    change();
    this.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
  }

  #button(icon: 'link' | 'chevron-up' | 'chevron-down', label: string, event: string, command?: string) {
    return html`<button
      class="ib small-ib"
      aria-label=${label}
      title=${command ? this.#hints.title(label, command) : label}
      @click=${() => this.dispatchEvent(new CustomEvent(event, { bubbles: true }))}
    >
      <vr-icon name=${icon}></vr-icon>
    </button>`;
  }

  #context() {
    const { claim, reading } = this;
    const around = reading.contextOf(claim);
    const { exact, prefix, suffix } = claim.anchor.quote;
    const before = (around?.before ?? prefix).replace(/^\S*\s/, '');
    const after = (around?.after ?? suffix).replace(/\s\S*$/, '');
    const words = exact.length > 600 ? `${exact.slice(0, 400)} … ${exact.slice(-120)}` : exact;
    return html`<p class="ctx" lang=${reading.document?.language ?? nothing}>
      ${before ? `… ${before}` : nothing}<b>${words}</b>${after ? `${after} …` : nothing}
    </p>`;
  }

  #content() {
    const { claim } = this;
    const type = claimType(claim.type);
    const filled = (type?.fields ?? []).filter(field => claim.fields[field.name]);
    const doubts = type?.check(claim.value, claim.fields) ?? [];
    return html`<dl class="kv">
        <dt>${msg('Value')}</dt>
        <dd class="value">
          <span>${sayParts(claim)}</span>
          <button
            class="ib small-ib"
            aria-label=${msg('Edit value and fields')}
            title=${this.#hints.title(msg('Edit value and fields'), 'read.accept')}
            @click=${() => this.reading.begin('value')}
          >
            <vr-icon name="pencil"></vr-icon>
          </button>
        </dd>
        ${filled.map(field => {
          const text = claim.fields[field.name]!;
          return html`<dt>${fieldLabel(field)}</dt>
            <dd>${sayField(field, text)}</dd>`;
        })}
      </dl>
      ${doubts.map(sayProblem).map(({ says, mend }) => html`<p class="doubt small">${says} <span class="muted">${mend}</span></p>`)}`;
  }

  /** Where in the original the words stand, and what they link to. */
  #place() {
    const { claim, reading } = this;
    if (reading.waits(claim)) return nothing;
    const { ranges } = claim.anchor;
    const place = reading.locate(ranges);
    const said = place && sayLocator(place.locator, place.heading);
    const links = linksIn(reading.excerptOf(ranges)?.derivation, reading.revision, ranges);
    return html`${
      said
        ? html`<dt>${msg('In the original')}</dt>
            <dd class="place">${said}</dd>`
        : nothing
    }${
      links.length > 0
        ? html`<dt>${msg('Links to')}</dt>
            <dd>
              ${links.map(url => html`<a class="small" href=${url} target="_blank" rel="noopener noreferrer">${url.length > 80 ? `${url.slice(0, 78)} …` : url}</a> `)}
            </dd>`
        : nothing
    }`;
  }

  #anchor() {
    const { anchor, anchorState } = this.claim;
    const waits = this.reading.waits(this.claim);
    const revision = this.reading.document?.revisions.find(({ id }) => id === anchor.revision);
    return html`${anchor.ranges.map(range => `${sayNumber(range.start)}–${sayNumber(range.end)}`).join(', ')},
      ${msg('revision')} <span class="mono">${revision?.sha256.slice(0, 8) ?? '?'}</span>,
      <span class=${!waits && (anchorState === 'intact' || anchorState === 'shifted') ? '' : 'red'}
        >${waits ? msg('waits to be placed') : STATES[anchorState]()}</span
      >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-head': VrClaimHead;
  }
  interface HTMLElementEventMap {
    'vr-copy-link': CustomEvent<void>;
    'vr-previous': CustomEvent<void>;
    'vr-next': CustomEvent<void>;
  }
}
