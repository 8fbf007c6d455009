import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ToldFinding } from '../../../shared/api/found.ts';
import { LightElement } from '../../elements/light-element.ts';
import { copyWords } from './copy-words.ts';
import '../../elements/icon.ts';
import { repaired } from './repaired.ts';

/** The smallest repair of a finding, as the words stand and as they would stand; nothing where there is none to show. */
@customElement('vr-repair')
export class VrRepair extends LightElement {
  @property({ attribute: false }) told!: ToldFinding;

  protected override render() {
    const change = repaired(this.told);
    if (!change) return nothing;
    return html`<p class="mono"><del dir="auto">${change.before}</del></p>
      <p class="mono"><ins dir="auto">${change.after}</ins></p>
      <button class="btn" @click=${() => void copyWords(change.words)}><vr-icon name="copy"></vr-icon>${msg('Copy the repaired words')}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-repair': VrRepair;
  }
}
