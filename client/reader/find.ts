import type { FindOptions } from '../../shared/text/find.ts';
import type { ReaderEvents } from './events.ts';
import { Finder } from './finder.ts';
import { setHits } from './plugins/hits.ts';
import { firstEndingAfter } from './spans.ts';
import type { TextWindow } from './text-window.ts';
import type { Span } from './types.ts';

export interface FindHost {
  reveal(hit: Span): void;
  told(detail: ReaderEvents['vr-find']): void;
  failed(error: unknown): void;
}

/** A search that the user is at: its hits, and the one they look at. */
export class Find {
  readonly #finder = new Finder();
  readonly #window: TextWindow;
  readonly #from: number;
  readonly #host: FindHost;
  #current = -1;

  /** Begins at the first hit that ends after `from`. */
  constructor(window: TextWindow, from: number, host: FindHost) {
    this.#window = window;
    this.#from = from;
    this.#host = host;
  }

  get current(): Span | undefined {
    return this.#finder.hits[this.#current];
  }

  async run(query: string, options: FindOptions): Promise<void> {
    this.#show();
    try {
      await this.#finder.run(this.#window.text, query, options, () => this.#progress());
    } catch (error) {
      this.#host.failed(error);
    }
  }

  step(forward: boolean): void {
    const count = this.#finder.hits.length;
    if (!count) return;
    this.#current = (this.#current + (forward ? 1 : -1) + count) % count;
    this.#show();
    this.#host.reveal(this.current!);
  }

  stop(): void {
    this.#finder.stop();
    this.#window.view.dispatch(setHits(this.#window.view.state.tr, null));
  }

  #progress(): void {
    const { hits, done } = this.#finder;
    let found = false;
    if (this.#current < 0 && hits.length) {
      const next = firstEndingAfter(hits, this.#from);
      if (next < hits.length || done) {
        this.#current = next % hits.length;
        found = true;
      }
    }
    this.#show();
    if (found) this.#host.reveal(this.current!);
  }

  #show(): void {
    const { hits, done } = this.#finder;
    const { view } = this.#window;
    view.dispatch(setHits(view.state.tr, { ranges: hits, current: this.#current }));
    this.#host.told({ hits: hits.length, current: this.#current, done });
  }
}
