import type { Dated } from './dated.ts';

/** What part of time is drawn: days since 1970-01-01, the last one excluded. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** One meaning of something dated, with its place in the drawing. */
interface Placed {
  readonly thing: Dated;
  /** Days since 1970-01-01, the last one excluded; cut to the window. */
  readonly from: number;
  readonly to: number;
  /** Whether it is so short on this scale that a point stands for it. */
  readonly isPoint: boolean;
  /** Whether it is one of several meanings, or hedged, or goes on beyond what is written. */
  readonly isOpen: boolean;
  /** Counted from the top of its lane. */
  readonly row: number;
  /** On which side of it there is room for its words; inside it where it fills the width. */
  readonly side: 'after' | 'before' | 'inside' | 'none';
  /** How much room there is, in CSS pixels; less than the words take where they must be cut. */
  readonly room: number;
}

/** A drawing's measures, in CSS pixels. */
interface Measures {
  readonly width: number;
  /** How much room words take. */
  readonly words: (thing: Dated) => number;
  readonly mostRows: number;
}

/** A span that is narrower than this is a point. */
const LEAST = 9;
/** Room on either side of a point. */
const HALF = 8;
/** Between one thing's words and the next thing. */
const GAP = 10;

/**
 * Puts things of one lane into rows, so that neither they nor their words lie over one another. Beyond the most rows
 * things share the last one, without words.
 * @returns the meanings that touch the window, in the order of time
 */
export function layOut(things: readonly Dated[], { from, to }: Window, measures: Measures): Placed[] {
  const { width, words, mostRows } = measures;
  const scale = width / (to - from);
  const inSight = things
    .flatMap(thing => thing.meanings.map(span => ({ thing, span, several: thing.meanings.length > 1 })))
    .filter(({ span }) => span.from < to && span.to + 1 > from)
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  const ends: number[] = [];
  return inSight.map(({ thing, span, several }): Placed => {
    const [start, end] = [Math.max(span.from, from), Math.min(span.to + 1, to)];
    const [left, right] = [(start - from) * scale, (end - from) * scale];
    const isPoint = span.from === span.to || right - left < LEAST;
    const [near, far] = isPoint ? [(left + right) / 2 - HALF, (left + right) / 2 + HALF] : [left, right];
    const room = words(thing);
    const free = { after: width - far, before: near, inside: isPoint ? 0 : far - near };
    const side =
      free.after >= room
        ? 'after'
        : free.before >= room
          ? 'before'
          : (['inside', 'before', 'after'] as const).toSorted((a, b) => free[b] - free[a])[0]!;
    const taken = Math.min(room, free[side]);
    const begin = side === 'before' ? near - taken - GAP : near;
    const finish = (side === 'after' ? far + taken : far) + GAP;
    let row = ends.findIndex(end => end <= begin);
    const isCrowded = row < 0 && ends.length >= mostRows;
    if (row < 0) row = isCrowded ? mostRows - 1 : ends.length;
    ends[row] = Math.max(ends[row] ?? 0, isCrowded ? far : finish);
    return {
      thing,
      from: start,
      to: end,
      isPoint,
      isOpen: several || span.hedged || !Number.isFinite(span.from) || !Number.isFinite(span.to),
      row,
      side: isCrowded ? 'none' : side,
      room: taken,
    };
  });
}

/** @returns all of time that things take up, with a margin; undefined where none has a year */
export function extentOf(things: readonly Dated[]): Window | undefined {
  const days = things
    .flatMap(({ meanings }) => meanings)
    .filter(({ anyYear }) => !anyYear)
    .flatMap(span => [span.from, span.to + 1])
    .filter(Number.isFinite);
  if (days.length === 0) return undefined;
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const margin = Math.max(15, (to - from) * 0.03);
  return { from: Math.floor(from - margin), to: Math.ceil(to + margin) };
}

/** @returns so many days where most begins, for a first close look */
export function busiest(things: readonly Dated[], days: number): Window | undefined {
  const starts = things
    .flatMap(({ meanings }) => meanings)
    .filter(({ anyYear, from }) => !anyYear && Number.isFinite(from))
    .map(({ from }) => from)
    .sort((a, b) => a - b);
  let best: { first: number; last: number } | undefined;
  for (let first = 0, last = 0; first < starts.length; first++) {
    while (last + 1 < starts.length && starts[last + 1]! - starts[first]! <= days * 0.7) last++;
    if (!best || last - first > best.last - best.first) best = { first, last };
  }
  if (!best) return undefined;
  const middle = (starts[best.first]! + starts[best.last]!) / 2;
  return { from: Math.floor(middle - days / 2), to: Math.ceil(middle + days / 2) };
}
