import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ToldFinding } from '../../../shared/api/found.ts';
import { type Differing, differing } from '../../../shared/text/differing.ts';
import { LightElement } from '../../elements/light-element.ts';
import { copyWords } from './copy-words.ts';
import '../../elements/icon.ts';
import './repair.css';
import { repaired } from './repaired.ts';

/** The smallest repair of a finding, as the words stand and as they would stand; nothing where there is none to show. */
@customElement('vr-repair')
export class VrRepair extends LightElement {
  @property({ attribute: false }) told!: ToldFinding;

  protected override render() {
    const change = repaired(this.told);
    if (!change) return nothing;
    const [before, after] = differing(change.before, change.after);
    return html`<p class="mono"><del dir="auto">${marked(before)}</del></p>
      <p class="mono"><ins dir="auto">${marked(after)}</ins></p>
      <button class="btn" @click=${() => void copyWords(change.words)}><vr-icon name="copy"></vr-icon>${msg('Copy the repaired words')}</button>`;
  }
}

const marked = ({ head, own, tail }: Differing) => html`${head}${own ? html`<b>${own}</b>` : nothing}${tail}`;

declare global {
  interface HTMLElementTagNameMap {
    'vr-repair': VrRepair;
  }
}
