import type { FindOptions } from '../../shared/text/find.ts';
import { Find, type FindHost } from './find.ts';
import type { TextWindow } from './text-window.ts';
import { type ReaderSelection, type Span, startOf } from './types.ts';

/** Looking for words in the text, one search after another. */
export class Search {
  readonly #host: FindHost;
  #find: Find | null = null;

  constructor(host: FindHost) {
    this.#host = host;
  }

  /** Begins anew, from the selection on, or from what is in sight where that is elsewhere. */
  begin(window: TextWindow, selection: ReaderSelection, query: string, options: FindOptions): void {
    this.#find?.stop();
    const { start, end } = window.inSight;
    const from = selection.head >= start && selection.head <= end ? startOf(selection) : start;
    this.#find = new Find(window, from, this.#host);
    void this.#find.run(query, options);
  }

  /** Goes to the next hit, or the one before; past the last comes the first. */
  step(forward: boolean): void {
    this.#find?.step(forward);
  }

  /** Forgets the search. @returns the hit one was at */
  end(): Span | undefined {
    const hit = this.#find?.current;
    this.#find?.stop();
    this.#find = null;
    return hit;
  }
}
