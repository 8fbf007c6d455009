import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { firstEndingAfter } from '../spans.ts';
import type { Span } from '../types.ts';
import { positionsOf } from './window.ts';

/** What a search has found so far, ascending; `current` is an index or -1. */
export interface Hits {
  readonly ranges: readonly Span[];
  readonly current: number;
}

const NONE: Hits = { ranges: [], current: -1 };
const key = new PluginKey<Hits>('hits');

/** Keeps what a search has found. */
export const hitsPlugin = (): Plugin<Hits> =>
  new Plugin({ key, state: { init: () => NONE, apply: (tr, before) => tr.getMeta(key) ?? before } });

export const hitsOf = (state: EditorState): Hits => key.getState(state)!;

/** Replaces the hits; null for none. */
export const setHits = (tr: Transaction, hits: Hits | null): Transaction => tr.setMeta(key, hits ?? NONE);

/**
 * Paints hits with the browser's highlights rather than with elements: they cut through claims, and an
 * element would have to cut the marks of these in two.
 */
export class HitPainter {
  readonly #hits = new Highlight();
  readonly #current = new Highlight();

  constructor() {
    this.#current.priority = 1;
    CSS.highlights.set('vr-hit', this.#hits);
    CSS.highlights.set('vr-hit-current', this.#current);
  }

  /** Paints the hits within a span of the text that the view shows. */
  paint(view: EditorView, within: Span): void {
    this.#hits.clear();
    this.#current.clear();
    const { ranges, current } = hitsOf(view.state);
    const shown = positionsOf(view.state);
    for (let i = firstEndingAfter(ranges, within.start); i < ranges.length; i++) {
      const hit = ranges[i]!;
      if (hit.start >= within.end) break;
      const from = view.domAtPos(shown.positionOf(hit.start), 1);
      const to = view.domAtPos(shown.positionOf(hit.end), -1);
      const range = new StaticRange({
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      });
      (i === current ? this.#current : this.#hits).add(range);
    }
  }

  destroy(): void {
    CSS.highlights.delete('vr-hit');
    CSS.highlights.delete('vr-hit-current');
  }
}
