import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import type { Reading } from './reading.ts';

/** A part of the Read screen: it draws anew whenever something has changed in what is being read. */
export abstract class ReadPanel extends LightElement {
  @property({ attribute: false }) reading!: Reading;

  override connectedCallback(): void {
    super.connectedCallback();
    this.reading?.addEventListener('change', this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reading?.removeEventListener('change', this.#changed);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('reading')) return;
    (changed.get('reading') as Reading | undefined)?.removeEventListener('change', this.#changed);
    this.reading?.addEventListener('change', this.#changed);
  }

  #changed = (): void => this.requestUpdate();
}
