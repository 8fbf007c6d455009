import { nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import './reader.css';
import { Reader } from './reader.ts';
import { PLAIN } from './setting.ts';
import type { Face, MarkSource, TextSetting, TextSource } from './types.ts';

/**
 * The reader as an element, in light DOM. Give it a text, and marks; listen for `ReaderEvents`; for all
 * else ask its `reader`. Two texts are the same when they are the same object. When some marks change, call
 * `reader.setMarks(marks, changed)` rather than setting `marks`, so that only these are drawn anew.
 */
@customElement('vr-reader')
export class VrReader extends LightElement {
  @property({ attribute: false }) text: TextSource | null = null;
  @property({ attribute: false }) marks: MarkSource | null = null;
  @property({ attribute: false }) setting: TextSetting = PLAIN;
  /** Offset to show first (UTF-16 code units). */
  @property({ type: Number }) at = 0;
  @property() face: Face = 'txt';
  /** What the text is called, for assistive technology. */
  @property() label = '';
  /** Settles when the text that was set last is on the page, or cannot be shown. */
  opened: Promise<unknown> = Promise.resolve();
  #reader: Reader | null = null;

  /** The reader itself; there once the element is on the page. */
  get reader(): Reader {
    this.#reader ??= new Reader(this);
    return this.#reader;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('text');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reader?.destroy();
    this.#reader = null;
  }

  /** The reader fills the element; Lit has nothing to draw. */
  protected override render() {
    return nothing;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { text, marks, face, label, setting } = this;
    if (!text || !marks || !this.isConnected) return;
    if (changed.has('text') || changed.has('face')) {
      const at = changed.has('text') ? this.at : this.reader.top;
      this.opened = this.reader.open(text, marks, { face, label, at, setting }).catch(this.#missing);
      return;
    }
    if (changed.has('marks')) this.reader.setMarks(marks);
    if (changed.has('setting')) void this.reader.set(setting).catch(this.#missing);
  }

  readonly #missing = (error: unknown) =>
    this.dispatchEvent(new CustomEvent('vr-text-missing', { detail: { error }, bubbles: true }));
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-reader': VrReader;
  }
}
