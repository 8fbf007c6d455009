import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { afterFrame } from './after-frame.ts';
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

/** A panel that counts all claims: it draws after the frame in which the gesture itself is shown, unless it was asked itself. */
export abstract class CountingPanel extends ReadPanel {
  #isUrgent = false;

  /** Draws with the next update, in the frame that is being made. */
  protected drawNow(): void {
    this.#isUrgent = true;
    this.requestUpdate();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.#isUrgent) await afterFrame();
    this.#isUrgent = false;
    super.scheduleUpdate();
  }
}
