import { chunkEnd } from '../../shared/text/layout.ts';
import { estimateHeights, measureFace } from './estimate.ts';
import { Heights } from './heights.ts';
import type { LoadedText } from './loaded-text.ts';
import type { Run } from './plan.ts';
import type { Stage } from './stage.ts';
import type { Face, Span } from './types.ts';

/** The text as a column of chunks, each of a height that is measured or guessed: what lies where. */
export class Column {
  readonly #stage: Stage;
  readonly #text: LoadedText;
  readonly #face: Face;
  #heights: Heights;
  #measure: number;

  constructor(stage: Stage, text: LoadedText, face: Face) {
    this.#stage = stage;
    this.#text = text;
    this.#face = face;
    this.#measure = stage.measure;
    this.#heights = this.#estimate();
  }

  /** Number of chunks. */
  get count(): number {
    return this.#heights.count;
  }

  /** The chunk in the middle of the view. */
  get middle(): number {
    const { top, height } = this.#stage.sight;
    return this.#heights.at(Math.max(0, top + height / 2));
  }

  /** Offsets that are in sight, as near as heights tell. */
  get inSight(): Span {
    const { top, height } = this.#stage.sight;
    const start = this.#offsetAt(top);
    return { start, end: Math.max(start, this.#offsetAt(top + height)) };
  }

  /** Chunks in sight, and `over` times the height of the view more on either side. */
  near(over: number): Run {
    const { top, height } = this.#stage.sight;
    return this.#between(top - height * over, top + height * (1 + over));
  }

  /** The same if a chunk were at the upper edge of the view. */
  nearChunk(chunk: number, over: number): Run {
    const top = this.#heights.top(chunk);
    const { height } = this.#stage;
    return this.#between(top - height * over, top + height * (1 + over));
  }

  heightOf(chunk: number): number {
    return this.#heights.of(chunk);
  }

  /** About how far below the top of the text an offset lies. */
  heightAt(offset: number, chunk: number): number {
    const start = this.#text.map.chunkStarts[chunk]!;
    const part = (offset - start) / Math.max(1, chunkEnd(this.#text.map, chunk) - start);
    return this.#heights.top(chunk) + part * this.#heights.of(chunk);
  }

  /** Notes the heights of some mounted chunks, and makes room for all that are not. */
  note(measured: Run, mounted: Run, heightOf: (chunk: number) => number): void {
    for (let chunk = measured.first; chunk < measured.end; chunk++)
      this.#heights.measure(chunk, heightOf(chunk));
    this.#stage.space(this.#heights.top(mounted.first), this.#heights.total - this.#heights.top(mounted.end));
  }

  /** Runs a change of heights and scrolls so that what is seen keeps its place. */
  keepingPlace(change: () => void): void {
    const { top } = this.#stage.sight;
    const anchor = this.#heights.at(Math.max(0, top));
    const before = this.#heights.top(anchor);
    change();
    const moved = this.#heights.top(anchor) - before;
    if (top > 0 && Math.abs(moved) >= 0.5) this.#stage.scroller.scrollTop += moved;
  }

  /** Guesses all heights anew if the column has another width than before; returns whether it had. */
  rewrap(): boolean {
    if (this.#stage.measure === this.#measure) return false;
    this.#measure = this.#stage.measure;
    this.#heights = this.#estimate();
    return true;
  }

  #estimate(): Heights {
    const face = measureFace(this.#stage.sheet, `reader-text ${this.#face}`);
    return new Heights(estimateHeights(this.#text.map, face, this.#measure));
  }

  #between(top: number, bottom: number): Run {
    return { first: this.#heights.at(Math.max(0, top)), end: this.#heights.at(Math.max(0, bottom)) + 1 };
  }

  #offsetAt(y: number): number {
    const { map } = this.#text;
    const chunk = this.#heights.at(Math.max(0, y));
    const start = map.chunkStarts[chunk]!;
    const part = (y - this.#heights.top(chunk)) / Math.max(1, this.#heights.of(chunk));
    return start + Math.round(Math.min(1, Math.max(0, part)) * (chunkEnd(map, chunk) - start));
  }
}
