import { edgeAtOrBefore, nextEdge, previousEdge } from '../../shared/text/graphemes.ts';
import type { TextLike } from '../../shared/text/text-like.ts';
import { nextWordEnd, previousWordStart, wordAt } from '../../shared/text/words.ts';
import type { Mark, Span } from './types.ts';

/** One edge of one range of a mark. */
export interface Edge {
  readonly range: number;
  readonly side: 'start' | 'end';
}

export type Unit = 'grapheme' | 'word';

export const offsetOfEdge = (mark: Mark, edge: Edge): number => mark.ranges[edge.range]![edge.side];

/**
 * The mark with one edge at `offset`, or as near to it as there is room: at least one character stays in
 * the range, and it does not run into the mark's other ranges.
 */
export function withEdgeAt(mark: Mark, edge: Edge, offset: number, text: TextLike): Mark {
  const ranges: Span[] = [...mark.ranges];
  const range = ranges[edge.range]!;
  if (edge.side === 'start') {
    const least = ranges[edge.range - 1]?.end ?? 0;
    const start = Math.max(least, Math.min(offset, previousEdge(text, range.end)));
    ranges[edge.range] = { start, end: range.end };
  } else {
    const most = ranges[edge.range + 1]?.start ?? text.length;
    const end = Math.min(most, Math.max(offset, nextEdge(text, range.start)));
    ranges[edge.range] = { start: range.start, end };
  }
  return { ...mark, ranges };
}

/** Where a step from `offset` leads, by characters or words. */
export function stepFrom(text: TextLike, offset: number, forward: boolean, unit: Unit): number {
  if (unit === 'grapheme') return forward ? nextEdge(text, offset) : previousEdge(text, offset);
  return forward ? nextWordEnd(text, offset) : previousWordStart(text, offset);
}

/** The place near `offset` that an edge may stand at, by characters or words. */
export function snap(text: TextLike, offset: number, side: Edge['side'], unit: Unit): number {
  if (unit === 'word') {
    const word = wordAt(text, offset);
    if (word) return word[side];
  }
  return edgeAtOrBefore(text, offset);
}
