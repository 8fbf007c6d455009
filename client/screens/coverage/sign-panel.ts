import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Coverage, canSignOff } from '../../../shared/coverage/coverage.ts';
import { reasonOf } from '../../../shared/coverage/sign-off.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { stepLabel, stepWord } from '../../localize/say-step.ts';
import { sayInstant } from '../../panels/say-instant.ts';
import { sayCoverKind, sayCoverState } from './say-cover.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';

/** Conflicts, and waived claims, that are listed. */
const LISTED = 8;

/** How much of a document's suggestions nobody has looked at; undefined where that is not known. */
export interface Unseen {
  readonly count: number;
  /** Whether more are still being looked for. */
  readonly isGrowing: boolean;
}

/** What a rule found: its words, and the id by which it has an address. */
export interface Found {
  readonly id: string;
  readonly says: string;
}

/** Whether a document can be signed off, and what is in the way. Fires `vr-sign` with a remark. */
@customElement('vr-sign-panel')
export class VrSignPanel extends LightElement {
  @property() documentId = '';
  @property({ attribute: false }) coverage!: Coverage;
  @property({ attribute: false }) conflicts: readonly Conflict[] = [];
  /** The first of those that are waived, whole. */
  @property({ attribute: false }) waived: readonly Claim[] = [];
  @property({ attribute: false }) unseen: Unseen | undefined;
  /** How many claims and passages of evidence wait to be placed since the text was revised. */
  @property({ type: Number }) waiting = 0;
  /** What rules found in the document, and nobody has decided. */
  @property({ attribute: false }) found: readonly Found[] = [];

  protected override render() {
    const { total, by, signed } = this.coverage;
    const left = by.open + by.blocked;
    const isSigned =
      total > 0 && signed === total && this.waiting === 0 && !this.unseen?.count && this.found.length === 0;
    return html`<h2>${isSigned ? msg('Signed off') : msg('Ready to sign off?')}</h2>
      <div class="tally">
        <span class="big num">${sayNumber(by.ticked)}</span>
        <span>
          <span class="small muted">${msg(str`of ${sayNumber(total)} ticked, ${sayNumber(by.waived)} waived`)}</span>
          <b class="small">${left > 0 ? plural(left, msg(str`${sayNumber(left)} not done`)) : msg('nothing is left to be done')}</b>
        </span>
      </div>
      ${
        total > 0
          ? html`<span class="bar" role="img" aria-label=${msg(str`${sayNumber(by.ticked + by.waived)} of ${sayNumber(total)} done`)}>
              <i class="a" style="width:${(100 * (by.ticked + by.waived)) / total}%"></i>
            </span>`
          : nothing
      }
      ${isSigned ? html`<p class="small">${msg('Every claim is signed off or waived.')}</p>` : this.#sign()}
      ${this.#blockers()} ${this.#kinds()} ${this.#reasons()}`;
  }

  get #canSign(): boolean {
    const { coverage, found, unseen, waiting } = this;
    return (
      canSignOff(coverage) && waiting === 0 && found.length === 0 && !unseen?.count && !unseen?.isGrowing
    );
  }

  #sign() {
    const canSign = this.#canSign;
    return html`<form class="sign" @submit=${this.#submit}>
      ${
        canSign
          ? html`<label class="fld">${msg('Remark, where it needs one')}<input name="remark" maxlength="2000" autocomplete="off" /></label>`
          : nothing
      }
      <button class="btn ${canSign ? 'pri' : ''}" aria-disabled=${canSign ? nothing : 'true'} aria-describedby="why-not">
        <vr-icon name="pencil"></vr-icon>${msg('Sign off')}
      </button>
      <p class="small muted" id="why-not">
        ${canSign ? msg('All claims become signed off, in one step that can be taken back.') : this.coverage.total === 0 ? msg('Nothing is claimed yet: mark what the text asserts.') : msg('Possible when nothing is open and what stands below is settled.')}
      </p>
    </form>`;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.#canSign) return;
    const remark = String(new FormData(event.target as HTMLFormElement).get('remark') ?? '');
    this.dispatchEvent(new CustomEvent<string>('vr-sign', { detail: remark }));
  };

  #blockers() {
    const { by, blockers } = this.coverage;
    const read = `/read/${this.documentId}`;
    const rows: TemplateResult[] = this.conflicts
      .slice(0, LISTED)
      .map(conflict =>
        blocker(
          true,
          isolated(conflict.title),
          msg(str`Conflict, ${stepWord('severity', conflict.severity)}`),
          msg('Settle'),
          `/conflicts/${conflict.id}`,
        ),
      );
    const more = this.conflicts.length - LISTED;
    if (more > 0)
      rows.push(
        blocker(
          true,
          plural(more, msg(str`${sayNumber(more)} more open {conflict¦conflicts}`)),
          '',
          msg('Settle'),
          '/conflicts',
        ),
      );
    for (const { id, says } of this.found.slice(0, LISTED))
      rows.push(
        blocker(true, isolated(says), msg('Found by a rule, not decided'), msg('Settle'), `/conflicts/${id}`),
      );
    const moreFound = this.found.length - LISTED;
    if (moreFound > 0)
      rows.push(
        blocker(
          true,
          plural(moreFound, msg(str`${sayNumber(moreFound)} more {finding¦findings} of rules`)),
          '',
          msg('Settle'),
          '/conflicts',
        ),
      );
    const some = (count: number, says: string, because: string, label: string, address: string) => {
      if (count > 0) rows.push(blocker(false, says, because, label, address));
    };
    some(
      this.waiting,
      plural(this.waiting, msg(str`${sayNumber(this.waiting)} {waits¦wait} to be placed`)),
      msg('Since the text was revised'),
      msg('Place'),
      `${read}?place=`,
    );
    some(
      blockers.returned,
      plural(blockers.returned, msg(str`${sayNumber(blockers.returned)} {claim¦claims} sent back`)),
      stepLabel('workflow', 'returned'),
      msg('Look'),
      `${read}?workflow=returned`,
    );
    some(
      blockers.refuted,
      plural(blockers.refuted, msg(str`${sayNumber(blockers.refuted)} {claim is¦claims are} not borne out`)),
      `${stepLabel('verdict', 'unsupported')}, ${stepLabel('verdict', 'contradicted')}`,
      msg('Look'),
      `${read}?verdict=unsupported&verdict=contradicted`,
    );
    some(
      by.open,
      plural(by.open, msg(str`${sayNumber(by.open)} {claim¦claims} not ticked`)),
      `${stepLabel('workflow', 'open')}, ${stepLabel('workflow', 'checking')}`,
      msg('Check'),
      `${read}?workflow=open&workflow=checking`,
    );
    const unseen = this.unseen?.count ?? 0;
    some(
      unseen,
      plural(unseen, msg(str`${sayNumber(unseen)} {suggestion¦suggestions} nobody looked at`)),
      msg('Accept or refuse them'),
      msg('Look'),
      read,
    );
    if (this.unseen?.isGrowing)
      rows.push(blocker(false, msg('Suggestions are still being looked for'), '', msg('Look'), read));
    if (rows.length === 0) return nothing;
    return html`<section>
      <h3>${msg('What is in the way')}</h3>
      <ul class="blockers">${rows}</ul>
    </section>`;
  }

  #kinds() {
    const { kinds } = this.coverage;
    if (kinds.length === 0) return nothing;
    return html`<section class="kinds">
      <h3>${msg('By kind')}</h3>
      <table>
        <thead>
          <tr>
            <th>${msg('Kind')}</th>
            <th class="n">${msg('Not done')}</th>
            <th class="n">${sayCoverState('waived')}</th>
            <th class="n">${sayCoverState('ticked')}</th>
          </tr>
        </thead>
        <tbody>
          ${kinds.map(
            ({ kind, by }) => html`<tr>
              <th scope="row">${sayCoverKind(kind)}</th>
              <td class="n"><b>${sayNumber(by.open + by.blocked)}</b></td>
              <td class="n">${sayNumber(by.waived)}</td>
              <td class="n">${sayNumber(by.ticked)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  #reasons() {
    if (this.waived.length === 0) return nothing;
    const left = this.coverage.by.waived - LISTED;
    return html`<section>
      <h3>${msg('Waived, with reasons')}</h3>
      <ul class="waived">
        ${this.waived.slice(0, LISTED).map(claim => {
          const reason = reasonOf(claim);
          return html`<li>
            <a class="tt" dir="auto" href="/coverage/${claim.anchor.documentId}?claim=${claim.id}">${claim.anchor.quote.exact.slice(0, 120)}</a>
            <p class="small muted" dir="auto">
              ${reason ? msg(str`“${isolated(reason.text)}” ${isolated(reason.by)}, ${sayInstant(reason.at)}`) : stepLabel('verdict', claim.verdict ?? 'not-factual')}
            </p>
          </li>`;
        })}
      </ul>
      ${left > 0 ? html`<p class="small muted">${plural(left, msg(str`${sayNumber(left)} more {is¦are} waived.`))}</p>` : nothing}
    </section>`;
  }
}

const blocker = (isConflict: boolean, says: string, because: string, label: string, address: string) =>
  html`<li>
    <span class=${isConflict ? 'red' : 'muted'} aria-hidden="true">${isConflict ? '≠' : '·'}</span>
    <span class="says"><span dir="auto">${says}</span>${because ? html`<span class="small muted">${because}</span>` : nothing}</span>
    <a class="btn quiet" href=${address} aria-label=${`${label}: ${says}`}>${label}</a>
  </li>`;

declare global {
  interface HTMLElementTagNameMap {
    'vr-sign-panel': VrSignPanel;
  }
  interface HTMLElementEventMap {
    /** All claims shall be signed off, with this remark. */
    'vr-sign': CustomEvent<string>;
  }
}
