import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CslItem } from '../../../shared/citations/csl.ts';
import { announce } from '../../elements/announcer.ts';
import { LightElement } from '../../elements/light-element.ts';
import { writeReference } from './references.ts';
import '../../elements/icon.ts';

/** A source as a reference is written, to be read or copied. */
@customElement('vr-reference')
export class VrReference extends LightElement {
  @property({ attribute: false }) csl!: CslItem;
  @state() private words: string | undefined;
  @state() private failed = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('csl')) void this.#write(this.csl);
  }

  async #write(csl: CslItem): Promise<void> {
    // What is shown must never be another source's.
    this.words = undefined;
    const words = await writeReference(csl);
    if (this.csl !== csl) return;
    this.words = words;
    this.failed = words === undefined;
  }

  protected override render() {
    if (this.failed) return html`<p class="small muted">${msg('This reference cannot be written out.')}</p>`;
    return html`<p class="reference serif" aria-busy=${this.words === undefined}>${this.words ?? nothing}</p>
      <button class="btn quiet" @click=${this.#copy}><vr-icon name="copy"></vr-icon>${msg('Copy reference')}</button>`;
  }

  #copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(this.words ?? '');
    announce(msg('Copied.'));
  };
}
