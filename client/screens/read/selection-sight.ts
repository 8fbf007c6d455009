import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Reading } from './reading.ts';
import { type Bounds, selectionBounds } from './selection-bounds.ts';

interface SightHost extends ReactiveControllerHost, HTMLElement {
  readonly reading: Reading;
}

/** Where the selected words can be seen, so that the palette can stand beside them once the press is over. */
export class SelectionSight implements ReactiveController {
  readonly #host: SightHost;
  #over: Bounds | null = null;
  #isPressing = false;

  constructor(host: SightHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pointerup', this.#released);
    // A finger that scrolls, or begins the device's own selection, is never told to have gone up.
    addEventListener('pointercancel', this.#released);
    document.addEventListener('selectionchange', this.#nativeSelected);
  }

  hostDisconnected(): void {
    removeEventListener('pointerup', this.#released);
    removeEventListener('pointercancel', this.#released);
    document.removeEventListener('selectionchange', this.#nativeSelected);
  }

  /** In client coordinates; null where nothing is selected or it is out of sight. */
  get over(): Bounds | null {
    return this.#over;
  }

  /** Whether the selection is still being made with the pointer. */
  get isPressing(): boolean {
    return this.#isPressing;
  }

  /** A press on the text has begun. */
  readonly press = (): void => this.#set(this.#over, true);

  /** Finds where the selection can be seen; the browser's own may follow the reader's, `head`, a little later. */
  seek(head: DOMRect | null): void {
    const { start, end } = this.#host.reading.selection;
    const text = this.#host.querySelector('vr-reader');
    this.#set(end > start ? (selectionBounds(text) ?? head) : null, this.#isPressing);
  }

  forget(): void {
    this.#set(null, this.#isPressing);
  }

  #set(over: Bounds | null, isPressing: boolean): void {
    if (over === this.#over && isPressing === this.#isPressing) return;
    this.#over = over;
    this.#isPressing = isPressing;
    this.#host.requestUpdate();
  }

  #released = (): void => {
    if (!this.#isPressing) return;
    // The reader tells the selection once the press is over.
    setTimeout(() => this.#set(this.#over, false));
  };

  #nativeSelected = (): void => {
    if (this.#host.contains(document.activeElement)) this.seek(null);
  };
}
