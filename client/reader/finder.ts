import { type FindOptions, Search } from '../../shared/text/find.ts';
import type { LoadedText } from './loaded-text.ts';
import type { Span } from './types.ts';

/** So many hits are kept; a search that has more stops there and says so by not being done. */
const MOST = 100_000;

/** One search through a text, piece by piece, fetching what is not at hand. */
export class Finder {
  readonly hits: Span[] = [];
  done = false;
  #stopped = false;

  /** Searches; `progress` is called after every piece that brought hits, and at the end. */
  async run(text: LoadedText, query: string, options: FindOptions, progress: () => void): Promise<void> {
    const search = new Search(query, options);
    let paused = performance.now();
    for (let piece = 0; piece < text.pieces && !search.empty; piece++) {
      const part = await text.piece(piece);
      if (this.#stopped) return;
      const found = search.feed(part, piece === text.pieces - 1);
      this.hits.push(...found);
      if (this.hits.length >= MOST) break;
      if (found.length) progress();
      if (performance.now() - paused > 8) {
        await new Promise(resolve => setTimeout(resolve));
        if (this.#stopped) return;
        paused = performance.now();
      }
    }
    this.done = this.hits.length < MOST;
    progress();
  }

  stop(): void {
    this.#stopped = true;
  }
}
