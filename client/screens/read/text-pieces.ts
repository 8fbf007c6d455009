import { pieceAt, pieceSpan, type TextMap } from '../../../shared/text/layout.ts';
import type { TextLike } from '../../../shared/text/text-like.ts';
import type { TextSource } from '../../reader/types.ts';

/** Pieces that were fetched but never shown are kept only as far as this: a search passes through all of them. */
const PASSING = 24;
/** So many pieces are asked for at once where all of them are wanted. */
const AT_ONCE = 6;

/** The text of one revision, fetched piece by piece. What has been shown stays; what was only passed through goes. */
export class TextPieces implements TextSource {
  readonly map: TextMap;
  #fetch: (piece: number) => Promise<string>;
  #shown = new Map<number, string>();
  #passing = new Map<number, string>();
  #coming = new Map<number, Promise<string>>();

  /** @param fetch gets the text of a piece, or rejects */
  constructor(map: TextMap, fetch: (piece: number) => Promise<string>) {
    this.map = map;
    this.#fetch = fetch;
  }

  peek(piece: number): string | undefined {
    const text = this.#shown.get(piece) ?? this.#passing.get(piece);
    if (text === undefined) return undefined;
    this.#passing.delete(piece);
    this.#shown.set(piece, text);
    return text;
  }

  async load(piece: number, signal?: AbortSignal): Promise<string> {
    signal?.throwIfAborted();
    const text = this.#at(piece) ?? (await this.#get(piece));
    signal?.throwIfAborted();
    return text;
  }

  /** The words of `[start, end)`, fetched if need be; UTF-16 code units. */
  async read(start: number, end: number): Promise<string> {
    const window = await this.around(start, end);
    return window.slice(start, end);
  }

  /** All pieces in order, however many, fetched if need be. */
  async *pieces(): AsyncGenerator<string> {
    const count = this.map.pieceChunks.length;
    for (let first = 0; first < count; first += AT_ONCE) {
      const coming = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, i) => this.load(first + i));
      yield* await Promise.all(coming);
    }
  }

  /** A view of the text that may be asked for `[from, to)`. */
  async around(from: number, to: number): Promise<TextLike> {
    for (const piece of this.#pieces(from, to)) await this.load(piece);
    return this.atHand(from, to) ?? this.around(from, to);
  }

  /** The same without waiting, or undefined where something is not at hand. */
  atHand(from: number, to: number): TextLike | undefined {
    let text = '';
    const pieces = this.#pieces(from, to);
    for (const piece of pieces) {
      const part = this.#at(piece);
      if (part === undefined) return undefined;
      text += part;
    }
    const base = pieceSpan(this.map, pieces[0]!).start;
    return {
      length: this.map.length,
      slice: (start, end) => text.slice(Math.max(0, start - base), Math.max(0, end - base)),
    };
  }

  #at(piece: number): string | undefined {
    return this.#shown.get(piece) ?? this.#passing.get(piece);
  }

  #pieces(from: number, to: number): number[] {
    const first = pieceAt(this.map, Math.max(0, from));
    const last = pieceAt(this.map, Math.max(from, Math.min(to, this.map.length) - 1));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }

  #get(piece: number): Promise<string> {
    let coming = this.#coming.get(piece);
    if (!coming) {
      coming = this.#fetch(piece)
        .then(text => {
          this.#passing.set(piece, text);
          for (const old of this.#passing.keys()) {
            if (this.#passing.size <= PASSING) break;
            this.#passing.delete(old);
          }
          return text;
        })
        .finally(() => this.#coming.delete(piece));
      this.#coming.set(piece, coming);
    }
    return coming;
  }
}
