import { type Span, splitsPair, type TextLike } from './text-like.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** How far back a safe place to begin segmenting is sought, in UTF-16 code units. */
const LOOK_BACK = 512;
const LOOK_AHEAD = 64;

/**
 * Where segmenting may begin so that the edges after it are right: no rule of UAX #29 looks back past a
 * printable ASCII character, so the nearest one before `offset` will do.
 */
function safeStart(text: TextLike, offset: number): number {
  for (let reach = 32; ; reach *= 4) {
    const from = Math.max(0, offset - reach);
    const before = text.slice(from, offset);
    for (let i = before.length - 1; i >= 0; i--) {
      const unit = before.charCodeAt(i);
      if (unit >= 0x20 && unit < 0x7f) return from + i;
    }
    if (from === 0 || reach >= LOOK_BACK) return splitsPair(text, from) ? from - 1 : from;
  }
}

/** The grapheme cluster that holds the unit at `offset`, which must lie inside the text. */
function clusterAt(text: TextLike, offset: number): Span {
  const from = safeStart(text, offset);
  for (let ahead = LOOK_AHEAD; ; ahead *= 4) {
    const to = Math.min(text.length, offset + ahead);
    const found = graphemes.segment(text.slice(from, to)).containing(offset - from);
    if (!found) return { start: offset, end: Math.min(text.length, offset + 1) };
    const end = from + found.index + found.segment.length;
    if (end < to || to === text.length) return { start: from + found.index, end };
  }
}

/** The nearest grapheme edge at or before an offset (UTF-16 code units). */
export function edgeAtOrBefore(text: TextLike, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  return clusterAt(text, offset).start;
}

/** The nearest grapheme edge at or after an offset (UTF-16 code units). */
export function edgeAtOrAfter(text: TextLike, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  const cluster = clusterAt(text, offset);
  return cluster.start === offset ? offset : cluster.end;
}

/** The next grapheme edge after an offset; the end of the text where there is none. */
export function nextEdge(text: TextLike, offset: number): number {
  if (offset >= text.length) return text.length;
  return clusterAt(text, Math.max(0, offset)).end;
}

/** The last grapheme edge before an offset; 0 where there is none. */
export function previousEdge(text: TextLike, offset: number): number {
  if (offset <= 0) return 0;
  return clusterAt(text, Math.min(offset, text.length) - 1).start;
}

/** The smallest range on grapheme edges that holds the given one. An empty range stays empty. */
export function snapOutward(text: TextLike, span: Span): Span {
  const start = edgeAtOrBefore(text, span.start);
  return { start, end: span.end <= span.start ? start : edgeAtOrAfter(text, span.end) };
}
