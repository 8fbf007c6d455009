import { edgeAtOrBefore, nextEdge } from '../text/graphemes.ts';
import type { Span } from '../text/text-like.ts';
import type { Run } from './run.ts';

/** A place in both texts; UTF-16 code units. */
export interface Place {
  readonly left: number;
  readonly right: number;
}

/** A row takes about so many units of a side, if need be in the middle of a line. */
const LONG = 2_000;

/** @returns whether a line begins there: at the beginning of the text, or after LF, CR LF or a lone CR */
export function isLineStart(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before === 10 || (before === 13 && text.charCodeAt(at) !== 10);
}

/** @returns where lines end in a stretch of a text */
export function lineEndsOf(text: string, { start, end }: Span): number[] {
  const ends: number[] = [];
  for (const { index } of text.slice(start, end).matchAll(/[\r\n]/g))
    if (isLineStart(text, start + index + 1)) ends.push(start + index + 1);
  return ends;
}

/**
 * Divides two texts that lie beside each other where a line ends on both sides, so that what is the same stands beside
 * each other; lines that only one side has stand for themselves. Very long lines are divided as well.
 * @param runs as `compareTexts` gives them
 * @returns places in ascending order, from the beginning of both texts to their ends
 */
export function cutsOf(left: string, right: string, runs: readonly Run[]): Place[] {
  const cuts: Place[] = [{ left: 0, right: 0 }];
  const cut = (at: Place) => {
    const last = cuts.at(-1)!;
    if (at.left > last.left || at.right > last.right) cuts.push(at);
  };
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    if (isLineStart(left, run.left.start) && isLineStart(right, run.right.start))
      cut({ left: run.left.start, right: run.right.start });
    if (run.kind === 'same') {
      const by = run.right.start - run.left.start;
      for (const end of lineEndsOf(left, run.left))
        if (isLineStart(right, end + by)) cut({ left: end, right: end + by });
      continue;
    }
    const isReplaced = run.kind === 'gone' && runs[i + 1]?.kind === 'come';
    const gone = lineEndsOf(left, run.left);
    const come = lineEndsOf(right, isReplaced ? runs[++i]!.right : run.right);
    const both = Math.min(gone.length, come.length);
    for (let k = 0; k < both; k++) cut({ left: gone[k]!, right: come[k]! });
    // Lines more on one side stand beside nothing, unless the other side is in the middle of one.
    const rest = { left: gone[both - 1] ?? run.left.start, right: come[both - 1] ?? run.right.start };
    if (isLineStart(right, rest.right)) for (const end of gone.slice(both)) cut({ ...rest, left: end });
    if (isLineStart(left, rest.left)) for (const end of come.slice(both)) cut({ ...rest, right: end });
  }
  cut({ left: left.length, right: right.length });
  return divided(left, right, runs, cuts);
}

/** Puts cuts into what is too long for a row. */
function divided(left: string, right: string, runs: readonly Run[], cuts: readonly Place[]): Place[] {
  const all: Place[] = [cuts[0]!];
  let place = 0;
  for (let i = 1; i < cuts.length; i++) {
    const [from, to] = [cuts[i - 1]!, cuts[i]!];
    while (
      place < runs.length - 1 &&
      runs[place]!.left.end <= from.left &&
      runs[place]!.right.end <= from.right
    )
      place++;
    if (Math.max(to.left - from.left, to.right - from.right) > LONG * 1.25)
      all.push(...within(left, right, runs, place, from, to));
    all.push(to);
  }
  return all;
}

function within(
  left: string,
  right: string,
  runs: readonly Run[],
  first: number,
  from: Place,
  to: Place,
): Place[] {
  const found: Place[] = [];
  let [last, at] = [from, from];
  for (let i = first; i < runs.length && (at.left < to.left || at.right < to.right); i++) {
    const { kind, ...run } = runs[i]!;
    const end = { left: Math.min(run.left.end, to.left), right: Math.min(run.right.end, to.right) };
    const side = kind === 'come' ? 'right' : 'left';
    const text = side === 'left' ? left : right;
    while (Math.max(end.left - last.left, end.right - last.right) > LONG) {
      const room = LONG - Math.max(at.left - last.left, at.right - last.right);
      let on = room > 0 ? softEdge(text, at[side], at[side] + room, end[side]) : at[side];
      if (on === at[side] && last === at) on = Math.min(end[side], nextEdge(text, on));
      if (on >= end[side]) break;
      const by = on - at[side];
      at = {
        left: at.left + (kind === 'come' ? 0 : by),
        right: at.right + (kind === 'gone' ? 0 : by),
      };
      last = at;
      found.push(at);
    }
    at = end;
  }
  return found.filter(
    ({ left: l, right: r }) => (l > from.left || r > from.right) && (l < to.left || r < to.right),
  );
}

/** The end of a word not long before a place, else that of a grapheme cluster. */
function softEdge(text: string, start: number, at: number, end: number): number {
  if (at >= end) return end;
  const space = text.lastIndexOf(' ', at);
  const edge = space > at - 200 && space >= start ? space + 1 : at;
  return Math.max(start, edgeAtOrBefore(text, edge));
}
