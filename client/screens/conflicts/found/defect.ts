import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ToldFinding } from '../../../../shared/api/found.ts';
import { LightElement } from '../../../elements/light-element.ts';
import { isolated } from '../../../localize/isolated.ts';
import { repaired } from '../../../panels/found/repaired.ts';
import { sayInstant } from '../../../panels/say-instant.ts';
import '../../../elements/icon.ts';
import '../../../panels/found/repair.ts';
import './defect.css';

const LONGEST_LOST = 600;

/** What a finding says beside its sides: why it has come back, what readers lose by it, and its smallest repair. */
@customElement('vr-defect')
export class VrDefect extends LightElement {
  @property({ attribute: false }) told!: ToldFinding;

  protected override render() {
    return [this.#returned(), this.#lost(), this.#repair()];
  }

  #returned() {
    const { returned } = this.told;
    if (!returned) return nothing;
    const said =
      returned.of === 'refusal'
        ? msg(str`${isolated(returned.by)} refused it, ${sayInstant(returned.at)}.`)
        : msg(str`${isolated(returned.by)} decided it, ${sayInstant(returned.at)}.`);
    return html`<section class="defect returned" role="note">
      <h2><vr-icon name="reopen"></vr-icon>${msg('Came back: what it rests on has changed')}</h2>
      <p>${said} ${returned.reason ? html`<span class="serif" dir="auto">${returned.reason}</span>` : nothing}</p>
      <ul>${returned.changes.map(
        ({ side, gone, come }) => html`<li>
          ${side ? html`<span class="muted" dir="auto">${side}</span>` : nothing}
          ${gone.map(words => html`<del dir="auto">${words}</del>`)}
          ${come.map(words => html`<ins dir="auto">${words}</ins>`)}
        </li>`,
      )}</ul>
    </section>`;
  }

  #lost() {
    const { lost } = this.told;
    if (!lost || lost.length === 0) return nothing;
    return html`<section class="defect lost">
      <h2>${msg('Readers of the page do not see')}</h2>
      ${lost.map(
        ({ documentId, start, end, quote }) =>
          html`<p dir="auto"><a href="/read/${documentId}?at=${start}-${end}">${
            quote.length > LONGEST_LOST ? `${quote.slice(0, LONGEST_LOST)} …` : quote
          }</a></p>`,
      )}
    </section>`;
  }

  #repair() {
    if (!repaired(this.told)) return nothing;
    return html`<section class="defect repair">
      <h2>${msg('Smallest repair')}</h2>
      <vr-repair .told=${this.told}></vr-repair>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-defect': VrDefect;
  }
}
