import { Folder, type FoldOptions } from './fold.ts';
import type { Span } from './text-like.ts';

/** How a text is searched. By default neither case nor accents matter. */
export interface FindOptions extends Partial<FoldOptions> {}

/**
 * Searches a text that comes in consecutive pieces of any size, and finds what lies across their borders.
 * Hits are ranges of the raw text, ascending and apart; what folding dropped at a hit's end (a combining
 * accent, say) belongs to the hit.
 */
export class Search {
  readonly #folder: Folder | null;
  readonly #needle: string;
  /** As much of the last pieces as a hit may reach back. */
  #kept = '';
  #keptAt = 0;
  #nextFree = 0;
  readonly #reach: number;

  constructor(query: string, options: FindOptions = {}) {
    const { matchCase = false, matchAccents = false } = options;
    this.#folder = matchCase && matchAccents ? null : new Folder({ matchCase, matchAccents });
    this.#needle = this.#folder ? this.#folder.fold(query).text : query;
    this.#reach = query.length * 8 + 64;
  }

  /** Whether nothing is sought, and so nothing found. */
  get empty(): boolean {
    return this.#needle === '';
  }

  /**
   * Takes the next piece, which begins where the one before ended, and returns the hits that end in it. A
   * hit at the very end of a piece is held back until more text shows where it ends; `last` says that no
   * more comes.
   */
  feed(piece: string, last: boolean): Span[] {
    if (this.empty) return [];
    const raw = this.#kept + piece;
    const at = this.#keptAt;
    const folded = this.#folder?.fold(raw) ?? { text: raw, origins: null };
    const { text, origins } = folded;
    const hits: Span[] = [];
    for (let i = text.indexOf(this.#needle); i >= 0; ) {
      const after = i + this.#needle.length;
      const start = origins ? origins[i]! : i;
      const end = after < text.length ? (origins ? origins[after]! : after) : raw.length;
      if (after >= text.length && !last) break;
      const whole = !origins || (isOrigin(origins, i) && isOrigin(origins, after));
      if (whole && at + start >= this.#nextFree) {
        hits.push({ start: at + start, end: at + end });
        this.#nextFree = at + end;
        i = text.indexOf(this.#needle, after);
      } else i = text.indexOf(this.#needle, i + 1);
    }
    const keep = Math.min(raw.length, this.#reach);
    this.#kept = raw.slice(raw.length - keep);
    this.#keptAt = at + raw.length - keep;
    return hits;
  }
}

/** Whether folded unit `i` is the first that its code point became: a hit never begins inside one. */
const isOrigin = (origins: Uint32Array, i: number): boolean =>
  i === 0 || i >= origins.length || origins[i] !== origins[i - 1];

/** All hits of a query in a text that is at hand. */
export const findAll = (text: string, query: string, options?: FindOptions): Span[] =>
  new Search(query, options).feed(text, true);
