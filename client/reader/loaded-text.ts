import { edgeAtOrBefore } from '../../shared/text/graphemes.ts';
import { chunkEnd, pieceAt, pieceOfChunk, pieceSpan } from '../../shared/text/layout.ts';
import { rowsOf } from '../../shared/text/rows.ts';
import type { TextLike } from '../../shared/text/text-like.ts';
import { type MountedChunk, mountedChunk } from './positions.ts';
import { PLAIN } from './setting.ts';
import type { Span, TextMap, TextSetting, TextSource } from './types.ts';

/** A text of which some pieces are at hand. As a `TextLike` it may be asked only for what is. */
export class LoadedText implements TextLike {
  /** How it is set: what is not known to be set in some way is not put on the page. */
  setting: TextSetting = PLAIN;
  readonly #source: TextSource;
  readonly #loading = new Map<number, Promise<void>>();
  readonly #stop = new AbortController();

  constructor(source: TextSource) {
    this.#source = source;
  }

  get map(): TextMap {
    return this.#source.map;
  }

  get length(): number {
    return this.map.length;
  }

  get pieces(): number {
    return this.map.pieceChunks.length;
  }

  /** Whether a chunk can be put on the page. */
  hasChunk(chunk: number): boolean {
    return (
      this.#source.peek(pieceOfChunk(this.map, chunk)) !== undefined &&
      this.setting.has(this.map.chunkStarts[chunk]!, chunkEnd(this.map, chunk))
    );
  }

  /** Whether all of `[start, end)` is at hand. */
  has(start: number, end: number): boolean {
    const last = pieceAt(this.map, Math.max(start, end - 1));
    for (let piece = pieceAt(this.map, start); piece <= last; piece++)
      if (this.#source.peek(piece) === undefined) return false;
    return true;
  }

  /** Fetches what is missing of `[start, end)`, and how that is set; rejects when that fails. */
  async load(start: number, end: number): Promise<void> {
    const waits: Promise<void>[] = this.setting.has(start, end) ? [] : [this.setting.load(start, end)];
    const last = pieceAt(this.map, Math.max(start, end - 1));
    for (let piece = pieceAt(this.map, start); piece <= last; piece++)
      if (this.#source.peek(piece) === undefined) waits.push(this.#loadPiece(piece));
    await Promise.all(waits);
  }

  /** A piece's text, fetched if need be. */
  async piece(piece: number): Promise<string> {
    return this.#source.peek(piece) ?? this.#source.load(piece, this.#stop.signal);
  }

  /** The text of a chunk that is at hand. */
  chunkText(chunk: number): string {
    return this.slice(this.map.chunkStarts[chunk]!, chunkEnd(this.map, chunk));
  }

  /** What the window needs to know of a chunk that is at hand. */
  mounted(chunk: number): MountedChunk {
    const last = chunk === this.map.chunkStarts.length - 1;
    return mountedChunk(chunk, this.map.chunkStarts[chunk]!, rowsOf(this.chunkText(chunk), last), last);
  }

  /** Throws a RangeError where the text is not at hand. */
  slice(start: number, end: number): string {
    const from = Math.max(0, start);
    const to = Math.min(end, this.length);
    let text = '';
    for (let at = from; at < to; ) {
      const piece = pieceAt(this.map, at);
      const span = pieceSpan(this.map, piece);
      const part = this.#source.peek(piece);
      if (part === undefined)
        throw new RangeError(`The text from ${span.start} to ${span.end} is not loaded.`);
      text += part.slice(at - span.start, to - span.start);
      at = span.end;
    }
    return text;
  }

  /** The words of some ranges as far as they are at hand, each cut after about `most` units. */
  wordsOf(ranges: readonly Span[], most: number): string {
    const parts = ranges.map(({ start, end }) => {
      const cut = Math.min(end, start + most);
      if (!this.has(start, cut)) return '…';
      const words = this.slice(start, edgeAtOrBefore(this, cut)).replace(/\s+/g, ' ');
      return cut < end ? `${words}…` : words;
    });
    return parts.join(' … ');
  }

  /** Ends what is being fetched. */
  close(): void {
    this.#stop.abort();
  }

  #loadPiece(piece: number): Promise<void> {
    let wait = this.#loading.get(piece);
    if (!wait) {
      wait = this.#source
        .load(piece, this.#stop.signal)
        .then(() => undefined)
        .finally(() => this.#loading.delete(piece));
      this.#loading.set(piece, wait);
    }
    return wait;
  }
}
