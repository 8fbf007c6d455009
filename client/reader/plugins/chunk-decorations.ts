import type { EditorState, Transaction } from 'prosemirror-state';
import { type Decoration, DecorationSet } from 'prosemirror-view';
import type { MountedChunk, Positions } from '../positions.ts';
import type { Span } from '../types.ts';
import { positionsOf } from './window.ts';

const CHUNKS = 'chunks to decorate';

/** Asks every plugin that decorates by chunks to do these, in the window that the transaction ends with. */
export const askFor = (tr: Transaction, chunks: readonly number[]): Transaction => tr.setMeta(CHUNKS, chunks);

/** Whether a chunk touches one of some spans, or comes within `margin` of it. */
export const touches =
  (stale: readonly Span[] | 'all', margin: number) =>
  ({ start, rows }: MountedChunk): boolean =>
    stale === 'all' ||
    stale.some(span => span.start - margin < start + rows.length && span.end + margin > start);

/** Decorations that are made chunk by chunk, when a transaction asks for them. */
export class ChunkDecorations {
  readonly set: DecorationSet;
  /** Chunks whose decorations are up to date. */
  readonly fresh: ReadonlySet<number>;

  constructor(set: DecorationSet = DecorationSet.empty, fresh: ReadonlySet<number> = new Set()) {
    this.set = set;
    this.fresh = fresh;
  }

  /**
   * What holds after a transaction.
   * @param isStale whether a chunk's decorations hold no longer
   */
  apply(
    tr: Transaction,
    state: EditorState,
    isStale: (chunk: MountedChunk) => boolean,
    make: (positions: Positions, chunk: MountedChunk) => readonly Decoration[],
  ): ChunkDecorations {
    const positions = positionsOf(state);
    let set = tr.docChanged ? this.set.map(tr.mapping, tr.doc) : this.set;
    const fresh = new Set<number>();
    for (const index of this.fresh) {
      const chunk = positions.chunk(index);
      if (chunk && !isStale(chunk)) fresh.add(index);
    }
    const old: Decoration[] = [];
    const added: Decoration[] = [];
    for (const index of (tr.getMeta(CHUNKS) as readonly number[] | undefined) ?? []) {
      const chunk = positions.chunk(index);
      if (!chunk || fresh.has(index)) continue;
      fresh.add(index);
      old.push(...set.find(positions.nodePosition(index), positions.nodePosition(index + 1)));
      added.push(...make(positions, chunk));
    }
    if (old.length) set = set.remove(old);
    if (added.length) set = set.add(tr.doc, added);
    return new ChunkDecorations(set, fresh);
  }
}
